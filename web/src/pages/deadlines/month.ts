// The days of a month in whole weeks from Monday, and the weekdays by name; ky and kk are ours, because browsers lack them.
import type { Locale } from '../../i18n/locale.ts';

const WEEKDAYS: Readonly<Record<'ky' | 'kk', string>> = {
  ky: 'дүйшөмбү шейшемби шаршемби бейшемби жума ишемби жекшемби',
  kk: 'дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі',
};

export function weekdayNames(locale: Locale): string[] {
  if (locale === 'ky' || locale === 'kk') return WEEKDAYS[locale].split(' ');
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // 5 January 2026 is a Monday.
  return Array.from({ length: 7 }, (_, day) => format.format(new Date(Date.UTC(2026, 0, 5 + day))));
}

/** @returns the weeks that the month touches, each of seven days from Monday on */
export function daysOf(month: Date): Date[][] {
  const first = new Date(month.getFullYear(), month.getMonth(), 1);
  const before = (first.getDay() + 6) % 7;
  const weeks: Date[][] = [];
  for (
    let at = 1 - before;
    weeks.length === 0 || new Date(month.getFullYear(), month.getMonth(), at).getMonth() === month.getMonth();
    at += 7
  )
    weeks.push(
      Array.from({ length: 7 }, (_, day) => new Date(month.getFullYear(), month.getMonth(), at + day)),
    );
  return weeks;
}

export const monthAfter = (month: Date, by: number): Date =>
  new Date(month.getFullYear(), month.getMonth() + by, 1);
