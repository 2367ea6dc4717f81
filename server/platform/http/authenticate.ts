// What the mount asks of identity: who sent this request. Sessions and API keys are the business of features/sessions.
import type { Actor, Locale } from '../../domain/access/actor.ts';

export interface AuthenticateRequest {
  /** The raw `Authorization` header. */
  readonly authorization: string | undefined;
  /** A key that came in the address, on routes that take one there. */
  readonly keyInAddress?: string | undefined;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly ip: string | null;
  readonly userAgent: string | null;
  readonly requestId: string;
  /** The language that the request asks for; null: none, the user's own applies. */
  readonly locale: Locale | null;
}

/**
 * @returns who acts, or null when the request carries no credentials
 * @throws Problem `not-authenticated` or `session-ended` when it carries bad ones
 */
export type Authenticate = (request: AuthenticateRequest) => Promise<Actor | null>;

/** The actor of routes that are open to everybody: no roles, no state, so that nothing is visible to him. */
export const anonymousActor = (request: AuthenticateRequest): Actor => ({
  kind: 'system',
  id: 'anonymous',
  roles: [],
  scopes: [],
  agencyId: null,
  state: null,
  sessionId: null,
  requestId: request.requestId,
  ip: request.ip,
  locale: request.locale ?? 'ru',
  purpose: null,
  idempotency: null,
});
