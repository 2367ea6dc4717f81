// Calendar days in a time zone turned into instants and back: law counts in local days, clocks in instants.
import { Temporal } from 'temporal-polyfill';
import type { CalendarDate } from './calendar-date.ts';

/** IANA name such as `Asia/Bishkek`. Which state uses which zone is data. */
export type ZoneName = string;

/** The zone is known to this runtime. */
export function isZoneName(text: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return /^[A-Za-z]/u.test(text);
  } catch {
    return false;
  }
}

/**
 * The first instant of a local day (inclusive).
 * @throws RangeError when the date or the zone is not known.
 */
export function startOfDay(date: CalendarDate, zone: ZoneName): Date {
  return new Date(Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds);
}

/**
 * 24:00 of a local day, which is 00:00 of the next (exclusive): a thing valid until the day `date` is valid before this
 * instant and over from it on.
 * @throws RangeError when the date or the zone is not known.
 */
export function endOfDay(date: CalendarDate, zone: ZoneName): Date {
  const next = Temporal.PlainDate.from(date).add({ days: 1 });
  return new Date(next.toZonedDateTime(zone).epochMilliseconds);
}

/**
 * @param local YYYY-MM-DDTHH:MM by the clocks of the zone; of an hour that comes twice the first is meant
 * @returns the instant, or null when it is no such time
 */
export function instantIn(local: string, zone: ZoneName): Date | null {
  try {
    return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return null;
  }
}

/** The last answer for each zone: a border asks hundreds of times a minute what day it is. */
const asked = new Map<ZoneName, { readonly minute: number; readonly day: CalendarDate }>();
const MINUTE_MS = 60_000;

/**
 * The local calendar day at an instant. Since 1972 every zone is whole minutes from UTC: within one of them no day begins.
 * @throws RangeError when the zone is not known.
 */
export function calendarDateIn(zone: ZoneName, instant: Date): CalendarDate {
  const minute = Math.floor(instant.getTime() / MINUTE_MS);
  const before = asked.get(zone);
  if (before?.minute === minute) return before.day;
  const day = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
  asked.set(zone, { minute, day });
  return day;
}
