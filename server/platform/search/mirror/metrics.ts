// Figures of the search mirror for Prometheus: what waits, what is missing, who answers.
import { Counter, Gauge, type Registry } from 'prom-client';
import type { Clock } from '../../clock.ts';
import type { Mirror, MirrorStatus } from './mirror.ts';

/** Counts an answered search by the engine that answered. */
type SearchCounter = (engine: string, degraded: boolean) => void;

/** Adds the figures; they are read from the database when a collector asks. */
export function watchMirror(
  registry: Registry,
  mirror: Pick<Mirror, 'status'>,
  breaker: { readonly open: boolean },
  clock: Clock,
): void {
  const registers = [registry];
  const age = (from: Date | null | undefined) =>
    from ? Math.max(0, (clock.now().getTime() - from.getTime()) / 1000) : 0;
  let asked: Promise<MirrorStatus[]> = Promise.resolve([]);
  const gauge = (name: string, help: string, value: (status: MirrorStatus) => number, first = false) =>
    new Gauge({
      name: `izdoo_mirror_${name}`,
      help,
      labelNames: ['index'],
      registers,
      async collect() {
        // One look for all figures of a collection; the database being away is no reason to show none of the others.
        if (first) asked = mirror.status().catch(() => []);
        this.reset();
        for (const status of await asked) this.set({ index: status.name }, value(status));
      },
    });
  gauge(
    'answers',
    '1 while the index may be asked',
    ({ live }) => Number(!!live?.loadedAt && !live.problem),
    true,
  );
  gauge('building', '1 while an index is being built', ({ next }) => Number(next !== null));
  gauge('waiting_rows', 'Noted changes that are not confirmed', ({ waiting }) => waiting.rows);
  gauge('oldest_waiting_seconds', 'Age of the oldest of them', ({ waiting }) => age(waiting.oldestAt));
  gauge('gap_rows', 'Rows for which PostgreSQL answers', ({ gap }) => gap.rows);
  gauge('refused_documents', 'Documents that the engine refuses', ({ gap }) => gap.quarantined);
  gauge('sweep_age_seconds', 'Since the last comparison of all rows', ({ lastSweep }) => age(lastSweep?.at));
  gauge('sweep_differences', 'Rows that differed at the last comparison', ({ lastSweep }) =>
    lastSweep ? lastSweep.missing + lastSweep.stale + lastSweep.orphaned : 0,
  );
  gauge('sweep_held_up', '1 while a sweep waits for somebody to look', ({ lastSweep }) =>
    Number(lastSweep?.repaired === false),
  );
  new Gauge({
    name: 'izdoo_mirror_engine_away',
    help: '1 while this process does not ask the engine because it did not answer',
    registers,
    collect() {
      this.set(Number(breaker.open));
    },
  });
}

/** @returns a counter of answered searches */
export function countSearches(registry: Registry): SearchCounter {
  const answers = new Counter({
    name: 'izdoo_search_answers_total',
    help: 'Searches for candidates by the engine that answered, and whether the answer was degraded',
    labelNames: ['engine', 'degraded'],
    registers: [registry],
  });
  return (engine, degraded) => answers.inc({ engine, degraded: String(degraded) });
}
