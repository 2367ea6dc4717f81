// Makes an Express router of the list of routes; everything that does not depend on the request is prepared once.
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import type { Purpose } from '../../domain/access/purpose.ts';
import { Problem } from '../../domain/errors.ts';
import type { Authenticate } from './authenticate.ts';
import { hasBody, isForm, readForm, readJson, refuseUnstorable } from './body.ts';
import { contextOf } from './context.ts';
import { readCookies } from './cookies.ts';
import { type Place, toFaults } from './faults.ts';
import {
  demandPermission,
  demandPurpose,
  identify,
  isRefusal,
  limit,
  type RecordRefusal,
  rateOf,
  refusalEntry,
} from './guard.ts';
import { idempotencyOf } from './idempotency.ts';
import { purposeOfBody, purposeOfHeader } from './purpose.ts';
import type { RateLimiter } from './rate-limit.ts';
import { sendResult } from './reply.ts';
import { EventReply, type Input, type Route } from './route.ts';
import { sendEvents } from './server-events.ts';
import { hasUnstorableText } from './text-check.ts';
import {
  createReceiver,
  hashUpload,
  prepareUploads,
  type Receive,
  removeUpload,
  type Upload,
} from './upload.ts';
import { versionOf } from './version.ts';

export interface MountDeps {
  readonly routes: readonly Route[];
  readonly authenticate: Authenticate;
  readonly refuse: RecordRefusal;
  readonly limiter: RateLimiter;
  /** Folder for files while they are received. */
  readonly uploads: string;
}

/** `/v1/persons/{personId}` in Express's words. */
const expressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Fixed steps come before parameters: `/v1/sessions/current` is no session id. */
function bySpecificity(left: string, right: string): number {
  const rank = (path: string) =>
    path
      .split('/')
      .map((step) => (step.startsWith('{') ? '1' : '0'))
      .join('');
  const [a, b] = [rank(left), rank(right)];
  return a < b ? -1 : a > b ? 1 : left < right ? -1 : 1;
}

const single = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value[0] : value;

