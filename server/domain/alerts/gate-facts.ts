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

export interface GateAlert {
  readonly type: AlertType;
  readonly legalBasis: readonly string[];
  readonly contact24x7: string | null;
  /** Language code → text. */
  readonly reasonSummary: Readonly<Record<string, string>>;
  readonly facts: string | null;
  readonly factsPlace: string | null;
  readonly factsFrom: CalendarDate | null;
  readonly actionsOnHit: readonly ActionCode[];
  readonly dangerFlags: readonly DangerFlag[];
  /** The author said in so many words that no danger is known. */
  readonly dangerNone: boolean;
  readonly extraditionWill: ExtraditionWill | null;
  readonly sharing: Sharing;
  readonly sharedWithStates: readonly string[];
  readonly sharedWithAgencies: readonly string[];
  readonly validFrom: CalendarDate | null;
  readonly expiresOn: CalendarDate | null;
  /** Months; null: not stated. */
  readonly maxPenaltyMonths: number | null;
  readonly sentenceMonthsLeft: number | null;
  /** The day on which the deed or the sentence lapses; null: not stated. */
  readonly limitationDate: CalendarDate | null;
  readonly warrants: readonly WarrantFacts[];
  readonly offences: readonly { readonly articleText: string | null }[];
}

/** Minimums of one treaty in months: reference data. */
export interface TreatyThreshold {
  readonly minMaxPenaltyMonths: number;
  readonly minSentenceMonths: number;
}

export interface GateReview {
  readonly authorId: string;
  /** Null while nobody has approved: four eyes cannot be judged yet. */
  readonly approverId: string | null;
  /** The author declared that the request is not of political, military, religious or ethnic character. */
  readonly complianceDeclared: boolean;
  /** Who checked that declaration. */
  readonly complianceReviewedBy: string | null;
  readonly asylumCheck: AsylumCheck | null;
  /** The state that granted protection. */
  readonly asylumState: string | null;
  readonly isDuplicateCheckDone: boolean;
  /** Ids of likely duplicates on which nobody decided. */
  readonly unresolvedDuplicates: readonly string[];
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
  'OFFENCE_MISSING',
  'ARTICLE_TEXT_MISSING',
  'MAX_PENALTY_MISSING',
  'SENTENCE_LEFT_MISSING',
  'FACTS_MISSING',
  'FACTS_PLACE_MISSING',
  'FACTS_TIME_MISSING',
  'REASON_SUMMARY_MISSING',
  'REASON_SUMMARY_TOO_LONG',
  'BELOW_EVERY_THRESHOLD',
  'SELF_DECLARATION_MISSING',
  'COMPLIANCE_REVIEW_MISSING',
  'COMPLIANCE_REVIEW_BY_AUTHOR',
  'ASYLUM_CHECK_MISSING',
  'ASYLUM_UNKNOWN',
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
