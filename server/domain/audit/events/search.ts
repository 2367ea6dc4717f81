// Traces of searches.

export interface SearchEvents {
  'search.persons': {
    candidates: number;
    shown: string[];
    policy: string;
    engine: string;
    degraded: boolean;
  };
  'search.reindexed': { rows: number; keyVersion: number };
  'search.flagged': { kind: 'SELF' | 'COLLEAGUE' };
}
