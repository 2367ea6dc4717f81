// Traces of searches.

export interface SearchEvents {
  'search.persons': {
    candidates: number;
    shown: string[];
    policy: string;
    engine: string;
    degraded: boolean;
  };
  /** Names offered while typing; only persons that were not in an earlier trace of the same typing. */
  'search.suggested': { shown: readonly string[] };
  'search.explained': Record<string, never>;
  /** Records like one that is being written and not saved yet. */
  'search.duplicates': { shown: readonly string[] };
  'search.reindexed': { rows: number; keyVersion: number };
  'search.flagged': { kind: 'SELF' | 'COLLEAGUE' };
}
