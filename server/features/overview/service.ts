// What needs somebody today: counts of other abilities, each only for those who hold its right, with one trace.
import { type Actor, may } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import type { CaseState } from '../../domain/cases/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { AssetService } from '../assets/service.ts';
import type { CaseService } from '../cases/service.ts';
import type { HitService } from '../hits/service.ts';
import type { Overview } from './contract.ts';
import { createOverviewStore } from './store.ts';

export interface OverviewDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly hits: Pick<HitService, 'tally'>;
  readonly cases: Pick<CaseService, 'tallyCases' | 'tallyTasks'>;
  readonly assets: Pick<AssetService, 'tallyWarnings'>;
}

export type OverviewService = ReturnType<typeof createOverviewService>;

const ENDING_MS = 30 * 86_400_000;

type CaseRows = Awaited<ReturnType<CaseService['tallyCases']>>;

/** Adds up what falls on the same key, in the order in which keys appear. */
function summed<T>(rows: CaseRows, keyOf: (row: CaseRows[number]) => string, start: (key: string) => T) {
  return (add: (sum: T, row: CaseRows[number]) => T): T[] => {
    const sums = new Map<string, T>();
    for (const row of rows) {
      const key = keyOf(row);
      sums.set(key, add(sums.get(key) ?? start(key), row));
    }
    return [...sums.values()];
  };
}

const stagesOf = (rows: CaseRows) =>
  summed(
    rows,
    ({ state }) => state,
    (key) => ({ state: key as CaseState, count: 0, overdue: 0 }),
  )((sum, { count, overdue }) => ({ ...sum, count: sum.count + count, overdue: sum.overdue + overdue }));

const flowsOf = (rows: CaseRows) =>
  summed(
    rows,
    ({ requesting, requested }) => `${requesting} ${requested}`,
    (key) => ({ requesting: key.slice(0, 3), requested: key.slice(4), count: 0 }),
  )((sum, { count }) => ({ ...sum, count: sum.count + count }));

const total = (rows: CaseRows, member: 'overdue' | 'due'): number =>
  rows.reduce((sum, row) => sum + row[member], 0);

export function createOverviewService({ database, clock, hits, cases, assets }: OverviewDeps) {
  const store = createOverviewStore(database);

  /** @returns null for those without the right, and for accounts of no state */
  const forThose = async <T>(
    actor: Actor,
    permission: Parameters<typeof may>[1],
    work: (state: string) => Promise<T>,
  ): Promise<T | null> => (actor.state !== null && may(actor, permission) ? await work(actor.state) : null);

  return {
    async show(actor: Actor): Promise<Overview> {
      const now = clock.now();
      const soon = new Date(now.getTime() + ENDING_MS);
      const [alerts, hitTally, caseRows, tasks, freezes, lists, emergencies] = await Promise.all([
        forThose(actor, 'alert.write', () =>
          store.alerts({ tokens: readerTokens(actor), userId: actor.id }, now, soon),
        ),
        hits.tally(actor),
        forThose(actor, 'case.read', () => cases.tallyCases(actor)),
        forThose(actor, 'case.write', () => cases.tallyTasks(actor)),
        forThose(actor, 'asset.read', () => assets.tallyWarnings(actor)),
        forThose(actor, 'list.review', store.lists),
        forThose(actor, 'break-glass.review', store.emergencies),
      ]);
      const waiting = {
        hits: hitTally?.open ?? null,
        reviews: alerts && may(actor, 'alert.decide') ? alerts.submitted : null,
        returned: alerts?.returned ?? null,
        endingAlerts: alerts?.ending ?? null,
        overdueCases: caseRows && total(caseRows, 'overdue'),
        dueCases: caseRows && total(caseRows, 'due'),
        tasks,
        freezes,
        lists,
        emergencies,
      };
      const parts = Object.entries(waiting).flatMap(([part, count]) => (count === null ? [] : [part]));
      await database.record(actor, { type: 'overview.viewed', data: { parts } });
      return {
        at: now.toISOString(),
        waiting,
        hits: hitTally && { byDay: [...hitTally.byDay], byCheckpoint: [...hitTally.byCheckpoint] },
        cases: caseRows && { stages: stagesOf(caseRows), flows: flowsOf(caseRows) },
      };
    },
  };
}
