// A date of which only a part may be known: shown with what is unknown, typed in three fields, never made up.
import { Group, Input, Select, TextInput } from '@mantine/core';
import { type ReactNode, useEffect, useId, useState } from 'react';
import { monthNames } from '../i18n/dates.ts';
import { four } from '../i18n/four.ts';
import { type TextTable, useLocale, useTexts } from '../i18n/texts.tsx';

const texts = {
  day: four('Күнү', 'День', 'Күні', 'Day'),
  month: four('Айы', 'Месяц', 'Айы', 'Month'),
  year: four('Жылы', 'Год', 'Жылы', 'Year'),
  unknown: four('белгисиз', 'неизвестен', 'белгісіз', 'unknown'),
} satisfies TextTable;

const two = (text: string): string => text.padStart(2, '0');

/** @returns what the three fields say, cut at the first unknown part, as the API writes it; empty without a year */
const joined = (year: string, month: string, day: string): string => {
  if (year === '') return '';
  if (month === '') return year;
  return day === '' ? `${year}-${two(month)}` : `${year}-${two(month)}-${two(day)}`;
};

const partsOf = (value: string) => {
  const [year = '', month = '', day = ''] = value.split('-');
  return { year, month: month.replace(/^0/, ''), day: day.replace(/^0/, '') };
};

export interface PartialDateInputProps {
  readonly label: string;
  readonly value: string;
  onChange(value: string): void;
  readonly error?: ReactNode;
  readonly description?: ReactNode;
}

export function PartialDateInput({ label, value, onChange, error, description }: PartialDateInputProps) {
  const t = useTexts(texts);
  const { locale } = useLocale();
  const id = useId();
  const [parts, setParts] = useState(() => partsOf(value));
  // What comes from outside wins, unless it is what was just typed.
  useEffect(() => {
    setParts((now) => (joined(now.year, now.month, now.day) === value ? now : partsOf(value)));
  }, [value]);
  const set = (change: Partial<typeof parts>) => {
    const next = { ...parts, ...change };
    setParts(next);
    onChange(joined(next.year, next.month, next.month === '' ? '' : next.day));
  };
  return (
    <Input.Wrapper
      label={label}
      labelElement="div"
      labelProps={{ id }}
      error={error}
      description={description}
    >
      <Group gap="xs" wrap="nowrap" role="group" aria-labelledby={id} align="flex-start">
        <TextInput
          aria-label={t('day')}
          placeholder={t('day')}
          value={parts.day}
          onChange={({ currentTarget }) => set({ day: currentTarget.value.replace(/\D/g, '').slice(0, 2) })}
          inputMode="numeric"
          w={72}
        />
        <Select
          aria-label={t('month')}
          placeholder={t('month')}
          data={monthNames(locale).map((name, index) => ({ value: String(index + 1), label: name }))}
          value={parts.month === '' ? null : parts.month}
          onChange={(month) => set({ month: month ?? '' })}
          clearable
          searchable
          flex={1}
          maw={180}
        />
        <TextInput
          aria-label={t('year')}
          placeholder={t('year')}
          value={parts.year}
          onChange={({ currentTarget }) => set({ year: currentTarget.value.replace(/\D/g, '').slice(0, 4) })}
          inputMode="numeric"
          w={86}
        />
      </Group>
    </Input.Wrapper>
  );
}
