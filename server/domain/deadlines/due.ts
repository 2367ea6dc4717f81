// When a deadline ends: hours count exactly, days and months are calendar days that end at 24:00 in the state's zone.
import { Temporal } from 'temporal-polyfill';
import { calendarDateIn, endOfDay, type ZoneName } from '../dates/zone.ts';
import type { DeadlineRule } from './rule.ts';

type Counting = Pick<DeadlineRule, 'unit' | 'countFirstDay'> & { readonly length: number };

const HOUR_MS = 3_600_000;

/** The last local day of a period that ends at `dueAt` (24:00 belongs to the day before). */
const lastDayOf = (dueAt: Date, zone: ZoneName): Temporal.PlainDate =>
  Temporal.PlainDate.from(calendarDateIn(zone, new Date(dueAt.getTime() - 1)));

/**
 * The instant from which the deadline is over (exclusive end). With `countFirstDay` the local day of the event is day 1;
 * without it the day after is. A month ends on the day before the same number, or on the last day of a shorter month.
 * @throws RangeError for a length that is no positive whole number, or an unknown zone
 */
export function dueAt({ length, unit, countFirstDay }: Counting, startedAt: Date, zone: ZoneName): Date {
  if (!Number.isInteger(length) || length < 1) throw new RangeError('a length is a positive whole number');
  if (unit === 'HOURS') return new Date(startedAt.getTime() + length * HOUR_MS);
  const first = Temporal.PlainDate.from(calendarDateIn(zone, startedAt));
  const after = first.add(unit === 'DAYS' ? { days: length } : { months: length });
  // 31 January + 1 month is 28 February already: the day before it would take away a day that the month does not have.
  const clipped = unit === 'MONTHS' && after.day !== first.day;
  return endOfDay((countFirstDay && !clipped ? after.subtract({ days: 1 }) : after).toString(), zone);
}

/**
 * The end after a pause. Hours are pushed by the time itself; days by the number of midnights that passed, so that a
 * pause within one day gives nothing away.
 */
export function afterPause(
  unit: DeadlineRule['unit'],
  due: Date,
  pause: { readonly from: Date; readonly until: Date },
  zone: ZoneName,
): Date {
  const [from, until] = [pause.from.getTime(), pause.until.getTime()];
  if (until <= from) return due;
  if (unit === 'HOURS') return new Date(due.getTime() + until - from);
  const days = Temporal.PlainDate.from(calendarDateIn(zone, pause.from)).until(
    calendarDateIn(zone, pause.until),
  ).days;
  return addDaysTo(due, days, zone);
}

/** The end of the day that lies `days` calendar days after the last one. */
export const addDaysTo = (due: Date, days: number, zone: ZoneName): Date =>
  days === 0 ? due : endOfDay(lastDayOf(due, zone).add({ days }).toString(), zone);

/** Whole calendar days from now to the last day; 0 on the last day, negative when it is over. */
export const daysLeft = (due: Date, now: Date, zone: ZoneName): number =>
  Temporal.PlainDate.from(calendarDateIn(zone, now)).until(lastDayOf(due, zone)).days;
