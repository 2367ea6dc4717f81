// A month as a grid of days, and where each key leads in it. Days are ISO texts, so that no clock and no zone can move them.
import { dayAfter, readDay } from './typed-dates.ts';

const DAY_MS = 86_400_000;

const utc = (iso: string): Date => new Date(`${iso}T00:00:00Z`);
const isoOf = (date: Date): string => date.toISOString().slice(0, 10);

/** Monday is 0. */
const weekdayOf = (iso: string): number => (utc(iso).getUTCDay() + 6) % 7;

/** @returns the weeks that the month of a day touches, each of seven days from Monday on */
export function weeksOf(iso: string): string[][] {
  const month = iso.slice(0, 7);
  const start = utc(`${month}-01`).getTime() - weekdayOf(`${month}-01`) * DAY_MS;
  const weeks: string[][] = [];
  for (let at = start; weeks.length === 0 || isoOf(new Date(at)).startsWith(month); at += 7 * DAY_MS)
    weeks.push(Array.from({ length: 7 }, (_, day) => isoOf(new Date(at + day * DAY_MS))));
  return weeks;
}

/** The same day of another month, or its last one where it is shorter; the day itself at the ends of what can be typed. */
export function monthsAfter(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  const wanted = isoOf(new Date(Date.UTC(year, month - 1 + months, Math.min(day, last.getUTCDate()))));
  return readDay(wanted) ?? iso;
}

/** @returns the day that a key leads to; undefined for keys that lead nowhere */
export function dayByKey(iso: string, key: string, shift: boolean): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return dayAfter(iso, -1);
    case 'ArrowRight':
      return dayAfter(iso, 1);
    case 'ArrowUp':
      return dayAfter(iso, -7);
    case 'ArrowDown':
      return dayAfter(iso, 7);
    case 'Home':
      return dayAfter(iso, -weekdayOf(iso));
    case 'End':
      return dayAfter(iso, 6 - weekdayOf(iso));
    case 'PageUp':
      return monthsAfter(iso, shift ? -12 : -1);
    case 'PageDown':
      return monthsAfter(iso, shift ? 12 : 1);
    default:
      return undefined;
  }
}
