// When a freeze runs out, and when both sides are warned of it: 60, 30 and 7 days before, and once it is over.
import { addDays, type CalendarDate } from '../dates/calendar-date.ts';
import { calendarDateIn, endOfDay, startOfDay, type ZoneName } from '../dates/zone.ts';

/** Days before the last day (domain brief 4, FREEZE_EXPIRY); 0: the day is over. */
export const FREEZE_WARNINGS = [60, 30, 7, 0] as const;
export type FreezeWarning = (typeof FREEZE_WARNINGS)[number];

export interface FreezeClock {
  /** The last day of the order, in the zone of the state that holds the asset. */
  readonly expiresOn: CalendarDate;
  readonly zone: ZoneName;
}

/** 24:00 of the last day. */
export const lapsesAt = ({ expiresOn, zone }: FreezeClock): Date => endOfDay(expiresOn, zone);

/** The instant of a warning: the beginning of the day so many days before the last one; for 0 the end of the last day. */
export const warnsAt = (clock: FreezeClock, days: FreezeWarning): Date =>
  days === 0 ? lapsesAt(clock) : startOfDay(addDays(clock.expiresOn, -days), clock.zone);

/**
 * The warning that stands at the instant, the last one reached; null while none is. An order shorter than a threshold
 * begins with the threshold it has already passed: nobody is left unwarned because an order was short.
 */
export function standingWarning(clock: FreezeClock, now: Date): FreezeWarning | null {
  const reached = FREEZE_WARNINGS.filter((days) => warnsAt(clock, days) <= now);
  return reached.at(-1) ?? null;
}

/** Whole days left, today not counted; negative once it is over. */
export function daysLeft({ expiresOn, zone }: FreezeClock, now: Date): number {
  const today = calendarDateIn(zone, now);
  return Math.round((Date.parse(expiresOn) - Date.parse(today)) / 86_400_000);
}
