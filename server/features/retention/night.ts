// The night: restricts, erases, purges and masks what is due, in small steps with pauses, so that checks do not wait for it.
import type { Actor } from '../../domain/access/actor.ts';
import { Problem } from '../../domain/errors.ts';
import { addMonths } from '../../domain/retention/periods.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { AlertService } from '../alerts/service.ts';
import type { ReferenceService } from '../reference/service.ts';
import type { DueList } from './due.ts';
import type { Erase, ToErase } from './erasing.ts';
import type { ErasedKind } from './places.ts';
import type { Prove } from './proving.ts';
import { PURGES, type PurgeStore, purgeRows } from './purge-store.ts';
import { createRests } from './rests.ts';

export interface NightParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly reference: Pick<ReferenceService, 'retention'>;
  readonly alerts: Pick<AlertService, 'archiveAlerts'>;
  readonly due: DueList;
  readonly erase: Erase;
  readonly prove: Prove;
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

/** Rows that go by their age, and records that share a transaction: few enough to be over in a moment. */
const ROWS_AT_ONCE = 200;
const AT_ONCE: Readonly<Record<ErasedKind, number>> = {
  // Most of the price of an erasure is that of its statements, which are the same for one and for many.
  person: 25,
  // The person stays, and what he is found by is made anew.
  alert: 5,
  case: 1,
  'asset-case': 1,
};
const ARCHIVED_AT_ONCE = 10;
/** The rest of the time belongs to the proofs. */
const SHARE_OF_WORK = 0.85;

export function createNight(parts: NightParts) {
  const { database, clock, reference, alerts, due, erase, prove, purges, stopwatch } = parts;

  /** @param forMs works for at most so long */
  return async function run(actor: Actor, forMs: number): Promise<NightReport> {
    const book = await reference.retention();
    const now = clock.now();
    const began = stopwatch();
    const rests = createRests(stopwatch);
    const done: Record<string, number> = {};
    let failure: unknown = null;
    const timeIsUp = () => stopwatch() - began > forMs * SHARE_OF_WORK;
    const count = (rule: string, more = 1) => {
      if (more > 0) done[rule] = (done[rule] ?? 0) + more;
    };

    /** A rest, then one step. What fails holds up nothing else. @returns null when it failed */
    async function step<T>(kind: string, records: number, work: () => Promise<T>): Promise<T | null> {
      await rests.beforeNext();
      const result = await work().catch((error) => {
        failure ??= error;
        return null;
      });
      rests.ended(kind, records);
      return result;
    }

    /** To look costs as well. */
    async function reading<T>(read: () => Promise<T>): Promise<T> {
      await rests.beforeNext();
      const found = await read();
      rests.ended('look', 1);
      return found;
    }

    /** One step for all of them; when one of them makes it fail, one for each, so that it does not keep the others. */
    async function together<T, R>(
      kind: string,
      records: readonly T[],
      work: (some: readonly T[]) => Promise<R>,
      then: (result: R) => void,
    ): Promise<void> {
      const failedBefore = failure;
      const result = await step(kind, records.length, () => work(records));
      if (result !== null) then(result);
      else if (records.length > 1) {
        failure = failedBefore;
        for (const one of records) await together(kind, [one], work, then);
      }
    }

    const eraseTogether = (kind: ErasedKind, records: readonly ToErase[]) =>
      together(
        kind,
        records,
        (some) => erase(actor, kind, some, (ids) => due.stillDue(kind, ids, book, now)),
        (entries) => {
          for (const { rule } of entries) count(rule);
        },
      );

    async function restrictDue(): Promise<boolean> {
      let lot: { id: string; state: string }[] = [];
      const flush = async () => {
        const ended = lot;
        lot = [];
        await together(
          'ALERT_ARCHIVED',
          ended,
          (some) => alerts.archiveAlerts(actor, some),
          (archived) => count('ALERT_ARCHIVED', archived),
        );
      };
      for await (const { id, state } of due.restrictions(book, now, null, reading)) {
        if (timeIsUp()) return false;
        lot.push({ id, state });
        if (lot.length >= ARCHIVED_AT_ONCE) await flush();
      }
      if (lot.length > 0) await flush();
      return true;
    }

    /** @returns false when time was up before */
    async function eraseDue(): Promise<boolean> {
      let kind: ErasedKind = 'person';
      let lot: ToErase[] = [];
      const flush = async () => {
        const records = lot;
        lot = [];
        if (records.length > 0) await eraseTogether(kind, records);
      };
      for await (const one of due.erasures(book, now, null, reading)) {
        if (timeIsUp()) return false;
        if (!('due' in one)) continue;
        const { kind: next, since: _since, ...record } = one.due;
        if (next !== kind) await flush();
        kind = next;
        lot.push(record);
        // At once, and not when the next one comes: a case that is gone keeps its person no longer, who is looked at later.
        if (lot.length >= AT_ONCE[kind]) await flush();
      }
      await flush();
      return true;
    }

    async function purgeDue(): Promise<boolean> {
      for (const purge of PURGES)
        for (let ids = await purges.next(purge, book, now, ROWS_AT_ONCE); ids.length > 0; ) {
          if (timeIsUp()) return false;
          const taken = ids;
          const rows = await step(purge.rule, taken.length, () =>
            database.transaction(actor, async (tx) => {
              await purgeRows(tx, purge, taken);
              tx.audit({ type: 'retention.purged', data: { rule: purge.rule, rows: taken.length } });
              return taken.length;
            }),
          );
          count(purge.rule, rows ?? 0);
          ids = rows === null ? [] : await purges.next(purge, book, now, ROWS_AT_ONCE);
        }
      return true;
    }

    async function work(): Promise<boolean> {
      if (!(await restrictDue()) || !(await eraseDue()) || !(await purgeDue())) return false;
      await step('SEARCH_QUERY', 1, async () => {
        // One key for all states: it goes when the longest period is over.
        const months = await database.queryKeys.destroyBefore(addMonths(now, -book.longest('queryMonths')));
        if (months.length > 0)
          await database.record(actor, { type: 'retention.queries-masked', data: { months } });
        count('SEARCH_QUERY', months.length);
      });
      return true;
    }

    const isFinished = await work();
    const proved = await prove(actor, rests, () => stopwatch() - began > forMs);
    if (failure !== null && !(failure instanceof Problem && failure.code === 'version-mismatch'))
      throw failure;
    return { done, proved, isUnfinished: !isFinished };
  };
}
