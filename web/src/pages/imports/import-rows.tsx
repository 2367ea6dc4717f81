// What became of each record: all, those with remarks, probable duplicates, or what a take-back left alone.
import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/client.ts';
import type { ImportDetail, RowPage } from '../../api/interchange-types.ts';
import { DataTable } from '../../components/data-table.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { Section } from '../../components/section.tsx';
import { useTexts } from '../../i18n/texts.tsx';
import { Remarks } from './import-likely.tsx';
import { importsTexts } from './imports-texts.ts';

export function ImportRows({ one }: { one: ImportDetail }) {
  const t = useTexts(importsTexts);
  const takenBack = one.status === 'TAKEN_BACK';
  const [show, setShow] = useState<string>(takenBack ? 'LEFT' : 'ALL');
  const choices = (['ALL', 'FAULTS', 'DUPLICATES', 'LEFT'] as const).filter(
    (value) => value !== 'LEFT' || takenBack,
  );
  const rows = useInfiniteQuery({
    queryKey: ['import-rows', one.id, one.version, show],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      api.get<RowPage>(`/v1/imports/${one.id}/rows`, { query: { show, limit: 50, cursor: pageParam } }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return (
    <Section
      title={t('results')}
      actions={
        <Button
          variant="default"
          size="xs"
          leftSection={<IconDownload size={15} />}
          onClick={() =>
            void api
              .blob(`/v1/imports/${one.id}/faults`)
              .then((blob) => saveBlob(blob, `${one.fileName}-faults.csv`))
          }
        >
          {t('saveFaults')}
        </Button>
      }
    >
      <Stack gap="sm">
        <SegmentedControl
          aria-label={t('results')}
          value={show}
          onChange={setShow}
          data={choices.map((value) => ({ value, label: t(value) }))}
          maw={560}
        />
        <DataTable
          caption={t('results')}
          rows={rows.data?.pages.flatMap(({ items }) => items)}
          rowId={({ line }) => String(line)}
          error={rows.data ? undefined : rows.error}
          onRetry={() => void rows.refetch()}
          onMore={rows.hasNextPage ? () => void rows.fetchNextPage() : undefined}
          isLoadingMore={rows.isFetchingNextPage}
          empty={<Text c="dimmed">{t('nothingHere')}</Text>}
          minWidth={700}
          columns={[
            { id: 'line', header: t('line'), align: 'right', width: 70, cell: ({ line }) => line },
            {
              id: 'result',
              header: t('result'),
              width: 240,
              cell: ({ status, fate }) => <Text size="sm">{t(fate ?? status)}</Text>,
            },
            {
              id: 'remarks',
              header: t('remarks'),
              cell: ({ faults, duplicates }) => <Remarks faults={faults} duplicates={duplicates} />,
            },
            {
              id: 'person',
              header: t('person'),
              width: 170,
              cell: ({ personId }) =>
                personId && (
                  <Button component={Link} to={`/persons/${personId}`} variant="subtle" size="compact-sm">
                    {t('openPerson')}
                  </Button>
                ),
            },
          ]}
        />
      </Stack>
    </Section>
  );
}
