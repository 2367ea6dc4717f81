// Opens an alert for a change of its papers (warrants and their files) and closes it again with everything that follows.
import type { Actor } from '../../domain/access/actor.ts';
import { editingOf } from '../../domain/alerts/amendment.ts';
import { effectiveStatus } from '../../domain/alerts/effective-status.ts';
import type { AuditEntry } from '../../domain/audit/event.ts';
import { Problem } from '../../domain/errors.ts';
import type { Tx } from '../../platform/database/database.ts';
import { announceAlert } from './announcing.ts';
import { reopen } from './drafting.ts';
import {
  type AlertDeps,
  capacitiesOf,
  mayWrite,
  type OpenAlert,
  openForChange,
  ownCalendarOf,
} from './parts.ts';
import { addHistory, updateAlert } from './store.ts';
import { allowedTo, receiptOf } from './view.ts';
import type { AlertReceipt } from './view-contract.ts';

/**
 * DRAFT: only while the alert is written. ADD: also on a published alert, by its owner: a new paper takes nothing away.
 * REVOKE: whenever the alert has not ended, also while it waits for approval: a paper that fell must be known at once.
 */
export type PaperChange = 'DRAFT' | 'ADD' | 'REVOKE';

/** What `changePapers` is given to do: it writes the papers and says what it did. */
export type PaperWork<T> = (
  tx: Tx,
  alert: OpenAlert,
) => Promise<{ result: T; entry: AuditEntry; verb: string }>;

/** @throws Problem `forbidden` or `transition-not-allowed` */
function demandOpen(actor: Actor, alert: OpenAlert, change: PaperChange): void {
  const status = effectiveStatus(alert.row, alert.now);
  const editing = editingOf(status);
  const isWriter = mayWrite(actor, alert.row);
  const isOwner = capacitiesOf(actor, alert.row).includes('OWNER');
  const needsOwner = editing === 'AMEND' && change === 'ADD';
  if (needsOwner ? !isOwner : !isWriter) throw new Problem('forbidden');
  const isOpen =
    editing === 'ALL' ||
    (editing === 'AMEND' && change !== 'DRAFT') ||
    (status === 'SUBMITTED' && change === 'REVOKE');
  if (!isOpen) throw new Problem('transition-not-allowed', [], { status, allowed: allowedTo(actor, alert) });
}

export function createAlertPapers(deps: AlertDeps) {
  /** The alert's version, history and trace are written here, in the transaction of the papers. */
  async function changePapers<T extends object>(
    actor: Actor,
    id: string,
    version: number,
    change: PaperChange,
    work: PaperWork<T>,
  ): Promise<AlertReceipt & T> {
    const calendar = await ownCalendarOf(deps, actor);
    return deps.database.transaction(actor, async (tx) => {
      const alert = await openForChange(tx, actor, calendar, id, version);
      demandOpen(actor, alert, change);
      const { row } = alert;
      const { result, entry, verb } = await work(tx, alert);
      await updateAlert(tx.db, row, { updatedAt: tx.now });
      await addHistory(tx, {
        alertId: id,
        // What is done to a draft's papers is part of what an approver judges.
        verb: row.status === 'DRAFT' ? 'edit' : verb,
        from: row.status,
        to: row.status,
        actorId: actor.id,
        reason: null,
      });
      tx.audit(entry);
      const after = await reopen(tx, calendar, id);
      await announceAlert(tx, row, after.row);
      return { ...receiptOf(actor, after), ...result };
    });
  }

  return { changePapers };
}
