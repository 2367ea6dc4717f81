// All running deadlines: a month at a glance or a list, what is overdue always on top, and an address for calendar programs.
import {
  Alert,
  Anchor,
  Button,
  Group,
  SegmentedControl,
  Skeleton,
  Stack,
  Table,
  Text,
  Title,
  VisuallyHidden,
} from '@mantine/core';
import { IconAlertTriangle, IconCalendarOff, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Calendar } from '../../api/case-types.ts';
import { api } from '../../api/client.ts';
import { ClockBadge } from '../../components/clock-badge.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DownloadMenu } from '../../components/download-menu.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { caseStateWords } from '../../i18n/case-words.ts';
import { clockNameWords } from '../../i18n/clock-words.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { monthTitle, weekdayNames } from '../../i18n/weekdays.ts';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import styles from '../cases/cases.module.css';
import { CalendarFeed } from './calendar-feed.tsx';
import { deadlineTexts } from './deadline-texts.ts';
import { daysOf, monthAfter } from './month.ts';

type Deadline = Calendar['items'][number];

function Entry({ one }: { one: Deadline }) {
  const t = useTexts(deadlineTexts);
  const clock = useWords(clockNameWords);
  return (
    <Anchor
      size="xs"
      display="block"
      fw={one.overdue ? 700 : 400}
      c={one.overdue ? 'var(--mantine-color-text)' : undefined}
      renderRoot={(props) => <Link to={`/cases/${one.caseId}` as string} {...props} />}
    >
      <span style={{ whiteSpace: 'nowrap' }}>{one.caseNumber}</span> ·{' '}
      {one.overdue && <IconAlertTriangle size={12} aria-label={t('overdue')} />} {clock(one.key)}
    </Anchor>
  );
}

function Month({ month, items }: { month: Date; items: readonly Deadline[] }) {
  const t = useTexts(deadlineTexts);
  const { locale } = useLocale();
  const today = new Date().toDateString();
  const weeks = daysOf(month);
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table withColumnBorders withTableBorder className={styles['month'] as string} highlightOnHover={false}>
        <Table.Caption>
          <VisuallyHidden>{t('title')}</VisuallyHidden>
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {weekdayNames(locale).map((name) => (
              <Table.Th key={name} scope="col">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {weeks.map((week) => (
            <Table.Tr key={week[0]?.toISOString()}>
              {week.map((day) => {
                const here = items.filter(
                  ({ dueAt }) => new Date(dueAt).toDateString() === day.toDateString(),
                );
                const other = day.getMonth() !== month.getMonth();
                return (
                  <Table.Td
                    key={day.toISOString()}
                    className={`${styles['day']} ${day.toDateString() === today ? styles['today'] : ''}`}
                  >
                    <Text size="xs" fw={600} c={other ? 'dimmed' : undefined}>
                      {day.getDate()}
                    </Text>
                    {here.slice(0, 4).map((one) => (
                      <Entry key={`${one.caseId} ${one.key} ${one.dueAt}`} one={one} />
                    ))}
                    {here.length > 4 && (
                      <Text size="xs" c="dimmed">
                        {t('more', { count: here.length - 4 })}
                      </Text>
                    )}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function DeadlineList({ items }: { items: readonly Deadline[] }) {
  const t = useTexts(deadlineTexts);
  const clock = useWords(clockNameWords);
  const state = useWords(caseStateWords);
  const { locale } = useLocale();
  const navigate = useNavigate();
  return (
    <DataTable
      caption={t('title')}
      rows={items}
      rowId={(one) => `${one.caseId} ${one.key} ${one.dueAt}`}
      onOpen={({ caseId }) => void navigate({ to: `/cases/${caseId}` as string })}
      empty={<Empty icon={IconCalendarOff} title={t('none')} />}
      columns={[
        {
          id: 'due',
          header: t('due'),
          sortBy: (one) => one.dueAt,
          cell: (one) => formatDateTime(locale, one.dueAt),
        },
        {
          id: 'left',
          header: t('left'),
          cell: (one) => <ClockBadge dueAt={one.dueAt} warnMinutes={3 * 24 * 60} />,
        },
        { id: 'clock', header: t('clock'), sortBy: (one) => clock(one.key), cell: (one) => clock(one.key) },
        { id: 'case', header: t('case'), sortBy: (one) => one.caseNumber, cell: (one) => one.caseNumber },
        {
          id: 'state',
          header: t('stage'),
          sortBy: (one) => state(one.state),
          cell: (one) => state(one.state),
        },
        { id: 'type', header: t('type'), sortBy: (one) => one.type, cell: (one) => t(one.type) },
      ]}
    />
  );
}

export function DeadlinesPage() {
  const t = useTexts(deadlineTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const [view, setView] = useState<'month' | 'list'>('month');
  const [month, setMonth] = useState(() => new Date(new Date().getFullYear(), new Date().getMonth(), 1));
  const deadlines = useQuery({
    queryKey: ['cases', 'deadlines'],
    queryFn: () => api.get<Calendar>('/v1/deadlines', { query: { limit: 500 } }),
  });
  const items = deadlines.data?.items ?? [];
  const over = items.filter(({ overdue }) => overdue);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {(may('case.propose') || may('report.freeze')) && (
            <DownloadMenu path="/v1/reports/R-3" query={{ language: locale }} name="R-3" />
          )}
          <SegmentedControl
            aria-label={t('view')}
            value={view}
            onChange={(next) => setView(next as 'month')}
            data={[
              { value: 'month', label: t('month') },
              { value: 'list', label: t('list') },
            ]}
          />
        </>
      }
    >
      <Stack>
        {deadlines.error && <ProblemNote error={deadlines.error} onRetry={() => void deadlines.refetch()} />}
        {deadlines.isPending && <Skeleton h={420} />}
        {over.length > 0 && (
          <Alert color="red" icon={<IconAlertTriangle />} title={t('overdueCount', { count: over.length })}>
            {over.map((one) => (
              <Entry key={`${one.caseId} ${one.key} ${one.dueAt}`} one={one} />
            ))}
          </Alert>
        )}
        {deadlines.data && view === 'list' && <DeadlineList items={items} />}
        {deadlines.data && view === 'month' && (
          <>
            <Group gap="xs">
              <Button
                variant="default"
                size="xs"
                aria-label={t('before')}
                onClick={() => setMonth(monthAfter(month, -1))}
              >
                <IconChevronLeft size={16} />
              </Button>
              <Title order={2} size="h5" miw={170} ta="center" aria-live="polite">
                {monthTitle(locale, month.getFullYear(), month.getMonth() + 1)}
              </Title>
              <Button
                variant="default"
                size="xs"
                aria-label={t('after')}
                onClick={() => setMonth(monthAfter(month, 1))}
              >
                <IconChevronRight size={16} />
              </Button>
            </Group>
            <Month month={month} items={items} />
          </>
        )}
        {may('case.write') && <CalendarFeed />}
      </Stack>
    </Page>
  );
}
