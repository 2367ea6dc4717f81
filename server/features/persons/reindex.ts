// Makes search rows anew while everybody works: after a change of the name keys or of the rule who may see what.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Actor, systemActor } from '../../domain/access/actor.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import {
  countRowsToMake,
  nextRowsToMake,
  type RowsWanted,
  refreshFreeRows,
  refreshSearchRows,
  takeTurn,
} from './search-row-store.ts';

export interface ReindexOptions {
  /** Every row; otherwise only rows whose keys are of another version. */
  readonly all: boolean;
  onProgress?(done: number, total: number): void;
}

export interface PersonReindex {
  /**
   * Each batch is a transaction of its own and each person is locked while his row is made, so a change of the same
   * moment is never overwritten with older content. Interrupted, it goes on where rows are still of another version.
   * @returns how many rows were made
   */
  reindex(actor: Actor, options: ReindexOptions): Promise<number>;
  /**
   * Makes rows of older versions anew, a few at a time with rests between, and none while another process does so. It may be cut
   * off at any moment: what is left is found by the next call.
   * @returns how many rows were made
   */
  renewOlder(signal: AbortSignal): Promise<number>;
}

const BATCH = 100;
/** Few, because whoever changes one of these persons waits for all of them. */
const GENTLE_BATCH = 20;
/** Rests so many times as long as it worked: most of the machine belongs to those who wait for an answer. */
const REST = 2;

interface Batch {
  /** The persons looked at, in order of id. */
  readonly ids: readonly string[];
  /** Those who were held by others: their rows are as they were. */
  readonly held: readonly string[];
}

/** Ends a transaction that has nothing to change and therefore leaves no trace. */
class NothingToDo extends Error {
  override readonly name = 'NothingToDo';
}

export function createPersonReindex(database: Database, names: NameEngine): PersonReindex {
  const trace = (tx: Tx, rows: number) =>
    tx.audit({
      type: 'search.reindexed',
      subject: { type: 'system', id: 'person_search' },
      data: { rows, keyVersion: names.keyVersion },
    });

  /** @returns null when nothing is left, or when another process makes rows now and `waits` is false */
  async function makeBatch(
    actor: Actor,
    wanted: RowsWanted,
    after: string | null,
    { size, waits }: { size: number; waits: boolean },
  ): Promise<Batch | null> {
    try {
      return await database.transaction(actor, async (tx) => {
        if (!(await takeTurn(tx, waits))) throw new NothingToDo();
        const ids = await nextRowsToMake(tx, wanted, after, size);
        if (ids.length === 0) throw new NothingToDo();
        const made = new Set(await refreshFreeRows(tx, names, ids));
        trace(tx, made.size);
        return { ids, held: ids.filter((id) => !made.has(id)) };
      });
    } catch (error) {
      if (error instanceof NothingToDo) return null;
      throw error;
    }
  }

  return {
    async reindex(actor, { all, onProgress }) {
      const wanted: RowsWanted = { keyVersion: names.keyVersion, which: all ? 'ALL' : 'OTHER' };
      const total = await countRowsToMake(database.pool, wanted);
      let done = 0;
      let after: string | null = null;
      for (;;) {
        const batch: Batch | null = await makeBatch(actor, wanted, after, { size: BATCH, waits: true });
        if (!batch) return done;
        for (const id of batch.held)
          await database.transaction(actor, async (tx) => {
            await refreshSearchRows(tx, names, [id]);
            trace(tx, 1);
          });
        done += batch.ids.length;
        after = batch.ids.at(-1) ?? null;
        // Others make rows too: there may be more to do than there seemed, or less.
        onProgress?.(done, Math.max(done, total));
      }
    },

    async renewOlder(signal) {
      const wanted: RowsWanted = { keyVersion: names.keyVersion, which: 'OLDER' };
      const actor = systemActor('worker:renew-search-rows', newId());
      let made = 0;
      let after: string | null = null;
      while (!signal.aborted) {
        const began = performance.now();
        const batch: Batch | null = await makeBatch(actor, wanted, after, {
          size: GENTLE_BATCH,
          waits: false,
        });
        if (!batch) break;
        made += batch.ids.length - batch.held.length;
        after = batch.ids.at(-1) ?? null;
        const rest = REST * (performance.now() - began);
        await sleep(rest, undefined, { signal }).catch(() => undefined);
      }
      return made;
    },
  };
}
