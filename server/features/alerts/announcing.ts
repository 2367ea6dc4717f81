// Tells those who listen what became of an alert: to each reader it begins, changes or ends with what he may see.
import type { Tx } from '../../platform/database/database.ts';
import { emit } from '../../platform/database/domain-events.ts';
import type { AlertRow } from './store.ts';

/** An alert whose first day lies ahead works for nobody yet. */
const hasBegun = ({ startsAt }: Pick<AlertRow, 'startsAt'>, now: Date): boolean =>
  startsAt !== null && startsAt <= now;

/** To be called in the transaction of the change, with the alert as it was and as it now stands. */
export async function announceAlert(tx: Tx, before: AlertRow, after: AlertRow): Promise<void> {
  const audienceBefore = hasBegun(before, tx.now) ? before.audience : [];
  if (audienceBefore.length === 0 && after.audience.length === 0) return;
  const { id, personId, alertNumber, type, ownerState, status } = after;
  await emit(tx, {
    kind: 'alert',
    alertId: id,
    personId,
    audienceBefore,
    audience: after.audience,
    notBefore: after.audience.length > 0 ? after.startsAt : null,
    data: { alertNumber, alertType: type, ownerState, status },
  });
}
