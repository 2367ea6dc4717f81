// A day, or a day and a time, typed in the form of the chosen language: the browser's own fields speak the browser's language.
import { TextInput, type TextInputProps } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { four } from '../i18n/four.ts';
import type { Locale } from '../i18n/locale.ts';
import { type TextTable, useLocale, useTexts } from '../i18n/texts.tsx';
import {
  dayAfter,
  dayPattern,
  momentPattern,
  readDay,
  readMoment,
  writeDay,
  writeMoment,
} from '../i18n/typed-dates.ts';
import { CalendarButton } from './calendar-button.tsx';

const texts = {
  wrong: four(
    'Мындай күн жок. Мындай жазыңыз: {pattern}',
    'Такой даты нет. Пишите так: {pattern}',
    'Мұндай күн жоқ. Былай жазыңыз: {pattern}',
    'There is no such date. Write it like this: {pattern}',
  ),
} satisfies TextTable;

interface Form {
  pattern(locale: Locale): string;
  read(text: string): string | undefined;
  write(locale: Locale, value: string): string;
  /** @returns the value with another day, chosen from the calendar */
  onDay(day: string, value: string): string;
}

const DAY: Form = { pattern: dayPattern, read: readDay, write: writeDay, onDay: (day) => day };
const MOMENT: Form = {
  pattern: momentPattern,
  read: readMoment,
  write: writeMoment,
  onDay: (day, value) => `${day}T${value.slice(11) || '00:00'}`,
};

const WAY: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

export interface DayInputProps extends Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'form'> {
  /** ISO text: YYYY-MM-DD, or YYYY-MM-DDTHH:MM by the clock of the reader. */
  readonly value: string | null;
  /** Called with an empty text while what is typed is no date; the field then keeps its form from being sent. */
  onChange(value: string): void;
}

function DateField({ form, value, onChange, ...field }: DayInputProps & { form: Form }) {
  const t = useTexts(texts);
  const { locale } = useLocale();
  const iso = value ?? '';
  const [text, setText] = useState(() => form.write(locale, iso));
  const [left, setLeft] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const isWrong = text.trim() !== '' && form.read(text) === undefined;
  const fault = isWrong ? t('wrong', { pattern: form.pattern(locale) }) : '';
  // What comes from outside wins, unless it is what was just typed.
  useEffect(() => {
    setText((now) => ((form.read(now) ?? '') === iso ? now : form.write(locale, iso)));
  }, [form, locale, iso]);
  // In another language the same day is written anew.
  useEffect(() => {
    setText((now) => form.write(locale, form.read(now) ?? '') || now);
  }, [form, locale]);
  useEffect(() => input.current?.setCustomValidity(fault), [fault]);
  const type = (next: string) => {
    setText(next);
    setLeft(false);
    const read = form.read(next) ?? '';
    if (read !== iso) onChange(read);
  };
  const walk = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowDown') {
      event.preventDefault();
      setOpen(true);
      return;
    }
    const way = WAY[event.key];
    if (way === undefined || iso === '') return;
    event.preventDefault();
    type(form.write(locale, `${dayAfter(iso.slice(0, 10), way)}${iso.slice(10)}`));
  };
  return (
    <TextInput
      {...field}
      ref={input}
      value={text}
      placeholder={form.pattern(locale)}
      onChange={({ currentTarget }) => type(currentTarget.value)}
      onKeyDown={walk}
      onBlur={() => {
        setLeft(true);
        setText((now) => form.write(locale, form.read(now) ?? '') || now);
      }}
      error={(left && fault) || field.error}
      autoComplete="off"
      maxLength={24}
      aria-keyshortcuts="Alt+ArrowDown"
      rightSection={
        !field.readOnly && (
          <CalendarButton
            isOpen={isOpen}
            setOpen={setOpen}
            chosen={iso.slice(0, 10)}
            onChoose={(day) => {
              type(form.write(locale, form.onDay(day, iso)));
              setOpen(false);
              input.current?.focus();
            }}
            {...(field.disabled && { disabled: true })}
          />
        )
      }
    />
  );
}

/** For forms that let themselves be saved half full. @returns whether a date stands there that is none; the field is shown */
export function reportWrongDate(form: HTMLFormElement): boolean {
  const wrong = [...form.querySelectorAll('input')].find(({ validity }) => validity.customError);
  wrong?.reportValidity();
  return wrong !== undefined;
}

export const DayInput = (props: DayInputProps) => <DateField form={DAY} {...props} />;

export const MomentInput = (props: DayInputProps) => <DateField form={MOMENT} {...props} />;
