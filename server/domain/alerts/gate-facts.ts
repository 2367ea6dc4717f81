// What the publication gate looks at, and the shape of what it finds.
import type { BirthDate } from '../dates/birth-date.ts';
import type { CalendarDate } from '../dates/calendar-date.ts';
import type { WrittenName } from '../persons/name-rules.ts';
import type { Deceased, Sex } from '../persons/vocabulary.ts';
import type {
  ActionCode,
  AlertType,
  AsylumCheck,
  DangerFlag,
  ExtraditionWill,
  Sharing,
} from './vocabulary.ts';
import type { WarrantFacts } from './warrant.ts';

export interface GatePerson {
  readonly names: readonly WrittenName[];
  readonly sex: Sex | null;
  readonly deceased: Deceased;
  readonly births: readonly BirthDate[];
  readonly photos: number;
  readonly fingerprintReferences: number;
  readonly documentNumbers: number;
  readonly nationalIds: number;
  readonly parents: number;
}

export interface GateWarrant extends WarrantFacts {
  /** The day on which the deed or the sentence lapses; null: none is known. */
  readonly limitationDate: CalendarDate | null;
  /** What is left of a sentence, in months; null where there is none. */
  readonly remainingSentenceMonths: number | null;
}

export interface GateOffence {
  readonly hasArticleText: boolean;
  /** Months; life imprisonment as Infinity; null: not stated. */
  readonly maxPenaltyMonths: number | null;
  readonly hasPlace: boolean;
  /** The time or period of the deed is stated. */
  readonly hasTime: boolean;
}

export interface GateAlert {
  readonly type: AlertType;
  readonly legalBases: number;
  readonly hasContact24x7: boolean;
  readonly reasonSummary: string | null;
  readonly actionsOnHit: readonly ActionCode[];
  readonly dangerFlags: readonly DangerFlag[];
  /** The author said in so many words that no danger is known. */
  readonly dangerNone: boolean;
  readonly extraditionWill: ExtraditionWill | null;
  readonly sharing: Sharing | null;
  /** States and agencies of LISTED sharing. */
  readonly sharedWith: number;
  readonly validFrom: CalendarDate | null;
  readonly expiresOn: CalendarDate | null;
  readonly warrants: readonly GateWarrant[];
  readonly offences: readonly GateOffence[];
}

/** Minimums of one treaty in months: reference data. */
export interface TreatyThreshold {
  readonly minMaxPenaltyMonths: number;
  readonly minSentenceMonths: number;
}

export interface GateReview {
  /** The author declared that the case is not of political, military, religious or ethnic character. */
  readonly hasSelfDeclaration: boolean;
  readonly complianceReview: 'MISSING' | 'PASSED' | 'FAILED';
  readonly asylumCheck: AsylumCheck | null;
  /** The state that granted protection. */
  readonly asylumState: string | null;
  readonly duplicateCheckRun: boolean;
  /** Ids of likely duplicates on which nobody decided. */
  readonly unresolvedDuplicates: readonly string[];
  readonly isApproverAuthor: boolean;
}

export interface GateFacts {
  /** The calendar day in the owner state's zone. */
  readonly today: CalendarDate;
  readonly person: GatePerson;
  readonly alert: GateAlert;
  readonly treaties: readonly TreatyThreshold[];
  readonly review: GateReview;
}

export const GATE_CODES = [
  'NAME_MISSING',
  'SEX_MISSING',
  'SEX_UNKNOWN',
  'BIRTH_DATE_MISSING',
  'IDENTITY_TOO_THIN',
  'PERSON_DEAD',
  'LEGAL_BASIS_MISSING',
  'CONTACT_24X7_MISSING',
  'ACTION_MISSING',
  'ACTION_NOT_FOR_TYPE',
  'ACTION_REPEATED',
  'ACTION_WRONG_FIRST',
  'DANGER_NOT_STATED',
  'DANGER_NONE_WITH_FLAGS',
  'EXTRADITION_WILL_MISSING',
  'SHARING_MISSING',
  'SHARING_LIST_EMPTY',
  'VALID_FROM_MISSING',
  'EXPIRY_MISSING',
  'EXPIRY_BEFORE_START',
  'EXPIRY_PASSED',
  'WARRANT_MISSING',
  'WARRANT_REVOKED',
  'WARRANT_EXPIRED',
  'WARRANT_FILE_MISSING',
  'LIMITATION_PASSED',
  'LIMITATION_UNKNOWN',
  'SENTENCE_LEFT_MISSING',
  'OFFENCE_MISSING',
  'ARTICLE_TEXT_MISSING',
  'MAX_PENALTY_MISSING',
  'PLACE_MISSING',
  'TIME_MISSING',
  'SUMMARY_MISSING',
  'SUMMARY_TOO_LONG',
  'BELOW_EVERY_THRESHOLD',
  'SELF_DECLARATION_MISSING',
  'COMPLIANCE_REVIEW_MISSING',
  'COMPLIANCE_REVIEW_FAILED',
  'ASYLUM_CHECK_MISSING',
  'ASYLUM_STATE_MISSING',
  'ASYLUM_GRANTED',
  'DUPLICATE_CHECK_MISSING',
  'DUPLICATE_UNRESOLVED',
  'APPROVER_IS_AUTHOR',
] as const;
export type GateCode = (typeof GATE_CODES)[number];

/**
 * `path`: JSON pointer into {person, alert, review}. A WARNING is shown and recorded but stops nothing.
 * `id`: the record that the finding is about, where it is not a part of the alert.
 */
export interface GateFinding {
  readonly code: GateCode;
  readonly path: string;
  readonly severity: 'BLOCKING' | 'WARNING';
  readonly id?: string;
}

export const blocking = (code: GateCode, path: string): GateFinding => ({ code, path, severity: 'BLOCKING' });
export const warning = (code: GateCode, path: string): GateFinding => ({ code, path, severity: 'WARNING' });
