// What a case or a hit makes of an alert: found, at large again, surrendered. Runs in the transaction of the one who tells.
import type { Actor } from '../../domain/access/actor.ts';
import { transition } from '../../domain/alerts/life-cycle.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announceAlert } from './announcing.ts';
import { type AlertDeps, derived } from './parts.ts';
import { addHistory, lockPerson, readAlert, readZoneOf, updateAlert } from './store.ts';

export function createAlertFollowing({ persons }: Pick<AlertDeps, 'persons'>) {
  /** An alert that is past the step (withdrawn, expired, executed already) stays as it is. @returns whether it changed */
  async function followCase(
    tx: Tx,
    actor: Actor,
    alertId: string,
    verb: 'locate' | 'relocate' | 'execute',
    reason: string,
  ): Promise<boolean> {
    const found = await readAlert(tx.db, alertId);
    // What another installation keeps follows what is told there.
    if (!found || found.peerId !== null) return false;
    await lockPerson(tx.db, found.personId);
    const row = await readAlert(tx.db, alertId);
    const zone = await readZoneOf(tx.db, found.ownerState);
    const result =
      row &&
      transition(row, verb, {
        now: tx.now,
        capacities: ['SYSTEM'],
        isAuthor: false,
        hasReason: true,
        gatePassed: false,
        newEndsAt: null,
        retentionOver: false,
      });
    if (!row || !result?.ok || zone === null) return false;
    const [validFrom, expiresOn] = [dayOf(row.validFrom), dayOf(row.expiresOn)];
    await updateAlert(tx.db, row, {
      ...derived({ ...row, status: result.to, validFrom, expiresOn }, zone),
      status: result.to,
      ...(verb === 'execute' && { endedAt: tx.now }),
      updatedAt: tx.now,
    });
    const step = { verb, from: row.status, to: result.to };
    await addHistory(tx, { ...step, alertId, actorId: actor.kind === 'user' ? actor.id : null, reason });
    await persons.refreshSearch(tx, row.personId);
    tx.audit({ type: 'alert.transition', data: step, subject: { type: 'alert', id: alertId } });
    const after = await readAlert(tx.db, alertId);
    if (after) await announceAlert(tx, row, after);
    return true;
  }
  return { followCase };
}
