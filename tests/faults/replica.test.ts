// A real streaming replica: read where some seconds do not matter, never where they do, and not at all when it lags or is away.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { personBody } from '../../server/features/persons/contract.ts';
import { searchBody } from '../../server/features/search/contract.ts';
import { ensureAuditPartitions } from '../../server/platform/database/housekeeping.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { createReplica } from '../../server/platform/database/replica.ts';
import { type DatabaseServer, openServer } from '../../server/platform/database/server.ts';
import { createLogger } from '../../server/platform/logger.ts';
import { projectPath } from '../../server/platform/paths.ts';
import { createServices, type Services } from '../../server/services.ts';
import { TEST_SECRET } from '../support/people.ts';
import { userActor } from '../support/records.ts';
import { createReplicaOf, type TestReplica } from '../support/replica.ts';
import { loadTemplate } from '../support/template.ts';

// Two clusters are made and started; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 180_000 });

let root: string;
let server: DatabaseServer;
let replica: TestReplica;
let services: Services;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'izdoo-replica-'));
  await chmod(root, 0o755);
  server = await openServer({ dataDir: join(root, 'data') });
  await migrate(server.url, projectPath('prisma', 'migrations'));
  await loadTemplate(server.url);
  replica = await createReplicaOf(join(root, 'data'), server.url, join(root, 'replica'));
  const config = readConfig({
    NODE_ENV: 'test',
    DATA_DIR: join(root, 'data'),
    SECRET_KEY: TEST_SECRET,
    DEMO_DATA: 'false',
    DATABASE_REPLICA_URL: replica.url,
    DATABASE_REPLICA_LAG: '300',
  });
  services = createServices(config, { databaseUrl: server.url, logger: createLogger('silent') });
  await services.prepare();
  await ensureAuditPartitions(services.database.pool, new Date());
});

afterAll(async () => {
  await services?.close();
  await replica?.close();
  await server?.stop();
  await rm(root, { recursive: true, force: true });
});

/** Waits until the replica has all that the primary has now. */
async function untilCaughtUp(): Promise<void> {
  const { rows } = await services.database.pool.query<{ lsn: string }>(
    'select pg_current_wal_lsn()::text as lsn',
  );
  await vi.waitFor(
    async () => {
      const { rows: there } = await replica.pool.query<{ there: boolean }>(
        'select pg_last_wal_replay_lsn() >= $1::pg_lsn as there',
        [rows[0]?.lsn],
      );
      expect(there[0]?.there).toBe(true);
    },
    { timeout: 30_000, interval: 50 },
  );
}

test('its age follows from what the primary wrote and when; too old, silent or away, it is not read', async () => {
  const { pool } = services.database;
  let now = 0;
  const watched = createReplica({
    ...{ url: replica.url, primary: pool, poolSize: 2, maxLagSeconds: 30 },
    stopwatch: () => now,
  });
  const pass = (seconds: number) => {
    now += seconds * 1_000;
  };
  const inRecovery = async () =>
    (await watched.reader.query<{ yes: boolean }>('select pg_is_in_recovery() as yes')).rows[0]?.yes;
  // The primary writes by itself too: between two looks it may be ahead again, and the next look finds them level.
  const level = () =>
    vi.waitFor(
      async () => {
        await untilCaughtUp();
        pass(6);
        expect(await watched.status()).toEqual({ used: true, lagSeconds: 0 });
      },
      { timeout: 30_000, interval: 50 },
    );
  await level();
  expect(await inRecovery()).toBe(true);

  await replica.pool.query('select pg_wal_replay_pause()');
  await pool.query('create table lately (at int)');
  pass(5);
  expect(await watched.status()).toEqual({ used: true, lagSeconds: 5 });
  pass(35);
  expect(await watched.status()).toEqual({ used: false, lagSeconds: 40 });
  expect(await inRecovery()).toBe(false);
  await watched.reader.query('select * from lately');
  await replica.pool.query('select pg_wal_replay_resume()');
  await level();

  // A wrong question stays wrong, and nothing is written.
  await expect(watched.reader.query('select 1 / 0')).rejects.toMatchObject({ code: '22012' });
  await expect(watched.reader.query('drop table lately')).rejects.toMatchObject({ code: '25006' });

  await replica.stop();
  expect(await inRecovery()).toBe(false);
  expect(await watched.status()).toEqual({ used: false, lagSeconds: null });
  await replica.start();
  await level();
  expect(await inRecovery()).toBe(true);
  await watched.close();

  const noReplica = createReplica({
    ...{ url: server.url, primary: pool, poolSize: 2, maxLagSeconds: 30 },
    stopwatch: () => now,
  });
  expect(await noReplica.status()).toEqual({ used: false, lagSeconds: null });
  await noReplica.close();
});

test('reports and old rows of the log come from it; searches, persons and what is recent never do', async () => {
  const { pool } = services.database;
  await untilCaughtUp();
  await vi.waitFor(
    async () => expect(await services.system.status()).toMatchObject({ replica: { used: true } }),
    {
      timeout: 30_000,
      interval: 200,
    },
  );
  const auditor = userActor('KGZ', 'AUD');
  const inv = userActor('KGZ', 'INV');
  const then = Date.now() - 20 * 60_000;
  const write = (id: string, at: number) =>
    pool.query(
      `insert into audit_event (at, type, outcome, actor_id, actor_kind, state, subject_type, subject_id, data)
       values ($2, 'person.viewed', 'SUCCESS', 'tester', 'system', 'KGZ', 'person', $1, '{}')`,
      [id, new Date(at)],
    );
  await write('before', then);
  await untilCaughtUp();
  await replica.pool.query('select pg_wal_replay_pause()');
  await write('after', then);
  const to = new Date(then + 60_000).toISOString();
  const subjects = async (filter: { to?: string }) =>
    (await services.audit.list(auditor, { limit: 20, type: 'person.viewed', ...filter })).items.map(
      ({ subjectId }) => subjectId,
    );
  expect(await subjects({ to })).toEqual(['before']);
  expect(await subjects({})).toEqual(['after', 'before']);
  const R9 = { format: 'json', language: 'en' } as never;
  const first = await services.reports.show(auditor, 'R-9', R9);
  await write('later', then);
  const second = await services.reports.show(auditor, 'R-9', R9);
  expect((second as { tables: object }).tables).toEqual((first as { tables: object }).tables);

  const { id } = await services.persons.createPerson(
    inv,
    personBody.parse({ sex: 'M', names: [{ type: 'PRIMARY', family: 'Пробаев', given: 'Демобек' }] }),
  );
  const purpose = { code: 'P1', reference: 'replica' } as const;
  const found = await services.search.searchPersons(
    inv,
    searchBody.parse({ name: 'Probaev Demobek', purpose }),
  );
  expect(found.items.map(({ personId }) => personId)).toEqual([id]);
  await replica.pool.query('select pg_wal_replay_resume()');
  await untilCaughtUp();
  expect((await subjects({ to })).sort()).toEqual(['after', 'before', 'later']);
  const third = await services.reports.show(auditor, 'R-9', R9);
  expect((third as { tables: object }).tables).not.toEqual((first as { tables: object }).tables);
});
