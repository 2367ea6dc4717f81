// Candidates from person_search in PostgreSQL: key look-ups under GIN, in rounds, from the rarest keys to the common ones.

import type { Pool } from 'pg';
import type { WeightedKey } from '../../../domain/names/analysed-name.ts';
import { ALWAYS_SCORED, SHARE_OF_BEST } from '../../../domain/names/keys.ts';
import type { CandidateAnswer, CandidateQuery, CandidateRow, CandidateSource } from '../port.ts';
import { createRowCounts, type RowCounts } from './row-counts.ts';
import { rowFilterSql } from './row-filter.ts';

/** Rows of an older key version that are looked at with every query until they are re-indexed. */
const STALE_LIMIT = 2_000;
/** Rows a round may be expected to bring, first to last; a later round runs only while candidates are few. */
const ROUNDS = [600, 4_000, 20_000] as const;
/** Below this share of the wanted candidates the next round runs. */
const ENOUGH = 1 / 3;

export const COLUMNS =
  'person_id, person_version, names, births, sex, nationalities, documents, national_ids, scopes';

const BY_IDENTIFIER = `
  SELECT ${COLUMNS}, 'Infinity'::float8 AS weight, false AS stale FROM person_search
  WHERE audience && $2 AND exact && $5`;

// One index scan per key: asked for all keys at once, the planner takes the many keys for many rows and reads the whole table.
const byKeys = (filter: string) => `
  WITH best AS (
    SELECT hit.person_id AS id, sum(asked.weight)::float8 AS weight
    FROM unnest($1::int4[], $3::float4[]) AS asked(key, weight)
    CROSS JOIN LATERAL (
      ${filter === '' ? met('person_id') : narrowed(filter)}) AS hit
    GROUP BY hit.person_id ORDER BY weight DESC, id LIMIT $4),
  ranked AS (
    SELECT id, weight, row_number() OVER (ORDER BY weight DESC, id) AS place, max(weight) OVER () AS top FROM best)
  SELECT ${COLUMNS}, ranked.weight, false AS stale FROM ranked JOIN person_search ON person_id = ranked.id
  WHERE place <= ${ALWAYS_SCORED} OR ranked.weight >= ${SHARE_OF_BEST} * top`;

// The fence keeps the planner from reading the long list of a common tag once for every key.
const narrowed = (filter: string) => `
      SELECT person_id FROM (${met('person_id, tags, exact')} OFFSET 0) AS met WHERE true${filter}`;

const met = (columns: string) =>
  `SELECT ${columns} FROM person_search WHERE keys @> ARRAY[asked.key] AND audience && $2`;

// The sub-select is answered from the two ends of the index, and nothing more is read while all rows are of one version.
const STALE = `
  SELECT ${COLUMNS}, 0::float8 AS weight, true AS stale FROM person_search
  WHERE (SELECT min(key_version) <> $6 OR max(key_version) <> $6 FROM person_search)
    AND key_version <> $6 AND audience && $2 LIMIT ${STALE_LIMIT + 1}`;

const ALSO = `
  SELECT ${COLUMNS}, 0::float8 AS weight, false AS stale FROM person_search
  WHERE person_id = ANY($1::uuid[]) AND audience && $2`;

// Everything that every question asks goes in one statement: sending three took as long as reading them.
const firstRound = (filter: string) =>
  `(${BY_IDENTIFIER}) UNION ALL (${byKeys(filter)}) UNION ALL (${STALE})`;

/** A candidate source over one pool; it remembers how common keys are for a minute. */
export function createPostgresCandidateSource(pool: Pool): CandidateSource {
  const rowCounts = createRowCounts(pool);
  return { find: async (query) => find(pool, await rowCounts(), query) };
}

async function find(pool: Pool, counts: RowCounts, query: CandidateQuery): Promise<CandidateAnswer> {
  const rows = new Map<string, CandidateRow>();
  const asOf = new Date().toISOString();
  const stale: FoundRow[] = [];
  const add = (found: readonly FoundRow[]) => {
    for (const row of found) {
      if (row.stale) stale.push(row);
      else if (!rows.has(row.person_id) || row.weight === Number.POSITIVE_INFINITY)
        rows.set(row.person_id, toCandidate(row));
    }
  };
  const ask = async (name: string, text: string, values: unknown[]) => {
    const { rows: found } = await pool.query<FoundRow>({ name, text, values });
    return found;
  };
  const named = (keys: readonly WeightedKey[]) => [
    keys.map(({ key }) => key),
    query.audience,
    keys.map(({ weight }) => weight),
    query.limit,
  ];
  const [first = [], ...later] = rounds(query.keys, counts);
  const inFirst = rowFilterSql(query.filter, 7);
  add(
    await ask(`search-first${inFirst.name}`, firstRound(inFirst.sql), [
      ...named(first),
      query.exact,
      query.keyVersion,
      ...inFirst.values,
    ]),
  );
  const inLater = rowFilterSql(query.filter, 5);
  for (const keys of later) {
    if (rows.size >= query.limit * ENOUGH) break;
    const values = [...named(keys), ...inLater.values];
    add(await ask(`search-keys${inLater.name}`, byKeys(inLater.sql), values));
  }
  if (query.also && query.also.length > 0) add(await ask('search-also', ALSO, [query.also, query.audience]));
  for (const row of stale) if (!rows.has(row.person_id)) rows.set(row.person_id, toCandidate(row));
  return { engine: 'postgres', asOf, rows: [...rows.values()], complete: stale.length <= STALE_LIMIT };
}

/**
 * Keys of each round, those that bring few rows first: all that are expected to bring no more rows together than the round allows,
 * earlier ones included.
 */
export function rounds(keys: readonly WeightedKey[], counts: RowCounts): WeightedKey[][] {
  const counted = keys.map((key) => ({ key, brings: counts(key) })).sort((a, b) => a.brings - b.brings);
  const out: WeightedKey[][] = [];
  let expected = 0;
  let at = 0;
  for (const allowed of ROUNDS) {
    for (; at < counted.length; at++) {
      const brings = counted[at]?.brings ?? 0;
      if (expected + brings > allowed && at > 0) break;
      expected += brings;
    }
    if (at > (out.at(-1)?.length ?? 0)) out.push(counted.slice(0, at).map(({ key }) => key));
  }
  return out;
}

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
interface FoundRow extends DatabaseRow {
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
