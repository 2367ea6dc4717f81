// Turns rows of requests into what the API answers.
import type { Actor } from '../../domain/access/actor.ts';
import { actsForState } from '../../domain/access/ownership.ts';
import {
  type AssistanceSide,
  type AssistanceState,
  isOpen,
  possibleSteps,
} from '../../domain/assistance/life-cycle.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import type { AssistanceLine, AssistanceView } from './contract.ts';
import type { AssistanceLineRow, AssistanceRow } from './store.ts';

export function lineOf(row: AssistanceLineRow, actor: Actor, now: Date): AssistanceLine {
  return {
    id: row.id,
    requestNumber: row.requestNumber,
    direction: row.ownerState === actor.state ? 'OUTGOING' : 'INCOMING',
    ownerState: row.ownerState,
    requestedState: row.requestedState,
    type: row.type,
    state: row.state,
    urgency: row.urgency,
    subject: row.subject,
    confidentiality: row.confidentiality,
    dueOn: dayOf(row.dueOn),
    overdue: isOpen(row.state as AssistanceState) && row.dueAt !== null && row.dueAt <= now,
    sentAt: row.sentAt?.toISOString() ?? null,
    demo: row.demo,
    version: row.version,
  };
}

/** @param isMember whether the asked state works here itself; if not, its acts are recorded by the asking side */
export function sidesOf(actor: Actor, row: AssistanceLineRow, isMember: boolean): AssistanceSide[] {
  if (!actsForState(actor)) return [];
  return [
    ...(row.ownerState === actor.state ? (['RQ'] as const) : []),
    ...(row.requestedState === actor.state || (row.ownerState === actor.state && !isMember)
      ? (['RD'] as const)
      : []),
  ];
}

export function viewOf(row: AssistanceRow, actor: Actor, now: Date, isMember: boolean): AssistanceView {
  const sides = sidesOf(actor, row, isMember);
  return {
    ...lineOf(row, actor, now),
    legalBasis: row.legalBasis,
    assetCaseId: row.ownerState === actor.state ? row.assetCaseId : null,
    extraditionCaseId: row.ownerState === actor.state ? row.extraditionCaseId : null,
    steps: row.steps.map((step) => ({
      verb: step.verb,
      from: step.from,
      to: step.to,
      reference: step.reference,
      reason: step.reason,
      byState: step.actorState,
      at: step.at.toISOString(),
    })),
    possible: possibleSteps(row.state as AssistanceState, { sides }).map(({ verb, to, needs }) => ({
      verb,
      to,
      needs: [...needs],
    })),
  };
}
