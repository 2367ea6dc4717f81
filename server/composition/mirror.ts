// The search mirror put together: with MEILI_URL an engine, what is kept in it, and a source that asks it; without, nothing.
import type { Pool } from 'pg';
import type { Config } from '../config.ts';
import { CASE_DOCUMENT_VERSION } from '../domain/cases/search-document.ts';
import type { NameEngine } from '../domain/names/engine.ts';
import { PERSON_DOCUMENT_VERSION } from '../domain/persons/search-document.ts';
import { createCaseMirrorSource } from '../features/cases/mirror-store.ts';
import { createPersonMirrorSource } from '../features/persons/mirror-store.ts';
import type { Clock } from '../platform/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { Metrics } from '../platform/metrics.ts';
import { createBreaker } from '../platform/search/meilisearch/breaker.ts';
import { createSearchEngine } from '../platform/search/meilisearch/engine.ts';
import { makeKeys } from '../platform/search/meilisearch/keys.ts';
import { loadIndexSettings } from '../platform/search/meilisearch/settings.ts';
import { countSearches, watchMirror } from '../platform/search/mirror/metrics.ts';
import { createMirror } from '../platform/search/mirror/mirror.ts';
import { createMirroredCaseSource } from '../platform/search/mirrored-case-source.ts';
import { createMirroredCandidateSource } from '../platform/search/mirrored-source.ts';
import type { CandidateSource } from '../platform/search/port.ts';

export interface MirrorSurroundings {
  readonly config: Pick<Config, 'meili'>;
  readonly database: { readonly pool: Pool };
  readonly names: NameEngine;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Finds everything, with or without a mirror. */
  readonly postgres: CandidateSource;
  readonly metrics: Metrics;
}

/** @returns null without MEILI_URL */
export function createMirrorServices({
  config,
  database,
  names,
  clock,
  logger,
  postgres,
  metrics,
}: MirrorSurroundings) {
  if (!config.meili) return null;
  const { pool } = database;
  const engine = createSearchEngine(config.meili);
  const persons = createPersonMirrorSource(pool, names, clock);
  const definitions = [persons, createCaseMirrorSource(pool, persons)].map((one) => ({
    ...one,
    ...loadIndexSettings(one.name),
  }));
  const breaker = createBreaker(() => engine.canary('persons'), logger);
  const mirror = createMirror({ pool, engine, definitions, clock, logger });
  watchMirror(metrics.registry, mirror, breaker, clock);
  const count = countSearches(metrics.registry);
  return {
    breaker,
    makeKeys: (dropOthers: boolean) => makeKeys(engine, dropOthers),
    mirror,
    candidates: createMirroredCandidateSource({
      pool,
      engine,
      breaker,
      postgres,
      clock,
      mapperVersion: PERSON_DOCUMENT_VERSION,
      count,
    }),
    cases: createMirroredCaseSource({
      pool,
      engine,
      breaker,
      clock,
      logger,
      mapperVersion: CASE_DOCUMENT_VERSION,
      count,
    }),
  };
}
