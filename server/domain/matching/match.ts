// What is asked, what is known, and what a match says: the vocabulary of matching.

import type { PartialDate } from '../dates/partial-date.ts';
import type { AnalysedName, NameComparison } from '../names/analysed-name.ts';
import type { NameType, Sex } from '../persons/vocabulary.ts';

export const POLICY_CODES = ['BORDER', 'INVESTIGATOR', 'BATCH', 'DUPLICATE'] as const;
export type PolicyCode = (typeof POLICY_CODES)[number];

/** From strongest to none; the order is that of this list. */
export const BANDS = ['DOCUMENT_HIT', 'STRONG', 'POSSIBLE', 'WEAK', 'NONE'] as const;
export type Band = (typeof BANDS)[number];

export interface MatchDocument {
  /** Normalised number: upper-case Latin letters and digits only. */
  readonly number: string;
  /** Issuing state, ISO 3166-1 alpha-3. */
  readonly state?: string;
}

/** Years of birth, both ends included. */
export interface YearRange {
  readonly from: number;
  readonly to: number;
}

export interface MatchQuery {
  readonly names: readonly AnalysedName[];
  readonly births: readonly PartialDate[];
  readonly sex?: Sex;
  /** ISO 3166-1 alpha-3. */
  readonly nationalities: readonly string[];
  readonly documents: readonly MatchDocument[];
  readonly nationalIds: readonly string[];
}

export interface MatchRecordName {
  readonly id: string;
  readonly type: NameType;
  readonly raw: string;
  readonly analysed: AnalysedName;
}

export interface MatchRecord {
  readonly names: readonly MatchRecordName[];
  readonly births: readonly PartialDate[];
  readonly birthYears: readonly YearRange[];
  readonly sex?: Sex;
  readonly nationalities: readonly string[];
  readonly documents: readonly MatchDocument[];
  readonly nationalIds: readonly string[];
}

export const EVIDENCE_FEATURES = [
  'NAME',
  'BIRTH',
  'SEX',
  'NATIONALITY',
  'DOCUMENT',
  'NATIONAL_ID',
  'RULE',
] as const;
export type EvidenceFeature = (typeof EVIDENCE_FEATURES)[number];

/** Reasons a person can read; their texts in four languages live in platform/i18n/match-reasons.ts. */
export const REASON_CODES = [
  'NAME_SAME',
  'NAME_TRANSLITERATION',
  'NAME_SOUND',
  'NAME_TYPO',
  'NAME_MISPRINT',
  'NAME_INITIAL',
  'NAME_EQUIVALENT',
  'NAME_ENDING',
  'NAME_JOINED',
  'NAME_MISSING_IN_QUERY',
  'NAME_MISSING_IN_RECORD',
  'NAME_CONTRADICTS',
  'BIRTH_EQUAL',
  'BIRTH_SWAPPED',
  'BIRTH_ONE_DIGIT',
  'BIRTH_MONTH_COMPATIBLE',
  'BIRTH_YEAR_COMPATIBLE',
  'BIRTH_IN_RANGE',
  'BIRTH_SAME_YEAR',
  'BIRTH_YEAR_NEAR',
  'BIRTH_DIFFERENT',
  'SEX_DIFFERENT',
  'NATIONALITY_SHARED',
  'DOCUMENT_EQUAL',
  'DOCUMENT_NUMBER_EQUAL',
  'DOCUMENT_ONE_CHARACTER',
  'NATIONAL_ID_EQUAL',
  'RULE_NAME_ALONE',
  'RULE_WEAK_ALIAS',
  'RULE_INITIAL_ONLY',
  'RULE_MISPRINT',
  'RULE_NAME_TOO_FAR',
  'RULE_BIRTH_CONTRADICTS',
  'RULE_DOCUMENT',
  'RULE_NATIONAL_ID',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

export interface Evidence {
  readonly feature: EvidenceFeature;
  readonly code: ReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly queryValue: string | null;
  readonly recordValue: string | null;
  /** 0–1; 0 where nothing is compared. */
  readonly similarity: number;
  /** Log-odds added to the score; 0 for RULE lines, which limit the band and leave the score alone. */
  readonly contribution: number;
}

export const MATCH_FLAGS = [
  'NAME_DIFFERS',
  'POSSIBLE_MISPRINT',
  'BIRTH_DIFFERS',
  'SEX_DIFFERS',
  'WEAK_ALIAS',
  'NAME_ALONE',
] as const;
export type MatchFlag = (typeof MATCH_FLAGS)[number];

export interface Match {
  /** 0–1, calibrated. */
  readonly score: number;
  /** The same as natural log-odds; results are sorted by it. */
  readonly logOdds: number;
  readonly band: Band;
  /** The stored name that agreed best; null when the query or the record has no name. */
  readonly bestName: { readonly id: string; readonly type: NameType; readonly raw: string } | null;
  readonly nameComparison: NameComparison | null;
  readonly evidence: readonly Evidence[];
  readonly flags: readonly MatchFlag[];
  readonly policy: { readonly code: PolicyCode; readonly version: number };
}
