// Whose numbers somebody may read: his state's, his agency's, or only what another state published to his.
import { type Actor, may } from '../../domain/access/actor.ts';
import { notFound } from '../../domain/errors.ts';
import { mayReadReport, type ReportCode, seesOwnUnitOnly } from '../../domain/reports/vocabulary.ts';

export interface Scope {
  readonly state: string;
  /** null: the whole state. */
  readonly agencyId: string | null;
}

/** @throws Problem `not-found`: a report that the role does not read does not exist for it */
export function scopeOf(actor: Actor, code: ReportCode): Scope {
  const { state, agencyId, roles } = actor;
  if (state === null || agencyId === null || !may(actor, 'report.read') || !mayReadReport(roles, code))
    throw notFound();
  return { state, agencyId: seesOwnUnitOnly(roles) ? agencyId : null };
}

/** Frozen reports are of a state; an officer of one unit or post reads none. A liaison reads what came to his state. */
export function mayReadFrozen(actor: Actor): 'OWN_AND_RECEIVED' | 'RECEIVED' | 'NONE' {
  if (actor.state === null || !may(actor, 'report.read')) return 'NONE';
  if (mayReadReport(actor.roles, 'R-1') && !seesOwnUnitOnly(actor.roles)) return 'OWN_AND_RECEIVED';
  return actor.roles.includes('LIA') ? 'RECEIVED' : 'NONE';
}
