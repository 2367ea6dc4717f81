// Candidates from person_search in PostgreSQL: key look-ups under GIN, in rounds, from the rarest keys to the common ones.

import type { Pool } from 'pg';
import type { WeightedKey } from '../../../domain/names/analysed-name.ts';
import { ALWAYS_SCORED, SHARE_OF_BEST } from '../../../domain/names/keys.ts';
import type { CandidateAnswer, CandidateQuery, CandidateSource } from '../port.ts';
import { findDated, findManyDated } from './dated-candidates.ts';
import { createRowCounts, type RowCounts } from './row-counts.ts';
import { rowFilterSql } from './row-filter.ts';
import { byIdentifier, COLUMNS, type FoundRow, FoundRows, stale } from './rows.ts';

/** Rows a round may be expected to bring, first to last; a later round runs only while candidates are few. */
const ROUNDS = [600, 4_000, 20_000] as const;
/** Below this share of the wanted candidates the next round runs. */
const ENOUGH = 1 / 3;

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

const ALSO = `
  SELECT ${COLUMNS}, 0::float8 AS weight, false AS stale FROM person_search
  WHERE person_id = ANY($1::uuid[]) AND audience && $2`;

// Everything that every question asks goes in one statement: sending three took as long as reading them.
const firstRound = (filter: string) =>
  `(${byIdentifier(5)}) UNION ALL (${byKeys(filter)}) UNION ALL (${stale(6, 7)})`;

/** A candidate source over one pool; it remembers how common keys are for a minute. */
export function createPostgresCandidateSource(pool: Pool): Required<CandidateSource> {
  const rowCounts = createRowCounts(pool);
  return {
    find: async (query) => find(pool, await rowCounts(), query),
    findDated: async (query) => findDated(pool, await rowCounts(), query),
    findManyDated: async (query) => findManyDated(pool, await rowCounts(), query),
  };
}

async function find(pool: Pool, counts: RowCounts, query: CandidateQuery): Promise<CandidateAnswer> {
  const asOf = new Date().toISOString();
  const rows = new FoundRows();
  const ask = async (name: string, text: string, values: unknown[]) =>
    rows.add((await pool.query<FoundRow>({ name, text, values })).rows);
  const named = (keys: readonly WeightedKey[]) => [
    keys.map(({ key }) => key),
    query.audience,
    keys.map(({ weight }) => weight),
    query.limit,
  ];
  const [first = [], ...later] = rounds(query.keys, counts);
  const inFirst = rowFilterSql(query.filter, 8);
  // What a row can be filtered by is of its version, too.
  const since = query.filter ? query.keyVersion : query.nameKeysSince;
  const values = [...named(first), query.exact, query.keyVersion, since, ...inFirst.values];
  await ask(`search-first${inFirst.name}`, firstRound(inFirst.sql), values);
  const inLater = rowFilterSql(query.filter, 5);
  for (const keys of later) {
    if (rows.size >= query.limit * ENOUGH) break;
    await ask(`search-keys${inLater.name}`, byKeys(inLater.sql), [...named(keys), ...inLater.values]);
  }
  if (query.also && query.also.length > 0) await ask('search-also', ALSO, [query.also, query.audience]);
  return rows.answer(asOf);
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
