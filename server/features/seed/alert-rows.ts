// The rows of a seeded alert: what the services would have written on its way to its status.
import { alertAudience, alertOwnerAudience } from '../../domain/access/audience.ts';
import type { AlertStatus } from '../../domain/alerts/vocabulary.ts';
import { endOfDay, startOfDay } from '../../domain/dates/zone.ts';
import type { SeedAlert, SeedContext } from './record.ts';
import type { SeedRows } from './rows.ts';

/** Steps that lead to a status, for the history: verb and the status it leads to. */
const HISTORY: Partial<Record<AlertStatus, readonly (readonly [verb: string, to: AlertStatus])[]>> = {
  SUBMITTED: [['submit', 'SUBMITTED']],
  ACTIVE: [
    ['submit', 'SUBMITTED'],
    ['approve', 'ACTIVE'],
  ],
  SUSPENDED: [
    ['submit', 'SUBMITTED'],
    ['approve', 'ACTIVE'],
    ['suspend', 'SUSPENDED'],
  ],
  LOCATED: [
    ['submit', 'SUBMITTED'],
    ['approve', 'ACTIVE'],
    ['locate', 'LOCATED'],
  ],
  EXECUTED: [
    ['submit', 'SUBMITTED'],
    ['approve', 'ACTIVE'],
    ['locate', 'LOCATED'],
    ['execute', 'EXECUTED'],
  ],
  WITHDRAWN: [
    ['submit', 'SUBMITTED'],
    ['approve', 'ACTIVE'],
    ['withdraw', 'WITHDRAWN'],
  ],
  EXPIRED: [
    ['submit', 'SUBMITTED'],
    ['approve', 'ACTIVE'],
    ['expire', 'EXPIRED'],
  ],
  ARCHIVED: [
    ['submit', 'SUBMITTED'],
    ['approve', 'ACTIVE'],
    ['withdraw', 'WITHDRAWN'],
    ['archive', 'ARCHIVED'],
  ],
};

const ENDED: readonly AlertStatus[] = ['EXECUTED', 'WITHDRAWN', 'EXPIRED', 'ARCHIVED'];

/** Millions of alerts share a few days: working out an instant in a zone is the dear part. */
const instants = new Map<string, Date>();
function instantOf(of: typeof startOfDay, day: string, zone: string): Date {
  const key = `${of.name} ${day} ${zone}`;
  let known = instants.get(key);
  if (!known) {
    known = of(day, zone);
    instants.set(key, known);
  }
  return known;
}

/** Adds all rows of the alert; @returns what the person's search row needs of it */
export function addAlert(rows: SeedRows, context: SeedContext, personId: string, alert: SeedAlert) {
  const { owner, status, type } = alert;
  const { now, newId } = context;
  const id = newId();
  const facts = {
    type,
    status,
    ownerState: owner.state,
    ownerAgencyId: owner.id,
    sharing: alert.sharing,
    sharedWithStates: alert.sharedWithStates ?? [],
    sharedWithAgencies: [],
  };
  const audience = alertAudience(facts);
  const startsAt = instantOf(startOfDay, alert.validFrom, owner.zone);
  const endsAt = instantOf(endOfDay, alert.expiresOn, owner.zone);
  const history = HISTORY[status] ?? [];
  const approved = history.some(([verb]) => verb === 'approve');
  const activatedAt = startsAt < now ? startsAt : now;
  const isArrest = type === 'ARREST_PROSECUTION' || type === 'ARREST_SENTENCE';
  const flags = alert.dangerFlags ?? [];
  rows.alert.push([
    id,
    context.alertNumber(owner.state),
    personId,
    type,
    status,
    owner.state,
    owner.id,
    owner.contact24x7,
    { json: { en: alert.summary } },
    alert.actions,
    alert.validFrom,
    alert.validFrom,
    alert.expiresOn,
    startsAt,
    endsAt,
    isArrest ? 'FULL' : null,
    alert.sharing,
    facts.sharedWithStates,
    audience,
    alertOwnerAudience(facts),
    isArrest ? 96 : null,
    'NONE',
    true,
    flags.length === 0,
    owner.authorId,
    approved ? owner.approverId : null,
    history.length > 0 ? activatedAt : null,
    approved ? activatedAt : null,
    status === 'SUSPENDED' ? now : null,
    ENDED.includes(status) ? (endsAt < now ? endsAt : now) : null,
    alert.withdrawalReason ?? null,
    true,
    activatedAt,
    now,
    [],
    [],
    [],
    [],
  ]);
  for (const flag of flags) {
    rows.alert_danger_flag.push([id, flag, 'DEMO: invented', alert.validFrom, alert.expiresOn]);
  }
  let from: AlertStatus = 'DRAFT';
  for (const [verb, to] of history) {
    const actor =
      verb === 'submit' ? owner.authorId : verb === 'expire' || verb === 'archive' ? null : owner.approverId;
    rows.alert_transition.push([newId(), id, verb, from, to, actor, null, to === status ? now : activatedAt]);
    from = to;
  }
  if (alert.paper) {
    rows.warrant.push([
      newId(),
      id,
      'ARREST_WARRANT',
      `DEMO-${id.slice(-6)}`,
      'DEMO City Court',
      'COURT',
      alert.validFrom,
      alert.paper.sha256,
      'demo-warrant.pdf',
      'application/pdf',
      alert.paper.bytes,
      owner.authorId,
      activatedAt,
    ]);
  }
  if (alert.offence) rows.alert_offence.push([newId(), id, alert.offence.id, 'PERPETRATOR']);
  const uncacArticles = alert.offence?.uncacArticles ?? [];
  return { id, type, status, ownerState: owner.state, audience, startsAt, endsAt, uncacArticles };
}
