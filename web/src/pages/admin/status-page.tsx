// How the installation is doing: database, log, worker, search mirror; figures only.
import { Badge, Grid, Skeleton, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { SystemStatus } from '../../../../server/features/system/contract.ts';
import { api } from '../../api/client.ts';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { Section } from '../../components/section.tsx';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { lawTexts } from './law-texts.ts';
import { RotateKey } from './rotate-key.tsx';

function Tile({ title, fine, children }: { title: string; fine: boolean; children: ReactNode }) {
  const Sign = fine ? IconCircleCheck : IconAlertTriangle;
  return (
    <Grid.Col span={{ base: 12, sm: 6, lg: 3 }}>
      <Section title={title} actions={<Sign size={20} aria-hidden />}>
        <Text size="sm">{children}</Text>
      </Section>
    </Grid.Col>
  );
}

function Mirror({ mirror }: { mirror: NonNullable<SystemStatus['mirror']> }) {
  const t = useTexts(lawTexts);
  const { locale } = useLocale();
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table>
        <Table.Caption>
          <VisuallyHidden>{t('mirror')}</VisuallyHidden>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {(['index', 'status', 'waiting', 'gap', 'refused', 'sweep'] as const).map((head) => (
              <Table.Th key={head} scope="col">
                {head === 'status' ? t('mirror') : t(head)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {mirror.map((one) => (
            <Table.Tr key={one.index}>
              <Table.Td>{one.index}</Table.Td>
              <Table.Td>
                <Badge variant={one.answers ? 'light' : 'default'} tt="none">
                  {t(one.building ? 'building' : one.answers ? 'answers' : 'silent')}
                </Badge>
                {one.problem && <Text size="xs">{one.problem}</Text>}
              </Table.Td>
              <Table.Td>{one.waiting}</Table.Td>
              <Table.Td>{one.gap}</Table.Td>
              <Table.Td>{one.refused}</Table.Td>
              <Table.Td>{one.lastSweepAt ? formatDateTime(locale, one.lastSweepAt) : t('never')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

export function StatusPage() {
  const t = useTexts(lawTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const status = useQuery({
    queryKey: ['statusz'],
    queryFn: () => api.get<SystemStatus>('/statusz'),
    refetchInterval: 10_000,
  });
  const { data } = status;
  return (
    <Page title={t('status')} lead={t('statusLead')} actions={may('signing-key.rotate') && <RotateKey />}>
      {status.error && <ProblemNote error={status.error} onRetry={() => void status.refetch()} />}
      {status.isPending && <Skeleton h={220} />}
      {data && (
        <Grid>
          <Tile title={t('build')} fine>
            {data.version} · {t('running', { at: formatDateTime(locale, data.startedAt) })}
          </Tile>
          <Tile title={t('database')} fine={data.database.reachable}>
            {data.database.reachable
              ? t('reachable', { ms: Math.round(data.database.latencyMs ?? 0) })
              : t('away')}
            {data.database.lastRestartAt &&
              ` · ${t('restarted', {
                count: data.database.restarts ?? 0,
                at: formatDateTime(locale, data.database.lastRestartAt),
              })}`}
          </Tile>
          <Tile title={t('log')} fine={(data.audit?.oldestUnsealedSeconds ?? 0) < 60}>
            {t('unsealed', { count: data.audit?.unsealed ?? 0 })}
          </Tile>
          <Tile title={t('worker')} fine={data.worker?.lastRunAt != null}>
            {data.worker?.lastRunAt
              ? t('lastRun', { at: formatDateTime(locale, data.worker.lastRunAt) })
              : t('never')}
          </Tile>
          {data.exchange?.map((link) => (
            <Tile
              key={link.states.join()}
              title={t('link', { states: link.states.join(', ') })}
              fine={!link.silent}
            >
              {t(link.silent ? 'linkSilent' : 'linkHeard', {
                at: link.heardAt ? formatDateTime(locale, link.heardAt) : t('never'),
              })}
            </Tile>
          ))}
          {data.search && (
            <Tile
              title={t('nameKeys')}
              fine={data.search.storedFrom === null || data.search.storedFrom === data.search.keyVersion}
            >
              {t('keyVersions', {
                now: data.search.keyVersion,
                from: data.search.storedFrom ?? '–',
                to: data.search.storedTo ?? '–',
              })}
              {data.search.older > 0 && ` · ${t('olderRows', { count: data.search.older })}`}
            </Tile>
          )}
          <Grid.Col span={12}>
            <Section title={t('mirror')}>
              {data.mirror ? <Mirror mirror={data.mirror} /> : <Text size="sm">{t('noMirror')}</Text>}
            </Section>
          </Grid.Col>
        </Grid>
      )}
    </Page>
  );
}
