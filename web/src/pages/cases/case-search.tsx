// Cases by what one remembers of them: a number, the person's name in any script, words of what was written.
import { Alert, Badge, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconSearchOff } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { CaseSearchPage } from '../../../../server/features/cases/search-contract.ts';
import type { CaseEntry } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { type DataColumn, DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { listTexts } from './list-texts.ts';

type Found = CaseSearchPage['items'][number];

export function CaseSearch({ text, columns }: { text: string; columns: readonly DataColumn<CaseEntry>[] }) {
  const t = useTexts(listTexts);
  const navigate = useNavigate();
  const found = useInfiniteQuery({
    queryKey: ['cases', 'search', text],
    queryFn: ({ pageParam }) =>
      api.post<CaseSearchPage>('/v1/search/cases', {
        purposeInBody: true,
        body: { text, ...(pageParam !== undefined && { cursor: pageParam }) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const where: DataColumn<Found> = {
    id: 'found',
    header: t('foundIn'),
    cell: ({ foundIn }) => (
      <Group gap={4}>
        {foundIn.map((place) => (
          <Badge key={place} variant="default" tt="none">
            {t(`in${place}`)}
          </Badge>
        ))}
      </Group>
    ),
  };
  const [number, person, ...rest] = columns as readonly DataColumn<Found>[];
  return (
    <>
      {found.data?.pages.some(({ degraded }) => degraded) && (
        <Alert color="gray" icon={<IconAlertTriangle />} mb="sm">
          {t('degraded')}
        </Alert>
      )}
      <DataTable
        caption={t('found')}
        columns={[number, person, where, ...rest].filter((column) => column !== undefined)}
        rows={found.data?.pages.flatMap(({ items }) => items)}
        rowId={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: `/cases/${id}` as string })}
        empty={<Empty icon={IconSearchOff} title={t('nothingFound')} text={t('searchHelp')} />}
        error={found.error}
        onRetry={() => void found.refetch()}
        onMore={found.hasNextPage ? () => void found.fetchNextPage() : undefined}
        isLoadingMore={found.isFetchingNextPage}
        minWidth={760}
      />
      <Text size="xs" c="dimmed" mt="xs">
        {t('searchHelp')}
      </Text>
    </>
  );
}
