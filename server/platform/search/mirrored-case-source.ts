// Cases that the search engine offers beside what PostgreSQL finds: those of persons spelled alike, and those with such words. Nothing
// when the engine is away, slow or far behind. What is shown, and to whom, is read from PostgreSQL.
import type { Pool } from 'pg';
import type { Clock } from '../clock.ts';
import type { Logger } from '../logger.ts';
import type { Breaker } from './meilisearch/breaker.ts';
import { numberQueries, offenceQueries } from './meilisearch/case-queries.ts';
import { EngineRefused, type SearchEngine } from './meilisearch/engine.ts';
import { nameQueries } from './meilisearch/name-queries.ts';
import { type IndexState, indexState } from './mirror/index-state.ts';
import type { CaseAnswer, CaseQuery, CaseSource } from './port.ts';

/** After this long a question to the engine is one that PostgreSQL answers. */
const ENGINE_MS = 400;
/** Cases of which the index tells nothing, drafts most of all: so many of the newest are looked at one by one. */
const GAP_MOST = 1_000;

const GAP = `
  SELECT entity_id::text AS id FROM mirror_gap WHERE index_name = 'cases' AND NOT held
  ORDER BY entity_id DESC LIMIT ${GAP_MOST}`;

export interface MirroredCaseParts {
  readonly pool: Pool;
  readonly engine: Pick<SearchEngine, 'ids'>;
  readonly breaker: Breaker;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mapperVersion: number;
  /** Counts answers by engine. */
  count(engine: string, degraded: boolean): void;
}

export function createMirroredCaseSource(parts: MirroredCaseParts): CaseSource {
  const { pool, engine, breaker, clock, logger, mapperVersion } = parts;

  const nothing = (): CaseAnswer => ({
    engine: 'postgres',
    asOf: clock.now().toISOString(),
    complete: false,
    named: [],
    unknown: [],
    worded: [],
  });

  async function offered(
    { text, letters, readers, limit }: CaseQuery,
    state: IndexState,
  ): Promise<CaseAnswer> {
    const asOf = clock.now().toISOString();
    const { uid } = state;
    const ask = async (queries: Parameters<SearchEngine['ids']>[0]) =>
      queries.length === 0 ? [] : engine.ids(queries, limit, ENGINE_MS);
    const [named, numbered, offences, gap] = await Promise.all([
      ask(letters ? nameQueries(uid, { ...letters, tags: [], readers }) : []),
      ask(numberQueries(uid, text, readers)),
      ask(offenceQueries(uid, text, readers)),
      pool.query<{ id: string }>(GAP),
    ]);
    // Of a case that has changed since, the index no longer knows the words; PostgreSQL's own look-up does.
    const waiting = new Set(state.waiting);
    const known = (ids: readonly string[], where: CaseAnswer['worded'][number]['where']) =>
      ids.filter((id) => !waiting.has(id)).map((id) => ({ id, where }));
    return {
      engine: 'meilisearch',
      asOf,
      complete: !state.lagging,
      named,
      unknown: [...state.waiting, ...gap.rows.map(({ id }) => id)],
      worded: [...known(numbered, 'NUMBER'), ...known(offences, 'OFFENCE')],
    };
  }

  async function find(query: CaseQuery): Promise<CaseAnswer> {
    if (breaker.open) return nothing();
    const state = await indexState({ pool, clock, name: 'cases', mapperVersion });
    if (!state) return nothing();
    try {
      return await offered(query, state);
    } catch (error) {
      // A key that was made before there were cases is no reason to stop asking for persons.
      if (error instanceof EngineRefused)
        logger.error({ err: error }, 'the search engine refuses a question about cases');
      else breaker.failed(error);
      return nothing();
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
