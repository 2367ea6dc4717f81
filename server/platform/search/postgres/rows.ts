// Rows of person_search as candidates, and the parts of a statement that every question has.

import type { CandidateAnswer, CandidateRow } from '../port.ts';

/** Rows of an older key version that are looked at with every query until they are re-indexed. */
export const STALE_LIMIT = 2_000;

export const COLUMNS =
  'person_id, person_version, names, births, sex, nationalities, documents, national_ids, scopes';

/**
 * $2 are the tokens of the reader. In sub-selects the values say nothing to the planner, so that a statement is planned once and
 * not, for the same plan, with every question.
 * @param exact number of the parameter with the numbers and ids asked for
 */
export const byIdentifier = (exact: number) => `
  SELECT ${COLUMNS}, 'Infinity'::float8 AS weight, false AS stale FROM person_search
  WHERE audience && (SELECT $2::text[]) AND exact && (SELECT $${exact}::text[])`;

/**
 * $2 are the tokens of the reader. The sub-select is answered from the two ends of the index, and nothing more is read while all
 * rows are of versions that the keys asked with find.
 * @param version number of the parameter with the version of the keys asked with
 * @param since number of the parameter with the first version that they find
 */
export const stale = (version: number, since: number, limit: number = STALE_LIMIT + 1) => `
  SELECT ${COLUMNS}, 0::float8 AS weight, true AS stale FROM person_search
  WHERE (SELECT min(key_version) < $${since} OR max(key_version) > $${version} FROM person_search)
    AND (key_version < $${since} OR key_version > $${version}) AND audience && (SELECT $2::text[]) LIMIT ${limit}`;

export interface DatabaseRow {
  person_id: string;
  person_version: number;
  names: CandidateRow['names'];
  births: CandidateRow['births'];
  sex: CandidateRow['sex'];
  nationalities: CandidateRow['nationalities'];
  documents: CandidateRow['documents'];
  national_ids: CandidateRow['nationalIds'];
  scopes: unknown[];
  weight: number;
}

/** @property stale of another key version: brought whatever is asked */
export interface FoundRow extends DatabaseRow {
  readonly stale: boolean;
}

export function toCandidate(row: DatabaseRow): CandidateRow {
  return {
    personId: row.person_id,
    personVersion: row.person_version,
    names: row.names,
    births: row.births,
    sex: row.sex,
    nationalities: row.nationalities,
    documents: row.documents,
    nationalIds: row.national_ids,
    scopes: row.scopes,
    weight: Number(row.weight),
  };
}

/** What statements brought, each person once: stale rows last, and the exact number before the name. */
export class FoundRows {
  readonly #rows = new Map<string, CandidateRow>();
  readonly #stale: FoundRow[] = [];

  add(found: readonly FoundRow[]): void {
    for (const row of found) {
      if (row.stale) this.#stale.push(row);
      else if (!this.#rows.has(row.person_id) || row.weight === Number.POSITIVE_INFINITY)
        this.#rows.set(row.person_id, toCandidate(row));
    }
  }

  /** Without the stale ones. */
  get size(): number {
    return this.#rows.size;
  }

  answer(asOf: string): CandidateAnswer {
    for (const row of this.#stale)
      if (!this.#rows.has(row.person_id)) this.#rows.set(row.person_id, toCandidate(row));
    return {
      engine: 'postgres',
      asOf,
      rows: [...this.#rows.values()],
      complete: this.#stale.length <= STALE_LIMIT,
    };
  }
}
