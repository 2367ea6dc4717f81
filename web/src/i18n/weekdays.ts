// The days of the week from Monday on, and a month with its year, by name; ky and kk are ours, because browsers lack them.
import { monthNames } from './dates.ts';
import type { Locale } from './locale.ts';

const WEEKDAYS: Readonly<Record<'ky' | 'kk', string>> = {
  ky: 'дүйшөмбү шейшемби шаршемби бейшемби жума ишемби жекшемби',
  kk: 'дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі',
};

const SHORT: Readonly<Record<Locale, string>> = {
  ky: 'дш шш шр бш жм иш жк',
  ru: 'пн вт ср чт пт сб вс',
  kk: 'дс сс ср бс жм сб жс',
  en: 'Mo Tu We Th Fr Sa Su',
};

export function weekdayNames(locale: Locale): string[] {
  if (locale === 'ky' || locale === 'kk') return WEEKDAYS[locale].split(' ');
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // 5 January 2026 is a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(new Date(Date.UTC(2026, 0, 5 + day))));
}

export const shortWeekdayNames = (locale: Locale): string[] => SHORT[locale].split(' ');

/** @param month 1–12 */
export function monthTitle(locale: Locale, year: number, month: number): string {
  const name = monthNames(locale)[month - 1] ?? '';
  if (locale === 'ky') return `${year}-ж. ${name}`;
  return locale === 'kk' ? `${year} ж. ${name}` : `${name} ${year}`;
}
