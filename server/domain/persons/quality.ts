// How much a person record is good for, 0–100, with the reasons and what to add next.
import { type BirthDate, compareBirthDates, isBirthDateConsistent } from '../dates/birth-date.ts';
import { addMonths, type CalendarDate } from '../dates/calendar-date.ts';
import { isFull } from '../dates/partial-date.ts';
import type { NameType, Script } from './vocabulary.ts';

export const QUALITY_REASONS = [
  'FULL_BIRTH_DATE',
  'RECENT_PHOTO',
  'DOCUMENT_NUMBER',
  'NATIONAL_ID',
  'PATRONYMIC',
  'TWO_SCRIPTS',
  'FINGERPRINTS',
  'ORIGIN',
  'LASTING_WARRANT',
  'REVIEW_OVERDUE',
  'BIRTH_DATES_CONFLICT',
  'ONLY_WEAK_ALIASES',
] as const;
export type QualityReason = (typeof QUALITY_REASONS)[number];

export interface QualityName {
  readonly type: NameType;
  readonly script: Script;
  readonly hasPatronymic: boolean;
}

export interface QualityFacts {
  readonly today: CalendarDate;
  readonly births: readonly BirthDate[];
  readonly names: readonly QualityName[];
  /** Photos without a known date count as old. */
  readonly photosTakenOn: readonly (CalendarDate | null)[];
  readonly documentNumbers: number;
  readonly nationalIds: number;
  readonly hasFingerprintReference: boolean;
  /** Place of birth or a parent is known. */
  readonly hasOrigin: boolean;
  /** Ends of the standing warrants; null is valid without limit. */
  readonly warrantsValidUntil: readonly (CalendarDate | null)[];
  readonly isReviewOverdue: boolean;
}

/** `points` of every reason that holds; `todo`: what would raise the score, most points first. */
export interface Quality {
  readonly score: number;
  readonly reasons: readonly { readonly code: QualityReason; readonly points: number }[];
  readonly todo: readonly QualityReason[];
}

const PHOTO_MONTHS = 60;
const WARRANT_MONTHS = 12;

interface Rule {
  readonly points: number;
  readonly holds: (facts: QualityFacts) => boolean;
}

const RULES: Readonly<Record<QualityReason, Rule>> = {
  FULL_BIRTH_DATE: { points: 20, holds: ({ births }) => births.some((b) => isFull(b) && !b.isApproximate) },
  RECENT_PHOTO: { points: 15, holds: hasRecentPhoto },
  DOCUMENT_NUMBER: { points: 15, holds: (facts) => facts.documentNumbers > 0 },
  NATIONAL_ID: { points: 10, holds: (facts) => facts.nationalIds > 0 },
  PATRONYMIC: { points: 10, holds: ({ names }) => names.some((name) => name.hasPatronymic) },
  TWO_SCRIPTS: { points: 10, holds: ({ names }) => byHand(names) >= 2 },
  FINGERPRINTS: { points: 10, holds: (facts) => facts.hasFingerprintReference },
  ORIGIN: { points: 5, holds: (facts) => facts.hasOrigin },
  LASTING_WARRANT: { points: 5, holds: hasLastingWarrant },
  REVIEW_OVERDUE: { points: -20, holds: (facts) => facts.isReviewOverdue },
  BIRTH_DATES_CONFLICT: { points: -15, holds: ({ births }) => trueBirthsConflict(births) },
  ONLY_WEAK_ALIASES: { points: -10, holds: ({ names }) => names.length > 0 && names.every(isWeak) },
};

export function assessQuality(facts: QualityFacts): Quality {
  const holding = QUALITY_REASONS.filter((code) => RULES[code].holds(facts));
  const reasons = holding.map((code) => ({ code, points: RULES[code].points }));
  const sum = reasons.reduce((total, reason) => total + reason.points, 0);
  const todo = QUALITY_REASONS.filter((code) => holding.includes(code) === RULES[code].points < 0).sort(
    (a, b) => Math.abs(RULES[b].points) - Math.abs(RULES[a].points),
  );
  return { score: Math.max(0, Math.min(100, sum)), reasons, todo };
}

function hasRecentPhoto({ photosTakenOn, today }: QualityFacts): boolean {
  const oldest = addMonths(today, -PHOTO_MONTHS);
  return photosTakenOn.some((takenOn) => takenOn !== null && takenOn > oldest);
}

function hasLastingWarrant({ warrantsValidUntil, today }: QualityFacts): boolean {
  const enough = addMonths(today, WARRANT_MONTHS);
  return warrantsValidUntil.some((end) => end === null || end > enough);
}

function byHand(names: readonly QualityName[]): number {
  return new Set(names.filter((name) => name.type !== 'TRANSLITERATED').map((name) => name.script)).size;
}

// Machine-made spellings are no better than what they were made from; a misused name is somebody else's.
function isWeak({ type }: QualityName): boolean {
  return type === 'ALIAS_WEAK' || type === 'NICKNAME' || type === 'TRANSLITERATED' || type === 'MISUSED';
}

// A fugitive who uses several dates is normal; two dates both held for the true one are an open question.
function trueBirthsConflict(births: readonly BirthDate[]): boolean {
  const held = births.filter((birth) => (birth.status ?? 'TRUE') === 'TRUE');
  return held.some((a, i) => held.slice(i + 1).some((b) => !isBirthDateConsistent(compareBirthDates(a, b))));
}
