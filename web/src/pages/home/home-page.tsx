// The first screen: what needs this reader today, each number a way to the work, and pictures of the whole.
import { Alert, Grid, Skeleton, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconSunHigh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Overview } from '../../../../server/features/overview/contract.ts';
import { api } from '../../api/client.ts';
import { Bars, Columns } from '../../components/charts.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { caseStateWords } from '../../i18n/case-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { hasOnlyBooth, NAV_PAGES } from '../../pages.ts';
import { useSession } from '../../session/session.tsx';
import styles from './home.module.css';
import { homeTexts } from './home-texts.ts';

/** Shapes of states are heavy: they come only for those who see cases. */
const FlowMap = lazy(() => import('./flow-map.tsx').then((part) => ({ default: part.FlowMap })));

type Waiting = Overview['waiting'];

/** Where each number leads, in the order of urgency. */
const WAYS: readonly (readonly [keyof Waiting, string])[] = [
  ['overdueCases', '/deadlines'],
  ['hits', '/hits'],
  ['emergencies', '/emergencies'],
  ['reviews', '/review'],
  ['dueCases', '/deadlines'],
  ['tasks', '/board'],
  ['lists', '/lists'],
  ['returned', '/alerts'],
  ['freezes', '/assets'],
  ['endingAlerts', '/alerts'],
];

const URGENT: readonly (keyof Waiting)[] = ['overdueCases', 'emergencies'];

function Tiles({ waiting }: { waiting: Waiting }) {
  const t = useTexts(homeTexts);
  const shown = WAYS.filter(([name]) => waiting[name] !== null);
  if (shown.length === 0 || shown.every(([name]) => waiting[name] === 0))
    return <Empty icon={IconSunHigh} title={t('calm')} text={t('calmText')} />;
  return (
    <ul className={styles['tiles']}>
      {shown
        .filter(([name]) => waiting[name] !== 0)
        .map(([name, path]) => (
          <li key={name}>
            <UnstyledButton
              className={styles['tile']}
              renderRoot={(props) => <Link to={path as string} {...props} />}
            >
              <Text size="xl" fw={700} lh={1.1}>
                {URGENT.includes(name) && <IconAlertTriangle size={20} aria-hidden />} {waiting[name]}
              </Text>
              <Text size="sm">{t(name)}</Text>
            </UnstyledButton>
          </li>
        ))}
    </ul>
  );
}

function HitCharts({ hits }: { hits: NonNullable<Overview['hits']> }) {
  const t = useTexts(homeTexts);
  return (
    <>
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Section title={t('hitsByDay')}>
          {hits.byDay.every(({ count }) => count === 0) ? (
            <Text size="sm" c="dimmed">
              {t('nothing')}
            </Text>
          ) : (
            <Columns
              title={t('hitsByDay')}
              heads={[t('day'), t('count'), t('confirmed')]}
              points={hits.byDay.map(({ day, count, confirmed }) => ({
                label: `${day.slice(8)}.${day.slice(5, 7)}`,
                value: count,
                part: confirmed,
              }))}
            />
          )}
        </Section>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Section title={t('byCheckpoint')}>
          {hits.byCheckpoint.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('nothing')}
            </Text>
          ) : (
            <Bars
              title={t('byCheckpoint')}
              heads={[t('checkpoint'), t('count')]}
              points={hits.byCheckpoint.map(({ checkpoint, count }) => ({ label: checkpoint, value: count }))}
            />
          )}
        </Section>
      </Grid.Col>
    </>
  );
}

const ORDER = Object.keys(caseStateWords);

function CaseCharts({ cases }: { cases: NonNullable<Overview['cases']> }) {
  const t = useTexts(homeTexts);
  const state = useWords(caseStateWords);
  const stages = [...cases.stages].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return (
    <>
      <Grid.Col span={{ base: 12, lg: 5 }}>
        <Section title={t('stages')}>
          {stages.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('nothing')}
            </Text>
          ) : (
            <Bars
              title={t('stages')}
              heads={[t('stage'), t('count'), t('overdue')]}
              points={stages.map((one) => ({ label: state(one.state), value: one.count, part: one.overdue }))}
            />
          )}
        </Section>
      </Grid.Col>
      <Grid.Col span={{ base: 12, lg: 7 }}>
        <Section title={t('map')}>
          <Suspense fallback={<Skeleton h={260} />}>
            <FlowMap flows={cases.flows} />
          </Suspense>
        </Section>
      </Grid.Col>
    </>
  );
}

export function HomePage() {
  const t = useTexts(homeTexts);
  const { may } = useSession();
  const booth = hasOnlyBooth(may) ? NAV_PAGES.find(({ group }) => group === 'border') : undefined;
  const overview = useQuery({
    queryKey: ['overview'],
    queryFn: () => api.get<Overview>('/v1/overview'),
    enabled: booth === undefined,
  });
  const { data } = overview;
  if (booth) return <Navigate to={booth.path} replace />;
  return (
    <Page title={t('title')} lead={t('lead')}>
      {overview.error && <ProblemNote error={overview.error} onRetry={() => void overview.refetch()} />}
      {overview.isPending && <Skeleton h={160} />}
      {data && (
        <Stack>
          {(data.waiting.overdueCases ?? 0) > 0 && (
            <Alert
              color="red"
              icon={<IconAlertTriangle />}
              title={`${t('overdueCases')}: ${data.waiting.overdueCases}`}
            />
          )}
          <Tiles waiting={data.waiting} />
          <Grid>
            {data.cases && <CaseCharts cases={data.cases} />}
            {data.hits && <HitCharts hits={data.hits} />}
          </Grid>
        </Stack>
      )}
    </Page>
  );
}
