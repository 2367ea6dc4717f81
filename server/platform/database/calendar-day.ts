// Calendar days on their way to and from `date` columns, which the client library speaks of as midnight UTC.
import type { CalendarDate } from '../../domain/dates/calendar-date.ts';

/** @returns the day as `YYYY-MM-DD` */
export function dayOf(date: Date): CalendarDate;
export function dayOf(date: Date | null): CalendarDate | null;
export function dayOf(date: Date | null): CalendarDate | null {
  return date === null ? null : date.toISOString().slice(0, 10);
}

/** @returns what a `date` column takes; @throws RangeError when the text is no day */
export function dateOf(day: CalendarDate): Date;
export function dateOf(day: CalendarDate | null): Date | null;
export function dateOf(day: CalendarDate | null): Date | null {
  if (day === null) return null;
  const date = new Date(`${day}T00:00:00.000Z`);
  if (Number.isNaN(date.getTime())) throw new RangeError('not a calendar day');
  return date;
}
