// Hits at the border of another installation on alerts of ours: kept there, copied here, so that the owner answers where he works.
import type { Actor } from '../../domain/access/actor.ts';
import { hitChanged, hitOpened } from '../../domain/events/hit-events.ts';
import type { Evidence } from '../../domain/matching/match.ts';
import type { Tx } from '../../platform/database/database.ts';
import { emit } from '../../platform/database/domain-events.ts';
import {
  addForeignSteps,
  type ForeignHitRow,
  type ForeignStep,
  ownAlertOf,
  readForeign,
  readTold,
  writeForeign,
} from './foreign-store.ts';
import { HIT_REASONS, HIT_TRAVELLER } from './opening.ts';
import { isOwnerVerb } from './owner-verbs.ts';
import type { HitDeps } from './steps.ts';
import { addEvent, lockHit, openTasks, stepsOf } from './store.ts';

/** A hit as its border tells it; who acted there is not named. */
export interface ForeignHit {
  readonly peerId: string;
  readonly row: ForeignHitRow;
  readonly traveller: object;
  readonly reasons: readonly object[];
  readonly steps: readonly ForeignStep[];
}

/** What may be told of a hit that is kept here, or of the answer to one that is kept elsewhere. */
export interface ToldOfHit {
  /** The installation at whose border it was; null: here. */
  readonly peerId: string | null;
  readonly row: ForeignHitRow;
  readonly traveller: object;
  readonly reasons: readonly object[];
  readonly steps: readonly ForeignStep[];
}

/** What the clock made of a hit each side works out for itself. */
const travels = (verb: string): boolean => verb !== 'clock';

const FOUND: readonly (string | null)[] = ['ARRESTED', 'LOCATED'];

export function createForeignHits({ vault, alerts }: Pick<HitDeps, 'vault' | 'alerts'>) {
  return {
    /** @returns null when there is no such hit */
    async toldOf(tx: Tx, hitId: string): Promise<ToldOfHit | null> {
      const hit = await lockHit(tx.db, hitId, tx.now);
      const told = hit && (await readTold(tx.db, hitId));
      if (!hit || !told) return null;
      const steps = (await stepsOf(tx.db, hitId)).filter(({ verb }) => travels(verb));
      return {
        ...told,
        traveller: JSON.parse(vault.decrypt(HIT_TRAVELLER, hit.traveller)) as object,
        reasons: JSON.parse(vault.decrypt(HIT_REASONS, hit.reasons)) as Evidence[],
        steps: steps.map(({ id, verb, from, to, at }) => ({ id, verb, from, to, at })),
      };
    },

    /** @returns false when the alert is none of ours */
    async putForeign(
      tx: Tx,
      actor: Actor,
      { peerId, row, traveller, reasons, steps }: ForeignHit,
    ): Promise<boolean> {
      const { id, state, checkId } = row;
      const alert = await ownAlertOf(tx.db, row.alertId);
      if (!alert) return false;
      const before = await readForeign(tx.db, id);
      if (before && before.peerId !== peerId) return false;
      // What the owner said here may not have got there yet.
      const isAhead =
        before?.answeredAt != null &&
        row.answer === null &&
        (row.askedAt === null || before.answeredAt >= row.askedAt);
      const { status, answer, answeredAt, ...rest } = row;
      const asTold = isAhead ? rest : { ...rest, status, answer, answeredAt };
      await writeForeign(tx.db, before !== null, {
        ...{ ...asTold, status: isAhead ? before.status : status, peerId },
        ...{ personId: alert.personId, ownerState: alert.ownerState, ownerAgencyId: alert.ownerAgencyId },
        traveller: new Uint8Array(vault.encrypt(HIT_TRAVELLER, JSON.stringify(traveller))),
        reasons: new Uint8Array(vault.encrypt(HIT_REASONS, JSON.stringify(reasons))),
      });
      await addForeignSteps(
        tx.db,
        steps.filter(({ verb }) => !isOwnerVerb(verb)),
        { hitId: id, actorId: peerId, state },
      );
      if (row.decision === 'INCONCLUSIVE')
        await openTasks(tx.db, [
          { hitId: id, kind: 'RECORD_QUALITY', state: alert.ownerState, side: 'OWNER', openedAt: tx.now },
        ]);
      if (row.decision === 'CONFIRMED' && FOUND.includes(row.action))
        await alerts.followCase(tx, actor, row.alertId, 'locate', `hit ${row.reference}`);
      const told = { ...row, hitId: id, personId: alert.personId, ownerState: alert.ownerState };
      const type = before ? 'hit.changed' : row.kind === 'MATCH' ? 'hit.opened' : 'hit.silent';
      const verb = steps.at(-1)?.verb ?? 'open';
      await addEvent(tx.db, { at: tx.now, type, hitId: id, checkId, state, data: { verb, status } });
      await emit(tx, before ? hitChanged(told, 'clock', status) : hitOpened(told, false));
      return true;
    },
  };
}
