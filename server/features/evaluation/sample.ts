// A repeatable sample of queries: at most so many of each kind.

import { createHash } from 'node:crypto';
import type { LabelledQuery } from './eval-files.ts';

/** The same queries on every run: ordered by a hash of their id. Without a limit, all of them. */
export function sampleByKind(
  queries: readonly LabelledQuery[],
  perKind: number | undefined,
): LabelledQuery[] {
  if (perKind === undefined) return [...queries];
  const order = (query: LabelledQuery) => createHash('sha256').update(query.qid).digest('hex');
  const sorted = queries
    .map((query) => ({ query, key: order(query) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const taken = new Map<string, number>();
  const sample: LabelledQuery[] = [];
  for (const { query } of sorted) {
    const count = taken.get(query.kind) ?? 0;
    if (count >= perKind) continue;
    taken.set(query.kind, count + 1);
    sample.push(query);
  }
  return sample;
}
