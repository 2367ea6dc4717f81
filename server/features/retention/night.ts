// The night: restricts, erases, purges and masks what is due, in small steps with pauses, so that checks do not wait for it.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '../../domain/access/actor.ts';
import { Problem } from '../../domain/errors.ts';
import { addMonths } from '../../domain/retention/periods.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { AlertService } from '../alerts/service.ts';
import type { ReferenceService } from '../reference/service.ts';
import type { DueList } from './due.ts';
import type { Erasing } from './erasing.ts';
import { PURGES, type PurgeStore, purgeRows } from './purge-store.ts';

export interface NightParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly reference: Pick<ReferenceService, 'retention'>;
  readonly alerts: Pick<AlertService, 'archiveAlert'>;
  readonly due: DueList;
  readonly erasing: Erasing;
  readonly purges: PurgeStore;
  /** Milliseconds for measuring. */
  stopwatch(): number;
}

export interface NightReport {
  /** Rule → how many records or rows. */
  readonly done: Readonly<Record<string, number>>;
  readonly proved: number;
  /** Time was up before everything was done: the next run goes on. */
  readonly isUnfinished: boolean;
}

const ROWS_AT_ONCE = 200;
/** Of each moment of work, so many moments of rest: a check never meets two steps in a row. */
const REST = 3;
const LONGEST_REST_MS = 2_000;

export function createNight(parts: NightParts) {
  const { database, clock, reference, alerts, due, erasing, purges, stopwatch } = parts;

  /** @param forMs works for at most so long */
  return async function run(actor: Actor, forMs: number): Promise<NightReport> {
    const book = await reference.retention();
    const now = clock.now();
    const end = stopwatch() + forMs;
    const done: Record<string, number> = {};
    let failure: unknown = null;

    /** One step, then a rest. A record that cannot be erased holds up no other. */
    async function step(rule: string, work: () => Promise<number>): Promise<number> {
      const started = stopwatch();
      const count = await work().catch((error) => {
        failure ??= error;
        return 0;
      });
      if (count > 0) done[rule] = (done[rule] ?? 0) + count;
      await sleep(Math.min(LONGEST_REST_MS, REST * (stopwatch() - started)));
      return count;
    }

    const timeIsUp = () => stopwatch() > end;
    async function work(): Promise<boolean> {
      for await (const { id, rule } of due.restrictions(book, now, null)) {
        if (timeIsUp()) return false;
        await step(rule, async () => ((await alerts.archiveAlert(actor, id)) ? 1 : 0));
      }
      for await (const one of due.erasures(book, now, null)) {
        if (timeIsUp()) return false;
        if (!('due' in one)) continue;
        const { kind, rule, ...named } = one.due;
        const stillDue = async () => (await due.verdict(kind, named.id, book, now))?.due ?? false;
        await step(rule, async () => ((await erasing.erase(actor, kind, named, rule, stillDue)) ? 1 : 0));
      }
      for (const purge of PURGES)
        for (let ids = await purges.next(purge, book, now, ROWS_AT_ONCE); ids.length > 0; ) {
          if (timeIsUp()) return false;
          const taken = ids;
          const count = await step(purge.rule, () =>
            database.transaction(actor, async (tx) => {
              await purgeRows(tx, purge, taken);
              tx.audit({ type: 'retention.purged', data: { rule: purge.rule, rows: taken.length } });
              return taken.length;
            }),
          );
          ids = count > 0 ? await purges.next(purge, book, now, ROWS_AT_ONCE) : [];
        }
      await step('SEARCH_QUERY', async () => {
        // One key for all states: it goes when the longest period is over.
        const months = await database.queryKeys.destroyBefore(addMonths(now, -book.longest('queryMonths')));
        if (months.length > 0)
          await database.record(actor, { type: 'retention.queries-masked', data: { months } });
        return months.length;
      });
      return true;
    }

    const isFinished = await work();
    const proved = await erasing.prove(actor, 1_000);
    if (failure !== null && !(failure instanceof Problem && failure.code === 'version-mismatch'))
      throw failure;
    return { done, proved, isUnfinished: !isFinished };
  };
}
