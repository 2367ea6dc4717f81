// A month to choose a day from, by mouse or by keys: arrows, Home and End, Page Up and Down (with Shift by years), Enter, Esc.
import { ActionIcon, Group, Text, UnstyledButton } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconChevronsLeft, IconChevronsRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { dayByKey, monthsAfter, weeksOf } from '../i18n/calendar.ts';
import { four } from '../i18n/four.ts';
import { type TextTable, useLocale, useTexts } from '../i18n/texts.tsx';
import { monthTitle, shortWeekdayNames, weekdayNames } from '../i18n/weekdays.ts';
import classes from './month-grid.module.css';

const texts = {
  yearBefore: four('Мурунку жыл', 'Предыдущий год', 'Алдыңғы жыл', 'Year before'),
  monthBefore: four('Мурунку ай', 'Предыдущий месяц', 'Алдыңғы ай', 'Month before'),
  monthAfter: four('Кийинки ай', 'Следующий месяц', 'Келесі ай', 'Month after'),
  yearAfter: four('Кийинки жыл', 'Следующий год', 'Келесі жыл', 'Year after'),
} satisfies TextTable;

/** Esc closes the month, not the dialog that it stands in. */
const ESC_STAYS = { 'data-mantine-stop-propagation': true };

export interface MonthGridProps {
  /** ISO day; empty when none is chosen. */
  readonly chosen: string;
  /** ISO day. */
  readonly today: string;
  onChoose(day: string): void;
}

export function MonthGrid({ chosen, today, onChoose }: MonthGridProps) {
  const t = useTexts(texts);
  const { locale } = useLocale();
  const [at, setAt] = useState(chosen || today);
  const days = useRef<HTMLTableSectionElement>(null);
  const isByKey = useRef(true);
  useEffect(() => {
    if (!isByKey.current) return;
    days.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus({ preventScroll: true });
  }, [at]);
  const [year = 0, month = 1] = at.split('-').map(Number);
  const short = shortWeekdayNames(locale);
  const long = weekdayNames(locale);
  /** Begins with what is seen, so that it can be asked for by voice. */
  const said = (day: string, weekday: number) =>
    [
      Number(day.slice(8)),
      long[weekday],
      monthTitle(locale, Number(day.slice(0, 4)), Number(day.slice(5, 7))),
    ].join(', ');
  const walk = (event: KeyboardEvent) => {
    const next = dayByKey(at, event.key, event.shiftKey);
    if (next === undefined) return;
    event.preventDefault();
    isByKey.current = true;
    setAt(next);
  };
  const turn = (name: keyof typeof texts, months: number, Icon: typeof IconChevronLeft) => (
    <ActionIcon
      {...ESC_STAYS}
      variant="subtle"
      color="gray"
      aria-label={t(name)}
      onClick={() => {
        // The focus stays on the button that was pressed.
        isByKey.current = false;
        setAt(monthsAfter(at, months));
      }}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
  return (
    <div>
      <Group gap={2} justify="space-between" wrap="nowrap" mb={4}>
        {turn('yearBefore', -12, IconChevronsLeft)}
        {turn('monthBefore', -1, IconChevronLeft)}
        <Text size="sm" fw={600} ta="center" flex={1} aria-live="polite">
          {monthTitle(locale, year, month)}
        </Text>
        {turn('monthAfter', 1, IconChevronRight)}
        {turn('yearAfter', 12, IconChevronsRight)}
      </Group>
      <table className={classes['grid']} aria-label={monthTitle(locale, year, month)}>
        <thead>
          <tr>
            {long.map((name, index) => (
              <th key={name} scope="col" abbr={name}>
                {short[index]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={days} onKeyDown={walk}>
          {weeksOf(at).map((week) => (
            <tr key={week[0]}>
              {week.map((day, index) => (
                <td key={day}>
                  <UnstyledButton
                    {...ESC_STAYS}
                    className={classes['day'] as string}
                    tabIndex={day === at ? 0 : -1}
                    // Where the focus goes when the month is shown again; the first time it comes later than the frame around it.
                    data-autofocus={day === at || undefined}
                    data-day={day}
                    data-other={day.slice(0, 7) !== at.slice(0, 7) || undefined}
                    data-today={day === today || undefined}
                    data-chosen={day === chosen || undefined}
                    aria-label={said(day, index)}
                    aria-pressed={day === chosen}
                    {...(day === today && { 'aria-current': 'date' })}
                    onClick={() => onChoose(day)}
                  >
                    {Number(day.slice(8))}
                  </UnstyledButton>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
