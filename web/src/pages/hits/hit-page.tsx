// One hit: danger first, then traveller beside record, why it was found, what may be done now, and how it came so far.
import { Alert, Anchor, Card, Grid, Group, Skeleton, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconEyeOff, IconHourglass, IconLockOpen, IconMapPins } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import type { HitView } from '../../api/types.ts';
import { ClockBadge } from '../../components/clock-badge.tsx';
import { Page } from '../../components/page.tsx';
import { PrintButton, PrintFoot } from '../../components/print.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Reasons } from '../../components/reasons.tsx';
import { Section } from '../../components/section.tsx';
import { Timeline, type TimelineEntry } from '../../components/timeline.tsx';
import { useActorNames } from '../../components/use-actor-names.ts';
import { useCountryName } from '../../components/use-country-name.ts';
import { formatDateTime, formatTime } from '../../i18n/dates.ts';
import { bandWords } from '../../i18n/match-words.ts';
import { formatNumber } from '../../i18n/numbers.ts';
import { formatSpan } from '../../i18n/spans.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { AlertSide, Dangers } from './alert-side.tsx';
import { Comparison } from './comparison.tsx';
import { HitAside } from './hit-aside.tsx';
import { HitStatus } from './hit-signs.tsx';
import { HitSteps } from './hit-steps.tsx';
import { alarmWords, directionWords, statusWords, verbWords } from './hit-words.ts';
import { LineBadge } from './hits-page.tsx';
import { hitsTexts } from './hits-texts.ts';
import { useHit, useHitsLive } from './use-hits.ts';
import { VictimCheck } from './victim-check.tsx';

/** What second line must know before it decides: another post has him too, and how long the law leaves. */
function Warnings({ hit }: { hit: HitView }) {
  const t = useTexts(hitsTexts);
  const { locale } = useLocale();
  return (
    <>
      {hit.openElsewhere.length > 0 && (
        <Alert color="orange" icon={<IconMapPins />} role="note">
          {hit.openElsewhere.map(({ since, state, checkpoint }) => (
            <Text key={since} size="sm">
              {t('elsewhere', {
                time: formatTime(since),
                place: [checkpoint ?? t('unknownPlace'), state].join(', '),
              })}
            </Text>
          ))}
        </Alert>
      )}
      {hit.holdLeftMinutes !== null && (
        <Alert color="orange" icon={<IconHourglass />} role="note">
          {t('hold', { span: formatSpan(locale, hit.holdLeftMinutes * 60_000) })} {t('holdUnverified')}
        </Alert>
      )}
    </>
  );
}

function History({ hit }: { hit: HitView }) {
  const t = useTexts(hitsTexts);
  const verb = useTexts(verbWords);
  const status = useTexts(statusWords);
  const nameOf = useActorNames(hit.steps.map(({ by }) => by));
  const country = useCountryName();
  const whoOf = ({ by, state }: HitView['steps'][number]) =>
    by === null && state !== null ? country(state) : nameOf(by);
  const entries: TimelineEntry[] = [
    { id: 'matched', at: hit.at, title: t('matched'), quiet: true },
    ...hit.steps.map((step, index) => ({
      id: String(index),
      at: step.at,
      title: step.verb in verbWords ? verb(step.verb as 'act') : status(step.to as 'CLOSED'),
      mark: (
        <Text size="xs" c="dimmed">
          {status(step.to as 'CLOSED')}, {whoOf(step)}
        </Text>
      ),
      body: step.note && <Text size="sm">{step.note}</Text>,
    })),
  ];
  return <Timeline label={t('history')} entries={entries.reverse()} />;
}

function HitContent({ hit }: { hit: HitView }) {
  const t = useTexts(hitsTexts);
  const alarm = useTexts(alarmWords);
  const band = useTexts(bandWords);
  const direction = useTexts(directionWords);
  const { may } = useSession();
  const { locale } = useLocale();
  // Whoever reads on must find nothing that still asks for an arrest.
  const stands = hit.status !== 'OWNER_WITHDREW';
  const place = [
    hit.checkpoint ?? t('unknownPlace'),
    hit.lane,
    hit.direction && direction(hit.direction as 'ENTRY'),
    hit.transport,
    hit.state,
    formatDateTime(locale, hit.at),
  ];
  return (
    <Stack gap="md">
      <Dangers flags={hit.alertSide.dangerFlags} />
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <HitStatus status={hit.status} />
          {hit.clocks.map(({ clock, endsAt }) => (
            <ClockBadge key={clock} dueAt={endsAt} label={alarm(clock)} warnMinutes={3} />
          ))}
        </Group>
        <Text size="sm" c="dimmed">
          {place.filter(Boolean).join(' · ')}
        </Text>
      </Group>
      {!stands && (
        <Alert color="gray" icon={<IconLockOpen />} title={t('letGo')} role="alert">
          {t('letGoText')}
        </Alert>
      )}
      <HitSteps hit={hit} />
      {stands && <Warnings hit={hit} />}
      <Grid gap="md">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <Stack gap="md">
            <Section title={t('comparison')}>
              {hit.record === null && (
                <Alert color="gray" icon={<IconEyeOff />} mb="sm">
                  {t('noRecord')}
                </Alert>
              )}
              <Comparison hit={hit} />
            </Section>
            {hit.reasons.length > 0 && (
              <Section
                title={t('why')}
                actions={
                  <Text size="sm" c="dimmed">
                    {band(hit.band as 'STRONG')} · {t('score', { score: formatNumber(locale, hit.score, 2) })}
                  </Text>
                }
              >
                <Reasons reasons={hit.reasons as never} />
              </Section>
            )}
            {hit.victims > 0 && may('hit.decide') && hit.closedAt === null && (
              <Card withBorder radius="md" className="no-print">
                <VictimCheck hitId={hit.id} />
              </Card>
            )}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="md">
            <Section title={t('alertTitle')}>
              <AlertSide alert={stands ? hit.alertSide : { ...hit.alertSide, inForce: false, actions: [] }} />
            </Section>
            <HitAside hit={hit} />
            <Section title={t('history')}>
              <History hit={hit} />
            </Section>
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

export function HitPage() {
  const t = useTexts(hitsTexts);
  const { hitId } = useParams({ from: '/hits/$hitId' });
  const line = useHitsLive(hitId);
  const { data: hit, error, isPending, refetch } = useHit(hitId);
  return (
    <Page
      title={
        hit ? t(hit.kind === 'SILENT' ? 'silentReport' : 'hit', { reference: hit.reference }) : t('title')
      }
      actions={
        <>
          <LineBadge line={line} />
          {hit && <PrintButton />}
          <Anchor renderRoot={(props) => <Link to="/hits" {...props} />} size="sm">
            <Group gap={4}>
              <IconArrowLeft size={16} aria-hidden />
              {t('back')}
            </Group>
          </Anchor>
        </>
      }
    >
      {isPending && (
        <Stack aria-busy>
          <Skeleton h={48} />
          <Skeleton h={360} />
        </Stack>
      )}
      {error && !hit && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {hit && <HitContent hit={hit} />}
      {hit && <PrintFoot />}
    </Page>
  );
}
