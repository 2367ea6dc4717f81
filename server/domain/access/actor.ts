// Who acts: the first argument of every service.
import type { Permission } from './permission.ts';
import { grants } from './permission.ts';
import type { Purpose } from './purpose.ts';
import type { Role } from './role.ts';

export const LOCALES = ['ky', 'ru', 'kk', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** A key that a client sends with a create, so that a repeated request is not carried out twice. */
export interface Idempotency {
  readonly key: string;
  /** SHA-256 (hex) of method, path and body: the same key with another request is an error. */
  readonly requestHash: string;
}

/** Why a session may for now only set itself right: the problem code that every refusal answers with. */
export type Restriction = 'password-change-required' | 'second-factor-enrolment-required';

export interface Actor {
  readonly kind: 'user' | 'api-key' | 'system';
  /** Id of the user or API key; the job's name for the system. */
  readonly id: string;
  readonly roles: readonly Role[];
  /** Narrower than the roles for API keys; null: all that the roles hold. */
  readonly scopes: readonly Permission[] | null;
  readonly agencyId: string | null;
  /** ISO 3166 alpha-3. */
  readonly state: string | null;
  readonly sessionId: string | null;
  readonly requestId: string;
  readonly ip: string | null;
  readonly locale: Locale;
  readonly purpose: Purpose | null;
  readonly idempotency: Idempotency | null;
  /** Set on a session that is not yet complete: it holds no roles and may use nothing but `session.own`. */
  readonly restriction?: Restriction;
  /** The database is away: this is who he was a short time ago. Only what needs no database may be done with it. */
  readonly stale?: true;
}

/** @returns whether the actor may use the permission: role AND, for keys, scope; `session.own` alone when restricted */
export const may = (actor: Actor, permission: Permission): boolean =>
  actor.restriction === undefined
    ? grants(actor.roles, permission) && (actor.scopes === null || actor.scopes.includes(permission))
    : permission === 'session.own';

/** @returns the actor of a job that nobody asked for: it acts by the clock or at start, and leaves traces like everybody */
export const systemActor = (job: string, requestId: string): Actor => ({
  kind: 'system',
  id: job,
  roles: [],
  scopes: null,
  agencyId: null,
  state: null,
  sessionId: null,
  requestId,
  ip: null,
  locale: 'en',
  purpose: null,
  idempotency: null,
});
