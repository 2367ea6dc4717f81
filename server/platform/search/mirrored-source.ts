// Candidates from the search engine and from PostgreSQL in one answer: the engine adds what keys of sounds miss, and nothing that
// its index does not hold is missing. From PostgreSQL alone when the engine is away, slow or far behind. Rows and rights always come from PostgreSQL.
import type { Pool } from 'pg';
import type { Clock } from '../clock.ts';
import type { Breaker } from './meilisearch/breaker.ts';
import type { SearchEngine } from './meilisearch/engine.ts';
import { nameQueries } from './meilisearch/name-queries.ts';
import type {
  CandidateAnswer,
  CandidateQuery,
  CandidateRow,
  CandidateSource,
  NameInLetters,
} from './port.ts';
import { COLUMNS, type DatabaseRow, toCandidate } from './postgres/candidate-source.ts';
import { rowFilterSql } from './postgres/row-filter.ts';

/** After this long a question to the engine is one that PostgreSQL answers. */
const ENGINE_MS = 400;
/** More unconfirmed changes than these are not laid over the index's answer any more. */
const OVERLAY_MOST = 4_000;
/** From this age of the oldest unconfirmed change on the answer says that it is degraded. */
const LAGGING_MS = 60_000;
/** From this age on the index is not asked. */
const LOST_MS = 15 * 60_000;
/** The token that opens what is in the index. */
const EVERYBODY = '*';

// The state of the index before it is asked: a change confirmed in between is then in one of the two, never in neither.
const STATE = `
  SELECT m.uid, (SELECT at FROM mirror_outbox WHERE index_name = 'persons' ORDER BY id LIMIT 1) AS "oldestAt",
    ARRAY(SELECT entity_id::text FROM mirror_outbox WHERE index_name = 'persons' LIMIT ${OVERLAY_MOST + 1}) AS waiting
  FROM mirror_index m
  WHERE m.name = 'persons' AND m.role = 'LIVE' AND m.loaded_at IS NOT NULL AND m.problem IS NULL AND m.mapper_version = $1`;

interface State {
  readonly uid: string;
  readonly oldestAt: Date | null;
  readonly waiting: readonly string[];
}

export interface MirroredSourceParts {
  readonly pool: Pool;
  readonly engine: Pick<SearchEngine, 'ids'>;
  readonly breaker: Breaker;
  /** Finds everything. */
  readonly postgres: CandidateSource;
  readonly clock: Clock;
  readonly mapperVersion: number;
  /** Counts answers by engine. */
  count(engine: string, degraded: boolean): void;
}

export function createMirroredCandidateSource(parts: MirroredSourceParts): CandidateSource {
  const { pool, engine, breaker, postgres, clock, mapperVersion } = parts;

  /** @returns the state of an index that may be asked, or null */
  async function stateNow(): Promise<State | null> {
    const { rows } = await pool.query<State>({ name: 'mirror-state', text: STATE, values: [mapperVersion] });
    const state = rows[0];
    if (!state || state.waiting.length > OVERLAY_MOST) return null;
    return state.oldestAt && clock.now().getTime() - state.oldestAt.getTime() > LOST_MS ? null : state;
  }

  /** Rows that the engine named, and rows of which a change is not confirmed where the keys say that they may be meant. */
  async function rowsOf(
    query: CandidateQuery,
    ids: readonly string[],
    waiting: readonly string[],
  ): Promise<CandidateRow[]> {
    const filter = rowFilterSql(query.filter, 5);
    const { rows } = await pool.query<DatabaseRow>({
      name: `mirror-rows${filter.name}`,
      text: `SELECT ${COLUMNS}, 0::float8 AS weight FROM person_search
        WHERE audience && $1 AND (person_id = ANY($2::uuid[]) OR (person_id = ANY($3::uuid[]) AND keys && $4::int4[]))${filter.sql}`,
      values: [query.audience, ids, waiting, query.keys.map(({ key }) => key), ...filter.values],
    });
    return rows.map(toCandidate);
  }

  const instead = async (query: CandidateQuery): Promise<CandidateAnswer> => ({
    ...(await postgres.find(query)),
    complete: false,
  });

  async function throughEngine(
    query: CandidateQuery,
    letters: NameInLetters,
    state: State,
  ): Promise<CandidateAnswer> {
    const { uid, oldestAt, waiting } = state;
    const queries = nameQueries(uid, {
      ...letters,
      tags: query.filter?.tags ?? [],
    });
    const asked = queries.length === 0 ? [] : engine.ids(queries, query.limit, ENGINE_MS);
    const [ids, rest] = await Promise.all([asked, postgres.find(query)]);
    const rows = new Map(rest.rows.map((row) => [row.personId, row]));
    for (const row of await rowsOf(query, ids, waiting))
      if (!rows.has(row.personId)) rows.set(row.personId, row);
    const now = clock.now();
    const behind = oldestAt ? now.getTime() - oldestAt.getTime() : 0;
    return {
      engine: 'meilisearch',
      // Whatever the index does not know yet was read from PostgreSQL just now.
      asOf: now.toISOString(),
      rows: [...rows.values()],
      complete: rest.complete && behind <= LAGGING_MS,
    };
  }

  async function find(query: CandidateQuery): Promise<CandidateAnswer> {
    // Who does not see what everybody sees, and who asks for no name, is asked nothing of the index.
    const { letters } = query;
    const asksIndex = letters !== undefined && query.audience.includes(EVERYBODY);
    if (!asksIndex || (query.filter?.exact.length ?? 0) > 0) return postgres.find(query);
    if (breaker.open) return instead(query);
    const state = await stateNow();
    if (!state) return instead(query);
    try {
      return await throughEngine(query, letters, state);
    } catch (error) {
      breaker.failed(error);
      return instead(query);
    }
  }

  return {
    async find(query) {
      const answer = await find(query);
      parts.count(answer.engine, !answer.complete);
      return answer;
    },
  };
}
