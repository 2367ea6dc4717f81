// Warnings for the officer's safety: their order on a screen and their end, because an old warning misleads.
import { addMonths, type CalendarDate } from '../dates/calendar-date.ts';
import type { DangerFlag } from './vocabulary.ts';

/** `expiresOn`: the last day on which the flag warns. */
export interface DangerEntry {
  readonly flag: DangerFlag;
  readonly expiresOn: CalendarDate;
}

/**
 * The last day on which a flag warns.
 * @param since the day of the reason, or the day on which the owner last renewed the flag.
 * @param months reference data: how long a flag lasts unless renewed.
 */
export function dangerFlagExpiry(since: CalendarDate, months: number): CalendarDate {
  return addMonths(since, months);
}

/** The flags that still warn, most dangerous for the officer first. @param today the day in the owner state's zone. */
export function currentDangerFlags(
  entries: readonly DangerEntry[],
  today: CalendarDate,
): readonly DangerFlag[] {
  return sortDangerFlags(entries.filter((entry) => today <= entry.expiresOn).map((entry) => entry.flag));
}

const RANK: Readonly<Record<DangerFlag, number>> = {
  ARMED: 0,
  VIOLENT: 1,
  TERRORISM_RELATED: 2,
  PROTECTED_BY_GUARDS: 3,
  ESCAPEE: 4,
  HEALTH_RISK: 5,
  SUICIDE_RISK: 6,
  MINOR: 7,
};

/** Each flag once, danger to the officer before danger to the person. */
export function sortDangerFlags(flags: Iterable<DangerFlag>): readonly DangerFlag[] {
  return [...new Set(flags)].sort((a, b) => RANK[a] - RANK[b]);
}
