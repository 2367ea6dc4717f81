// When the time after an alert's end is over, only the data-protection officer of its owner sees it any more.
import type { Actor } from '../../domain/access/actor.ts';
import { transition } from '../../domain/alerts/life-cycle.ts';
import type { ZoneName } from '../../domain/dates/zone.ts';
import { isFoundAlike } from '../../domain/persons/search-row.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type AlertDeps, derived } from './parts.ts';
import { type AlertRow, addHistory, lockAlerts, updateAlert } from './store.ts';

const articlesOf = ({ offences }: AlertRow): number[] =>
  offences.flatMap(({ offenceCode }) => offenceCode.uncacArticles);

type Archived = 'NO' | 'FOUND_ALIKE' | 'FOUND_OTHERWISE';

export function createAlertArchiving({ database, persons, reference }: AlertDeps) {
  /** @returns NO for an alert that has not ended, or was archived meanwhile; else what it means for finding its person */
  async function archive(tx: Tx, row: AlertRow, zone: ZoneName): Promise<Archived> {
    const result = transition(row, 'archive', {
      now: tx.now,
      capacities: ['SYSTEM'],
      isAuthor: false,
      hasReason: false,
      gatePassed: false,
      newEndsAt: null,
      retentionOver: true,
    });
    if (!result.ok) return 'NO';
    const [validFrom, expiresOn] = [dayOf(row.validFrom), dayOf(row.expiresOn)];
    const after = {
      status: result.to,
      ...derived({ ...row, status: result.to, validFrom, expiresOn }, zone),
    };
    await updateAlert(tx.db, row, { ...after, updatedAt: tx.now });
    const step = { verb: 'archive', from: row.status, to: result.to };
    await addHistory(tx, { ...step, alertId: row.id, actorId: null, reason: null });
    tx.audit({ type: 'alert.transition', data: step, subject: { type: 'alert', id: row.id } });
    const uncacArticles = articlesOf(row);
    return isFoundAlike({ ...row, uncacArticles }, { ...row, ...after, uncacArticles })
      ? 'FOUND_ALIKE'
      : 'FOUND_OTHERWISE';
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
        let archived = 0;
        // A new row in the index of names costs more than all the rest, and an ended alert hardly ever needs one.
        const toWrite = new Set<string>();
        for (const row of rows) {
          const zone = zones.get(row.ownerState);
          const result = zone === undefined ? 'NO' : await archive(tx, row, zone);
          archived += result === 'NO' ? 0 : 1;
          if (result === 'FOUND_OTHERWISE') toWrite.add(row.personId);
        }
        if (archived === 0) tx.audit({ type: 'retention.purged', data: { rule: 'ALERT_ARCHIVED', rows: 0 } });
        if (toWrite.size > 0) await persons.refreshSearch(tx, ...toWrite);
        return archived;
      });
    },
  };
}
