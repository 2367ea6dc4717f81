// Dates and numbers as people of each language write them; month names of ky and kk are ours, because browsers lack them.
import type { Locale } from './locale.ts';

const MONTHS: Readonly<Record<'ky' | 'kk', readonly string[]>> = {
  ky: ['янв.', 'фев.', 'март', 'апр.', 'май', 'июнь', 'июль', 'авг.', 'сен.', 'окт.', 'ноя.', 'дек.'],
  kk: ['қаң.', 'ақп.', 'нау.', 'сәу.', 'мам.', 'мау.', 'шіл.', 'там.', 'қыр.', 'қаз.', 'қар.', 'жел.'],
};

const LONG_MONTHS: Readonly<Record<'ky' | 'kk', string>> = {
  ky: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан',
};

const two = (value: number): string => String(value).padStart(2, '0');

const instant = (value: string | Date): Date => (typeof value === 'string' ? new Date(value) : value);

/** A day: "23 нояб. 2026 г.", "2026-ж. 23-ноя.", in the zone of the browser. */
export function formatDate(locale: Locale, value: string | Date): string {
  const date = instant(value);
  const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
  if (locale === 'ky') return `${year}-ж. ${day}-${MONTHS.ky[month]}`;
  if (locale === 'kk') return `${year} ж. ${day} ${MONTHS.kk[month]}`;
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(date);
}

export function formatTime(value: string | Date, seconds = false): string {
  const date = instant(value);
  return `${two(date.getHours())}:${two(date.getMinutes())}${seconds ? `:${two(date.getSeconds())}` : ''}`;
}

export const formatDateTime = (locale: Locale, value: string | Date): string =>
  `${formatDate(locale, value)}, ${formatTime(value)}`;

/** The twelve months by name, for lists to choose from. */
export function monthNames(locale: Locale): string[] {
  if (locale === 'ky' || locale === 'kk') return LONG_MONTHS[locale].split(' ');
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2026, month, 1))));
}
