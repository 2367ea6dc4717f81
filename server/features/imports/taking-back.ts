// Taking an import back as a whole: what nobody has touched since goes, what people worked on is named and stays.
import type { RowFate } from './contract.ts';
import { GO_ON, type ImportParts, starterOf, subjectOf } from './parts.ts';
import type { ImportFileRow, RecordRow } from './store.ts';

const BATCH = 100;
const SLICE_MS = 20_000;

export function createTakingBack({ database, store, persons, alerts, stopwatch }: ImportParts) {
  /** The drafts first: a person under an alert is in use. */
  async function fatesOf(
    tx: Parameters<ImportParts['alerts']['removeDrafts']>[0],
    rows: readonly RecordRow[],
  ): Promise<{ position: number; fate: RowFate }[]> {
    const drafts = new Set(
      await alerts.removeDrafts(
        tx,
        rows.flatMap(({ alertId }) => alertId ?? []),
      ),
    );
    const keepsAlert = ({ alertId }: RecordRow) => alertId !== null && !drafts.has(alertId);
    const free = rows.filter((row) => !keepsAlert(row)).flatMap(({ personId }) => personId ?? []);
    const { left } = await persons.removeUnused(tx, free);
    return rows.map((row) => ({
      position: row.position,
      fate: keepsAlert(row) ? 'ALERT_CHANGED' : (left.get(row.personId ?? '') ?? 'REMOVED'),
    }));
  }

  /** @returns whether there may be more */
  const takeBackBatch = (row: ImportFileRow): Promise<boolean> => {
    const actor = { ...starterOf(row), id: row.takenBackBy ?? row.createdBy };
    return database.transaction(actor, async (tx) => {
      const locked = await store.lock(tx, row.id);
      const rows =
        locked?.status === 'TAKING_BACK' ? await store.recorded(tx, row.id, locked.backPosition, BATCH) : [];
      const fates = await fatesOf(tx, rows);
      const removed = fates.filter(({ fate }) => fate === 'REMOVED').length;
      if (fates.length > 0) await store.noteFates(tx, row.id, fates);
      const isLast = rows.length < BATCH;
      if (locked?.status === 'TAKING_BACK')
        await store.update(tx, row.id, {
          removed: { increment: removed },
          left: { increment: fates.length - removed },
          touchedAt: tx.now,
          ...(rows.length > 0 && { backPosition: rows.at(-1)?.position ?? 0 }),
          ...(isLast && { status: 'TAKEN_BACK', endedAt: tx.now, version: { increment: 1 } }),
        });
      tx.audit({
        type: 'import.taken-back',
        data: { removed, left: fates.length - removed },
        subject: subjectOf(row.id),
      });
      return !isLast;
    });
  };

  return {
    async takeBack(row: ImportFileRow): Promise<void> {
      const began = stopwatch();
      while (await takeBackBatch(row)) {
        if (stopwatch() - began <= SLICE_MS) continue;
        await database.pool.query(`select graphile_worker.add_job($1, payload := $2::json)`, [
          GO_ON,
          JSON.stringify({ importId: row.id }),
        ]);
        return;
      }
    },
  };
}
