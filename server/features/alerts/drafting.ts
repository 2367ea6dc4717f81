// Writing alerts: drafts by those who may, and the few changes that a published alert still takes.
import type { Actor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import { formatAlertNumber } from '../../domain/alerts/alert-number.ts';
import { editingOf, isAmendable, type SharingTerms, wideningMembers } from '../../domain/alerts/amendment.ts';
import { defaultSharing } from '../../domain/alerts/default-sharing.ts';
import { effectiveStatus } from '../../domain/alerts/effective-status.ts';
import { formFindings } from '../../domain/alerts/gate-form.ts';
import { defaultExpiry } from '../../domain/alerts/validity.ts';
import type { Caveat } from '../../domain/alerts/vocabulary.ts';
import { calendarDateIn } from '../../domain/dates/zone.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { dateOf, dayOf } from '../../platform/database/calendar-day.ts';
import type { Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/ids.ts';
import { announceAlert } from './announcing.ts';
import { checkContent, columnsOf, flagRowsOf, offenceRowsOf, reviewDayOf } from './content.ts';
import type { AlertChange, AlertDraft } from './contract.ts';
import { gateAlertOf } from './gate.ts';
import {
  type AlertDeps,
  type Calendar,
  capacitiesOf,
  derived,
  inCalendar,
  mayWrite,
  type OpenAlert,
  openForChange,
  ownCalendarOf,
} from './parts.ts';
import { deleteUntouched } from './removing-store.ts';
import {
  addHistory,
  insertAlert,
  lockVisiblePerson,
  nextNumber,
  readAlert,
  replaceFlags,
  replaceOffences,
  updateAlert,
} from './store.ts';
import { allowedTo, receiptOf } from './view.ts';
import type { AlertReceipt } from './view-contract.ts';

/** Reads the alert as it now stands in the transaction. */
export async function reopen(tx: Tx, calendar: Calendar, id: string): Promise<OpenAlert> {
  const row = await readAlert(tx.db, id);
  if (!row) throw new Error('an alert vanished in its own transaction');
  return inCalendar(calendar, row, tx.now);
}

const termsOf = ({ row }: OpenAlert, change: AlertChange = {}): SharingTerms => ({
  sharing: change.sharing ?? row.sharing,
  sharedWithStates: change.sharedWithStates ?? row.sharedWithStates,
  sharedWithAgencies: change.sharedWithAgencies ?? row.sharedWithAgencies,
  caveats: change.caveats ?? (row.caveats as Caveat[]),
});

/** @throws Problem `forbidden`, `transition-not-allowed` or `validation-failed` */
function demandEditable(actor: Actor, alert: OpenAlert, change: AlertChange): void {
  const status = effectiveStatus(alert.row, alert.now);
  const editing = editingOf(status);
  const isOwner = capacitiesOf(actor, alert.row).includes('OWNER');
  if (editing === 'AMEND' ? !isOwner : !mayWrite(actor, alert.row)) throw new Problem('forbidden');
  if (editing === 'ALL') return;
  const fixed = Object.keys(change).filter((member) => editing === 'NONE' || !isAmendable(member));
  if (fixed.length > 0) {
    throw new Problem(
      'transition-not-allowed',
      fixed.map((member) => ({ at: `/${member}`, code: 'not-editable-now', params: { status } })),
      { status, allowed: allowedTo(actor, alert) },
    );
  }
  const widening = wideningMembers(termsOf(alert), termsOf(alert, change));
  if (widening.length > 0) {
    throw new Problem(
      'validation-failed',
      widening.map((member) => ({ at: `/${member}`, code: 'may-only-narrow' })),
    );
  }
}

/** A published alert must not lose what its form was published with. @throws Problem `publication-gate` */
function demandForm(before: OpenAlert, after: OpenAlert): void {
  const faultsOf = ({ row, today }: OpenAlert) =>
    formFindings(gateAlertOf(row), today).filter(({ severity }) => severity === 'BLOCKING');
  const known = new Set(faultsOf(before).map(({ code, path }) => `${code} ${path}`));
  const added = faultsOf(after).filter(({ code, path }) => !known.has(`${code} ${path}`));
  if (added.length > 0) {
    throw new Problem(
      'publication-gate',
      added.map(({ code, path }) => ({ at: path, code })),
    );
  }
}

export function createAlertDrafting(deps: AlertDeps) {
  const { database, persons } = deps;

  /** Writes a draft in a transaction of somebody else, for whom the person is recorded in the same one. */
  async function draftIn(tx: Tx, actor: Actor, calendar: Calendar, draft: AlertDraft): Promise<OpenAlert> {
    const { agencyId, state } = actor;
    if (agencyId === null || state === null) throw new Problem('forbidden');
    const { zone, periods } = calendar;
    const { personId, type, ...content } = draft;
    const person = await lockVisiblePerson(tx.db, personId, readerTokens(actor), tx.now);
    if (!person) throw notFound();
    if (person.mergedIntoId !== null)
      throw new Problem('conflict', [{ at: '/personId', code: 'person-merged' }]);
    if (person.deceased === 'CONFIRMED')
      throw new Problem('validation-failed', [{ at: '/personId', code: 'person-deceased' }]);
    const today = calendarDateIn(zone, tx.now);
    await checkContent(tx.db, state, content, today);
    const id = newId(tx.now.getTime());
    const year = Number(today.slice(0, 4));
    const sequence = await nextNumber(tx.db, `alert:${state}:${year}`);
    const alertNumber = formatAlertNumber({ state, year, sequence });
    const { validFrom = today } = content;
    const { expiresOn = defaultExpiry(type, validFrom ?? today, periods.validityMonths) } = content;
    const terms = {
      sharing: content.sharing ?? defaultSharing(type),
      sharedWithStates: content.sharedWithStates ?? [],
      sharedWithAgencies: content.sharedWithAgencies ?? [],
    };
    const facts = { type, status: 'DRAFT', ownerState: state, ownerAgencyId: agencyId } as const;
    await insertAlert(tx.db, {
      ...columnsOf(content),
      ...facts,
      ...terms,
      ...derived({ ...facts, ...terms, validFrom, expiresOn }, zone),
      id,
      alertNumber,
      personId,
      validFrom: dateOf(validFrom),
      expiresOn: dateOf(expiresOn),
      reviewDueOn: dateOf(reviewDayOf(validFrom ?? today, expiresOn, periods)),
      authorId: actor.id,
      createdAt: tx.now,
      updatedAt: tx.now,
    });
    await replaceOffences(tx.db, id, offenceRowsOf(content.offences ?? []));
    await replaceFlags(tx.db, id, flagRowsOf(content.dangerFlags ?? [], today, periods.dangerFlagMonths));
    await addHistory(tx, {
      alertId: id,
      verb: 'create',
      from: 'DRAFT',
      to: 'DRAFT',
      actorId: actor.id,
      reason: null,
    });
    await persons.refreshSearch(tx, personId);
    tx.audit({ type: 'alert.created', data: { alertNumber, personId }, subject: { type: 'alert', id } });
    return reopen(tx, calendar, id);
  }

  async function createAlert(actor: Actor, draft: AlertDraft): Promise<AlertReceipt> {
    if (actor.agencyId === null) throw new Problem('forbidden');
    const calendar = await ownCalendarOf(deps, actor);
    return database.transaction(actor, async (tx) =>
      receiptOf(actor, await draftIn(tx, actor, calendar, draft)),
    );
  }

  /** Drafts that nobody has touched since they were written; removed, each with the others of its transaction. */
  async function removeDrafts(tx: Tx, ids: readonly string[]): Promise<string[]> {
    const removed = await deleteUntouched(tx.db, ids);
    for (const { id, personId } of removed) {
      await persons.refreshSearch(tx, personId);
      tx.audit({ type: 'alert.draft-removed', data: { personId }, subject: { type: 'alert', id } });
    }
    return removed.map(({ id }) => id);
  }

  async function changeAlert(
    actor: Actor,
    id: string,
    version: number,
    change: AlertChange,
  ): Promise<AlertReceipt> {
    const calendar = await ownCalendarOf(deps, actor);
    return database.transaction(actor, async (tx) => {
      const alert = await openForChange(tx, actor, calendar, id, version);
      demandEditable(actor, alert, change);
      const { row, zone, today, periods } = alert;
      await checkContent(tx.db, row.ownerState, change, today);
      const { type = row.type } = change;
      const { validFrom = dayOf(row.validFrom), expiresOn = dayOf(row.expiresOn) } = change;
      await updateAlert(tx.db, row, {
        ...columnsOf(change),
        ...derived({ ...row, ...termsOf(alert, change), type, validFrom, expiresOn }, zone),
        // Later the day stands until somebody reviews: a change of contacts is no review.
        ...(row.status === 'DRAFT' && {
          reviewDueOn: dateOf(reviewDayOf(validFrom ?? today, expiresOn, periods)),
        }),
        updatedAt: tx.now,
      });
      if (change.offences) await replaceOffences(tx.db, id, offenceRowsOf(change.offences));
      if (change.dangerFlags) {
        await replaceFlags(tx.db, id, flagRowsOf(change.dangerFlags, today, periods.dangerFlagMonths));
      }
      await addHistory(tx, {
        alertId: id,
        verb: row.status === 'DRAFT' ? 'edit' : 'amend',
        from: row.status,
        to: row.status,
        actorId: actor.id,
        reason: null,
      });
      const after = await reopen(tx, calendar, id);
      if (row.status !== 'DRAFT') demandForm(alert, after);
      await persons.refreshSearch(tx, row.personId);
      tx.audit({
        type: 'alert.changed',
        data: { changed: Object.keys(change) },
        subject: { type: 'alert', id },
      });
      await announceAlert(tx, row, after.row);
      return receiptOf(actor, after);
    });
  }

  return { createAlert, changeAlert, draftIn, removeDrafts };
}
