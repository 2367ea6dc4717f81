// When the time after an alert's end is over, only the data-protection officer of its owner sees it any more.
import type { Actor } from '../../domain/access/actor.ts';
import { transition } from '../../domain/alerts/life-cycle.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import { type AlertDeps, calendarOf, derived } from './parts.ts';
import { addHistory, lockPerson, readAlert, updateAlert } from './store.ts';

export const createAlertArchiving = (deps: AlertDeps) => ({
  /** @returns false for an alert that has not ended, or was archived meanwhile */
  async archiveAlert(actor: Actor, id: string): Promise<boolean> {
    const { database, persons } = deps;
    const found = await readAlert(database.prisma, id);
    if (!found) return false;
    const { zone } = await calendarOf(deps, found.ownerState);
    return database.transaction(actor, async (tx) => {
      await lockPerson(tx.db, found.personId);
      const row = await readAlert(tx.db, id);
      const result =
        row &&
        transition(row, 'archive', {
          now: tx.now,
          capacities: ['SYSTEM'],
          isAuthor: false,
          hasReason: false,
          gatePassed: false,
          newEndsAt: null,
          retentionOver: true,
        });
      if (!row || !result?.ok) {
        tx.audit({ type: 'retention.purged', data: { rule: 'ALERT_ARCHIVED', rows: 0 } });
        return false;
      }
      const [validFrom, expiresOn] = [dayOf(row.validFrom), dayOf(row.expiresOn)];
      await updateAlert(tx.db, row, {
        ...derived({ ...row, status: result.to, validFrom, expiresOn }, zone),
        status: result.to,
        updatedAt: tx.now,
      });
      const step = { verb: 'archive', from: row.status, to: result.to };
      await addHistory(tx, { ...step, alertId: id, actorId: null, reason: null });
      await persons.refreshSearch(tx, row.personId);
      tx.audit({ type: 'alert.transition', data: step, subject: { type: 'alert', id } });
      return true;
    });
  },
});
