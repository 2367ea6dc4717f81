// A birth date as a source gives it (possibly partial, about, or a range of years), and how two of them relate.
import type { BirthDateStatus } from '../persons/vocabulary.ts';
import {
  isFull,
  type PartialDate,
  type PartialDateProblem,
  partialDateOf,
  partialDateProblem,
} from './partial-date.ts';

/** `yearFrom`/`yearTo` are inclusive and widen `year`, which lies between them. */
export interface BirthDate extends PartialDate {
  readonly isApproximate?: boolean;
  readonly yearFrom?: number;
  readonly yearTo?: number;
  readonly status?: BirthDateStatus;
}

/** A birth date as a row holds it, with null for what is not known. */
export interface BirthDateRow {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
  readonly isApproximate: boolean;
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
  readonly status: BirthDateStatus;
}

export function birthDateOf(row: BirthDateRow): BirthDate {
  return {
    ...partialDateOf(row.year, row.month, row.day),
    isApproximate: row.isApproximate,
    ...(row.yearFrom !== null && { yearFrom: row.yearFrom }),
    ...(row.yearTo !== null && { yearTo: row.yearTo }),
    status: row.status,
  };
}

/**
 * How two birth dates relate, from agreement to contradiction.
 * EQUAL: both full and the same. COMPATIBLE: month known on both sides, nothing differs, but a day is missing or a
 * date is approximate. SAME_YEAR: only the year can be compared, and it agrees. WITHIN_RANGE: a stated range of years
 * holds the other date. DAY_MONTH_SWAPPED, ONE_DIGIT: same year, both full, day and month exchanged, or one digit of
 * day or month differs. OTHER_DAY: same year, a known month or day differs otherwise. YEAR_OFF: one or two years apart.
 * CONTRADICTS: more than two years apart.
 */
export type BirthDateRelation =
  | { readonly relation: 'EQUAL' }
  | { readonly relation: 'COMPATIBLE' }
  | { readonly relation: 'SAME_YEAR' }
  | { readonly relation: 'WITHIN_RANGE' }
  | { readonly relation: 'DAY_MONTH_SWAPPED' }
  | { readonly relation: 'ONE_DIGIT' }
  | { readonly relation: 'OTHER_DAY' }
  | { readonly relation: 'YEAR_OFF'; readonly years: 1 | 2 }
  | { readonly relation: 'CONTRADICTS'; readonly years: number };

export type BirthDateFinding =
  | PartialDateProblem
  | 'RANGE_REVERSED'
  | 'YEAR_OUTSIDE_RANGE'
  | 'FIRST_OF_JANUARY';

/**
 * What is wrong with, or remarkable about, a birth date. FIRST_OF_JANUARY is a hint only: registrars write it for
 * people who know their year of birth alone, and others are born on that day, so it is never turned into a bare year.
 * @param today the last day that counts as past, full.
 */
export function birthDateFindings(
  date: BirthDate,
  today: Required<PartialDate>,
): readonly BirthDateFinding[] {
  const findings: BirthDateFinding[] = [];
  const problem = partialDateProblem(date, today);
  if (problem) findings.push(problem);
  const [from, to] = yearRange(date);
  if (from > to) findings.push('RANGE_REVERSED');
  else if (date.year < from || date.year > to) findings.push('YEAR_OUTSIDE_RANGE');
  if (date.month === 1 && date.day === 1) findings.push('FIRST_OF_JANUARY');
  return findings;
}

/** Symmetric: the order of the two does not matter. */
export function compareBirthDates(a: BirthDate, b: BirthDate): BirthDateRelation {
  const [fromA, toA] = yearRange(a);
  const [fromB, toB] = yearRange(b);
  const gap = Math.max(fromA, fromB) - Math.min(toA, toB);
  if (gap > 2) return { relation: 'CONTRADICTS', years: gap };
  if (gap > 0) return { relation: 'YEAR_OFF', years: gap === 1 ? 1 : 2 };
  if (a.year !== b.year) return { relation: 'WITHIN_RANGE' };
  const withinYear = compareWithinYear(a, b);
  // A range or an "about" agrees more loosely and contradicts more loosely than an exact date.
  const widened = fromA !== toA || fromB !== toB;
  if (widened && withinYear !== 'EQUAL' && withinYear !== 'COMPATIBLE') return { relation: 'WITHIN_RANGE' };
  if (!widened && !a.isApproximate && !b.isApproximate) return { relation: withinYear };
  return { relation: withinYear === 'EQUAL' || withinYear === 'COMPATIBLE' ? 'COMPATIBLE' : 'SAME_YEAR' };
}

/** The two dates can belong to one person without a mistake in either. */
export function isBirthDateConsistent(relation: BirthDateRelation): boolean {
  return (
    relation.relation === 'EQUAL' ||
    relation.relation === 'COMPATIBLE' ||
    relation.relation === 'SAME_YEAR' ||
    relation.relation === 'WITHIN_RANGE'
  );
}

function yearRange(date: BirthDate): readonly [from: number, to: number] {
  return [date.yearFrom ?? date.year, date.yearTo ?? date.year];
}

type WithinYear = 'EQUAL' | 'COMPATIBLE' | 'SAME_YEAR' | 'DAY_MONTH_SWAPPED' | 'ONE_DIGIT' | 'OTHER_DAY';

function compareWithinYear(a: PartialDate, b: PartialDate): WithinYear {
  if (isFull(a) && isFull(b)) {
    if (a.month === b.month && a.day === b.day) return 'EQUAL';
    if (a.month === b.day && a.day === b.month) return 'DAY_MONTH_SWAPPED';
    return differingDigits(a, b) === 1 ? 'ONE_DIGIT' : 'OTHER_DAY';
  }
  if (a.month === undefined || b.month === undefined) return 'SAME_YEAR';
  return a.month === b.month ? 'COMPATIBLE' : 'OTHER_DAY';
}

function differingDigits(a: Required<PartialDate>, b: Required<PartialDate>): number {
  const digits = (date: Required<PartialDate>) =>
    [Math.floor(date.month / 10), date.month % 10, Math.floor(date.day / 10), date.day % 10] as const;
  const other = digits(b);
  return digits(a).filter((digit, place) => digit !== other[place]).length;
}
