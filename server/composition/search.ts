// Puts the search together: one screening path under search, suggestions, explanations, checks and duplicate checks.
import type { NameEngine } from '../domain/names/engine.ts';
import type { AlertService } from '../features/alerts/service.ts';
import type { FlaggedSearches } from '../features/break-glass/flagged-searches.ts';
import type { DisclosureLedger } from '../features/disclosures/service.ts';
import type { PolicyReader } from '../features/reference/service.ts';
import { createDuplicateFinder } from '../features/search/duplicates.ts';
import { createExplainService } from '../features/search/explain.ts';
import { createLikeRecordService } from '../features/search/like-record.ts';
import { createNameForms } from '../features/search/name-forms.ts';
import { createResultSets } from '../features/search/result-set.ts';
import { createScreener } from '../features/search/screening.ts';
import { createSearchService } from '../features/search/service.ts';
import { createSearchStore } from '../features/search/store.ts';
import { createSuggestionService } from '../features/search/suggestions.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { BrowseSource, CandidateSource } from '../platform/search/port.ts';

interface SearchGround {
  readonly database: Database;
  readonly clock: Clock;
  readonly names: NameEngine;
  readonly policies: PolicyReader;
  readonly candidates: CandidateSource;
  readonly browser: BrowseSource;
}

/** What persons and alerts stand on, before there are any services of theirs. */
export function composeScreening(ground: SearchGround) {
  const { database, names, candidates, browser } = ground;
  const screener = createScreener(names, candidates);
  const store = createSearchStore(database.pool);
  const parts = { ...ground, screener, store };
  return {
    ...parts,
    duplicates: createDuplicateFinder(parts),
    results: createResultSets({ ...parts, browser }),
  };
}

interface SearchHelpers {
  readonly alerts: Pick<AlertService, 'alertsOf'>;
  readonly disclosures: DisclosureLedger;
  readonly flags: FlaggedSearches;
}

/** What the search endpoints do. */
export function composeSearch(screening: ReturnType<typeof composeScreening>, helpers: SearchHelpers) {
  const parts = { ...screening, ...helpers };
  return {
    ...createSearchService(parts),
    ...createSuggestionService(parts),
    ...createExplainService(parts),
    ...createLikeRecordService(parts),
    ...createNameForms(parts.screener),
  };
}
