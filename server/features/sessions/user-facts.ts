// What identity needs to know of a user, and what follows from it.
import type { Actor, Locale, Restriction } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/actor.ts';
import { needsSecondFactor, PERMISSIONS } from '../../domain/access/permission.ts';
import type { Role } from '../../domain/access/role.ts';
import type { Me } from './contract.ts';

export interface UserFacts {
  readonly id: string;
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly locale: Locale;
  readonly active: boolean;
  readonly demo: boolean;
  readonly mustChangePassword: boolean;
  readonly totpConfirmed: boolean;
  readonly agency: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly state: string;
    readonly active: boolean;
  };
}

export interface SessionFacts {
  readonly id: string;
  readonly expiresAt: Date;
  readonly revoked: boolean;
  /** The second factor was given, or the roles do not ask for one. */
  readonly complete: boolean;
  readonly user: UserFacts;
}

/** Where a request came from: all that is taken over from the actor that asks. */
export type Origin = Pick<Actor, 'requestId' | 'ip' | 'locale'>;

/** @returns whether the account may be used at all; demo accounts do not exist in production */
export const mayEnter = (user: UserFacts, production: boolean): boolean =>
  user.active && user.agency.active && !(production && user.demo);

/** @returns whether the session lives; at the very end it is over */
export const isLive = (session: SessionFacts, now: Date, production: boolean): boolean =>
  !session.revoked && now < session.expiresAt && mayEnter(session.user, production);

/** @returns what the session has to do before anything else */
export function restrictionOf({ complete, user }: SessionFacts): Restriction | null {
  if (user.mustChangePassword) return 'password-change-required';
  // Asked of the roles as they are now, so that a session never outgrows what it was opened for.
  if (!complete || (needsSecondFactor(user.roles) && !user.totpConfirmed)) {
    return 'second-factor-enrolment-required';
  }
  return null;
}

/** @returns who acts in the session; restricted, he holds no role, so that no rule that reads roles opens anything */
export function actorOf(session: SessionFacts, origin: Origin): Actor {
  const { user } = session;
  const restriction = restrictionOf(session);
  return {
    kind: 'user',
    id: user.id,
    roles: restriction ? [] : user.roles,
    scopes: null,
    agencyId: user.agency.id,
    state: user.agency.state,
    sessionId: session.id,
    requestId: origin.requestId,
    ip: origin.ip,
    locale: origin.locale,
    purpose: null,
    idempotency: null,
    ...(restriction && { restriction }),
  };
}

export function meOf(session: SessionFacts): Me {
  const { user } = session;
  const { id, code, name, state } = user.agency;
  const actor = actorOf(session, { requestId: '', ip: null, locale: user.locale });
  const missing = needsSecondFactor(user.roles) ? 'ENROLMENT_REQUIRED' : 'NOT_REQUIRED';
  return {
    id: user.id,
    login: user.login,
    displayName: user.displayName,
    locale: user.locale,
    agency: { id, code, name, state },
    roles: [...user.roles],
    permissions: PERMISSIONS.filter((permission) => may(actor, permission)),
    mustChangePassword: user.mustChangePassword,
    secondFactor: user.totpConfirmed ? 'ENROLLED' : missing,
    restriction: restrictionOf(session),
  };
}
