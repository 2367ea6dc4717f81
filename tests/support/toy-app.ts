// A small app with toy routes and no database, for tests of what every request passes through.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createApp } from '../../server/app.ts';
import type { Actor } from '../../server/domain/access/actor.ts';
import type { Role } from '../../server/domain/access/role.ts';
import type { AuditEntry } from '../../server/domain/audit/event.ts';
import { Problem } from '../../server/domain/errors.ts';
import type { Authenticate } from '../../server/platform/http/authenticate.ts';
import type { RateLimiter } from '../../server/platform/http/rate-limit.ts';
import type { Route } from '../../server/platform/http/route.ts';
import { createLogger } from '../../server/platform/logger.ts';
import { createMetrics } from '../../server/platform/metrics.ts';

export interface ToyApp {
  readonly app: ReturnType<typeof createApp>;
  readonly refusals: { actor: Actor; entry: AuditEntry }[];
  readonly lines: string[];
  readonly uploads: string;
}

const figure = { points: 10, seconds: 60, lease: 1 };

export const noLimits: RateLimiter = {
  take: () => ({ figure, remaining: 9, resetMs: 60_000 }),
  noteBadCredentials: async () => undefined,
  refuseBlocked: () => undefined,
};

/** `Authorization: Bearer INV` (or `INV+DPO`) acts with these roles; `half` is an incomplete session, others are bad. */
export const toyAuthenticate: Authenticate = async ({ authorization, requestId, ip, locale }) => {
  if (authorization === undefined) return null;
  const token = authorization.replace('Bearer ', '');
  if (token === 'ended') throw new Problem('session-ended');
  if (token === 'wrong') throw new Problem('not-authenticated');
  return {
    kind: 'user',
    id: 'user-1',
    roles: token === 'half' ? [] : (token.split('+') as Role[]),
    scopes: null,
    agencyId: 'agency-1',
    state: 'KGZ',
    sessionId: 'session-1',
    requestId,
    ip,
    locale: locale ?? 'ky',
    purpose: null,
    idempotency: null,
    ...(token === 'half' ? { restriction: 'second-factor-enrolment-required' as const } : {}),
  };
};

export function createToyApp(
  routes: readonly Route[],
  changes: { limiter?: RateLimiter; host?: string; metricsToken?: string; logLevel?: string } = {},
): ToyApp {
  const dataDir = mkdtempSync(join(tmpdir(), 'izdoo-toy-'));
  const refusals: ToyApp['refusals'] = [];
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const app = createApp({
    config: {
      training: false,
      dataDir,
      host: changes.host ?? '127.0.0.1',
      trustProxy: 0,
      metricsToken: changes.metricsToken,
    },
    logger: createLogger(changes.logLevel ?? 'info', sink),
    database: {
      record: async (actor, ...entries) => {
        for (const entry of entries) refusals.push({ actor, entry });
      },
    },
    routes,
    authenticate: toyAuthenticate,
    rateLimiter: changes.limiter ?? noLimits,
    metrics: createMetrics({ totalCount: 0, idleCount: 0, waitingCount: 0 }),
  });
  return { app, refusals, lines, uploads: join(dataDir, 'uploads') };
}
