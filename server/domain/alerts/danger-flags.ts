// Warnings for the officer's safety: their order on a screen and their end, because an old warning misleads.
import { addMonths, type CalendarDate } from '../dates/calendar-date.ts';
import type { DANGER_FLAGS, DangerFlag } from './vocabulary.ts';

/** `notedOn`: the day of the reason; `renewedOn`: the day on which the owner last confirmed it. */
export interface DangerEntry {
  readonly flag: DangerFlag;
  readonly notedOn: CalendarDate;
  readonly renewedOn: CalendarDate | null;
}

/** The last day on which a flag is shown. @param months reference data: how long a flag lasts unless renewed. */
export function dangerFlagEndsOn({ notedOn, renewedOn }: DangerEntry, months: number): CalendarDate {
  return addMonths(renewedOn ?? notedOn, months);
}

/** The flags that still warn on a day, each once, most dangerous for the officer first. */
export function currentDangerFlags(
  entries: readonly DangerEntry[],
  today: CalendarDate,
  months: number,
): readonly DangerFlag[] {
  return sortDangerFlags(
    entries.filter((entry) => today <= dangerFlagEndsOn(entry, months)).map((entry) => entry.flag),
  );
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
