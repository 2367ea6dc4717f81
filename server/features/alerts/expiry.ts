// Writes down what the clock already knows: alerts whose end has passed. No reader waits for it.
import { systemActor } from '../../domain/access/actor.ts';
import { transition } from '../../domain/alerts/life-cycle.ts';
import { Problem } from '../../domain/errors.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { newId } from '../../platform/ids.ts';
import { announceAlert } from './announcing.ts';
import { type AlertDeps, calendarOf, derived } from './parts.ts';
import { addHistory, findOver, lockPerson, readAlert, updateAlert } from './store.ts';

export function createAlertExpiry(deps: AlertDeps) {
  const { database, persons } = deps;

  async function expireOne(id: string, ownerState: string, now: Date): Promise<void> {
    const { zone } = await calendarOf(deps, ownerState);
    await database.transaction(systemActor('expire-alerts', newId()), async (tx) => {
      const found = await readAlert(tx.db, id);
      if (found) await lockPerson(tx.db, found.personId);
      const row = await readAlert(tx.db, id);
      const result =
        row &&
        transition(row, 'expire', {
          now,
          capacities: ['SYSTEM'],
          isAuthor: false,
          hasReason: false,
          gatePassed: false,
          newEndsAt: null,
          retentionOver: false,
        });
      // Renewed, withdrawn or expired by another worker since it was found.
      if (!row || !result?.ok) throw new Problem('version-mismatch');
      const [validFrom, expiresOn] = [dayOf(row.validFrom), dayOf(row.expiresOn)];
      await updateAlert(tx.db, row, {
        ...derived({ ...row, status: result.to, validFrom, expiresOn }, zone),
        status: result.to,
        endedAt: row.endsAt ?? now,
        updatedAt: tx.now,
      });
      const step = { verb: 'expire', from: row.status, to: result.to };
      await addHistory(tx, { ...step, alertId: id, actorId: null, reason: null });
      await persons.refreshSearch(tx, row.personId);
      tx.audit({ type: 'alert.transition', data: step, subject: { type: 'alert', id } });
      await announceAlert(tx, row, { ...row, status: result.to, audience: [] });
    });
  }

  /**
   * Each alert in a transaction of its own, so that one that cannot be written holds up no other.
   * @param batch most alerts of one run
   * @returns how many were written
   * @throws AggregateError after all others are done, with the errors of those that could not be written
   */
  async function expireAlerts(now: Date, batch: number): Promise<number> {
    const over = await findOver(database.prisma, now, batch).catch((error) =>
      Promise.reject(asProblem(error)),
    );
    const failures: unknown[] = [];
    let written = 0;
    for (const { id, ownerState } of over) {
      try {
        await expireOne(id, ownerState, now);
        written += 1;
      } catch (error) {
        if (!(error instanceof Problem && error.code === 'version-mismatch')) failures.push(error);
      }
    }
    if (failures.length > 0)
      throw new AggregateError(failures, `${failures.length} alerts could not be expired`);
    return written;
  }

  return { expireAlerts };
}
