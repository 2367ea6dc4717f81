// All cases that the reader may see, as a list that can be filtered, sorted and walked with the keys.
import { Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconGavel, IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { CaseEntry, CasePageOf } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { ClockBadge } from '../../components/clock-badge.tsx';
import { type DataColumn, DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { caseStateWords, custodyWords } from '../../i18n/case-words.ts';
import { useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { CaseFilters, filterQuery, NO_FILTER } from './case-filters.tsx';
import { CaseSearch } from './case-search.tsx';
import styles from './cases.module.css';
import { listTexts } from './list-texts.ts';

function useColumns(): DataColumn<CaseEntry>[] {
  const t = useTexts(listTexts);
  const state = useWords(caseStateWords);
  const custody = useWords(custodyWords);
  return useMemo(
    () => [
      {
        id: 'number',
        header: t('number'),
        sortBy: (one) => one.caseNumber,
        cell: (one) => (
          <>
            <Text size="sm" fw={600} className={styles['line'] as string}>
              {one.caseNumber}
            </Text>
            {one.ownReference && (
              <Text size="xs" c="dimmed">
                {one.ownReference}
              </Text>
            )}
          </>
        ),
      },
      {
        id: 'person',
        header: t('person'),
        sortBy: (one) => one.registryNumber,
        cell: (one) => <span className={styles['line']}>{one.registryNumber}</span>,
      },
      {
        id: 'parties',
        header: t('parties'),
        sortBy: (one) => `${one.requestingState}${one.requestedState}`,
        cell: (one) => (
          <>
            {one.requestingState} → {one.requestedState}
            <Text size="xs" c="dimmed">
              {t(one.direction)}
            </Text>
          </>
        ),
      },
      { id: 'stage', header: t('stage'), sortBy: (one) => state(one.state), cell: (one) => state(one.state) },
      {
        id: 'days',
        header: t('days'),
        sortBy: (one) => one.daysInState,
        cell: (one) => one.daysInState,
        align: 'right',
      },
      {
        id: 'custody',
        wideOnly: true,
        header: t('custody'),
        sortBy: (one) => custody(one.custody),
        cell: (one) => custody(one.custody),
      },
      {
        id: 'next',
        header: t('next'),
        sortBy: (one) => one.nextDueAt ?? '9',
        cell: (one) =>
          one.nextDueAt ? (
            <ClockBadge dueAt={one.nextDueAt} warnMinutes={3 * 24 * 60} />
          ) : (
            <Text size="xs" c="dimmed">
              {t('noClock')}
            </Text>
          ),
      },
    ],
    [t, state, custody],
  );
}

export function CasesPage() {
  const t = useTexts(listTexts);
  const { may } = useSession();
  const navigate = useNavigate();
  const columns = useColumns();
  const [filter, setFilter] = useState(NO_FILTER);
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const ask = useDebouncedCallback(setText, 400);
  const cases = useInfiniteQuery({
    queryKey: ['cases', 'list', filter],
    queryFn: ({ pageParam }) =>
      api.get<CasePageOf>('/v1/cases', { query: { ...filterQuery(filter), cursor: pageParam, limit: 50 } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return (
    <Page
      title={t('cases')}
      actions={
        <Group gap="xs">
          <Button variant="default" renderRoot={(props) => <Link to={'/board' as string} {...props} />}>
            {t('board')}
          </Button>
          {may('case.propose') && (
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              renderRoot={(props) => <Link to={'/cases/new' as string} {...props} />}
            >
              {t('new')}
            </Button>
          )}
        </Group>
      }
    >
      <TextInput
        label={t('searchAll')}
        leftSection={<IconSearch size={16} aria-hidden />}
        type="search"
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          ask(currentTarget.value);
        }}
        maxLength={200}
        maw={520}
        mb="md"
        className="no-print"
      />
      {text.trim().length >= 2 ? (
        <CaseSearch text={text.trim()} columns={columns} />
      ) : (
        <>
          <CaseFilters filter={filter} onChange={setFilter} withSearch={false} />
          <DataTable
            caption={t('cases')}
            columns={columns}
            rows={cases.data?.pages.flatMap(({ items }) => items)}
            rowId={({ id }) => id}
            onOpen={({ id }) => void navigate({ to: `/cases/${id}` as string })}
            empty={<Empty icon={IconGavel} title={t('none')} text={t('noneText')} />}
            error={cases.error}
            onRetry={() => void cases.refetch()}
            onMore={cases.hasNextPage ? () => void cases.fetchNextPage() : undefined}
            isLoadingMore={cases.isFetchingNextPage}
            minWidth={720}
          />
        </>
      )}
    </Page>
  );
}
