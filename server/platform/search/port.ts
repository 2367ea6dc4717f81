// The search port: who may be the person that is asked for. An engine only finds candidates; domain code decides.

import type { PartialDate } from '../../domain/dates/partial-date.ts';
import type { YearRange } from '../../domain/matching/match.ts';
import type { WeightedKey } from '../../domain/names/analysed-name.ts';
import type { NameType, Sex } from '../../domain/persons/vocabulary.ts';

/** Index into the row's scopes: who may see this part of the row. */
interface Scoped {
  readonly scope: number;
}

/** What a person is found and compared by: the content of one row of person_search. */
export interface SearchRow {
  readonly personId: string;
  readonly personVersion: number;
  readonly names: readonly SearchRowName[];
  /** A date, of which a part may be known, or a range of years. */
  readonly births: readonly ((PartialDate | YearRange) & Scoped)[];
  readonly sex: Sex;
  /** ISO 3166-1 alpha-3. */
  readonly nationalities: readonly ({ readonly state: string } & Scoped)[];
  readonly documents: readonly ({ readonly number: string; readonly state?: string } & Scoped)[];
  readonly nationalIds: readonly ({ readonly value: string } & Scoped)[];
  /** Opaque to the engine; what the scope numbers stand for. */
  readonly scopes: readonly unknown[];
}

export interface SearchRowName extends Scoped {
  readonly id: string;
  readonly type: NameType;
  readonly raw: string;
  readonly packed: string;
}

/** A row as it is written, in the transaction that writes the person. */
export interface StoredSearchRow extends SearchRow {
  readonly keyVersion: number;
  readonly keys: readonly number[];
  /** 'D:<document number>' and 'N:<national id>', normalised: exact look-up. */
  readonly exact: readonly string[];
  /** Tokens of which a reader must hold one for the person to exist for them. */
  readonly audience: readonly string[];
}

export interface CandidateQuery {
  readonly keys: readonly WeightedKey[];
  /** Version of the keys asked with; rows of another version are returned as candidates whatever their keys. */
  readonly keyVersion: number;
  /** 'D:<document number>' and 'N:<national id>', normalised. */
  readonly exact: readonly string[];
  /** Tokens of the reader. What no token opens is never a candidate. */
  readonly audience: readonly string[];
  /** Most candidates wanted by name; exact documents and ids come on top. */
  readonly limit: number;
}

export interface CandidateRow extends SearchRow {
  /** Sum of the weights of the keys that hit; Infinity for an exact document or id. */
  readonly weight: number;
}

export interface CandidateAnswer {
  readonly engine: 'postgres' | 'meilisearch';
  /** Moment the answer is true for, ISO 8601. */
  readonly asOf: string;
  readonly rows: readonly CandidateRow[];
  /** False when rows of an older key version were too many to be looked at: the answer must be marked as degraded. */
  readonly complete: boolean;
}

export interface CandidateSource {
  find(query: CandidateQuery): Promise<CandidateAnswer>;
}