/** @throws Problem `validation-failed`; without a schema nothing may be sent */
function parse(schema: z.ZodType | undefined, place: Place, value: unknown): unknown {
  if (!schema) {
    const [key] = Object.keys((value as object | undefined) ?? {});
    if (key === undefined) return place === 'body' ? undefined : {};
    const at = place === 'body' ? `/${key}` : `${place}/${key}`;
    throw new Problem('validation-failed', [{ at: at.slice(0, 120), code: 'unknown-member' }]);
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Problem('validation-failed', toFaults(parsed.error, place, value));
  return parsed.data;
}

function refuseUnstorableIn(place: Place, values: object): void {
  for (const [key, value] of Object.entries(values)) {
    const texts = Array.isArray(value) ? value : [value];
    if (hasUnstorableText(key) || texts.some((text) => typeof text === 'string' && hasUnstorableText(text))) {
      throw new Problem('validation-failed', [{ at: place, code: 'unstorable-text' }]);
    }
  }
}

/** @throws Problem `not-acceptable` when the caller takes nothing that the route can give */
function demandAcceptable(offered: readonly string[], request: Request): void {
  const { accept } = request.headers;
  if (!accept || accept === offered[0] || accept === '*/*') return;
  if (offered.length > 0 && request.accepts([...offered]) === false) throw new Problem('not-acceptable');
}

function prepareHandler(route: Route, deps: MountDeps): RequestHandler {
  const { authenticate, limiter, refuse } = deps;
  const kind = rateOf(route);
  const offered = route.success.mediaTypes ?? (route.success.body ? ['application/json'] : []);
  const receive: Receive | null = route.upload ? createReceiver(deps.uploads, route.upload.maxBytes) : null;

  /** Reads what comes after the headers; only for callers who may use the route. */
  async function readBody(
    request: Request,
    response: Response,
  ): Promise<{ body: unknown; upload: Upload | null }> {
    if (receive) {
      const upload = await receive(request, response);
      return { body: upload.fields, upload };
    }
    if (!route.body && !hasBody(request)) return { body: undefined, upload: null };
    const readBodyOf = route.form && isForm(request) ? readForm : readJson;
    return { body: await readBodyOf(request, response), upload: null };
  }

  async function makeInput(
    request: Request,
    actor: Actor,
    body: unknown,
    upload: Upload | null,
  ): Promise<Input<unknown, unknown, unknown>> {
    const { query, params } = request;
    refuseUnstorableIn('query', query);
    refuseUnstorableIn('path', params);
    const input = {
      params: parse(route.params, 'path', params),
      query: parse(route.query, 'query', query),
      body: parse(route.body, 'body', body),
      version: route.ifMatch ? versionOf(request.headers['if-match']) : 0,
      file: upload?.file ?? null,
      cookies: readCookies(request),
      userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
      lastEventId: single(request.headers['last-event-id'])?.slice(0, 100) ?? null,
    };
    const key = route.idempotent ? single(request.headers['idempotency-key']) : undefined;
    if (key === undefined) return { ...input, actor };
    const idempotency = idempotencyOf(key, {
      method: request.method,
      path: request.originalUrl,
      body,
      file: upload ? await hashUpload(upload) : undefined,
    });
    return { ...input, actor: { ...actor, idempotency } };
  }

  /** The header comes first; a key's own purpose speaks where nothing else does. */
  function purposeNamed(request: Request, actor: Actor): Purpose | null {
    const header = single(request.headers['purpose']);
    if (header !== undefined || route.purpose === 'header') return purposeOfHeader(header);
    const { purpose: named } = request.query;
    return named === undefined ? actor.purpose : purposeOfHeader(String(named));
  }

  async function answer(request: Request, response: Response, actor: Actor): Promise<void> {
    demandPermission(route, actor);
    let acting = actor;
    if (route.purpose === 'header' || route.purpose === 'address' || route.purpose === 'offered') {
      const purpose = purposeNamed(request, actor);
      if (purpose || route.purpose !== 'offered')
        acting = { ...acting, purpose: demandPurpose(purpose, actor) };
    }
    const { body, upload } = await readBody(request, response);
    try {
      if (upload) refuseUnstorable({ ...upload.fields, file: upload.file.originalName });
      if (route.purpose === 'body')
        acting = { ...acting, purpose: demandPurpose(purposeOfBody(body), actor) };
      const input = await makeInput(request, acting, body, upload);
      const result = await route.handler(input as Input<unknown, unknown, unknown>);
      if (result instanceof EventReply)
        await sendEvents(response, result, async () =>
          demandPermission(route, await identify(route, request, authenticate, limiter)),
        );
      else await sendResult(route, request, response, result);
    } finally {
      if (upload) await removeUpload(upload);
    }
  }

  return async (request, response) => {
    const context = contextOf(request);
    context.route = route.id;
    context.detailed = route.detailed ?? false;
    if (route.crossOrigin) response.setHeader('Access-Control-Allow-Origin', '*');
    demandAcceptable(offered, request);
    const actor = await identify(route, request, authenticate, limiter);
    context.actor = actor;
    if (actor.stale && !route.worksWhileAway) throw new Problem('unavailable');
    await limit(kind, actor, limiter, response);
    try {
      await answer(request, response, actor);
    } catch (error) {
      if (isRefusal(error)) await refuse(actor, refusalEntry(route, error));
      throw error;
    }
  };
}

/** Answers what no route of the path answers. */
function refuseOtherMethods(routes: readonly Route[]): RequestHandler {
  const methods = new Set(routes.map(({ method }) => method.toUpperCase()));
  if (methods.has('GET')) methods.add('HEAD');
  methods.add('OPTIONS');
  const allow = [...methods].sort().join(', ');
  const isOpen = routes.some(({ crossOrigin }) => crossOrigin);
  return (request, response) => {
    response.setHeader('Allow', allow);
    if (isOpen) {
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Access-Control-Allow-Methods', allow);
      response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, Purpose');
    }
    if (request.method !== 'OPTIONS') throw new Problem('method-not-allowed');
    response.statusCode = 204;
    response.end();
  };
}

/** @throws when two routes have the same id, or the same method and path */
function refuseDoubles(routes: readonly Route[]): void {
  const seen = new Set<string>();
  for (const { id, method, path } of routes) {
    for (const mark of [id, `${method} ${path.replace(/\{\w+\}/g, '{}')}`]) {
      if (seen.has(mark)) throw new Error(`two routes are called ${mark}`);
      seen.add(mark);
    }
  }
}

/** @returns a router that answers all routes, 405 for other methods on their paths, and nothing else */
export function mountRoutes(deps: MountDeps): Router {
  refuseDoubles(deps.routes);
  if (deps.routes.some((route) => route.upload)) prepareUploads(deps.uploads);
  const router = Router({ caseSensitive: true, strict: true });
  // Paths that differ only in the name of a parameter are one place.
  const places = new Map<string, Route[]>();
  for (const route of deps.routes) {
    const shape = route.path.replace(/\{\w+\}/g, '{}');
    places.set(shape, [...(places.get(shape) ?? []), route]);
  }
  for (const [shape, routes] of [...places].sort(([left], [right]) => bySpecificity(left, right))) {
    for (const route of routes) router[route.method](expressPath(route.path), prepareHandler(route, deps));
    router.all(shape.replaceAll('{}', ':any'), refuseOtherMethods(routes));
  }
  return router;
}
