// What is known of one request while it is answered; logs, metrics and problem documents read it.
import type { IncomingMessage } from 'node:http';
import type { Request, Response } from 'express';
import type { Actor, Locale } from '../../domain/access/actor.ts';
import { newId } from '../ids.ts';
import { negotiateLocale } from './locale.ts';

export interface RequestContext {
  readonly requestId: string;
  /** The language that the request asks for. */
  readonly asked: Locale | null;
  readonly startedAt: bigint;
  /** Id of the matched route. */
  route: string | null;
  /** Clients of the route read `detail` of every error. */
  detailed: boolean;
  actor: Actor | null;
}

const contexts = new WeakMap<IncomingMessage, RequestContext>();

/** A caller's own id is kept when it can do no harm in a log line, so that traces of several systems join. */
const SANE_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** Opens the context of a request and names it in the answer. */
export function openContext(request: Request, response: Response): RequestContext {
  const given = request.headers['x-request-id'];
  const context: RequestContext = {
    requestId: typeof given === 'string' && SANE_ID.test(given) ? given : newId(),
    asked: negotiateLocale(request.headers['accept-language']),
    startedAt: process.hrtime.bigint(),
    route: null,
    detailed: false,
    actor: null,
  };
  contexts.set(request, context);
  response.setHeader('X-Request-Id', context.requestId);
  return context;
}

export function contextOf(request: IncomingMessage): RequestContext {
  const context = contexts.get(request);
  if (!context) throw new Error('the request has no context: openContext comes first');
  return context;
}

/** The language of answers: what the request asks for, else the user's, else Russian. */
export const localeOf = ({ asked, actor }: RequestContext): Locale => asked ?? actor?.locale ?? 'ru';
