// Travellers who were decided not to be the person recorded, and the way to take such a decision back.
import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconArrowLeft, IconShieldCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { NotSamePage as NotSameAnswer } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { formatDate, formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useUser } from '../../session/session.tsx';
import { reasonWords } from './hit-words.ts';
import { notSameTexts } from './not-same-texts.ts';

type Pair = NotSameAnswer['items'][number];

export function NotSamePage() {
  const t = useTexts(notSameTexts);
  const reason = useTexts(reasonWords);
  const { locale } = useLocale();
  const user = useUser();
  const cache = useQueryClient();
  const [pair, setPair] = useState<Pair>();
  const pairs = useQuery({
    queryKey: ['not-same'],
    queryFn: () => api.get<NotSameAnswer>('/v1/not-same', { query: { limit: 200 } }),
  });
  const reload = () => cache.invalidateQueries({ queryKey: ['not-same'] });
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Anchor renderRoot={(props) => <Link to="/hits" {...props} />} size="sm">
          <Group gap={4}>
            <IconArrowLeft size={16} aria-hidden />
            {t('back')}
          </Group>
        </Anchor>
      }
    >
      <DataTable
        caption={t('title')}
        rows={pairs.data?.items}
        rowId={({ id }) => id}
        error={pairs.error}
        onRetry={() => void pairs.refetch()}
        empty={<Empty icon={IconShieldCheck} title={t('emptyTitle')} text={t('emptyText')} />}
        columns={[
          {
            id: 'decided',
            header: t('decided'),
            sortBy: (row) => Date.parse(row.decidedAt),
            cell: (row) => formatDateTime(locale, row.decidedAt),
          },
          { id: 'reason', header: t('reason'), cell: (row) => reason(row.reason as 'FACE') },
          { id: 'ends', header: t('ends'), cell: (row) => formatDate(locale, row.endsAt) },
          {
            id: 'state',
            header: t('state'),
            cell: (row) => (
              <Text size="sm" fw={row.inForce ? 600 : 400} c={row.inForce ? undefined : 'dimmed'}>
                {t(row.revokedAt ? 'revoked' : row.inForce ? 'inForce' : 'over')}
              </Text>
            ),
          },
          {
            id: 'hit',
            header: t('hit'),
            cell: (row) => (
              <Anchor
                size="sm"
                renderRoot={(props) => <Link to="/hits/$hitId" params={{ hitId: row.hitId }} {...props} />}
              >
                {t('hit')}
              </Anchor>
            ),
          },
          {
            id: 'revoke',
            header: '',
            align: 'right',
            cell: (row) =>
              row.decidedBy === user.id ? (
                <Text size="xs" c="dimmed">
                  {t('own')}
                </Text>
              ) : (
                row.inForce && (
                  <Button size="compact-sm" variant="default" onClick={() => setPair(row)}>
                    {t('revoke')}
                  </Button>
                )
              ),
          },
        ]}
      />
      {pair && (
        <DecisionDialog
          opened
          onClose={() => setPair(undefined)}
          title={t('revoke')}
          text={t('revokeText')}
          confirm={t('revoke')}
          onStale={reload}
          onConfirm={async () => {
            await api.post(`/v1/not-same/${pair.id}/revoke`, { body: {}, version: pair.version });
            await reload();
          }}
        />
      )}
    </Page>
  );
}
