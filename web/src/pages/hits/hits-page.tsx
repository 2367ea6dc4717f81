// The queue of second line and of owners: what is open, for how long still, and what has just come.
import { Badge, Button, Group, SegmentedControl, Text } from '@mantine/core';
import {
  IconBell,
  IconBellOff,
  IconBroadcast,
  IconPlugConnectedX,
  IconShieldCheck,
} from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { HitEntry } from '../../api/types.ts';
import { ClockBadge } from '../../components/clock-badge.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { Page } from '../../components/page.tsx';
import { formatDate, formatTime } from '../../i18n/dates.ts';
import { bandWords } from '../../i18n/match-words.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import type { LineState } from '../../session/event-stream.ts';
import { setLoud, useLoud } from '../../session/loudness.ts';
import { useSession } from '../../session/session.tsx';
import { HitAlert, HitStatus } from './hit-signs.tsx';
import { alarmWords, directionWords } from './hit-words.ts';
import { hitsTexts } from './hits-texts.ts';
import { useHits, useHitsLive, type Which } from './use-hits.ts';

export function LineBadge({ line }: { line: LineState }) {
  const t = useTexts(hitsTexts);
  const lost = line === 'lost';
  return (
    <Badge
      size="lg"
      tt="none"
      fw={600}
      maw="none"
      variant={lost ? 'filled' : 'light'}
      color={lost ? 'grape.9' : line === 'live' ? 'pine' : 'gray'}
      leftSection={
        lost ? <IconPlugConnectedX size={15} aria-hidden /> : <IconBroadcast size={15} aria-hidden />
      }
      role="status"
      data-live={line}
    >
      {t(line)}
    </Badge>
  );
}

/** The first clock to run out decides where a row stands. */
const firstClock = ({ clocks }: HitEntry) => [...clocks].sort((a, b) => a.endsAt.localeCompare(b.endsAt))[0];

function useColumns() {
  const t = useTexts(hitsTexts);
  const band = useTexts(bandWords);
  const alarm = useTexts(alarmWords);
  const direction = useTexts(directionWords);
  const { locale } = useLocale();
  return useMemo(
    () => [
      {
        id: 'at',
        header: t('at'),
        width: 132,
        sortBy: (hit: HitEntry) => Date.parse(hit.at),
        cell: (hit: HitEntry) => (
          <>
            <Text size="sm" fw={600}>
              {formatTime(hit.at)}{' '}
              <Text component="span" ff="monospace" size="sm" fw={400}>
                {hit.reference}
              </Text>
            </Text>
            <Text size="xs" c="dimmed">
              {formatDate(locale, hit.at)}
            </Text>
          </>
        ),
      },
      { id: 'alert', header: t('alert'), cell: (hit: HitEntry) => <HitAlert hit={hit} /> },
      {
        id: 'place',
        header: t('place'),
        sortBy: (hit: HitEntry) => hit.checkpoint ?? '',
        cell: (hit: HitEntry) => (
          <>
            <Text size="sm">{hit.checkpoint ?? t('unknownPlace')}</Text>
            <Text size="xs" c="dimmed">
              {[hit.state, hit.lane, hit.direction && direction(hit.direction as 'ENTRY'), hit.transport]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </>
        ),
      },
      {
        id: 'band',
        header: t('band'),
        cell: (hit: HitEntry) => <Text size="sm">{band(hit.band as 'STRONG')}</Text>,
      },
      { id: 'status', header: t('status'), cell: (hit: HitEntry) => <HitStatus status={hit.status} /> },
      {
        id: 'clock',
        header: t('clock'),
        sortBy: (hit: HitEntry) => Date.parse(firstClock(hit)?.endsAt ?? '9999-01-01'),
        cell: (hit: HitEntry) => {
          const clock = firstClock(hit);
          return clock ? <ClockBadge dueAt={clock.endsAt} label={alarm(clock.clock)} warnMinutes={3} /> : '–';
        },
      },
    ],
    [t, band, alarm, direction, locale],
  );
}

export function HitsPage() {
  const t = useTexts(hitsTexts);
  const { may } = useSession();
  const go = useNavigate();
  const [which, setWhich] = useState<Which>('open');
  const loud = useLoud();
  const line = useHitsLive();
  const { hits, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHits(which);
  const columns = useColumns();
  return (
    <Page
      title={t('title')}
      actions={
        <>
          <LineBadge line={line} />
          {(may('hit.decide') || may('hit.answer')) && (
            <Button
              variant="default"
              leftSection={loud ? <IconBell size={17} /> : <IconBellOff size={17} />}
              aria-pressed={loud}
              onClick={() => setLoud(!loud)}
            >
              {t(loud ? 'soundOn' : 'soundOff')}
            </Button>
          )}
          {may('hit.decide') && (
            <Button
              variant="default"
              leftSection={<IconShieldCheck size={17} />}
              renderRoot={(props) => <Link to="/hits/not-same" {...props} />}
            >
              {t('memory')}
            </Button>
          )}
        </>
      }
    >
      <Group mb="md">
        <SegmentedControl
          aria-label={t('filter')}
          value={which}
          onChange={(next) => setWhich(next as Which)}
          data={(['open', 'closed', 'silent'] as const).map((value) => ({ value, label: t(value) }))}
        />
      </Group>
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={hits}
        rowId={({ id }) => id}
        onOpen={({ id }) => void go({ to: '/hits/$hitId', params: { hitId: id } })}
        empty={<Empty icon={IconShieldCheck} title={t('emptyTitle')} text={t('emptyText')} />}
        error={hits ? undefined : error}
        onRetry={() => void refetch()}
        onMore={hasNextPage ? () => void fetchNextPage() : undefined}
        isLoadingMore={isFetchingNextPage}
        minWidth={680}
      />
    </Page>
  );
}
