// Who may use a child row (a name, a birth date, a document): its source's own people, and those who see an
// alert of the same source. What one may not use takes no part in matching, reasons, counts or warnings.
import type { Sensitivity } from '../persons/vocabulary.ts';
import { overlap, workAudience } from './audience.ts';

export interface SourceFacts {
  readonly sourceState: string;
  readonly sourceAgencyId: string;
  readonly sensitivity: Sensitivity;
  /** When set, the row belongs to this alert alone. */
  readonly alertId: string | null;
}

export interface GrantingAlert {
  readonly id: string;
  readonly ownerState: string;
  readonly audience: readonly string[];
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

export interface Grant {
  readonly to: readonly string[];
  /** Instants in milliseconds since 1970: from inclusive, until exclusive. */
  readonly from: number;
  readonly until: number;
}

export interface Scope {
  readonly own: readonly string[];
  readonly grants: readonly Grant[];
}

/** RESTRICTED rows stay within the source state, SECRET rows within the source agency. */
function narrow(tokens: readonly string[], source: SourceFacts): readonly string[] {
  if (source.sensitivity === 'NORMAL') return tokens;
  const own = [`s:${source.sourceState}`, `a:${source.sourceAgencyId}`];
  return tokens.filter((token) => own.includes(token.split('#')[0] ?? ''));
}

/** @returns who may use a row of this source, given all alerts on the person */
export function scopeOf(source: SourceFacts, alerts: readonly GrantingAlert[]): Scope {
  const work = workAudience(source.sourceState, source.sourceAgencyId);
  if (source.sensitivity === 'SECRET') return { own: work.slice(0, 1), grants: [] };
  const grants: Grant[] = [];
  for (const alert of alerts) {
    const counts =
      source.alertId === null ? alert.ownerState === source.sourceState : alert.id === source.alertId;
    if (!counts || alert.startsAt === null || alert.endsAt === null) continue;
    const to = narrow(alert.audience, source);
    if (to.length > 0) grants.push({ to, from: alert.startsAt.getTime(), until: alert.endsAt.getTime() });
  }
  return { own: work, grants };
}

/** @returns whether the holder of the tokens may use the row at the instant `now` (milliseconds since 1970) */
export const mayUse = (scope: Scope, tokens: readonly string[], now: number): boolean =>
  overlap(scope.own, tokens) ||
  scope.grants.some((grant) => grant.from <= now && now < grant.until && overlap(grant.to, tokens));

/** @returns every token that could open the scope at some time: a necessary condition for a reader */
export const scopeTokens = (scope: Scope): string[] => [
  ...new Set([...scope.own, ...scope.grants.flatMap((grant) => grant.to)]),
];
