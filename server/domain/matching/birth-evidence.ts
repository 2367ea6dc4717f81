// What two sets of birth dates say about each other.

import type { PartialDate } from '../dates/partial-date.ts';
import type { ReasonCode, YearRange } from './match.ts';
import type { MatchPolicy } from './policy.ts';

export interface BirthEvidence {
  readonly code: Extract<ReasonCode, `BIRTH_${string}`>;
  readonly query: PartialDate;
  readonly record: PartialDate | YearRange;
  readonly contribution: number;
  readonly similarity: number;
}

type BirthCode = BirthEvidence['code'];

const SIMILARITY: Record<BirthCode, number> = {
  BIRTH_EQUAL: 1,
  BIRTH_SWAPPED: 0.9,
  BIRTH_ONE_DIGIT: 0.85,
  BIRTH_MONTH_COMPATIBLE: 0.8,
  BIRTH_YEAR_COMPATIBLE: 0.7,
  BIRTH_IN_RANGE: 0.6,
  BIRTH_SAME_YEAR: 0.4,
  BIRTH_YEAR_NEAR: 0.2,
  BIRTH_DIFFERENT: 0,
};

const NEAR_YEARS = 2;

/** The best agreement of any query date with any known date; undefined when one side has none. */
export function birthEvidence(
  policy: MatchPolicy,
  queries: readonly PartialDate[],
  records: readonly PartialDate[],
  ranges: readonly YearRange[],
): BirthEvidence | undefined {
  let best: BirthEvidence | undefined;
  const offer = (code: BirthCode, query: PartialDate, record: PartialDate | YearRange) => {
    const contribution = weightOf(policy, code);
    if (best === undefined || contribution > best.contribution)
      best = { code, query, record, contribution, similarity: SIMILARITY[code] };
  };
  for (const query of queries) {
    for (const record of records) offer(compareBirthDates(query, record), query, record);
    for (const range of ranges) offer(compareWithRange(query, range), query, range);
  }
  return best;
}

/** Classifies two dates, either of which may be partial. Symmetric. */
export function compareBirthDates(a: PartialDate, b: PartialDate): BirthCode {
  if (a.year === b.year) {
    if (a.month === undefined || b.month === undefined) return 'BIRTH_YEAR_COMPATIBLE';
    if (a.month === b.month) {
      if (a.day === undefined || b.day === undefined) return 'BIRTH_MONTH_COMPATIBLE';
      if (a.day === b.day) return 'BIRTH_EQUAL';
    }
    if (a.day !== undefined && b.day !== undefined) {
      if (a.day === b.month && a.month === b.day) return 'BIRTH_SWAPPED';
      if (differingDigits(a, b) === 1) return 'BIRTH_ONE_DIGIT';
    }
    return 'BIRTH_SAME_YEAR';
  }
  if (isFull(a) && isFull(b) && differingDigits(a, b) === 1) return 'BIRTH_ONE_DIGIT';
  return Math.abs(a.year - b.year) <= NEAR_YEARS ? 'BIRTH_YEAR_NEAR' : 'BIRTH_DIFFERENT';
}

function compareWithRange(date: PartialDate, range: YearRange): BirthCode {
  if (date.year >= range.from && date.year <= range.to) return 'BIRTH_IN_RANGE';
  const distance = date.year < range.from ? range.from - date.year : date.year - range.to;
  return distance <= NEAR_YEARS ? 'BIRTH_YEAR_NEAR' : 'BIRTH_DIFFERENT';
}

function isFull(date: PartialDate): boolean {
  return date.month !== undefined && date.day !== undefined;
}

function digits(date: PartialDate): string {
  const two = (value: number | undefined) => String(value ?? 0).padStart(2, '0');
  return `${String(date.year).padStart(4, '0')}${two(date.month)}${two(date.day)}`;
}

function differingDigits(a: PartialDate, b: PartialDate): number {
  const left = digits(a);
  const right = digits(b);
  let count = 0;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) count++;
  return count;
}

function weightOf(policy: MatchPolicy, code: BirthCode): number {
  const { birth } = policy;
  switch (code) {
    case 'BIRTH_EQUAL':
      return birth.equal;
    case 'BIRTH_SWAPPED':
      return birth.swapped;
    case 'BIRTH_ONE_DIGIT':
      return birth.oneDigit;
    case 'BIRTH_MONTH_COMPATIBLE':
      return birth.monthCompatible;
    case 'BIRTH_YEAR_COMPATIBLE':
      return birth.yearCompatible;
    case 'BIRTH_IN_RANGE':
      return birth.inRange;
    case 'BIRTH_SAME_YEAR':
      return birth.sameYear;
    case 'BIRTH_YEAR_NEAR':
      return birth.yearNear;
    case 'BIRTH_DIFFERENT':
      return birth.different;
  }
}
