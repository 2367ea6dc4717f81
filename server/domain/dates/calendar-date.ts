// A full calendar day as the API and the database write it (`2026-03-01`), and its arithmetic.
import { Temporal } from 'temporal-polyfill';

/** ISO 8601 `YYYY-MM-DD`. Such texts order like the days they name, so `<` and `===` compare them. */
export type CalendarDate = string;

const SHAPE = /^\d{4}-\d{2}-\d{2}$/u;

/** The text names a day that exists. */
export function isCalendarDate(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** @param days may be negative. @throws RangeError when `date` is no calendar date. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/**
 * The same day so many months on; a day that the month lacks becomes its last one (31 January + 1 → 28 February).
 * @param months may be negative. @throws RangeError when `date` is no calendar date.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}
