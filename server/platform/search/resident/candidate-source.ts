// Candidates of questions by name and date from the register in this process: it says who, PostgreSQL says what is true of them now.

import type { Pool } from 'pg';
import type { DatedNames } from '../../../domain/names/register/dated-names.ts';
import { askPrepared } from '../../database/prepared.ts';
import { together } from '../../database/together.ts';
import { createGiveWay } from '../../turns.ts';
import type { CandidateAnswer, CandidateSource, DatedQuestions } from '../port.ts';
import { COLUMNS, type DatabaseRow, toCandidate } from '../postgres/rows.ts';
import { sincePosition } from './changes.ts';
import type { Standing } from './keeper.ts';

interface Asked {
  readonly ids: readonly string[];
  /** As in `CandidateQuery`. */
  readonly exact: readonly string[];
  readonly audience: readonly string[];
  /** Of the register when the ids were taken from it. */
  readonly position: string;
  readonly keyVersion: number;
}

// Whoever changed since the position is compared with every question. Rows of another key version are not in the register.
const BY_ID = {
  name: 'search-by-register',
  text: `
  WITH ${sincePosition(2)}, asked AS MATERIALIZED (
    SELECT * FROM json_to_recordset($1::json) AS asked (place int, ids uuid[], exact text[], audience text[]))
  SELECT register.holds AND (SELECT min(key_version) = $3 AND max(key_version) = $3 FROM person_search) IS NOT FALSE,
    CASE WHEN register.holds THEN (SELECT json_agg(found) FROM (
      SELECT ${COLUMNS}, 'Infinity'::float8 AS weight FROM person_search
      WHERE exact && asked.exact AND audience && asked.audience
      UNION ALL
      SELECT ${COLUMNS}, 0::float8 AS weight
      FROM (SELECT unnest(asked.ids) UNION SELECT person_id FROM changed) AS wanted (id)
      JOIN person_search ON person_id = wanted.id WHERE audience && asked.audience) AS found) END
  FROM register CROSS JOIN asked ORDER BY asked.place`,
};

type Rows = readonly DatabaseRow[];

/** @returns the rows of each question, null where the register is of no use: too far behind, or rows of another version are about */
async function rowsOf(pool: Pool, asked: readonly Asked[]): Promise<(Rows | null)[]> {
  // The oldest position first: whoever changed since it is brought for the others, too.
  const [first] = asked;
  const json = JSON.stringify(
    asked.map(({ ids, exact, audience }, place) => ({ place, ids, exact, audience })),
  );
  const { rows } = await askPrepared(pool, BY_ID, [json, first?.position, first?.keyVersion]);
  return rows.map(([holds, found]) => (holds === 't' ? ((found ? JSON.parse(found) : []) as Rows) : null));
}

/** Each person once, the exact number before the name; null when more come than are wanted. */
function answerOf(rows: Rows, asOf: string, limit: number): CandidateAnswer | null {
  const byId = new Map<string, DatabaseRow>();
  for (const row of rows) {
    const before = byId.get(row.person_id);
    if (before === undefined || Number(row.weight) > Number(before.weight)) byId.set(row.person_id, row);
  }
  if (byId.size > limit) return null;
  return { engine: 'postgres', asOf, rows: [...byId.values()].map(toCandidate), complete: true };
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
  const readTogether = () => together<Asked, Rows | null>((asked) => rowsOf(pool, asked));
  const read = readTogether();
  // A booth does not stand in line behind the hundreds of an import.
  const readMany = readTogether();
  const now = () => new Date().toISOString();

  return {
    find: otherwise.find,

    async findDated(query) {
      const standing = current();
      if (standing === null) return otherwise.findDated(query);
      const { names, births, worth, exact, audience, keyVersion, limit } = query;
      const { position } = standing;
      const ids = standing.names.find(names, births, worth);
      if (ids === null) return null;
      const asOf = now();
      const rows = await read({ ids, exact, audience, position, keyVersion });
      return (rows && answerOf(rows, asOf, limit)) ?? otherwise.findDated(query);
    },

    async findManyDated({ questions, ...reader }: DatedQuestions) {
      const standing = current();
      if (standing === null) return otherwise.findManyDated({ questions, ...reader });
      const { audience, keyVersion, limit } = reader;
      const { position } = standing;
      const giveWay = createGiveWay();
      const asked: (Asked | null)[] = [];
      for (const { names, births, worth, exact } of questions) {
        const ids = standing.names.find(names, births, worth);
        asked.push(ids && { ids, exact, audience, position, keyVersion });
        await giveWay();
      }
      const asOf = now();
      const found = await Promise.all(asked.map((one) => one && readMany(one)));
      if (found.some((rows, place) => rows === null && asked[place] !== null))
        return otherwise.findManyDated({ questions, ...reader });
      return found.map((rows) => rows && answerOf(rows, asOf, limit));
    },
  };
}
