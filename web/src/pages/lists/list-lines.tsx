// The travellers of a list, findings first to be looked at; results come while it is screened.
import { Button, Group, Radio, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/client.ts';
import type { LinePage, LineView } from '../../api/types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DecisionDialog } from '../../components/decision-dialog.tsx';
import { Empty } from '../../components/empty.tsx';
import { PersonName } from '../../components/person-name.tsx';
import { dangerWords } from '../../i18n/alert-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useShownDate } from '../../i18n/use-shown-date.ts';
import { useSession } from '../../session/session.tsx';
import { LineResult } from './list-signs.tsx';
import { listsTexts } from './lists-texts.ts';

type Decision = NonNullable<LineView['review']>;
const DECISIONS = ['SAME', 'NOT_SAME', 'UNDECIDED'] as const;

function Review({ listId, line, onClose }: { listId: string; line: LineView; onClose(): void }) {
  const t = useTexts(listsTexts);
  const cache = useQueryClient();
  const [decision, setDecision] = useState<Decision | ''>('');
  return (
    <DecisionDialog
      opened
      onClose={onClose}
      title={t('reviewTitle')}
      confirm={t('review')}
      note="required"
      valid={decision !== ''}
      onConfirm={async (note) => {
        await api.post(`/v1/passenger-lists/${listId}/lines/${line.id}/review`, { body: { decision, note } });
        await cache.invalidateQueries({ queryKey: ['list', listId] });
      }}
    >
      <Text fw={600}>
        <PersonName name={{ full: line.names }} />
      </Text>
      <Radio.Group
        aria-label={t('reviewTitle')}
        value={decision}
        onChange={(next) => setDecision(next as Decision)}
      >
        <Stack gap={6}>
          {DECISIONS.map((one) => (
            <Radio key={one} value={one} label={t(one)} />
          ))}
        </Stack>
      </Radio.Group>
    </DecisionDialog>
  );
}

function Todo({ line }: { line: LineView }) {
  const danger = useTexts(dangerWords);
  return (
    <Stack gap={2}>
      {line.dangerFlags.length > 0 && (
        <Group gap={4} wrap="nowrap">
          <IconAlertTriangle size={16} aria-hidden />
          <Text size="sm" fw={700}>
            {line.dangerFlags.map((flag) => danger(flag)).join(', ')}
          </Text>
        </Group>
      )}
      {line.actions.map(({ code, text }) => (
        <Text key={code} size="xs" maw={360}>
          {text}
        </Text>
      ))}
    </Stack>
  );
}

interface ListLinesProps {
  readonly listId: string;
  readonly screening: boolean;
  /** Changes with what is said of the list as a whole: then the lines are asked for anew. */
  readonly stamp: string;
}

export function ListLines({ listId, screening, stamp }: ListLinesProps) {
  const cache = useQueryClient();
  const asked = useRef(stamp);
  useEffect(() => {
    if (asked.current === stamp) return;
    asked.current = stamp;
    void cache.invalidateQueries({ queryKey: ['list', listId, 'lines'] });
  }, [stamp, listId, cache]);
  const t = useTexts(listsTexts);
  const date = useShownDate();
  const { may } = useSession();
  const [which, setWhich] = useState<'all' | 'HIT' | 'POSSIBLE'>('all');
  const [reviewed, setReviewed] = useState<LineView>();
  const lines = useInfiniteQuery({
    queryKey: ['list', listId, 'lines', which],
    queryFn: ({ pageParam }) =>
      api.get<LinePage>(`/v1/passenger-lists/${listId}/lines`, {
        query: { limit: 100, cursor: pageParam, result: which === 'all' ? undefined : which },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    refetchInterval: screening ? 2_000 : false,
  });
  return (
    <section aria-labelledby="lines-title">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4" id="lines-title">
          {t('travellers')}
        </Title>
        <SegmentedControl
          size="xs"
          aria-label={t('result')}
          value={which}
          onChange={(next) => setWhich(next as typeof which)}
          data={(['all', 'HIT', 'POSSIBLE'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Group>
      <DataTable
        caption={t('travellers')}
        rows={lines.data?.pages.flatMap(({ items }) => items)}
        rowId={({ id }) => id}
        error={lines.data ? undefined : lines.error}
        onRetry={() => void lines.refetch()}
        onMore={lines.hasNextPage ? () => void lines.fetchNextPage() : undefined}
        isLoadingMore={lines.isFetchingNextPage}
        empty={<Empty icon={IconUsers} title={t('emptyLines')} />}
        minWidth={720}
        columns={[
          {
            id: 'line',
            header: t('line'),
            align: 'right',
            width: 70,
            sortBy: (line) => line.line,
            cell: (line) => line.line,
          },
          {
            id: 'name',
            header: t('name'),
            sortBy: (line) => line.names,
            cell: (line) => (
              <Text size="sm" component="div">
                <PersonName name={{ full: line.names }} fw={550} />
                {line.kind === 'CREW' && (
                  <Text component="span" size="xs" c="dimmed">
                    {' '}
                    {t('crew')}
                  </Text>
                )}
              </Text>
            ),
          },
          {
            id: 'born',
            header: t('born'),
            cell: (line) => (line.birthDate ? date(line.birthDate) : '–'),
          },
          {
            id: 'document',
            header: t('document'),
            cell: (line) => (
              <>
                <Text size="sm">{line.document ?? '–'}</Text>
                <Text size="xs" c="dimmed">
                  {[line.nationality, line.seat && `${t('seat')} ${line.seat}`].filter(Boolean).join(' · ')}
                </Text>
              </>
            ),
          },
          {
            id: 'result',
            header: t('result'),
            sortBy: (line) => ['HIT', 'POSSIBLE', 'PENDING', 'CLEAR'].indexOf(line.result),
            cell: (line) => (
              <>
                <LineResult result={line.result} />
                <Text size="xs" c="dimmed">
                  {[line.review && t(line.review), line.isNews && t('news')].filter(Boolean).join(' · ')}
                </Text>
              </>
            ),
          },
          { id: 'todo', header: t('todo'), cell: (line) => <Todo line={line} /> },
          {
            id: 'review',
            header: '',
            align: 'right',
            cell: (line) =>
              may('list.review') &&
              (line.result === 'HIT' || line.result === 'POSSIBLE') && (
                <Button size="compact-sm" variant="default" onClick={() => setReviewed(line)}>
                  {t('review')}
                </Button>
              ),
          },
        ]}
      />
      {reviewed && <Review listId={listId} line={reviewed} onClose={() => setReviewed(undefined)} />}
    </section>
  );
}
