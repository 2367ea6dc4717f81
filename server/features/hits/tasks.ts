// What the owner of an alert has to do because of a hit, until he says that it is done and what came of it.
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { OwnerTask } from '../../domain/hits/vocabulary.ts';
import { hitCapacitiesOf, hitReaderOf } from './reader.ts';
import { HIT_NOTE, type HitDeps } from './steps.ts';
import { addStep, findHit, finishTasks, updateHit } from './store.ts';

export function createHitTasks({ database, vault }: HitDeps) {
  return {
    /** Also on a hit that was closed long ago: finding out why an alert still alarmed takes longer than letting somebody go. */
    async finishTask(
      actor: Actor,
      hitId: string,
      version: number,
      kind: OwnerTask,
      note: string,
    ): Promise<{ id: string; version: number }> {
      return database.transaction(actor, async (tx) => {
        const hit = await findHit(tx.db, hitId, hitReaderOf(actor), tx.now, true);
        if (!hit) throw notFound();
        if (hit.version !== version) throw new Problem('version-mismatch');
        if (!hitCapacitiesOf(actor, hit).includes('OWNER')) throw new Problem('forbidden');
        const finished = await finishTasks(tx.db, hitId, [kind], { by: actor.id, at: tx.now });
        if (finished === 0) throw new Problem('conflict', [{ at: '', code: 'nothing-to-finish' }]);
        await addStep(tx.db, {
          hitId,
          verb: `finish-${kind.toLowerCase().replace('_', '-')}`,
          from: hit.status,
          to: hit.status,
          actorId: actor.id,
          state: actor.state,
          at: tx.now,
          note: vault.encrypt(HIT_NOTE, note),
        });
        tx.audit({
          type: 'hit.task-finished',
          data: { kind },
          subject: { type: 'hit', id: hitId },
          secret: note,
        });
        return { id: hitId, version: await updateHit(tx.db, hitId, {}) };
      });
    },
  };
}
