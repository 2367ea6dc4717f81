// Candidates from person_search in PostgreSQL: key look-ups under GIN, in steps, ranked by the weight of the hits.

import type { Pool } from 'pg';
import type { CandidateAnswer, CandidateQuery, CandidateRow, CandidateSource } from '../port.ts';

const STALE_LIMIT = 2_000;
const SCAN_LIMIT = 5_000;

const COLUMNS = `person_id, person_version, names, births, sex, nationalities, documents, national_ids, scopes`;

const BY_IDENTIFIER = `
  SELECT ${COLUMNS}, 'Infinity'::float8 AS weight FROM person_search
  WHERE audience && $1 AND exact && $2`;

const BY_KEYS = `
  WITH hit AS MATERIALIZED (
    SELECT ${COLUMNS}, keys FROM person_search WHERE keys && $1::int4[] AND audience && $2 LIMIT ${SCAN_LIMIT}
  )
  SELECT ${COLUMNS},
    (SELECT sum(asked.weight) FROM unnest($1::int4[], $3::float4[]) AS asked(key, weight) WHERE asked.key = ANY(hit.keys)) AS weight
  FROM hit ORDER BY weight DESC, person_id LIMIT $4`;

const STALE = `
  SELECT ${COLUMNS}, 0::float8 AS weight FROM person_search
  WHERE key_version <> $1 AND audience && $2 LIMIT ${STALE_LIMIT + 1}`;

/** Rows asked by keys in steps: a later, wider step only while too few candidates are found. */
export function createPostgresCandidateSource(pool: Pool): CandidateSource {
  return { find: (query) => find(pool, query) };
}

async function find(pool: Pool, query: CandidateQuery): Promise<CandidateAnswer> {
  const rows = new Map<string, CandidateRow>();
  const asOf = new Date().toISOString();
  const add = (found: { rows: DatabaseRow[] }) => {
    for (const row of found.rows) if (!rows.has(row.person_id)) rows.set(row.person_id, toCandidate(row));
    return found.rows.length;
  };
  if (query.exact.length > 0) add(await pool.query(BY_IDENTIFIER, [query.audience, query.exact]));
  let named = 0;
  for (const step of [2, 3] as const) {
    const keys = query.keys.filter((key) => (step === 2 ? key.step <= 2 : key.step === 3));
    if (keys.length === 0 || named >= query.limit / 10) continue;
    named += add(
      await pool.query(BY_KEYS, [
        keys.map((key) => key.key),
        query.audience,
        keys.map((key) => key.weight),
        query.limit,
      ]),
    );
  }
  const stale = add(await pool.query(STALE, [query.keyVersion, query.audience]));
  return { engine: 'postgres', asOf, rows: [...rows.values()], complete: stale <= STALE_LIMIT };
}

interface DatabaseRow {
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

function toCandidate(row: DatabaseRow): CandidateRow {
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
