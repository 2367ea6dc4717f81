// The checks between a request and its handler: how often, who, may he, why; refusals leave a trace.
import type { Request, Response } from 'express';
import type { Actor } from '../../domain/access/actor.ts';
import { may } from '../../domain/access/actor.ts';
import { type Purpose, purposeFits } from '../../domain/access/purpose.ts';
import type { AuditEntry } from '../../domain/audit/event.ts';
import { Problem, type ProblemCode } from '../../domain/errors.ts';
import { type Authenticate, type AuthenticateRequest, anonymousActor } from './authenticate.ts';
import { contextOf } from './context.ts';
import { readCookies } from './cookies.ts';
import { networkOf, type RateLimiter, type Ticket } from './rate-limit.ts';
import type { RateClass, Route } from './route.ts';

/** Writes the trace of a refusal; the answer waits for it. */
export type RecordRefusal = (actor: Actor, entry: AuditEntry) => Promise<void>;

const REFUSALS: ReadonlySet<ProblemCode> = new Set([
  'forbidden',
  'own-work',
  'purpose-required',
  'purpose-not-allowed',
  'second-factor-enrolment-required',
  'password-change-required',
]);

export const isRefusal = (error: unknown): error is Problem =>
  error instanceof Problem && REFUSALS.has(error.code);

export const refusalEntry = (route: Route, { code, extra }: Problem): AuditEntry => ({
  type: 'access.refused',
  outcome: 'REFUSED',
  data: {
    route: route.id,
    code,
    ...(typeof extra['permission'] === 'string' ? { permission: extra['permission'] } : {}),
  },
});

/** Longer ones are no keys. */
const keyIn = ({ api_key: key }: Request['query']): string | undefined =>
  typeof key === 'string' ? key.slice(0, 200) : undefined;

/** @returns who acts; anonymous on open routes, whose credentials, if any, are not looked at */
export async function identify(
  route: Route,
  request: Request,
  authenticate: Authenticate,
  limiter: RateLimiter,
): Promise<Actor> {
  const { requestId, asked } = contextOf(request);
  const ip = request.ip ?? null;
  const facts: AuthenticateRequest = {
    authorization: request.headers.authorization,
    keyInAddress: route.keyInAddress ? keyIn(request.query) : undefined,
    cookies: readCookies(request),
    ip,
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    requestId,
    locale: asked,
  };
  if (route.permission === 'public') return anonymousActor(facts);
  if (ip !== null) limiter.refuseBlocked(ip);
  try {
    const actor = await authenticate(facts);
    if (!actor) throw new Problem('not-authenticated');
    return actor;
  } catch (error) {
    const isWrong =
      error instanceof Problem && (facts.authorization ?? facts.keyInAddress) !== undefined && ip !== null;
    if (isWrong && error.code === 'not-authenticated') await limiter.noteBadCredentials(ip);
    throw error;
  }
}

export const rateOf = (route: Route): RateClass => route.rate ?? (route.method === 'get' ? 'read' : 'write');

/** @throws Problem `too-many-requests` */
export async function limit(
  kind: RateClass,
  actor: Actor,
  limiter: RateLimiter,
  response: Response,
): Promise<void> {
  if (kind === 'none') return;
  const caller = actor.kind === 'system' ? 'anonymous' : actor.kind;
  const key = caller === 'anonymous' ? networkOf(actor.ip ?? 'unknown') : actor.id;
  const taken = limiter.take(kind, caller, key);
  const ticket: Ticket = taken instanceof Promise ? await taken : taken;
  const { points, seconds } = ticket.figure;
  response.setHeader('RateLimit-Policy', `"${kind}";q=${points};w=${seconds}`);
  response.setHeader('RateLimit', `"${kind}";r=${ticket.remaining};t=${Math.ceil(ticket.resetMs / 1000)}`);
}

/** @throws Problem `forbidden`, or what a session that is not yet complete has to do first */
export function demandPermission({ permission }: Route, actor: Actor): void {
  if (permission === 'public' || may(actor, permission)) return;
  throw new Problem(actor.restriction ?? 'forbidden', [], { permission });
}

/** @throws Problem `purpose-required`, `purpose-not-allowed`: before anything about the resource is said */
export function demandPurpose(purpose: Purpose | null, actor: Actor): Purpose {
  if (!purpose) throw new Problem('purpose-required');
  if (!purposeFits(actor.roles, purpose.code)) throw new Problem('purpose-not-allowed');
  return purpose;
}
