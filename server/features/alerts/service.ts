// What can be done with alerts; other features come in here.
import type { Actor } from '../../domain/access/actor.ts';
import type { Tx } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { createAlertArchiving } from './archiving.ts';
import type { AlertChange, AlertDraft, AlertQuery } from './contract.ts';
import { createAlertDrafting } from './drafting.ts';
import { createAlertExpiry } from './expiry.ts';
import { createAlertFollowing } from './following.ts';
import { createForeignAlerts, type ForeignAlert } from './foreign.ts';
import type { InForceAlert } from './in-force.ts';
import { readInForce } from './in-force-store.ts';
import { createAlertPapers, type PaperChange, type PaperWork } from './papers.ts';
import { type AlertDeps, type Calendar, type OpenAlert, ownCalendarOf } from './parts.ts';
import { createAlertReading, openForReading } from './reading.ts';
import { createAlertSteps, type PersonsVerb, type StepWords } from './steps.ts';
import type { AlertPage, AlertReceipt, AlertView, GateView } from './view-contract.ts';

export type { AlertDeps, Calendar, ForeignAlert, InForceAlert, OpenAlert };

export interface AlertService {
  /** By person the visible alerts in force at `now`, the deciding one first, straight from the database. */
  alertsOf(
    personIds: readonly string[],
    tokens: readonly string[],
    now: Date,
  ): Promise<Map<string, InForceAlert[]>>;
  createAlert(actor: Actor, draft: AlertDraft): Promise<AlertReceipt>;
  /** For imports: writes a draft in their transaction. @param calendar of the actor's state, read before it began */
  draftIn(tx: Tx, actor: Actor, calendar: Calendar, draft: AlertDraft): Promise<OpenAlert>;
  /** Takes away those of the drafts that are as they were written. @returns their ids */
  removeDrafts(tx: Tx, ids: readonly string[]): Promise<string[]>;
  calendarFor(actor: Actor): Promise<Calendar>;
  listAlerts(actor: Actor, query: AlertQuery): Promise<AlertPage>;
  getAlert(actor: Actor, id: string): Promise<AlertView>;
  readGate(actor: Actor, id: string): Promise<GateView>;
  changeAlert(actor: Actor, id: string, version: number, change: AlertChange): Promise<AlertReceipt>;
  takeStep(
    actor: Actor,
    id: string,
    version: number,
    verb: PersonsVerb,
    words: StepWords,
  ): Promise<AlertReceipt>;
  /** Writes the state EXPIRED for at most `batch` alerts whose end has passed; no reader depends on it. */
  expireAlerts(now: Date, batch: number): Promise<number>;
  /**
   * After the end and a while: for the data-protection officer of the owner alone.
   * @param alerts with the state of their owner; all in one transaction
   * @returns how many of them had ended and were not archived before
   */
  archiveAlerts(actor: Actor, alerts: readonly { id: string; state: string }[]): Promise<number>;
  /** What a case or hit makes of the alert, in its transaction; an alert that is past it stays as it is. */
  followCase(
    tx: Tx,
    actor: Actor,
    alertId: string,
    verb: 'locate' | 'relocate' | 'execute',
    reason: string,
  ): Promise<boolean>;
  /** What another installation tells of an alert that it keeps: see foreign.ts. */
  putForeign(tx: Tx, alert: ForeignAlert): Promise<boolean>;
  endForeign(tx: Tx, peerId: string, id: string): Promise<boolean>;
  /** For the papers under an alert: see papers.ts. */
  changePapers<T extends object>(
    actor: Actor,
    id: string,
    version: number,
    change: PaperChange,
    work: PaperWork<T>,
  ): Promise<AlertReceipt & T>;
  /** The alert as the actor may see it now; leaves no trace, the caller does. */
  openForReading(actor: Actor, id: string): Promise<OpenAlert>;
}

export function createAlertService(deps: AlertDeps): AlertService {
  return {
    alertsOf: (personIds, tokens, now) =>
      readInForce(deps.database, personIds, tokens, now).catch((error) => Promise.reject(asProblem(error))),
    ...createAlertReading(deps),
    ...createAlertDrafting(deps),
    ...createAlertSteps(deps),
    ...createAlertPapers(deps),
    ...createAlertExpiry(deps),
    ...createAlertArchiving(deps),
    ...createAlertFollowing(deps),
    calendarFor: (actor) => ownCalendarOf(deps, actor),
    ...createForeignAlerts(deps),
    openForReading: (actor, id) => openForReading(deps, actor, id),
  };
}
