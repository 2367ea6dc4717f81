// A clock that runs: what is left or by how much it is overdue, in words, sign and colour.
import { Badge } from '@mantine/core';
import { IconAlarm, IconClock, IconClockExclamation } from '@tabler/icons-react';
import { formatDateTime } from '../i18n/dates.ts';
import { formatSpan } from '../i18n/spans.ts';
import { type TextTable, useLocale, useTexts } from '../i18n/texts.tsx';
import { useNow } from './use-now.ts';

const clockTexts = {
  left: { ky: 'дагы {span}', ru: 'ещё {span}', kk: 'тағы {span}', en: '{span} left' },
  overdue: { ky: '{span} кечикти', ru: 'просрочено на {span}', kk: '{span} кешікті', en: '{span} overdue' },
} satisfies TextTable;

interface ClockBadgeProps {
  /** When it runs out. */
  readonly dueAt: string;
  /** What has to be done by then. */
  readonly label?: string;
  /** Amber from so many minutes before. */
  readonly warnMinutes?: number;
  readonly size?: 'sm' | 'md' | 'lg';
}

export function ClockBadge({ dueAt, label, warnMinutes = 5, size = 'md' }: ClockBadgeProps) {
  const t = useTexts(clockTexts);
  const { locale } = useLocale();
  const left = new Date(dueAt).getTime() - useNow();
  const overdue = left <= 0;
  const soon = !overdue && left <= warnMinutes * 60_000;
  const Sign = overdue ? IconClockExclamation : soon ? IconAlarm : IconClock;
  const words = t(overdue ? 'overdue' : 'left', { span: formatSpan(locale, left) });
  return (
    <Badge
      component="time"
      dateTime={dueAt}
      title={formatDateTime(locale, dueAt)}
      size={size}
      variant={overdue ? 'filled' : 'light'}
      color={overdue ? 'red.9' : soon ? 'orange' : 'gray'}
      c={overdue ? 'white' : 'light-dark(var(--mantine-color-dark-9), var(--mantine-color-gray-0))'}
      leftSection={<Sign size={14} aria-hidden />}
      tt="none"
      styles={{ label: { fontVariantNumeric: 'tabular-nums' } }}
    >
      {label ? `${label}: ${words}` : words}
    </Badge>
  );
}
