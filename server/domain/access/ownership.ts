// Who may change what: data stay the property of the side that recorded them.
import type { Actor } from './actor.ts';
import type { Role } from './role.ts';

/** The state and agency that a record or row belongs to. */
export interface Owner {
  readonly state: string;
  readonly agencyId: string;
}

/** Roles that act for their whole state; an investigator acts for his agency (domain brief 6.1). */
const STATE_WIDE: readonly Role[] = ['CO', 'PRO'];

/** @returns whether the actor speaks for his whole state, not for his agency alone */
export const actsForState = (actor: Pick<Actor, 'roles'>): boolean =>
  STATE_WIDE.some((role) => actor.roles.includes(role));

/** @returns whether the actor's side owns it: the own state for CO and PRO, the own agency for an investigator */
export function owns(actor: Pick<Actor, 'roles' | 'state' | 'agencyId'>, owner: Owner): boolean {
  if (actor.state === null || actor.agencyId === null || actor.state !== owner.state) return false;
  if (actsForState(actor)) return true;
  return actor.roles.includes('INV') && actor.agencyId === owner.agencyId;
}
