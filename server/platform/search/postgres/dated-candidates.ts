// Candidates of questions that want nobody whose dates of birth contradict: one scan of the index for all keys of a question.

import type { Pool } from 'pg';
import type { DatedKeys, WeightedKey } from '../../../domain/names/analysed-name.ts';
import type { CandidateAnswer, DatedQuery, DatedQuestions } from '../port.ts';
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
  UNION ALL
  (SELECT ${COLUMNS}, 0::float8 AS weight, false AS stale FROM person_search
    WHERE keys && (SELECT $6::int4[]) AND keys && (SELECT $7::int4[]) AND audience && (SELECT $2::text[])
    LIMIT (SELECT $3::int) + 1)
  UNION ALL (${stale(5, 5, 1)})`;

// The same for each of many questions: to send them one by one took longer than to look them up.
const MANY_DATED = `
  SELECT asked.place, found.* FROM json_to_recordset($1::json) AS asked (place int, keys int4[], near int4[], companions int4[], exact text[])
  CROSS JOIN LATERAL (
    (SELECT ${COLUMNS}, 'Infinity'::float8 AS weight, false AS stale FROM person_search
      WHERE audience && (SELECT $2::text[]) AND exact && asked.exact)
    UNION ALL
    (SELECT ${COLUMNS}, 0::float8 AS weight, false AS stale FROM person_search
      WHERE keys && asked.keys AND audience && (SELECT $2::text[]) LIMIT (SELECT $3::int) + 1)
    UNION ALL
    (SELECT ${COLUMNS}, 0::float8 AS weight, false AS stale FROM person_search
      WHERE keys && asked.near AND keys && asked.companions AND audience && (SELECT $2::text[])
      LIMIT (SELECT $3::int) + 1)) AS found
  UNION ALL SELECT NULL AS place, old.* FROM (${stale(4, 4, 1)}) AS old`;

/** The keys that bring few rows first, as many as are worth the rows that they bring. */
export function affordable(
  { keys, near }: Pick<DatedKeys, 'keys' | 'near'>,
  counts: RowCounts,
): { keys: WeightedKey[]; near: WeightedKey[] } {
  const counted = [
    ...keys.map((key) => ({ key, brings: counts(key), isNear: false })),
    ...near.map((key) => ({ key, brings: counts(key), isNear: true })),
  ];
  // Of most questions all keys together bring few.
  if (counted.reduce((sum, { brings }) => sum + brings, 0) <= MOST_ROWS)
    return { keys: [...keys], near: [...near] };
  counted.sort((a, b) => a.brings - b.brings);
  let expected = 0;
  const asked: { keys: WeightedKey[]; near: WeightedKey[] } = { keys: [], near: [] };
  for (const [place, { key, brings, isNear }] of counted.entries()) {
    expected += brings;
    if (expected > MOST_ROWS && place > 0) break;
    (isNear ? asked.near : asked.keys).push(key);
  }
  return asked;
}

/** As the text of an array: the driver would quote each number. */
const arrayText = (keys: readonly number[]): string => `{${keys}}`;

function keyTexts(dated: DatedKeys, counts: RowCounts) {
  const { keys, near } = affordable(dated, counts);
  return {
    keys: arrayText(keys.map(({ key }) => key)),
    near: arrayText(near.map(({ key }) => key)),
    companions: arrayText(dated.companions),
  };
}

export async function findDated(
  pool: Pool,
  counts: RowCounts,
  { audience, limit, exact, keyVersion, ...question }: DatedQuery,
): Promise<CandidateAnswer | null> {
  const dated = question.keys();
  if (dated === null) return null;
  const asOf = new Date().toISOString();
  const { keys, near, companions } = keyTexts(dated, counts);
  const { rows } = await pool.query<FoundRow>({
    name: 'search-dated',
    text: DATED,
    values: [keys, audience, limit, exact, keyVersion, near, companions],
  });
  const found = new FoundRows();
  // Rows of another version have other keys of dates: one of them, and all are asked for by name.
  if (rows.some((row) => row.stale)) return null;
  found.add(rows);
  return found.size > limit ? null : found.answer(asOf);
}

export async function findManyDated(
  pool: Pool,
  counts: RowCounts,
  { questions, audience, limit, keyVersion }: DatedQuestions,
): Promise<(CandidateAnswer | null)[]> {
  const asOf = new Date().toISOString();
  const asked = questions.flatMap(({ exact, keys }, place) => {
    const dated = keys();
    return dated === null ? [] : [{ place, exact, ...keyTexts(dated, counts) }];
  });
  const { rows } = await pool.query<FoundRow & { place: number | null }>({
    name: 'search-many-dated',
    text: MANY_DATED,
    values: [JSON.stringify(asked), audience, limit, keyVersion],
  });
  const answers: (CandidateAnswer | null)[] = questions.map(() => null);
  if (rows.some((row) => row.stale)) return answers;
  const found = new Map(asked.map(({ place }) => [place, new FoundRows()]));
  for (const row of rows) found.get(row.place ?? 0)?.add([row]);
  for (const [place, one] of found) if (one.size <= limit) answers[place] = one.answer(asOf);
  return answers;
}
