// Key postings in typed arrays: the quick stand-in for PostgreSQL while names are tuned.

import type { WeightedKey } from '../../domain/names/analysed-name.ts';
import { ALWAYS_SCORED, SHARE_OF_BEST } from '../../domain/names/keys.ts';

export interface MemoryIndex {
  readonly size: number;
  /** Record numbers with the highest sum of key weights, best first, at most `limit`, cut as PostgreSQL's are. */
  find(keys: readonly WeightedKey[], limit: number): { found: number[]; touched: number };
}

/** Builds postings from the keys of records 0 … n-1. */
export function createMemoryIndex(keysOfRecord: readonly Int32Array[]): MemoryIndex {
  const counts = new Map<number, number>();
  for (const keys of keysOfRecord) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const starts = new Map<number, number>();
  let total = 0;
  for (const [key, count] of counts) {
    starts.set(key, total);
    total += count;
  }
  const postings = new Int32Array(total);
  const next = new Map(starts);
  keysOfRecord.forEach((keys, record) => {
    for (const key of keys) {
      const at = next.get(key) as number;
      postings[at] = record;
      next.set(key, at + 1);
    }
  });
  const sums = new Float32Array(keysOfRecord.length);
  return {
    size: keysOfRecord.length,
    find(keys, limit) {
      const touched: number[] = [];
      for (const { key, weight } of keys) {
        const start = starts.get(key);
        if (start === undefined) continue;
        const end = start + (counts.get(key) as number);
        for (let at = start; at < end; at++) {
          const record = postings[at] as number;
          if (sums[record] === 0) touched.push(record);
          sums[record] = (sums[record] as number) + weight;
        }
      }
      const found = best(touched, sums, limit);
      for (const record of touched) sums[record] = 0;
      return { found, touched: touched.length };
    },
  };
}

/** The records of highest sum, best first: those at or above the sum that just makes the limit, then sorted. */
function best(touched: readonly number[], sums: Float32Array, limit: number): number[] {
  const floor =
    touched.length <= limit
      ? 0
      : (Float32Array.from(touched, (record) => sums[record] as number).sort()[
          touched.length - limit
        ] as number);
  return touched
    .filter((record) => (sums[record] as number) >= floor)
    .sort((a, b) => (sums[b] as number) - (sums[a] as number) || a - b)
    .slice(0, limit)
    .filter((record, place, [first = record]) => {
      const least = SHARE_OF_BEST * (sums[first] as number);
      return place < ALWAYS_SCORED || (sums[record] as number) >= least;
    });
}
