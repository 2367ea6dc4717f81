// Days and times as people type them in each language, and the ISO text that the API takes: read leniently, never guessed.
import { DATE_MARK } from './date-mark.ts';
import type { Locale } from './locale.ts';

const DAY_PATTERN: Readonly<Record<Locale, string>> = {
  ky: 'кк.аа.жжжж',
  ru: 'дд.мм.гггг',
  kk: 'кк.аа.жжжж',
  en: 'dd/mm/yyyy',
};

const TIME_PATTERN: Readonly<Record<Locale, string>> = { ky: 'сс:мм', ru: 'чч:мм', kk: 'сс:мм', en: 'hh:mm' };

/** What a field shows while it is empty. */
export const dayPattern = (locale: Locale): string => DAY_PATTERN[locale];
export const momentPattern = (locale: Locale): string => `${DAY_PATTERN[locale]} ${TIME_PATTERN[locale]}`;

const FIRST = '1850-01-01';
const LAST = '2199-12-31';

const two = (text: string): string => text.padStart(2, '0');

function isoOf(year: string, month: string, day: string): string | undefined {
  const iso = `${year}-${two(month)}-${two(day)}`;
  const date = new Date(`${iso}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === iso;
  return exists && iso >= FIRST && iso <= LAST ? iso : undefined;
}

const DAY_FIRST = /^(\d{1,2})\s*[./\s-]\s*(\d{1,2})\s*[./\s-]\s*(\d{4})$/;
const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/;

/** @returns YYYY-MM-DD, or undefined where the text is no day between 1850 and 2199 */
export function readDay(text: string): string | undefined {
  const typed = text.trim();
  const iso = YEAR_FIRST.exec(typed);
  if (iso) return isoOf(iso[1] as string, iso[2] as string, iso[3] as string);
  const read = DAY_FIRST.exec(typed) ?? DIGITS.exec(typed);
  return read ? isoOf(read[3] as string, read[2] as string, read[1] as string) : undefined;
}

const TIME = /^(.*?)[\sT,]+(\d{1,2})[:.](\d{2})$/;

/** @returns YYYY-MM-DDTHH:MM by the clock of the reader, or undefined where the text is no such moment */
export function readMoment(text: string): string | undefined {
  const [, dayText = '', hour = '', minute = ''] = TIME.exec(text.trim()) ?? [];
  const day = readDay(dayText);
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${day}T${two(hour)}:${minute}`;
}

/** @param iso YYYY-MM-DD, or anything else for an empty field */
export function writeDay(locale: Locale, iso: string): string {
  const [year, month, day] = iso.split('-');
  return year && month && day ? [day, month, year].join(DATE_MARK[locale]) : '';
}

/** @param local YYYY-MM-DDTHH:MM, or anything else for an empty field */
export function writeMoment(locale: Locale, local: string): string {
  const [day = '', time = ''] = local.split('T');
  return time === '' ? '' : `${writeDay(locale, day)} ${time.slice(0, 5)}`;
}

/** The next or an earlier day, for the arrow keys. */
export function dayAfter(iso: string, days: number): string {
  const date = new Date(`${iso}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  const next = date.toISOString().slice(0, 10);
  return next >= FIRST && next <= LAST ? next : iso;
}
