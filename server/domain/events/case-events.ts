// Cases as other systems hear of them: whose systems may know, and which line of the history makes which event.
import type { CaseEvent, CaseEventType } from './domain-event.ts';

export interface ToldCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly requestingState: string;
  readonly requestedState: string;
  readonly state: string;
}

/** The agencies whose people have the case: central authorities of a side, and who proposed it. */
export interface CaseAgencies {
  readonly RQ: readonly string[];
  /** Empty until the case is shared. */
  readonly RD: readonly string[];
}

/** The border services and other agencies of a state have no cases, so nothing is told to the state as a whole. */
export const caseAudience = (agencies: CaseAgencies, visibleTo: 'BOTH' | 'RQ' | 'RD'): string[] =>
  [...new Set([...(visibleTo === 'RD' ? [] : agencies.RQ), ...(visibleTo === 'RQ' ? [] : agencies.RD)])].map(
    (id) => `a:${id}`,
  );

/** @returns null for a line that only repeats in words what another line says */
export function typeOfLine(kind: string, from: string | null, to: string | null): CaseEventType | null {
  if (kind === 'NOTE') return null;
  if (kind === 'OPENED') return 'case.opened';
  if (kind === 'MESSAGE') return 'case.message';
  if (kind === 'OVERDUE') return 'case.overdue';
  return to !== null && from !== to ? 'case.stage-changed' : 'case.changed';
}

export const caseTold = (
  type: CaseEventType,
  told: ToldCase,
  audience: readonly string[],
  more: CaseEvent['data'],
): CaseEvent => ({ kind: 'case', type, caseId: told.caseId, audience, data: { ...told, ...more } });
