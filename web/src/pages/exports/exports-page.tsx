// The register of exports: who asked, who consented, who took the file, and what is to be decided.
import { Badge, Button, Group, Radio, Text } from '@mantine/core';
import { IconDownload, IconFileExport } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { ExportPage, ExportView } from '../../api/interchange-types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { ExportRequest } from './export-request.tsx';
import { exportsTexts } from './exports-texts.ts';

function Decide({ one, onClose }: { one: ExportView; onClose(): void }) {
  const t = useTexts(exportsTexts);
  const cache = useQueryClient();
  const [verdict, setVerdict] = useState('yes');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('decideTitle', { number: one.number })}
      text={t('decideText', { by: one.requestedBy, count: one.count, reason: one.reason })}
      confirm={t(verdict === 'yes' ? 'approve' : 'refuse')}
      danger={verdict !== 'yes'}
      note={verdict === 'yes' ? 'optional' : 'required'}
      noteLabel={t('note')}
      onConfirm={async (note) => {
        const body = { approved: verdict === 'yes', ...(note !== '' && { note }) };
        await api.post(`/v1/exports/${one.id}/decisions`, { body });
        await cache.invalidateQueries({ queryKey: ['exports'] });
      }}
    >
      <Radio.Group label={t('decision')} value={verdict} onChange={setVerdict}>
        <Group mt="xs">
          <Radio value="yes" label={t('approve')} />
          <Radio value="no" label={t('refuse')} />
        </Group>
      </Radio.Group>
    </DecisionDialog>
  );
}

export function ExportsPage() {
  const t = useTexts(exportsTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [deciding, setDeciding] = useState<ExportView>();
  const exports = useQuery({
    queryKey: ['exports'],
    queryFn: () => api.get<ExportPage>('/v1/exports', { query: { limit: 100 } }),
  });
  const taking = useMutation({
    mutationFn: async ({ id, number, format }: ExportView) =>
      saveBlob(await api.blob(`/v1/exports/${id}/file`), `${number}.${format.toLowerCase()}`),
    onSettled: () => cache.invalidateQueries({ queryKey: ['exports'] }),
  });
  const number = new Intl.NumberFormat(locale);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('export.request') && (
          <Button leftSection={<IconFileExport size={17} />} onClick={() => setAsking(true)}>
            {t('request')}
          </Button>
        )
      }
    >
      {taking.error && <ProblemNote error={taking.error} />}
      <ExportRequest opened={asking} onClose={() => setAsking(false)} />
      {deciding && <Decide one={deciding} onClose={() => setDeciding(undefined)} />}
      <DataTable
        caption={t('title')}
        rows={exports.data?.items}
        rowId={({ id }) => id}
        error={exports.data ? undefined : exports.error}
        onRetry={() => void exports.refetch()}
        empty={<Empty icon={IconFileExport} title={t('emptyTitle')} text={t('emptyText')} />}
        minWidth={760}
        columns={[
          {
            id: 'number',
            header: t('number'),
            nowrap: true,
            sortBy: (one) => one.number,
            cell: (one) => (
              <>
                <Text size="sm" fw={600}>
                  {one.number}
                </Text>
                <Text size="xs" c="dimmed">
                  {one.format} · {formatDateTime(locale, one.requestedAt)}
                </Text>
              </>
            ),
          },
          {
            id: 'requestedBy',
            header: t('requestedBy'),
            cell: ({ requestedBy, reason }) => (
              <>
                <Text size="sm">{requestedBy}</Text>
                <Text size="xs" c="dimmed" lineClamp={2}>
                  {reason}
                </Text>
              </>
            ),
          },
          {
            id: 'count',
            header: t('count'),
            align: 'right',
            sortBy: ({ count }) => count,
            cell: ({ count }) => number.format(count),
          },
          {
            id: 'status',
            header: t('status'),
            cell: ({ status, approvals: { needed, given } }) => (
              <>
                <Badge
                  tt="none"
                  fw={600}
                  maw="none"
                  variant="light"
                  color={status === 'READY' ? 'pine' : 'gray'}
                >
                  {t(status)}
                </Badge>
                <Text size="xs" c="dimmed" mt={2}>
                  {needed === 0 ? t('noApproval') : t('approvals', { needed, given })}
                </Text>
              </>
            ),
          },
          {
            id: 'taken',
            wideOnly: true,
            header: t('taken'),
            cell: ({ downloads, expiresAt }) => (
              <>
                <Text size="sm">
                  {downloads.at(-1) ? formatDateTime(locale, downloads.at(-1)?.at ?? '') : t('notTaken')}
                </Text>
                <Text size="xs" c="dimmed">
                  {t('expires')}: {formatDateTime(locale, expiresAt)}
                </Text>
              </>
            ),
          },
          {
            id: 'actions',
            header: t('actions'),
            cell: (one) => (
              <Group gap="xs" wrap="nowrap">
                {one.mayTake && (
                  <Button
                    size="compact-sm"
                    leftSection={<IconDownload size={15} />}
                    loading={taking.isPending && taking.variables.id === one.id}
                    onClick={() => taking.mutate(one)}
                  >
                    {t('take')}
                  </Button>
                )}
                {one.mayDecide && (
                  <Button size="compact-sm" variant="default" onClick={() => setDeciding(one)}>
                    {t('decide')}
                  </Button>
                )}
              </Group>
            ),
          },
        ]}
      />
    </Page>
  );
}
