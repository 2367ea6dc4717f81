// What the worker does for imports: goes on with them, picks up what was left behind, removes files that nobody needs.
import { systemActor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import { createImportWork } from './applying.ts';
import { GO_ON, type ImportParts, subjectOf } from './parts.ts';
import { createTakingBack } from './taking-back.ts';

export interface ImportCare {
  goOn(id: string): Promise<void>;
  /** @returns how many imports no worker had touched for two minutes */
  pickUp(): Promise<number>;
  purgeFiles(): Promise<number>;
}

const STRANDED_AFTER_MS = 120_000;
const DAY_MS = 86_400_000;
const KEEP_FILE_DAYS = 30;
const FORGOTTEN_DAYS = 7;

export function createImportCare(parts: ImportParts): ImportCare {
  const { database, clock, files, store } = parts;
  const work = createImportWork(parts);
  const back = createTakingBack(parts);
  return {
    async goOn(id) {
      const row = await store.find(id);
      if (row?.status === 'RUNNING') await work.apply(row);
      else if (row?.status === 'TAKING_BACK') await back.takeBack(row);
    },

    async pickUp() {
      const left = await store.stranded(new Date(clock.now().getTime() - STRANDED_AFTER_MS));
      for (const { id } of left)
        await database.pool.query('select graphile_worker.add_job($1, payload := $2::json, job_key := $3)', [
          GO_ON,
          JSON.stringify({ importId: id }),
          `${GO_ON}:${id}`,
        ]);
      return left.length;
    },

    async purgeFiles() {
      const now = clock.now().getTime();
      const spent = await store.spent(
        new Date(now - KEEP_FILE_DAYS * DAY_MS),
        new Date(now - FORGOTTEN_DAYS * DAY_MS),
      );
      for (const { id, sha256 } of spent) {
        if (!(await store.needed(sha256, id))) await files.remove(sha256);
        await database.transaction(systemActor('worker:purge-import-files', newId()), async (tx) => {
          await store.update(tx, id, { purgedAt: tx.now });
          tx.audit({ type: 'import.file-removed', data: {}, subject: subjectOf(id) });
        });
      }
      return spent.length;
    },
  };
}
