// Candidates of a question that wants nobody whose dates of birth contradict: one scan of the index for all of its keys.

import type { Pool } from 'pg';
import type { WeightedKey } from '../../../domain/names/analysed-name.ts';
import type { CandidateQuery } from '../port.ts';
import type { RowCounts } from './row-counts.ts';
import { byIdentifier, COLUMNS, type FoundRow, FoundRows, stale } from './rows.ts';

/** Rows that the keys of a question may be expected to bring; a third of them come. */
const MOST_ROWS = 200;

// The keys stand in a sub-select, so that the planner does not judge them: it takes many keys for many rows and reads the whole table.
const DATED = `
  (${byIdentifier(4)}) UNION ALL
  (SELECT ${COLUMNS}, 0::float8 AS weight, false AS stale FROM person_search
    WHERE keys && (SELECT $1::int4[]) AND audience && $2 LIMIT $3 + 1)
  UNION ALL (${stale(5)})`;

/** The keys that bring few rows first, as many as are worth the rows that they bring. */
export function affordable(keys: readonly WeightedKey[], counts: RowCounts): WeightedKey[] {
  const counted = keys.map((key) => ({ key, brings: counts(key) }));
  counted.sort((a, b) => a.brings - b.brings);
  let expected = 0;
  const asked: WeightedKey[] = [];
  for (const { key, brings } of counted) {
    expected += brings;
    if (expected > MOST_ROWS && asked.length > 0) break;
    asked.push(key);
  }
  return asked;
}

/** @returns null where the question is not of this kind, or brings more than are wanted: then the best of them have to be chosen */
export async function findDated(
  pool: Pool,
  counts: RowCounts,
  query: CandidateQuery,
): Promise<FoundRows | null> {
  const { dated, audience, limit, exact, keyVersion, filter } = query;
  if (dated === undefined || filter !== undefined) return null;
  const { rows } = await pool.query<FoundRow>({
    name: 'search-dated',
    text: DATED,
    values: [affordable(dated, counts).map(({ key }) => key), audience, limit, exact, keyVersion],
  });
  const found = new FoundRows();
  found.add(rows);
  return found.size > limit ? null : found;
}
