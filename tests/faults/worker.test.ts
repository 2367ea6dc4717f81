// Workers that run twice, lose their database, or are not there at all: nothing is lost, nothing is sealed twice.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createJobs } from '../../server/jobs.ts';
import { createDatabase } from '../../server/platform/database/database.ts';
import { startWorker, type Worker } from '../../server/worker.ts';
import { type AuditLab, actorOf, createAuditLab, look } from '../support/audit-lab.ts';

let lab: AuditLab;
beforeAll(async () => {
  lab = await createAuditLab();
});
beforeEach(() => lab.reset());
afterAll(() => lab.close());

const start = (database = lab.database): Promise<Worker> =>
  startWorker({ ...lab, database, config: { dataDir: lab.dataDir } }, []);

test('rows are sealed within seconds, and what came last is sealed at the end', async () => {
  const worker = await start();
  await lab.write(3);
  await vi.waitFor(async () => expect(await lab.verify()).toMatchObject({ sealed: 3, unsealed: 0 }), {
    timeout: 10_000,
    interval: 200,
  });
  await lab.write(2);
  await worker.stop();
  expect(await lab.verify()).toMatchObject({ sound: true, sealed: 5, unsealed: 0, heads: { found: true } });
  const key = await readFile(join(lab.dataDir, 'audit-public-key.pem'), 'utf8');
  expect(key).toBe(lab.signer.publicKeyPem);
});

test('a worker makes the partitions of the months to come when it starts', async () => {
  lab.clock.at = new Date('2030-02-03T00:00:00Z');
  await (await start()).stop();
  const { rows } = await lab.pool.query<{ name: string | null }>(
    `select to_regclass('audit_event_2030_04')::text as name`,
  );
  expect(rows[0]?.name).toBe('audit_event_2030_04');
});

test('all schedules are known to the queue, and each has a handler that runs', async () => {
  const ran: string[] = [];
  const list = createJobs({
    ...lab,
    alerts: {
      expireAlerts: async (_now, batch) => {
        ran.push('expire-alerts');
        return ran.length === 1 ? batch : 0;
      },
    },
    assets: {
      warnOfExpiry: async () => {
        ran.push('warn-of-freeze-expiry');
        return 0;
      },
    },
    victims: { purgeVictims: async () => 0 },
    reports: { closeDays: async () => 0 },
    audit: { shorten: async () => ({ gone: [], kept: [] }) },
    hits: {
      purgeEvents: async () => 0,
      watchClocks: async () => {
        ran.push('watch-hits');
        return 0;
      },
    },
    checks: {
      writeLeftReports: async () => {
        ran.push('write-left-reports');
        return 0;
      },
    },
    caseMail: { send: async () => undefined },
    exports: { expire: async () => 0 },
    imports: { goOn: async () => undefined, pickUp: async () => 0, purgeFiles: async () => 0 },
    retention: {
      runNight: async () => ({ done: {}, proved: 0, isUnfinished: false }),
      prove: async () => 0,
    },
    courier: {
      hear: async () => undefined,
      deliver: async () => undefined,
      purge: async () => ran.push('purge-webhook-log'),
    },
    listScreening: {
      screenChunk: async () => undefined,
      rescreenPerson: async () => 0,
      purge: async () => ran.push('purge-passenger-lists'),
    },
    channel: {
      compose: async () => undefined,
      composeNoted: async () => undefined,
      composeAll: async () => undefined,
      send: async () => undefined,
      pingAll: async () => undefined,
      endPeer: async () => undefined,
      purge: async () => 0,
    },
    savedSubjects: { personChanged: async () => 0, purge: async () => ran.push('purge-saved-subjects') },
    cases: {
      warnOfDeadlines: async () => {
        ran.push('warn-of-deadlines');
        return [];
      },
    },
    signingKeys: { rotateIfDue: async () => void ran.push('rotate-signing-keys') },
  });
  const worker = await startWorker({ ...lab, config: { dataDir: lab.dataDir } }, list);
  const { rows } = await lab.pool.query<{ job: string }>(
    'select identifier as job from graphile_worker._private_known_crontabs order by 1',
  );
  const jobs = rows.map(({ job }) => job);
  expect(jobs).toEqual(list.flatMap(({ name, at }) => (at === undefined ? [] : [name])).sort());
  expect(jobs.length).toBeGreaterThanOrEqual(6);
  for (const job of jobs) await lab.pool.query('select graphile_worker.add_job($1)', [job]);
  await vi.waitFor(
    async () => {
      const left = await lab.pool.query('select from graphile_worker._private_jobs');
      expect(left.rowCount).toBe(0);
    },
    { timeout: 10_000, interval: 100 },
  );
  await worker.stop();
  // A full batch means that more may be waiting: it is asked again at once.
  expect(ran.filter((job) => job === 'expire-alerts').length).toBeGreaterThanOrEqual(2);
  expect(ran).toContain('rotate-signing-keys');
});

test('two workers whose connections are cut again and again seal every row once', async () => {
  const processes = [1, 2].map(() => createDatabase({ url: lab.url, clock: lab.clock, vault: lab.vault }));
  const workers = await Promise.all(processes.map((database) => start(database)));
  const client = await lab.pool.connect();
  for (let round = 0; round < 12; round += 1) {
    await client.query(
      `insert into audit_event (at, type, outcome, actor_kind, data)
       select now(), 'x', 'SUCCESS', 'system', '{}' from generate_series(1, 2500)`,
    );
    await sleep(100);
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    );
  }
  client.release();
  await Promise.all(workers.map((worker) => worker.stop()));
  await Promise.all(processes.map((database) => database.close()));
  await lab.newSealer().seal();
  expect(await lab.verify()).toMatchObject({ sound: true, sealed: 30_000, unsealed: 0 });
});

test('without a worker the log is written and checked all the same', async () => {
  await lab.database.record(actorOf('tester'), look('p1'));
  expect(await lab.verify()).toMatchObject({ sound: true, seals: 0, sealed: 0, unsealed: 1 });
});
