// What the alert services are made of, and the few questions that all of them ask.
import type { Actor } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/actor.ts';
import {
  type AudienceFacts,
  alertAudience,
  alertOwnerAudience,
  overlap,
  readerTokens,
} from '../../domain/access/audience.ts';
import type { AlertCapacity } from '../../domain/alerts/life-cycle.ts';
import type { CalendarDate } from '../../domain/dates/calendar-date.ts';
import { calendarDateIn, endOfDay, startOfDay, type ZoneName } from '../../domain/dates/zone.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { AlertPeriods, ReferenceService } from '../reference/service.ts';
import { type AlertRow, findVisible, lockPerson, readAlert } from './store.ts';

/** What was disclosed to whom, by person. */
interface Disclosed {
  readonly personId: string;
  readonly alertIds: readonly string[];
  readonly ownerStates: readonly string[];
}

export interface AlertDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly reference: Pick<ReferenceService, 'alertPeriods' | 'zoneOf'>;
  readonly persons: {
    /** Writes the person's search row anew in this transaction. */
    refreshSearch(tx: Tx, personId: string): Promise<void>;
  };
  readonly duplicates: {
    /** Ids of likely duplicates of the person that the actor may see and on which nobody has decided. */
    unresolved(actor: Actor, personId: string): Promise<readonly string[]>;
  };
  readonly disclosures: {
    note(actor: Actor, via: 'SEARCH' | 'DETAIL' | 'FILE', items: readonly Disclosed[]): Promise<void>;
  };
}

/** An alert with the calendar of its owner at the instant of the request. */
export interface OpenAlert {
  readonly row: AlertRow;
  readonly zone: ZoneName;
  readonly now: Date;
  /** The day in the owner state. */
  readonly today: CalendarDate;
  readonly periods: AlertPeriods;
}

export async function inOwnersCalendar(deps: AlertDeps, row: AlertRow, now: Date): Promise<OpenAlert> {
  const [zone, periods] = await Promise.all([
    deps.reference.zoneOf(row.ownerState),
    deps.reference.alertPeriods(),
  ]);
  return { row, zone, now, today: calendarDateIn(zone, now), periods };
}

/** The reader is one of the owner's own people: he sees the work behind the alert, in every state of its life. */
export const isOwnSide = (actor: Actor, row: Pick<AlertRow, 'ownerAudience'>): boolean =>
  overlap(row.ownerAudience, readerTokens(actor));

/** Investigators write for their agency, case officers and prosecutors for their state. */
export function mayWrite(actor: Actor, row: Pick<AlertRow, 'ownerState' | 'ownerAgencyId'>): boolean {
  if (!may(actor, 'alert.write') || actor.state !== row.ownerState) return false;
  return may(actor, 'alert.decide') || actor.agencyId === row.ownerAgencyId;
}

/** Who wrote any part of what an approver judges. */
export const isAuthor = (actor: Actor, row: AlertRow): boolean =>
  row.authorId === actor.id ||
  row.transitions.some(({ verb, actorId }) => actorId === actor.id && (verb === 'create' || verb === 'edit'));

/** In what quality the actor deals with this alert. */
export function capacitiesOf(actor: Actor, row: AlertRow): AlertCapacity[] {
  if (actor.kind === 'system') return ['SYSTEM'];
  if (actor.state !== row.ownerState) return [];
  const capacities: AlertCapacity[] = [];
  if (isAuthor(actor, row) && mayWrite(actor, row)) capacities.push('AUTHOR');
  if (may(actor, 'alert.decide')) capacities.push('APPROVER', 'OWNER', 'CASE_OFFICER');
  if (may(actor, 'alert.suspend') && actor.roles.includes('DPO')) capacities.push('DATA_PROTECTION');
  return capacities;
}

/**
 * Opens a visible alert for a change: the person is locked, so that nothing about the alert or the person's other
 * alerts moves until the end of the transaction.
 * @throws Problem `not-found` for what the actor may not see, `forbidden` for what is not his side's,
 * `version-mismatch` when it is not the version that he saw
 */
export async function openForChange(
  deps: AlertDeps,
  tx: Tx,
  actor: Actor,
  id: string,
  version: number,
): Promise<OpenAlert> {
  const seen = await findVisible(tx.db, id, readerTokens(actor), tx.now);
  if (!seen) throw notFound();
  await lockPerson(tx.db, seen.personId);
  const row = await readAlert(tx.db, id);
  if (!row || !isOwnSide(actor, row)) throw new Problem('forbidden');
  // A merge moved the alert while the lock was awaited, or somebody changed it since it was read.
  if (row.personId !== seen.personId || row.version !== version) throw new Problem('version-mismatch');
  return inOwnersCalendar(deps, row, tx.now);
}

/** Everything that follows from status, sharing and the two days; written with every change. */
export function derived(
  facts: AudienceFacts & { readonly validFrom: CalendarDate | null; readonly expiresOn: CalendarDate | null },
  zone: ZoneName,
) {
  return {
    audience: alertAudience(facts),
    ownerAudience: alertOwnerAudience(facts),
    startsAt: facts.validFrom === null ? null : startOfDay(facts.validFrom, zone),
    endsAt: facts.expiresOn === null ? null : endOfDay(facts.expiresOn, zone),
  };
}
