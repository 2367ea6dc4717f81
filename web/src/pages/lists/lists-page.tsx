// Passenger lists of the own state: what has come, how far it is, what was found.
import { Button, Card, Collapse, Text } from '@mantine/core';
import { IconFileUpload, IconListDetails } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { ListPage, ListView } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { formatDate, formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useSession } from '../../session/session.tsx';
import { ListFindings, ListState } from './list-signs.tsx';
import { ListUpload } from './list-upload.tsx';
import { listsTexts } from './lists-texts.ts';

const LOOK_AGAIN_MS = 5_000;

export const flightOf = ({ carrier, number }: ListView): string => `${carrier} ${number}`;

export function ListsPage() {
  const t = useTexts(listsTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const go = useNavigate();
  const [uploading, setUploading] = useState(false);
  const lists = useQuery({
    queryKey: ['lists'],
    queryFn: () => api.get<ListPage>('/v1/passenger-lists', { query: { limit: 100 } }),
    // A list that is being screened is on its way: look again until it has arrived.
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => status === 'RECEIVED' || status === 'PARSED')
        ? LOOK_AGAIN_MS
        : false,
  });
  return (
    <Page
      title={t('title')}
      actions={
        may('list.send') && (
          <Button
            leftSection={<IconFileUpload size={17} />}
            aria-expanded={uploading}
            onClick={() => setUploading(!uploading)}
          >
            {t('upload')}
          </Button>
        )
      }
    >
      <Collapse expanded={uploading}>
        <Card withBorder mb="md">
          {uploading && <ListUpload />}
        </Card>
      </Collapse>
      <DataTable
        caption={t('title')}
        rows={lists.data?.items}
        rowId={({ id }) => id}
        onOpen={({ id }) => void go({ to: '/lists/$listId', params: { listId: id } })}
        error={lists.data ? undefined : lists.error}
        onRetry={() => void lists.refetch()}
        empty={<Empty icon={IconListDetails} title={t('emptyTitle')} text={t('emptyText')} />}
        minWidth={720}
        columns={[
          {
            id: 'flight',
            header: t('flight'),
            sortBy: flightOf,
            cell: (list) => (
              <>
                <Text size="sm" fw={600}>
                  {flightOf(list)}
                </Text>
                <Text size="xs" c="dimmed">
                  {formatDate(locale, list.date)} · {list.source}
                </Text>
              </>
            ),
          },
          {
            id: 'due',
            header: t('due'),
            sortBy: (list) => Date.parse(list.dueAt),
            cell: (list) => (
              <>
                <Text size="sm">{formatDateTime(locale, list.dueAt)}</Text>
                <Text size="xs" c="dimmed">
                  {[list.checkpoint, t(list.direction)].filter(Boolean).join(' · ')}
                </Text>
              </>
            ),
          },
          { id: 'status', header: t('status'), cell: (list) => <ListState status={list.status} /> },
          {
            id: 'people',
            header: t('people'),
            align: 'right',
            sortBy: (list) => list.progress.lines,
            cell: (list) => list.progress.lines,
          },
          {
            id: 'results',
            header: t('results'),
            sortBy: (list) => list.results.hit * 1_000 + list.results.possible,
            cell: (list) => <ListFindings results={list.results} />,
          },
        ]}
      />
    </Page>
  );
}
