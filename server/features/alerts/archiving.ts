// When the time after an alert's end is over, only the data-protection officer of its owner sees it any more.
import type { Actor } from '../../domain/access/actor.ts';
import { transition } from '../../domain/alerts/life-cycle.ts';
import type { ZoneName } from '../../domain/dates/zone.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type AlertDeps, derived } from './parts.ts';
import { type AlertRow, addHistory, lockAlerts, updateAlert } from './store.ts';

export function createAlertArchiving({ database, persons, reference }: AlertDeps) {
  /** @returns false for an alert that has not ended, or was archived meanwhile */
  async function archive(tx: Tx, row: AlertRow, zone: ZoneName): Promise<boolean> {
    const result = transition(row, 'archive', {
      now: tx.now,
      capacities: ['SYSTEM'],
      isAuthor: false,
      hasReason: false,
      gatePassed: false,
      newEndsAt: null,
      retentionOver: true,
    });
    if (!result.ok) return false;
    const [validFrom, expiresOn] = [dayOf(row.validFrom), dayOf(row.expiresOn)];
    await updateAlert(tx.db, row, {
      ...derived({ ...row, status: result.to, validFrom, expiresOn }, zone),
      status: result.to,
      updatedAt: tx.now,
    });
    const step = { verb: 'archive', from: row.status, to: result.to };
    await addHistory(tx, { ...step, alertId: row.id, actorId: null, reason: null });
    tx.audit({ type: 'alert.transition', data: step, subject: { type: 'alert', id: row.id } });
    return true;
  }

  return {
    async archiveAlerts(actor: Actor, alerts: readonly { id: string; state: string }[]): Promise<number> {
      const zones = new Map<string, ZoneName>();
      for (const { state } of alerts) zones.set(state, await reference.zoneOf(state));
      return database.transaction(actor, async (tx) => {
        const rows = await lockAlerts(
          tx.db,
          alerts.map(({ id }) => id),
        );
        const archived: AlertRow[] = [];
        for (const row of rows) {
          const zone = zones.get(row.ownerState);
          if (zone !== undefined && (await archive(tx, row, zone))) archived.push(row);
        }
        if (archived.length === 0)
          tx.audit({ type: 'retention.purged', data: { rule: 'ALERT_ARCHIVED', rows: 0 } });
        else await persons.refreshSearch(tx, ...new Set(archived.map(({ personId }) => personId)));
        return archived.length;
      });
    },
  };
}
