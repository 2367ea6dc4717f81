// Alerts that another installation keeps: taken as it tells them, ended when it says so, and changed by nobody here.
import { alertAudience, alertOwnerAudience } from '../../domain/access/audience.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announceAlert } from './announcing.ts';
import { type ForeignRow, replaceWarrants, type WarrantInput } from './foreign-store.ts';
import type { AlertDeps } from './parts.ts';
import {
  addHistory,
  type FlagInput,
  insertAlert,
  lockPerson,
  type OffenceInput,
  readAlert,
  replaceFlags,
  replaceOffences,
  updateAlert,
} from './store.ts';

/** An alert as its keeper tells it: columns, and the rows that belong to it. */
export interface ForeignAlert {
  readonly peerId: string;
  readonly row: ForeignRow;
  readonly offences: readonly OffenceInput[];
  readonly dangerFlags: readonly FlagInput[];
  readonly warrants: readonly WarrantInput[];
}

export function createForeignAlerts({ persons }: Pick<AlertDeps, 'persons'>) {
  async function step(
    tx: Tx,
    alertId: string,
    verb: string,
    from: 'ACTIVE' | 'LOCATED' | 'WITHDRAWN',
    to: typeof from,
  ) {
    await addHistory(tx, { alertId, verb, from, to, actorId: null, reason: null });
  }

  /**
   * Writes the alert as it now stands there; the person is written already.
   * @returns false when an alert of this id is kept here or by a third installation: nobody takes what is not his
   */
  async function putForeign(
    tx: Tx,
    { peerId, row, offences, dangerFlags, warrants }: ForeignAlert,
  ): Promise<boolean> {
    const { id, personId, status } = row;
    const found = await readAlert(tx.db, id);
    if (found && found.peerId !== peerId) return false;
    // Always in one order, so that two who move alerts between the same persons cannot wait for each other.
    const touched = [...new Set([personId, ...(found ? [found.personId] : [])])].sort();
    for (const one of touched) await lockPerson(tx.db, one);
    const facts = { ...row, ownerAgencyId: row.ownerAgencyId };
    const data = {
      ...row,
      audience: alertAudience(facts),
      ownerAudience: alertOwnerAudience(facts),
      peerId,
      // Whoever wrote it there has no account here.
      authorId: peerId,
      updatedAt: tx.now,
    };
    if (found) {
      // It stands again, should it have ended.
      await updateAlert(tx.db, found, { ...data, endedAt: null, withdrawalReason: null });
    } else await insertAlert(tx.db, { ...data, activatedAt: tx.now, createdAt: tx.now });
    await replaceOffences(tx.db, id, offences);
    await replaceFlags(tx.db, id, dangerFlags);
    await replaceWarrants(tx.db, id, warrants);
    const from = found?.status === 'ACTIVE' || found?.status === 'LOCATED' ? found.status : 'WITHDRAWN';
    const verb = !found ? 'approve' : status === 'LOCATED' && from !== 'LOCATED' ? 'locate' : 'amend';
    await step(tx, id, verb, found ? from : status, status);
    for (const one of touched) await persons.refreshSearch(tx, one);
    const after = await readAlert(tx.db, id);
    if (after) await announceAlert(tx, found ?? { ...after, audience: [], startsAt: null }, after);
    return true;
  }

  /** @returns false when there is no such alert of that installation, or it has ended already */
  async function endForeign(tx: Tx, peerId: string, id: string): Promise<boolean> {
    const seen = await readAlert(tx.db, id);
    if (seen?.peerId !== peerId) return false;
    await lockPerson(tx.db, seen.personId);
    const row = await readAlert(tx.db, id);
    if (!row || (row.status !== 'ACTIVE' && row.status !== 'LOCATED')) return false;
    await updateAlert(tx.db, row, { status: 'WITHDRAWN', audience: [], endedAt: tx.now, updatedAt: tx.now });
    await step(tx, id, 'withdraw', row.status, 'WITHDRAWN');
    await persons.refreshSearch(tx, row.personId);
    const after = await readAlert(tx.db, id);
    if (after) await announceAlert(tx, row, after);
    return true;
  }

  return { putForeign, endForeign };
}
