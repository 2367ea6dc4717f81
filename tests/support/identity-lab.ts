// Two processes on one database, with a movable clock and means to sign in: for tests of who may come in.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { createApp } from '../../server/app.ts';
import { agencyRoutes } from '../../server/features/agencies/routes.ts';
import { apiKeyRoutes } from '../../server/features/api-keys/routes.ts';
import { sessionRoutes } from '../../server/features/sessions/routes.ts';
import { userRoutes } from '../../server/features/users/routes.ts';
import { createDatabase, type Database } from '../../server/platform/database/database.ts';
import { type Route, route } from '../../server/platform/http/route.ts';
import { createLogger } from '../../server/platform/logger.ts';
import { createMetrics } from '../../server/platform/metrics.ts';
import { totpCode } from '../../server/platform/security/totp.ts';
import { createVault } from '../../server/platform/security/vault.ts';
import { createIdentity, type Identity } from './identity.ts';
import { TEST_PASSWORD, TEST_SECRET, TEST_TOTP_SECRET } from './people.ts';
import { cloneDatabase } from './test-database.ts';
import { noLimits } from './toy-app.ts';

/** Cheap: what is tested is who may come in, not how long hashing takes. */
export const TEST_COST = { memoryCost: 1024, timeCost: 1, parallelism: 1 };

export interface Process {
  readonly identity: Identity;
  readonly database: Database;
  readonly http: ReturnType<typeof request>;
  close(): Promise<void>;
}

/** Something to do that needs a role: what `check.run` and `alert.decide` are asked for elsewhere. */
const probes = (['check.run', 'reference.read', 'alert.decide', 'user.manage'] as const).map((permission) =>
  route({
    id: `probe:${permission}`,
    method: 'get',
    path: `/v1/probes/${permission}`,
    tag: 'Probes',
    summary: 'Asks for a permission',
    permission,
    success: { status: 204 },
    handler: async () => undefined,
  }),
);

const routesOf = (identity: Identity, secureCookies: boolean): Route[] => [
  ...sessionRoutes({ ...identity, keys: identity.signingKeys, secureCookies }),
  ...userRoutes(identity.users),
  ...agencyRoutes(identity.agencies),
  ...apiKeyRoutes(identity.apiKeys),
];

export async function createIdentityLab() {
  const copy = await cloneDatabase();
  const vault = createVault(TEST_SECRET);
  const clock = { at: new Date('2026-11-10T08:00:00.000Z'), now: () => clock.at };
  const processes: Process[] = [];

  function startProcess(settings: { production?: boolean; secret?: string } = {}): Process {
    const { production = false, secret } = settings;
    const database = createDatabase({ url: copy.url, clock, vault, poolSize: 6 });
    const identity = createIdentity({
      database,
      clock,
      vault: secret === undefined ? vault : createVault(secret),
      production,
      passwordCost: TEST_COST,
    });
    const app = createApp({
      config: {
        training: false,
        dataDir: mkdtempSync(join(tmpdir(), 'izdoo-identity-')),
        host: '127.0.0.1',
        trustProxy: 1,
      },
      logger: createLogger('silent'),
      database,
      routes: [...routesOf(identity, production), ...probes],
      authenticate: identity.authenticator.authenticate,
      rateLimiter: noLimits,
      metrics: createMetrics(database.pool),
    });
    const process: Process = {
      identity,
      database,
      http: request(app),
      async close() {
        await identity.authenticator.close();
        await database.close();
      },
    };
    processes.push(process);
    return process;
  }

  const first = startProcess();

  return {
    clock,
    vault,
    url: copy.url,
    startProcess,
    first,
    second: startProcess(),
    pool: first.database.pool,
    advance(seconds: number): void {
      clock.at = new Date(clock.at.getTime() + seconds * 1000);
    },
    code: (secret = TEST_TOTP_SECRET): string => totpCode(secret, clock.at),

    /** Sends a sign-in as it is given. */
    signIn(body: object, { by = first, ip = '203.0.113.1' }: { by?: Process; ip?: string } = {}) {
      return by.http
        .post('/v1/sessions')
        .set('X-Forwarded-For', ip)
        .send({ password: TEST_PASSWORD, ...body });
    },

    /** Signs in with everything that the account needs. */
    async enter(login: string, by: Process = first) {
      const bare = await this.signIn({ login }, { by });
      const answer = bare.status === 201 ? bare : await this.signIn({ login, code: this.code() }, { by });
      if (answer.status !== 201) throw new Error(`${login} cannot sign in: ${JSON.stringify(answer.body)}`);
      return {
        userId: answer.body.user.id as string,
        sessionId: answer.body.sessionId as string,
        token: answer.body.accessToken as string,
        cookie: cookieOf(answer),
        body: answer.body,
      };
    },

    /** Traces of one type, the oldest first. */
    async traces(type: string): Promise<Record<string, unknown>[]> {
      const { rows } = await first.database.pool.query(
        'select type, outcome, actor_id, subject_id, data, sealed_data from audit_event where type = $1 order by id',
        [type],
      );
      return rows;
    },

    async close(): Promise<void> {
      for (const process of processes) await process.close();
      await copy.drop();
    },
  };
}

export type IdentityLab = Awaited<ReturnType<typeof createIdentityLab>>;

/** The cookie that an answer sets, as a browser sends it back. */
export function cookieOf(answer: { headers: Record<string, unknown> }): string {
  const [header = ''] = (answer.headers['set-cookie'] as string[] | undefined) ?? [];
  return header.split(';')[0] ?? '';
}

export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
