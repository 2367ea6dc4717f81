// Candidates of a question that wants nobody whose dates of birth contradict: one scan of the index for all of its keys.

import type { Pool } from 'pg';
import type { WeightedKey } from '../../../domain/names/analysed-name.ts';
import type { CandidateAnswer, CandidateQuery } from '../port.ts';
import type { RowCounts } from './row-counts.ts';
import { byIdentifier, COLUMNS, type FoundRow, FoundRows, stale } from './rows.ts';

/** Rows that the keys of a question may be expected to bring; fewer than a check scores at most. */
const MOST_ROWS = 100;

// The keys stand in a sub-select, so that the planner does not judge them: it takes many keys for many rows and reads the whole table.
// The other values do, so that the plan of one question is as good as that of any other: to plan took as long as to look up.
const DATED = `
  (${byIdentifier(4)}) UNION ALL
  (SELECT ${COLUMNS}, 0::float8 AS weight, false AS stale FROM person_search
    WHERE keys && (SELECT $1::int4[]) AND audience && (SELECT $2::text[]) LIMIT (SELECT $3::int) + 1)
  UNION ALL (${stale(5, 5, 1)})`;

/** The keys that bring few rows first, as many as are worth the rows that they bring. */
export function affordable(keys: readonly WeightedKey[], counts: RowCounts): WeightedKey[] {
  const counted = keys.map((key) => ({ key, brings: counts(key) }));
  // Of most questions all keys together bring few.
  if (counted.reduce((sum, { brings }) => sum + brings, 0) <= MOST_ROWS) return [...keys];
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

export async function findDated(
  pool: Pool,
  counts: RowCounts,
  { keys, audience, limit, exact, keyVersion }: CandidateQuery,
): Promise<CandidateAnswer | null> {
  const asOf = new Date().toISOString();
  const { rows } = await pool.query<FoundRow>({
    name: 'search-dated',
    text: DATED,
    // As the text of an array: the driver would quote each number.
    values: [`{${affordable(keys, counts).map(({ key }) => key)}}`, audience, limit, exact, keyVersion],
  });
  const found = new FoundRows();
  // Rows of another version have other keys of dates: one of them, and all are asked for by name.
  if (rows.some((row) => row.stale)) return null;
  found.add(rows);
  return found.size > limit ? null : found.answer(asOf);
}
