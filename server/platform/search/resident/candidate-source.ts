// Candidates of questions by name and date from the register in this process: it says who, PostgreSQL says what is true of them now.

import type { Pool } from 'pg';
import type { DatedNames } from '../../../domain/names/register/dated-names.ts';
import { createGiveWay } from '../../turns.ts';
import type { CandidateAnswer, CandidateSource, DatedQuery, DatedQuestions } from '../port.ts';
import { byIdentifier, COLUMNS, type FoundRow, FoundRows, stale } from '../postgres/rows.ts';
import { sincePosition } from './changes.ts';
import type { Standing } from './keeper.ts';

// Whoever changed since the register's position is compared with every question. The first row tells whether the register may be asked.
const BY_ID = `
  WITH ${sincePosition(5)}
  SELECT register.holds, found.* FROM register LEFT JOIN LATERAL (
    (${byIdentifier(3)}) UNION ALL
    (SELECT ${COLUMNS}, 0::float8 AS weight, false AS stale
      FROM (SELECT unnest($1::uuid[]) UNION SELECT person_id FROM changed) AS wanted (id)
      JOIN person_search ON person_id = wanted.id WHERE audience && (SELECT $2::text[]))
    UNION ALL (${stale(4, 4, 1)})) AS found ON register.holds`;

const MANY_BY_ID = `
  WITH ${sincePosition(4)},
    asked AS (SELECT * FROM json_to_recordset($1::json) AS asked (place int, ids uuid[], exact text[]))
  SELECT register.holds, found.* FROM register LEFT JOIN LATERAL (
    SELECT asked.place, of_one.* FROM asked CROSS JOIN LATERAL (
      (SELECT ${COLUMNS}, 'Infinity'::float8 AS weight, false AS stale FROM person_search
        WHERE audience && (SELECT $2::text[]) AND exact && asked.exact)
      UNION ALL
      (SELECT ${COLUMNS}, 0::float8 AS weight, false AS stale FROM unnest(asked.ids) AS wanted (id)
        JOIN person_search ON person_id = wanted.id WHERE audience && (SELECT $2::text[]))) AS of_one
    UNION ALL
    SELECT NULL AS place, ${COLUMNS}, 0::float8 AS weight, false AS stale
      FROM changed JOIN person_search USING (person_id) WHERE audience && (SELECT $2::text[])
    UNION ALL SELECT NULL AS place, old.* FROM (${stale(3, 3, 1)}) AS old) AS found ON register.holds`;

type Found = FoundRow & { readonly place?: number | null };
type Row = { readonly holds: boolean } & (Found | { readonly person_id: null });

/** @returns null where the register is of no use: too far behind, or rows of another version about, whose names it does not know */
function usable(rows: readonly Row[]): Found[] | null {
  if (rows[0]?.holds !== true) return null;
  const found = rows.flatMap((row) => (row.person_id === null ? [] : [row as Found]));
  return found.some((row) => row.stale) ? null : found;
}

/**
 * @param current the register and its position, null while there is none to ask
 * @param otherwise asked for everything else, and while the register is of no use
 */
export function createResidentCandidateSource(
  pool: Pool,
  current: () => Standing<DatedNames> | null,
  otherwise: Required<CandidateSource>,
): Required<CandidateSource> {
  async function findDated(query: DatedQuery): Promise<CandidateAnswer | null> {
    const standing = current();
    if (standing === null) return otherwise.findDated(query);
    const { names, births, worth, audience, exact, keyVersion, limit } = query;
    const ids = standing.names.find(names, births, worth);
    if (ids === null) return null;
    const asOf = new Date().toISOString();
    const { rows } = await pool.query<Row>({
      name: 'search-by-register',
      text: BY_ID,
      values: [ids, audience, exact, keyVersion, standing.position],
    });
    const found = usable(rows);
    if (found === null) return otherwise.findDated(query);
    const all = new FoundRows();
    all.add(found);
    return all.size > limit ? otherwise.findDated(query) : all.answer(asOf);
  }

  async function findManyDated(query: DatedQuestions): Promise<(CandidateAnswer | null)[]> {
    const standing = current();
    if (standing === null) return otherwise.findManyDated(query);
    const giveWay = createGiveWay();
    const asked: { place: number; ids: string[]; exact: readonly string[] }[] = [];
    for (const [place, { names, births, worth, exact }] of query.questions.entries()) {
      const ids = standing.names.find(names, births, worth);
      if (ids !== null) asked.push({ place, ids, exact });
      await giveWay();
    }
    const asOf = new Date().toISOString();
    const { rows } = await pool.query<Row>({
      name: 'search-many-by-register',
      text: MANY_BY_ID,
      values: [JSON.stringify(asked), query.audience, query.keyVersion, standing.position],
    });
    const found = usable(rows);
    if (found === null) return otherwise.findManyDated(query);
    const changed = found.filter((row) => row.place === null);
    const answers: (CandidateAnswer | null)[] = query.questions.map(() => null);
    const own = new Map(asked.map(({ place }) => [place, new FoundRows()]));
    for (const row of found) own.get(row.place ?? -1)?.add([row]);
    for (const [place, of] of own) {
      of.add(changed);
      if (of.size <= query.limit) answers[place] = of.answer(asOf);
    }
    return answers;
  }

  return { find: otherwise.find, findDated, findManyDated };
}
