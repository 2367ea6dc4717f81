// Candidates from the search engine and from PostgreSQL in one answer: the engine adds what keys of sounds miss, and nothing that
// its index does not hold is missing. From PostgreSQL alone when the engine is away, slow or far behind. Rows and rights always come from PostgreSQL.
import type { Pool } from 'pg';
import type { Clock } from '../clock.ts';
import type { Breaker } from './meilisearch/breaker.ts';
import type { SearchEngine } from './meilisearch/engine.ts';
import { nameQueries } from './meilisearch/name-queries.ts';
import { type IndexState, indexState } from './mirror/index-state.ts';
import type {
  CandidateAnswer,
  CandidateQuery,
  CandidateRow,
  CandidateSource,
  NameInLetters,
} from './port.ts';
import { rowFilterSql } from './postgres/row-filter.ts';
import { COLUMNS, type DatabaseRow, toCandidate } from './postgres/rows.ts';

/** After this long a question to the engine is one that PostgreSQL answers. */
const ENGINE_MS = 400;
/** The token that opens what is in the index. */
const EVERYBODY = '*';

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
    state: IndexState,
  ): Promise<CandidateAnswer> {
    const { uid, waiting, lagging } = state;
    const queries = nameQueries(uid, {
      ...letters,
      tags: query.filter?.tags ?? [],
    });
    const asked = queries.length === 0 ? [] : engine.ids(queries, query.limit, ENGINE_MS);
    const [ids, rest] = await Promise.all([asked, postgres.find(query)]);
    const rows = new Map(rest.rows.map((row) => [row.personId, row]));
    for (const row of await rowsOf(query, ids, waiting))
      if (!rows.has(row.personId)) rows.set(row.personId, row);
    return {
      engine: 'meilisearch',
      // Whatever the index does not know yet was read from PostgreSQL just now.
      asOf: clock.now().toISOString(),
      rows: [...rows.values()],
      complete: rest.complete && !lagging,
    };
  }

  async function find(query: CandidateQuery): Promise<CandidateAnswer> {
    // Who does not see what everybody sees, and who asks for no name, is asked nothing of the index.
    const { letters } = query;
    const asksIndex = letters !== undefined && query.audience.includes(EVERYBODY);
    if (!asksIndex || (query.filter?.exact.length ?? 0) > 0) return postgres.find(query);
    if (breaker.open) return instead(query);
    const state = await indexState({ pool, clock, name: 'persons', mapperVersion });
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
    // Very many questions would keep the engine from everybody else's.
    ...(postgres.findManyDated && { findManyDated: postgres.findManyDated }),
  };
}
