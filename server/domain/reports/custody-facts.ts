// How long people were held for a case: one number for each case, all its stretches of custody together.
import { daysHeld, isHeld } from '../cases/custody.ts';
import type { CustodyState } from '../cases/vocabulary.ts';
import type { CalendarDate } from '../dates/calendar-date.ts';

export interface CustodyFact {
  readonly to: CustodyState;
  /** The day of the requested state. */
  readonly day: CalendarDate;
}

export interface HeldTime {
  readonly days: number;
  /** The day on which the last stretch ended; null: still held. */
  readonly until: CalendarDate | null;
}

/** @returns what was known at the end of a day; null for who was never held */
export function heldTime(records: readonly CustodyFact[], day: CalendarDate): HeldTime | null {
  const known = records.filter((record) => record.day <= day);
  const last = known.findLastIndex(({ to }) => isHeld(to));
  if (last === -1) return null;
  return { days: daysHeld(known, day), until: known[last + 1]?.day ?? null };
}
