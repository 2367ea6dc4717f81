// What one record of a foreign file says of a person and of the alert about him, in the registry's words.
import type { AlertType, Channel } from '../alerts/vocabulary.ts';
import type { DocumentType, NameType, NationalIdScheme, Sex } from '../persons/vocabulary.ts';

export interface NameDraft {
  readonly type: NameType;
  readonly full?: string;
  readonly family?: string;
  readonly given?: string;
  readonly patronymic?: string;
}

/** `date` as parsePartialDate reads it. */
export interface BirthDraft {
  readonly date: string;
  readonly isApproximate?: boolean;
  readonly yearFrom?: number;
  readonly yearTo?: number;
  readonly status?: 'TRUE' | 'USED' | 'CLAIMED';
}

export interface DocumentDraft {
  readonly type: DocumentType;
  readonly number: string;
  readonly issuingState: string;
  readonly expiresOn?: string;
}

/** The members of a person's body that files can fill. */
export interface PersonDraft {
  readonly sex: Sex;
  readonly names: readonly NameDraft[];
  readonly birthDates?: readonly BirthDraft[];
  readonly nationalities?: readonly { readonly country: string }[];
  readonly documents?: readonly DocumentDraft[];
  readonly nationalIds?: readonly { readonly scheme: NationalIdScheme; readonly value: string }[];
  readonly marks?: readonly { kind: 'OTHER'; bodyPart: string; description: string }[];
  readonly birthPlace?: string;
  readonly birthCountry?: string;
  readonly languages?: readonly string[];
  readonly heightCm?: number;
  readonly weightKg?: number;
  readonly hairColour?: string;
  readonly eyeColour?: string;
}

/** The members of an alert's draft that files can fill. */
export interface AlertFacts {
  readonly type?: AlertType;
  readonly reasonSummary?: Readonly<Record<string, string>>;
  readonly legalBasis?: readonly string[];
  readonly externalRefs?: readonly { readonly channel: Channel; readonly number: string }[];
  readonly issuedOn?: string;
  readonly expiresOn?: string;
  readonly maxPenaltyMonths?: number;
}

export const RECORD_FAULTS = [
  'import-no-name',
  'import-bad-date',
  'import-bad-country',
  'import-bad-sex',
  'import-bad-number',
  'import-bad-alert-type',
  'import-no-alert-type',
  'import-no-issuer',
  'import-not-a-person',
  'import-not-a-record',
] as const;
export type RecordFaultCode = (typeof RECORD_FAULTS)[number];

export interface RecordFault {
  readonly field: string;
  readonly code: RecordFaultCode;
}

export interface RecordReading {
  /** How the source calls the record; the same one is not imported twice. */
  readonly key: string | null;
  readonly person: PersonDraft;
  readonly alert: AlertFacts;
  /** Values that could not be read and were left out. */
  readonly hints: readonly RecordFault[];
  /** Why the record cannot be taken at all. */
  readonly faults: readonly RecordFault[];
}

/** What mapping has to know and cannot hold itself. */
export interface ReadingTables {
  /** A state by code of two or three letters, or by its name in one of the languages; null when unknown. */
  country(text: string): string | null;
}

export const refusedRecord = (code: RecordFaultCode, key: string | null = null): RecordReading => ({
  key,
  person: { sex: 'U', names: [] },
  alert: {},
  hints: [],
  faults: [{ field: '', code }],
});
