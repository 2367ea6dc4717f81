// The small button of a date field that opens a month to choose from; the month is fetched when somebody first wants it.
import { ActionIcon, Popover, Skeleton } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { type ComponentType, lazy, Suspense } from 'react';
import { four } from '../i18n/four.ts';
import { type TextTable, useTexts } from '../i18n/texts.tsx';
import type { MonthGridProps } from './month-grid.tsx';

const texts = {
  choose: four('Календардан тандоо', 'Выбрать в календаре', 'Күнтізбеден таңдау', 'Choose from the calendar'),
} satisfies TextTable;

/** Without a line the field stays what it is: dates are typed. */
const MonthGrid = lazy<ComponentType<MonthGridProps>>(() =>
  import('./month-grid.tsx').then(
    (module) => ({ default: module.MonthGrid }),
    () => ({ default: () => null }),
  ),
);

/** By the clock of the reader. */
function todayHere(): string {
  const now = new Date();
  return [
    now.getFullYear(),
    String(now.getMonth() + 1).padStart(2, '0'),
    String(now.getDate()).padStart(2, '0'),
  ].join('-');
}

interface CalendarButtonProps {
  readonly isOpen: boolean;
  setOpen(open: boolean): void;
  /** ISO day, or empty. */
  readonly chosen: string;
  onChoose(day: string): void;
  readonly disabled?: boolean;
}

export function CalendarButton({ isOpen, setOpen, chosen, onChoose, disabled = false }: CalendarButtonProps) {
  const t = useTexts(texts);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('choose')}
          disabled={disabled}
          onClick={() => setOpen(!isOpen)}
        >
          <IconCalendar size={16} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={t('choose')}>
        <Suspense fallback={<Skeleton w={252} h={250} />}>
          <MonthGrid chosen={chosen} today={todayHere()} onChoose={onChoose} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
