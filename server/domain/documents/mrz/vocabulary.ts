// The words of a machine-readable zone: its formats, its fields, and what can be wrong with one of them.
import type { PartialDate } from '../../dates/partial-date.ts';
import type { Sex } from '../../persons/vocabulary.ts';

export const MRZ_FORMATS = ['TD1', 'TD2', 'TD3'] as const;
export type MrzFormat = (typeof MRZ_FORMATS)[number];

/** Fields that an officer can name and correct; those ending in _CHECK are printed digits. */
export const MRZ_FIELDS = [
  'DOCUMENT_CODE',
  'ISSUING_STATE',
  'NAME',
  'DOCUMENT_NUMBER',
  'DOCUMENT_NUMBER_CHECK',
  'NATIONALITY',
  'BIRTH_DATE',
  'BIRTH_DATE_CHECK',
  'SEX',
  'EXPIRY_DATE',
  'EXPIRY_DATE_CHECK',
  'OPTIONAL_DATA',
  'OPTIONAL_DATA_CHECK',
  'OPTIONAL_DATA_2',
  'COMPOSITE_CHECK',
] as const;
export type MrzField = (typeof MRZ_FIELDS)[number];

/**
 * FORMAT: the lines are those of no document. WRONG_SIGN: a sign that cannot stand there. CHECK_DIGIT: field and printed
 * digit do not agree. NOT_A_DATE: a date that cannot be. EMPTY: nothing is written where something must be.
 */
export const MRZ_FAULTS = ['FORMAT', 'WRONG_SIGN', 'CHECK_DIGIT', 'NOT_A_DATE', 'EMPTY'] as const;
export type MrzFault = (typeof MRZ_FAULTS)[number];

export interface MrzIssue {
  /** Null: the zone as a whole is not readable. */
  readonly field: MrzField | null;
  readonly fault: MrzFault;
  /** 1–3; 0 when no line can be named. */
  readonly line: number;
}

/** What an officer typed in place of what was read, in the signs of the zone. */
export interface MrzCorrection {
  readonly field: MrzField;
  readonly value: string;
}

/** A correction as it is kept: what was read and what stands there now. */
export interface MrzChange {
  readonly field: MrzField;
  readonly from: string;
  readonly to: string;
}

/** What a zone says. */
export interface MrzDocument {
  readonly format: MrzFormat;
  readonly documentCode: string;
  /** ISO 3166-1 alpha-3 or a code of ICAO 9303-3, without fillers. */
  readonly issuingState: string;
  /** Without fillers. */
  readonly documentNumber: string;
  readonly nationality: string;
  readonly birth: PartialDate | null;
  readonly sex: Sex;
  /** Null: the document states no end. */
  readonly expiresOn: PartialDate | null;
  /** FAMILY<<GIVEN<MIDDLE without trailing fillers. */
  readonly name: string;
  readonly family: string;
  readonly given: string;
  /** The field was full: the last word may be cut, or words may be missing. */
  readonly nameTruncated: boolean;
  /** Optional data without fillers: in many states the national id. */
  readonly optionalData: readonly string[];
}

export interface MrzReading {
  readonly document: MrzDocument;
  readonly changes: readonly MrzChange[];
  /** Fields that disagree with their printed check digit although an officer vouched for them. */
  readonly misprinted: readonly MrzField[];
}

export type MrzResult =
  | { readonly ok: true; readonly reading: MrzReading }
  | { readonly ok: false; readonly issues: readonly MrzIssue[] };
