// Which reports the reader may ask for, and the frozen versions that he may read.
import { Anchor, Button, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconArrowsDiff, IconFileOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { FrozenFacts, ReportList } from '../../../../server/features/reports/contract.ts';
import { api } from '../../api/client.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { useCountryName } from '../../components/use-country-name.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { reportTexts } from './report-texts.ts';

/** Where work is seen instead of a table. */
const SCREENS: Readonly<Record<string, string>> = { 'R-2': '/board', 'R-3': '/deadlines', 'R-10': '/search' };

const addressOf = (code: string): string => SCREENS[code] ?? `/reports/${code}`;

function Available({ items }: { items: ReportList['items'] }) {
  const t = useTexts(reportTexts);
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
      {items.map(({ code, title }) => (
        <div key={code}>
          <Anchor fw={600} renderRoot={(props) => <Link to={addressOf(code) as string} {...props} />}>
            {title}
          </Anchor>
          <Text size="xs" c="dimmed">
            {code}
            {SCREENS[code] && ` · ${t(code === 'R-10' ? 'dossier' : 'work')}`}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}

function Versions({ frozen }: { frozen: readonly FrozenFacts[] | undefined }) {
  const t = useTexts(reportTexts);
  const { locale } = useLocale();
  const country = useCountryName();
  const navigate = useNavigate();
  return (
    <DataTable
      caption={t('versions')}
      rows={frozen}
      rowId={({ id }) => id}
      onOpen={({ code, year, quarter, version, state }) =>
        void navigate({
          to: `/reports/${code}` as string,
          search: { year, version, state, ...(quarter !== null && { quarter }) } as never,
        })
      }
      empty={<Empty icon={IconFileOff} title={t('noVersions')} />}
      columns={[
        {
          id: 'state',
          header: t('state'),
          sortBy: ({ state }) => country(state),
          cell: ({ state }) => country(state),
        },
        {
          id: 'period',
          header: t('period'),
          sortBy: ({ year, quarter }) => `${year} ${quarter ?? 0}`,
          cell: ({ year, quarter }) =>
            quarter === null ? year : `${year} · ${t('quarter', { no: quarter })}`,
        },
        { id: 'version', header: t('version'), align: 'right', cell: ({ version }) => version },
        {
          id: 'frozen',
          header: t('frozenAt'),
          nowrap: true,
          sortBy: ({ frozenAt }) => frozenAt,
          cell: ({ frozenAt }) => formatDateTime(locale, frozenAt),
        },
        {
          id: 'published',
          header: t('publishedTo'),
          cell: ({ publishedTo }) => publishedTo.map(country).join(', ') || t('nobody'),
        },
      ]}
    />
  );
}

export function ReportsPage() {
  const t = useTexts(reportTexts);
  const { locale } = useLocale();
  const reports = useQuery({
    queryKey: ['reports', locale],
    queryFn: () => api.get<ReportList>('/v1/reports'),
  });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        (reports.data?.frozen.length ?? 0) > 1 && (
          <Button
            variant="default"
            leftSection={<IconArrowsDiff size={16} />}
            renderRoot={(props) => <Link to="/reports/compare" {...props} />}
          >
            {t('compare')}
          </Button>
        )
      }
    >
      <Stack>
        {reports.error && <ProblemNote error={reports.error} onRetry={() => void reports.refetch()} />}
        {reports.data && reports.data.items.length > 0 && (
          <Section title={t('available')}>
            <Available items={reports.data.items} />
          </Section>
        )}
        {!reports.error && (
          <Section title={t('versions')}>
            <Versions frozen={reports.data?.frozen} />
          </Section>
        )}
      </Stack>
    </Page>
  );
}
