// Makes search rows anew while everybody works: after a change of the name keys or of the rule who may see what.
import type { Actor } from '../../domain/access/actor.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import type { Database } from '../../platform/database/database.ts';
import type { PersonAccess } from './person-access.ts';
import { countRowsToMake, nextRowsToMake } from './search-row-store.ts';

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
}

const BATCH = 100;

export function createPersonReindex(
  database: Database,
  names: Pick<NameEngine, 'keyVersion'>,
  access: Pick<PersonAccess, 'refreshSearch'>,
): PersonReindex {
  return {
    async reindex(actor, { all, onProgress }) {
      const wanted = { keyVersion: names.keyVersion, all };
      const total = await countRowsToMake(database.pool, wanted);
      let done = 0;
      let after: string | null = null;
      for (;;) {
        const ids: string[] = await nextRowsToMake(database.pool, wanted, after, BATCH);
        if (ids.length === 0) return done;
        await database.transaction(actor, async (tx) => {
          for (const id of ids) await access.refreshSearch(tx, id);
          tx.audit({
            type: 'search.reindexed',
            subject: { type: 'system', id: 'person_search' },
            data: { rows: ids.length, keyVersion: names.keyVersion },
          });
        });
        done += ids.length;
        after = ids.at(-1) ?? null;
        onProgress?.(done, total);
      }
    },
  };
}
