// Two-digit years of a document's end, and whether the document is over on the day of the check.
import type { CalendarDate } from '../../dates/calendar-date.ts';
import { daysInMonth, formatPartialDate, type PartialDate } from '../../dates/partial-date.ts';

/** How many years ahead a document may still end: no state issues for longer. */
const YEARS_AHEAD = 20;

/**
 * The end of a document from YYMMDD. The year is the one from 79 years back to 20 ahead that has these two digits.
 * @param year of the check. @returns undefined when there is no such day.
 */
export function parseMrzExpiry(text: string, year: number): PartialDate | undefined {
  const [yy, month, day] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)].map(Number);
  if (yy === undefined || month === undefined || day === undefined) return undefined;
  const latest = year + YEARS_AHEAD;
  const full = latest - ((latest - yy) % 100);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(full, month)) return undefined;
  return { year: full, month, day };
}

/** The document's last day, or the end of its last month or year, is before `today`. */
export function isDocumentExpired(expiresOn: PartialDate, today: CalendarDate): boolean {
  const written = formatPartialDate(expiresOn);
  return written < today.slice(0, written.length);
}
