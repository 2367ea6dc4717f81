// One report: period and version chosen above, its tables below, what changed since the version before, and files of it.
import {
  Alert,
  Badge,
  Button,
  Group,
  NumberInput,
  Select,
  Skeleton,
  Stack,
  Table,
  Text,
} from '@mantine/core';
import { IconLock, IconSend, IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReportList, ReportView } from '../../../../server/features/reports/contract.ts';
import { api } from '../../api/client.ts';
import { DownloadMenu } from '../../components/download-menu.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import type { ReportAddress } from './report-address.ts';
import { ReportTable } from './report-table.tsx';
import { reportTexts } from './report-texts.ts';
import { FreezeDialog, PublishDialog } from './version-dialogs.tsx';

const FORMATS = ['pdf', 'xlsx', 'csv', 'json'] as const;

function Seal({ view }: { view: ReportView }) {
  const t = useTexts(reportTexts);
  const { locale } = useLocale();
  const { frozen } = view;
  if (!frozen) return null;
  const { isIntact } = frozen;
  return (
    <Alert
      color={isIntact ? 'gray' : 'red'}
      icon={isIntact ? <IconShieldCheck /> : <IconShieldX />}
      title={`${t('versionNo', { no: frozen.version })} · ${formatDateTime(locale, frozen.frozenAt)}`}
    >
      <Text size="sm">{isIntact ? t('intact') : t('broken')}</Text>
      <Text size="xs" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
        SHA-256 {frozen.sha256}
      </Text>
      {frozen.reason && <Text size="sm">{frozen.reason}</Text>}
    </Alert>
  );
}

function Differences({ view }: { view: ReportView }) {
  const t = useTexts(reportTexts);
  if (view.differences.length === 0) return null;
  return (
    <Section title={t('differences')}>
      <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {(['table', 'row', 'column', 'before', 'after'] as const).map((head) => (
                <Table.Th key={head} scope="col">
                  {t(head)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {view.differences.map((one) => (
              <Table.Tr key={`${one.table} ${one.row} ${one.column}`}>
                <Table.Td>{view.tables.find(({ id }) => id === one.table)?.title}</Table.Td>
                <Table.Td>{one.row}</Table.Td>
                <Table.Td>{one.column}</Table.Td>
                <Table.Td>{one.before}</Table.Td>
                <Table.Td fw={700}>{one.after}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

export function ReportPage() {
  const t = useTexts(reportTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const navigate = useNavigate();
  const { code } = useParams({ from: '/reports/$code' });
  const address = useSearch({ from: '/reports/$code' });
  const [dialog, setDialog] = useState<'freeze' | 'publish' | null>(null);
  const year = address.year ?? new Date().getFullYear();
  const path = `/v1/reports/${code}`;
  const query = { ...address, year, language: locale };
  const report = useQuery({
    queryKey: ['report', code, query],
    queryFn: () => api.get<ReportView>(path, { query }),
  });
  const list = useQuery({ queryKey: ['reports', locale], queryFn: () => api.get<ReportList>('/v1/reports') });
  const view = report.data;
  const go = (change: ReportAddress) =>
    void navigate({ to: `/reports/${code}` as string, search: { ...address, ...change } as never });
  const versions = (list.data?.frozen ?? []).filter(
    (one) =>
      code === 'R-1' &&
      one.state === (view?.state ?? address.state) &&
      one.year === year &&
      one.quarter === (address.quarter ?? null),
  );
  const isOwn = view?.unit === 'STATE' && (address.state === undefined || view.frozen?.frozenBy !== null);
  const mayFreeze = code === 'R-1' && may('report.freeze') && isOwn;
  return (
    <Page
      title={view ? `${view.title}` : code}
      lead={
        view
          ? `${view.stateName}, ${year}${view.quarter ? `, ${t('quarter', { no: view.quarter })}` : ''}`
          : ''
      }
      actions={
        <>
          <DownloadMenu
            path={path}
            query={{ ...query }}
            name={`${code}-${view?.state}-${address.quarter ? `${year}-Q${address.quarter}` : year}`}
            formats={FORMATS}
          />
          {mayFreeze && !view?.frozen && (
            <Button leftSection={<IconLock size={16} />} onClick={() => setDialog('freeze')}>
              {t('freeze')}
            </Button>
          )}
          {mayFreeze && view?.frozen && (
            <Button leftSection={<IconSend size={16} />} onClick={() => setDialog('publish')}>
              {t('publish')}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        <Group align="flex-end" gap="sm" className="no-print">
          <NumberInput
            label={t('year')}
            value={year}
            min={2000}
            max={2100}
            w={110}
            onChange={(next) =>
              typeof next === 'number' && next >= 2000 && go({ year: next, version: undefined } as never)
            }
          />
          <Select
            label={t('period')}
            w={170}
            allowDeselect={false}
            value={String(address.quarter ?? 0)}
            data={[0, 1, 2, 3, 4].map((no) => ({
              value: String(no),
              label: no === 0 ? t('wholeYear') : t('quarter', { no }),
            }))}
            onChange={(next) => go({ quarter: Number(next) || undefined, version: undefined } as never)}
          />
          {versions.length > 0 && (
            <Select
              label={t('version')}
              w={230}
              allowDeselect={false}
              value={String(address.version ?? 0)}
              data={[
                ...(isOwn ? [{ value: '0', label: t('now') }] : []),
                ...versions.map(({ version }) => ({
                  value: String(version),
                  label: t('versionNo', { no: version }),
                })),
              ]}
              onChange={(next) => go({ version: Number(next) || undefined } as never)}
            />
          )}
          {view?.unit === 'AGENCY' && <Badge variant="light">{t('agency')}</Badge>}
        </Group>
        {report.error && <ProblemNote error={report.error} onRetry={() => void report.refetch()} />}
        {report.isPending && <Skeleton h={420} />}
        {view && (
          <>
            <Seal view={view} />
            {view.smallNote && (
              <Text size="sm" c="dimmed">
                {view.smallNote}
              </Text>
            )}
            <Differences view={view} />
            {view.tables.map((table) => (
              <ReportTable key={table.id} table={table} />
            ))}
          </>
        )}
      </Stack>
      {dialog === 'freeze' && view && (
        <FreezeDialog
          view={view}
          isFirst={versions.length === 0}
          onClose={() => setDialog(null)}
          onFrozen={(version) => go({ year, version })}
        />
      )}
      {dialog === 'publish' && view?.frozen && (
        <PublishDialog frozen={view.frozen} onClose={() => setDialog(null)} />
      )}
    </Page>
  );
}
