// The test world: the real services on a database of their own, people of three states, and a clock that tests move.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Express } from 'express';
import request from 'supertest';
import { createApp } from '../../server/app.ts';
import { type Config, readConfig } from '../../server/config.ts';
import type { Actor } from '../../server/domain/access/actor.ts';
import type { Purpose } from '../../server/domain/access/purpose.ts';
import type { Role } from '../../server/domain/access/role.ts';
import { createNameEngine } from '../../server/domain/names/engine.ts';
import { newId } from '../../server/platform/ids.ts';
import { createLogger } from '../../server/platform/logger.ts';
import { loadNameTables } from '../../server/platform/name-tables/name-tables.ts';
import { createRoutes } from '../../server/routes.ts';
import { createServices, type Services } from '../../server/services.ts';
import { TEST_SECRET, type TestState, testUser } from './people.ts';
import { cloneDatabase } from './test-database.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock {
  now(): Date;
  set(at: string | Date): void;
  advance(milliseconds: number): void;
}

export interface TestWorld {
  readonly services: Services;
  readonly database: Services['database'];
  readonly config: Config;
  readonly clock: TestClock;
  readonly app: Express;
  readonly databaseUrl: string;
  /** Everything that was logged, one JSON text per line. */
  readonly logs: string[];
  /** Who acts, without HTTP. `which`: a colleague of the same agency, or of another agency of the state. */
  actor(state: TestState, role: Role, options?: ActorOptions): Actor;
  /** A bearer token of a real session of that account. */
  token(state: TestState, role: Role, which?: 'first' | 'second' | 'other'): Promise<string>;
  /** A request as that account; without one as a stranger. */
  http(token?: string): {
    get(path: string): request.Test;
    post(path: string): request.Test;
    put(path: string): request.Test;
    patch(path: string): request.Test;
    delete(path: string): request.Test;
  };
  close(): Promise<void>;
}

export interface ActorOptions {
  which?: 'first' | 'second' | 'other';
  purpose?: Purpose | null;
  idempotencyKey?: string;
}

/** Read once: every world of this process compares names by the same tables. */
const names = createNameEngine(loadNameTables());

const PURPOSE: Purpose = { code: 'P1', reference: 'test case' };

export const START = '2026-11-23T06:00:00.000Z';

export async function createTestWorld(settings: Record<string, string> = {}): Promise<TestWorld> {
  const database = await cloneDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'izdoo-world-'));
  const logs: string[] = [];
  const logger = createLogger(
    'debug',
    new Writable({
      write(chunk, _, done) {
        logs.push(String(chunk));
        done();
      },
    }),
  );
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: folder,
    DATABASE_POOL: '6',
    SECRET_KEY: TEST_SECRET,
    DEMO_DATA: 'false',
    ...settings,
  });
  let time = new Date(START);
  const clock: TestClock = {
    now: () => new Date(time),
    set: (at) => {
      time = new Date(at);
    },
    advance: (milliseconds) => {
      time = new Date(time.getTime() + milliseconds);
    },
  };
  const services = createServices(config, {
    databaseUrl: database.url,
    logger,
    clock,
    names,
    passwordCost: { memoryCost: 1024, timeCost: 1, parallelism: 1 },
  });
  services.residentNames.start();
  await services.residentNames.settled();
  const app = createApp({
    ...services,
    routes: createRoutes(services),
    authenticate: services.authenticator.authenticate,
  });

  const actor: TestWorld['actor'] = (
    state,
    role,
    { which = 'first', purpose = PURPOSE, idempotencyKey } = {},
  ) => {
    const user = testUser(state, role, which);
    return {
      kind: 'user',
      id: user.id,
      roles: [role],
      scopes: null,
      agencyId: user.agencyId,
      state,
      sessionId: null,
      requestId: newId(),
      ip: '127.0.0.1',
      locale: 'en',
      purpose,
      idempotency:
        idempotencyKey === undefined ? null : { key: idempotencyKey, requestHash: '00'.repeat(32) },
    };
  };

  return {
    services,
    database: services.database,
    config,
    clock,
    app,
    databaseUrl: database.url,
    logs,
    actor,
    async token(state, role, which = 'first') {
      const user = testUser(state, role, which);
      const sessionId = newId();
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + 12 * 3_600_000);
      await services.database.prisma.session.create({
        data: { id: sessionId, userId: user.id, createdAt: now, expiresAt },
      });
      const { token } = await services.signingKeys.sign({ userId: user.id, sessionId }, expiresAt);
      return token;
    },
    http(token) {
      const as = (test: request.Test) =>
        token === undefined ? test : test.set('Authorization', `Bearer ${token}`);
      return {
        get: (path) => as(request(app).get(path)),
        post: (path) => as(request(app).post(path)),
        put: (path) => as(request(app).put(path)),
        patch: (path) => as(request(app).patch(path)),
        delete: (path) => as(request(app).delete(path)),
      };
    },
    async close() {
      await services.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
