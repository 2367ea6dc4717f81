// When an export needs the consent of others, and what their decisions make of it.

/** Up to so many persons an export needs nobody else (domain brief 6.1: export of more than 100 records by two approvals). */
export const FREE_PERSONS = 100;
export const APPROVALS = 2;
export const MOST_PERSONS = 10_000;

export const EXPORT_STATUSES = ['REQUESTED', 'READY', 'REFUSED', 'EXPIRED'] as const;
export type ExportStatus = (typeof EXPORT_STATUSES)[number];

export const approvalsNeeded = (persons: number): number => (persons > FREE_PERSONS ? APPROVALS : 0);

export interface Decision {
  readonly approved: boolean;
  readonly decidedBy: string;
}

/** One refusal ends it; two different people have to consent. */
export function statusAfter(needed: number, decisions: readonly Decision[]): ExportStatus {
  if (decisions.some(({ approved }) => !approved)) return 'REFUSED';
  const consenting = new Set(decisions.map(({ decidedBy }) => decidedBy));
  return consenting.size >= needed ? 'READY' : 'REQUESTED';
}

/** @returns why this person may not decide, or null */
export function decisionFault(
  deciderId: string,
  requestedBy: string,
  decisions: readonly Decision[],
): 'own-work' | 'decided-already' | null {
  if (deciderId === requestedBy) return 'own-work';
  return decisions.some(({ decidedBy }) => decidedBy === deciderId) ? 'decided-already' : null;
}
