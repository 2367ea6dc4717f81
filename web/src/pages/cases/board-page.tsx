// All cases by stage, the most urgent first: where they stand, for how long, and which clock is nearest.
import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconGavel, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Board, CaseEntry } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { ClockBadge } from '../../components/clock-badge.tsx';
import { DownloadMenu } from '../../components/download-menu.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { caseStateWords, custodyWords } from '../../i18n/case-words.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { CaseFilters, filterQuery, NO_FILTER } from './case-filters.tsx';
import styles from './cases.module.css';
import { listTexts } from './list-texts.ts';

type Column = Board['columns'][number];

const ORDER = Object.keys(caseStateWords);

function Card({ one }: { one: CaseEntry }) {
  const t = useTexts(listTexts);
  const custody = useWords(custodyWords);
  return (
    <li>
      <Link
        to={`/cases/${one.id}` as string}
        className={`${styles['card']} ${one.overdue ? styles['late'] : ''}`}
      >
        <Group justify="space-between" wrap="nowrap" gap={6}>
          <Text size="sm" fw={600} truncate>
            {one.caseNumber}
          </Text>
          <Text size="xs" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {t('daysShort', { count: one.daysInState })}
          </Text>
        </Group>
        <Text size="xs">
          {one.requestingState} → {one.requestedState} · {one.registryNumber}
        </Text>
        <Text size="xs" c="dimmed">
          {custody(one.custody)}
        </Text>
        {one.nextDueAt && (
          <Group mt={6}>
            <ClockBadge dueAt={one.nextDueAt} warnMinutes={3 * 24 * 60} size="sm" />
          </Group>
        )}
      </Link>
    </li>
  );
}

function BoardColumn({ column }: { column: Column }) {
  const t = useTexts(listTexts);
  const state = useWords(caseStateWords);
  return (
    <section className={styles['column']} aria-label={state(column.state)}>
      <Group justify="space-between" wrap="nowrap" mb={8}>
        <Title order={2} size="h6">
          {state(column.state)}
        </Title>
        <Text size="sm" fw={600}>
          {column.count}
        </Text>
      </Group>
      {column.overdue > 0 && (
        <Group gap={4} mb={6}>
          <IconAlertTriangle size={14} aria-hidden />
          <Text size="xs" fw={600}>
            {t('late', { count: column.overdue })}
          </Text>
        </Group>
      )}
      <Stack component="ul" gap={8} className={styles['plain'] as string}>
        {column.items.map((one) => (
          <Card key={one.id} one={one} />
        ))}
      </Stack>
      {column.count > column.items.length && (
        <Text size="xs" c="dimmed" mt={8}>
          {t('more', { count: column.count - column.items.length })}
        </Text>
      )}
    </section>
  );
}

export function BoardPage() {
  const t = useTexts(listTexts);
  const { may } = useSession();
  const { locale } = useLocale();
  const [filter, setFilter] = useState(NO_FILTER);
  const board = useQuery({
    queryKey: ['cases', 'board', filter],
    queryFn: () => api.get<Board>('/v1/case-board', { query: filterQuery(filter) }),
  });
  const columns = [...(board.data?.columns ?? [])].sort(
    (a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state),
  );
  return (
    <Page
      title={t('board')}
      actions={
        <Group gap="xs">
          {(may('case.propose') || may('report.freeze')) && (
            <DownloadMenu path="/v1/reports/R-2" query={{ language: locale }} name="R-2" />
          )}
          <Button variant="default" renderRoot={(props) => <Link to={'/cases' as string} {...props} />}>
            {t('cases')}
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
      <CaseFilters filter={filter} onChange={setFilter} withStage={false} />
      {board.error ? (
        <ProblemNote error={board.error} onRetry={() => void board.refetch()} />
      ) : board.isPending ? (
        <Group align="flex-start" wrap="nowrap" aria-busy>
          {[0, 1, 2, 3].map((column) => (
            <Skeleton key={column} h={320} w={264} />
          ))}
        </Group>
      ) : columns.length === 0 ? (
        <Empty icon={IconGavel} title={t('boardEmpty')} text={t('noneText')} />
      ) : (
        <section className={styles['board']} aria-label={t('board')}>
          {columns.map((column) => (
            <BoardColumn key={column.state} column={column} />
          ))}
        </section>
      )}
    </Page>
  );
}
