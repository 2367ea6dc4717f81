// The clocks of a case as bars: what started each, how long is left, and OVERDUE, which nothing on this screen can hide.
import { Badge, Box, Button, Collapse, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconClockPause, IconHourglass } from '@tabler/icons-react';
import { useState } from 'react';
import type { CaseView, DeadlineView } from '../../api/case-types.ts';
import { ClockBadge } from '../../components/clock-badge.tsx';
import { useNow } from '../../components/use-now.ts';
import { formatDateTime } from '../../i18n/dates.ts';
import { useLocale, useTexts } from '../../i18n/texts.tsx';
import { useWords } from '../../i18n/words.ts';
import { useSession } from '../../session/session.tsx';
import { caseTexts } from './case-texts.ts';
import styles from './cases.module.css';
import { ClockChange } from './clock-change.tsx';
import { clockTexts } from './clock-texts.ts';

const DAY_MINUTES = 24 * 60;

/** Part of the time that has gone, 0 to 1. */
const gone = ({ startedAt, dueAt }: DeadlineView, now: number): number => {
  const [from, to] = [Date.parse(startedAt), Date.parse(dueAt)];
  return to <= from ? 1 : Math.min(1, Math.max(0, (now - from) / (to - from)));
};

function ClockHistory({ clock }: { clock: DeadlineView }) {
  const t = useTexts(clockTexts);
  const words = useWords(clockTexts);
  const { locale } = useLocale();
  return (
    <Stack gap={2} mt="xs">
      <Text size="xs" c="dimmed">
        {t('basis')}: {clock.basis} · {clock.zone}
      </Text>
      <Text size="xs" c="dimmed">
        {t('profile')}: {clock.profile} v{clock.profileVersion}
        {clock.legalRef ? ` · ${clock.legalRef}` : ''}
      </Text>
      {clock.changes.map((change) => (
        <Text size="xs" key={`${change.at} ${change.kind}`}>
          {formatDateTime(locale, change.at)} · {words(change.kind)}
          {change.dueAfter && ` · ${t('due', { at: formatDateTime(locale, change.dueAfter) })}`}
          {change.reason && ` · ${change.reason}`}
        </Text>
      ))}
    </Stack>
  );
}

function ClockBar({ clock, caseId, version }: { clock: DeadlineView; caseId: string; version: number }) {
  const t = useTexts(clockTexts);
  const { locale } = useLocale();
  const { may } = useSession();
  const now = useNow();
  const [open, { toggle }] = useDisclosure();
  const [change, setChange] = useState<'extension' | 'recomputation' | null>(null);
  // What ran out since the page was read.
  const isOver = clock.status === 'RUNNING' && Date.parse(clock.dueAt) <= now;
  const ended = clock.status === 'STOPPED' || clock.status === 'ENDED' || (clock.term && isOver);
  const overdue = clock.status === 'OVERDUE' || isOver;
  const tone = ended
    ? styles['calm']
    : overdue
      ? styles['over']
      : gone(clock, now) > 0.75
        ? styles['near']
        : '';
  return (
    <li className={styles['clock']}>
      <Group justify="space-between" gap="xs" wrap="wrap">
        <Group gap={8}>
          <Text fw={600} size="sm">
            {clock.text}
          </Text>
          <Badge variant="default" tt="none" fw={500}>
            {t(clock.type)}
          </Badge>
        </Group>
        {ended ? (
          <Badge variant="default" tt="none">
            {t(clock.status === 'STOPPED' ? 'STOPPED' : 'ENDED')}
          </Badge>
        ) : clock.status === 'PAUSED' ? (
          <Badge
            color="gray"
            variant="light"
            tt="none"
            leftSection={<IconClockPause size={14} aria-hidden />}
          >
            {t('PAUSED')}
          </Badge>
        ) : (
          <Group gap={6}>
            {overdue && (
              <Text size="sm" fw={800}>
                {t('OVERDUE')}
              </Text>
            )}
            <ClockBadge dueAt={clock.dueAt} warnMinutes={3 * DAY_MINUTES} />
          </Group>
        )}
      </Group>
      <Box className={styles['track']} aria-hidden mt={6}>
        <Box className={`${styles['fill']} ${tone}`} style={{ width: `${gone(clock, now) * 100}%` }} />
      </Box>
      <Group justify="space-between" gap="xs" mt={4}>
        <Text size="xs" c="dimmed">
          {t('started', { at: formatDateTime(locale, clock.startedAt) })}
        </Text>
        <Text size="xs" c="dimmed">
          {t('due', { at: formatDateTime(locale, clock.dueAt) })}
          {clock.extendedDays > 0 && ` · ${t('extended', { count: clock.extendedDays })}`}
        </Text>
      </Group>
      <Group gap="xs" mt={4}>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          onClick={toggle}
          aria-expanded={open}
          leftSection={<IconHourglass size={13} aria-hidden />}
        >
          {t('history')}
        </Button>
        {may('case.write') && !ended && (
          <>
            {clock.extensible && (
              <Button size="compact-xs" variant="subtle" onClick={() => setChange('extension')}>
                {t('extend')}
              </Button>
            )}
            <Button size="compact-xs" variant="subtle" onClick={() => setChange('recomputation')}>
              {t('recompute')}
            </Button>
          </>
        )}
      </Group>
      <Collapse expanded={open}>
        <ClockHistory clock={clock} />
      </Collapse>
      {change && (
        <ClockChange
          caseId={caseId}
          version={version}
          clock={clock}
          kind={change}
          onClose={() => setChange(null)}
        />
      )}
    </li>
  );
}

export function Clocks({ file }: { file: CaseView }) {
  const t = useTexts(caseTexts);
  const tClock = useTexts(clockTexts);
  const [open, { toggle }] = useDisclosure();
  const order = [...file.deadlines].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  const isEnded = ({ status }: DeadlineView) => status === 'STOPPED' || status === 'ENDED';
  const running = order.filter((clock) => !isEnded(clock));
  const ended = order.filter(isEnded);
  const bars = (clocks: readonly DeadlineView[]) => (
    <ul className={styles['plain']}>
      {clocks.map((clock) => (
        <ClockBar key={clock.id} clock={clock} caseId={file.id} version={file.version} />
      ))}
    </ul>
  );
  return (
    <Stack gap="sm">
      {running.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('noClocks')}
        </Text>
      ) : (
        bars(running)
      )}
      {ended.length > 0 && (
        <div>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={toggle} aria-expanded={open}>
            {tClock('ended')} ({ended.length})
          </Button>
          <Collapse expanded={open}>{bars(ended)}</Collapse>
        </div>
      )}
    </Stack>
  );
}
