// How long each kind of data is kept. The numbers are data of a state; this is their form.
import { Temporal } from 'temporal-polyfill';
import type { WithdrawalReason } from '../alerts/vocabulary.ts';

export interface RetentionPeriods {
  /** From the end of an alert to its restriction to the data-protection officer. */
  readonly archiveAfterDays: number;
  /** From the restriction to the erasure. */
  readonly archivedMonths: number;
  /** Withdrawals after which nothing may be kept for long, and for how long. */
  readonly quickReasons: readonly WithdrawalReason[];
  readonly quickDays: number;
  /** A record on which nobody ever published an alert, from its last change. */
  readonly personWithoutAlertMonths: number;
  /** From the end of an extradition case: specialty and claims. */
  readonly caseMonths: number;
  /** From the final return. */
  readonly assetCaseMonths: number;
  /** The words of a check or a search; that it was made stays with the audit log. */
  readonly queryMonths: number;
  /** A hit that became no case, from its end. */
  readonly hitMonths: number;
  /** The audit log, disclosures and emergency accesses. */
  readonly auditMonths: number;
}

/** Periods of every state. */
export interface RetentionBook {
  /** @returns the state's own periods where it has them, else the defaults */
  of(state: string): RetentionPeriods;
  /** States that set something otherwise. */
  readonly ownStates: readonly string[];
  /** The shortest and the longest of a period over all states: what is older than the shortest may be due somewhere. */
  shortest(period: MonthPeriod): number;
  longest(period: MonthPeriod): number;
  /** Of any state. */
  readonly quickReasons: readonly WithdrawalReason[];
}

export type MonthPeriod = {
  [K in keyof RetentionPeriods]: K extends `${string}Months` ? K : never;
}[keyof RetentionPeriods];

/** @param overrides what a state sets otherwise, by its alpha-3 code */
export function retentionBook(
  defaults: RetentionPeriods,
  overrides: ReadonlyMap<string, Partial<RetentionPeriods>>,
): RetentionBook {
  const states = new Map([...overrides].map(([state, own]) => [state, { ...defaults, ...own }]));
  const all = [defaults, ...states.values()];
  return {
    of: (state) => states.get(state) ?? defaults,
    ownStates: [...states.keys()],
    shortest: (period) => Math.min(...all.map((one) => one[period])),
    longest: (period) => Math.max(...all.map((one) => one[period])),
    quickReasons: [...new Set(all.flatMap(({ quickReasons }) => quickReasons))],
  };
}

const shifted = (from: Date, by: Temporal.DurationLike): Date =>
  new Date(
    Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO('UTC').add(by)
      .epochMilliseconds,
  );

/** @returns the instant so many calendar months later (earlier when negative); 31 January and a month is the end of February */
export const addMonths = (from: Date, months: number): Date => shifted(from, { months });

export const addDays = (from: Date, days: number): Date => shifted(from, { days });
