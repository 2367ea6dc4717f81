// The search port: who may be the person that is asked for. An engine only finds candidates; domain code decides.

import type { PartialDate } from '../../domain/dates/partial-date.ts';
import type { YearRange } from '../../domain/matching/match.ts';
import type { AnalysedName, DatedKeys, WeightedKey } from '../../domain/names/analysed-name.ts';
import type { NameSpellings } from '../../domain/names/spellings.ts';
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
  /** What the person can be filtered by, as domain/persons/search-tags.ts spells it, whoever may use it. */
  readonly tags: readonly string[];
  /** Tags that stand in no other column, with who may use them. */
  readonly traits: readonly ({ readonly tag: string } & Scoped)[];
  /** Distinct beginnings of the words of all names (domain/persons/name-beginnings.ts). */
  readonly beginnings: readonly string[];
  /** Tokens of which a reader must hold one for the person to exist for them. */
  readonly audience: readonly string[];
}

export interface CandidateQuery {
  /** The same question for an engine that compares letters; left out where no name is asked for. */
  readonly letters?: NameInLetters;
  readonly keys: readonly WeightedKey[];
  /** Version of the keys asked with; rows of another version are returned as candidates whatever their keys, but for those: */
  readonly keyVersion: number;
  /** rows from this version on are found by the keys of names that are asked with. */
  readonly nameKeysSince: number;
  /** 'D:<document number>' and 'N:<national id>', normalised. */
  readonly exact: readonly string[];
  /** Tokens of the reader. What no token opens is never a candidate. */
  readonly audience: readonly string[];
  /** Most candidates wanted by name; exact documents and ids come on top. */
  readonly limit: number;
  /** Only rows that may meet it are wanted, within the limit; none asked = undefined. */
  readonly filter?: RowFilter;
  /** Persons to be compared as well, whatever their keys. */
  readonly also?: readonly string[];
}

/**
 * A necessary condition. An engine never leaves out a row that meets it for the reader; it may bring rows that do not
 * (an unseen alert's tag, a value folded by the engine): the exact test on what the reader may see follows in
 * features/search. Rows of another key version know no tags and are brought whatever is asked.
 */
export interface RowFilter {
  /** The row shares at least one tag with every group: outer AND, inner OR; each group has at least one tag. */
  readonly tags: readonly (readonly string[])[];
  /** 'D:<document number>' and 'N:<national id>', normalised: the row has all of them. */
  readonly exact: readonly string[];
}

export interface NameInLetters {
  readonly spellings: readonly NameSpellings[];
  /** Dates of birth asked for. */
  readonly births: readonly PartialDate[];
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

/** A question that wants nobody whose dates of birth all contradict. */
export interface DatedQuestion {
  readonly names: readonly AnalysedName[];
  readonly births: readonly PartialDate[];
  /** False of names that are too unlike to matter, whatever else agrees: an engine that knows names need not bring such a person. */
  worth(names: readonly AnalysedName[]): boolean;
  /** @returns null when a name has to be asked without its date */
  keys(): DatedKeys | null;
  /** As in `CandidateQuery`. */
  readonly exact: readonly string[];
}

type OfReader = Pick<CandidateQuery, 'keyVersion' | 'nameKeysSince' | 'audience' | 'limit'>;

export interface DatedQuery extends OfReader, DatedQuestion {}

/** Many of them of one reader. */
export interface DatedQuestions extends OfReader {
  readonly questions: readonly DatedQuestion[];
}

export interface CandidateSource {
  find(query: CandidateQuery): Promise<CandidateAnswer>;
  /**
   * The same for who wants nobody whose dates of birth all contradict.
   * @returns null when a name has to be asked without its date, when more come than are wanted, the best of which are for `find` to
   * choose, and while rows of another version are about
   */
  findDated?(query: DatedQuery): Promise<CandidateAnswer | null>;
  /** The same for very many questions, together: hundreds at once. @returns in their order */
  findManyDated?(query: DatedQuestions): Promise<(CandidateAnswer | null)[]>;
}

/** Persons by what they have in common, without a name; newest record first (person ids ascend with time). */
export interface BrowseQuery {
  /** At least one tag group or exact number. */
  readonly filter: RowFilter;
  /** Version of the rows asked for: with rows of another one about, the answer is not complete. */
  readonly keyVersion: number;
  /** Tokens of the reader. What no token opens is never brought. */
  readonly audience: readonly string[];
  /** Only persons with a smaller id; null = from the newest. */
  readonly after: string | null;
  readonly limit: number;
}

export interface BrowseAnswer {
  readonly engine: 'postgres' | 'meilisearch';
  readonly asOf: string;
  /** At most `limit`, in falling order of person id; fewer than `limit` only when there are no more. */
  readonly rows: readonly SearchRow[];
  /** False when rows of another key version are about: what they can be filtered by is not known yet. */
  readonly complete: boolean;
}

/** Names that begin as typed, for suggestions while typing. */
export interface SuggestionQuery {
  /**
   * Words in coarse sounds (coarseWords), each cut at LONGEST_BEGINNING; in any order of the name. A name must have a word that
   * begins with each of them. At least one.
   */
  readonly beginnings: readonly string[];
  /** Tokens of the reader. What no token opens is never brought. */
  readonly audience: readonly string[];
  /** Most rows wanted; which of more is the engine's choice, and must not depend on rows the reader cannot open. */
  readonly limit: number;
}

export interface SuggestionAnswer {
  readonly engine: 'postgres' | 'meilisearch';
  readonly rows: readonly SuggestionRow[];
}

export type SuggestionRow = Pick<SearchRow, 'personId' | 'names' | 'scopes'>;

/**
 * What lists and suggestions are made of. Like candidates, rows are only offered: who may see them is read again from the
 * tables before anything is shown, and counts and facets are taken from what is shown, never from the engine.
 */
export interface BrowseSource {
  browse(query: BrowseQuery): Promise<BrowseAnswer>;
  suggest(query: SuggestionQuery): Promise<SuggestionAnswer>;
}

/** Cases by what is typed about them. */
export interface CaseQuery {
  readonly text: string;
  /** The text as a name; left out where it is none. */
  readonly letters?: NameInLetters;
  /** Marks of the reader. Cases that carry none of them are never offered. */
  readonly readers: readonly string[];
  /** Most cases wanted of each kind. */
  readonly limit: number;
}

/**
 * What an engine adds to the look-ups that PostgreSQL makes in every search over cases. It only offers: names are compared by the
 * rules, and whether the reader sees a case is read from its row.
 */
export interface CaseAnswer {
  readonly engine: 'postgres' | 'meilisearch';
  readonly asOf: string;
  /** False when an engine was to be asked and was not, or is far behind. */
  readonly complete: boolean;
  /** Cases of persons who are spelled alike. */
  readonly named: readonly string[];
  /** Cases that the engine cannot tell about: of these too the person is compared. */
  readonly unknown: readonly string[];
  /** Cases that have such words, typing errors allowed. */
  readonly worded: readonly { readonly id: string; readonly where: 'NUMBER' | 'OFFENCE' }[];
}

export interface CaseSource {
  find(query: CaseQuery): Promise<CaseAnswer>;
}
