// How long an alert of each type runs and when its owner is asked whether it should.
import { addDays, addMonths, type CalendarDate } from '../dates/calendar-date.ts';
import type { AlertType } from './vocabulary.ts';

/** Months from `validFrom` to the last valid day. Reference data: it is passed in. */
export type ValidityPeriods = Readonly<Record<AlertType, number>>;

/** The last valid day proposed for a new or renewed alert. @throws RangeError when `from` is no calendar date. */
export function defaultExpiry(type: AlertType, from: CalendarDate, periods: ValidityPeriods): CalendarDate {
  return addMonths(from, periods[type]);
}

/**
 * The days on which the owner is reminded to review, earliest first.
 * @param daysBefore reference data, such as 180, 90, 30, 7; the largest gives the day on which the review is due.
 */
export function reviewReminders(
  expiresOn: CalendarDate,
  daysBefore: readonly number[],
): readonly CalendarDate[] {
  return [...daysBefore].sort((a, b) => b - a).map((days) => addDays(expiresOn, -days));
}

/**
 * The reminders that fall after the day of the last run and up to today, so that a worker that slept sends each once.
 * @param lastRunOn null: never run; then only today's.
 */
export function dueReminders(
  reminders: readonly CalendarDate[],
  lastRunOn: CalendarDate | null,
  today: CalendarDate,
): readonly CalendarDate[] {
  return reminders.filter((day) => day <= today && (lastRunOn === null ? day === today : day > lastRunOn));
}
