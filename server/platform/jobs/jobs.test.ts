// Jobs exist only with their transaction, run once however many workers there are, and survive a lost database.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, inject, test, vi } from 'vitest';
import { type AuditLab, actorOf, createAuditLab, look } from '../../../tests/support/audit-lab.ts';
import { createDatabase } from '../database/database.ts';
import { createLogger } from '../logger.ts';
import { projectPath } from '../paths.ts';
import { type JobHandler, type Jobs, migrateJobs, runJobs } from './jobs.ts';

let lab: AuditLab;
const running: Jobs[] = [];
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

beforeAll(async () => {
  lab = await createAuditLab();
  await migrateJobs(lab.pool, logger);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()));
});
afterAll(() => lab.close());

async function start(
  handlers: Record<string, JobHandler>,
  pool = lab.pool,
  lookEveryMs?: number,
): Promise<Jobs> {
  const list = Object.entries(handlers).map(([name, run]) => ({ name, run }));
  const jobs = await runJobs({ pool, jobs: list, logger, ...(lookEveryMs !== undefined && { lookEveryMs }) });
  running.push(jobs);
  return jobs;
}

const enqueue = (payload: object, fail = false) =>
  lab.database.transaction(actorOf('tester'), async (tx) => {
    tx.audit(look('p'));
    await tx.enqueue('note', payload);
    if (fail) throw new Error('changed my mind');
  });

test('a job exists only if its transaction commits', async () => {
  const seen: unknown[] = [];
  await start({ note: async (payload) => void seen.push(payload) });
  await expect(enqueue({ n: 1 }, true)).rejects.toThrow('changed my mind');
  await enqueue({ n: 2 });
  await vi.waitFor(() => expect(seen).toEqual([{ n: 2 }]), 5_000);
});

test('two workers share the jobs and do each once', async () => {
  const seen: number[] = [];
  const handler = async (payload: unknown) => {
    seen.push((payload as { n: number }).n);
    await sleep(5);
  };
  await Promise.all([start({ note: handler }), start({ note: handler })]);
  for (let n = 0; n < 30; n += 1) await enqueue({ n });
  await vi.waitFor(() => expect(seen).toHaveLength(30), 10_000);
  expect(new Set(seen).size).toBe(30);
});

test('stopping lets a running job end', async () => {
  let ended = false;
  let begun = false;
  const jobs = await start({
    note: async () => {
      begun = true;
      await sleep(400);
      ended = true;
    },
  });
  await enqueue({});
  await vi.waitFor(() => expect(begun).toBe(true), 5_000);
  await jobs.stop();
  running.pop();
  expect(ended).toBe(true);
});

test('what a failing job says about its data does not reach the log', async () => {
  await start({
    note: async () => {
      throw new Error('no such person: Тестов Тест');
    },
  });
  await enqueue({ name: 'Тестов Тест' });
  await vi.waitFor(() => expect(logs.join('')).toContain('job queue: error'), 5_000);
  expect(logs.join('')).not.toContain('Тестов');
  await lab.pool.query('delete from graphile_worker._private_jobs');
});

test('after the database was away, jobs go on', async () => {
  const seen: unknown[] = [];
  const other = createDatabase({ url: lab.url, clock: lab.clock, vault: lab.vault });
  await start({ note: async (payload) => void seen.push(payload) }, other.pool);
  await lab.pool.query(
    'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  await sleep(200);
  await enqueue({ n: 'after' });
  await vi.waitFor(() => expect(seen).toEqual([{ n: 'after' }]), { timeout: 20_000, interval: 100 });
  await running.pop()?.stop();
  await other.close();
});

test('a job that ends while nobody can connect is done again, and the process lives', {
  timeout: 60_000,
}, async () => {
  const admin = new pg.Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  const name = admin.escapeIdentifier(new URL(lab.url).pathname.slice(1));
  const other = createDatabase({ url: lab.url, clock: lab.clock, vault: lab.vault });
  let runs = 0;
  try {
    await start(
      {
        async note() {
          runs += 1;
          if (runs > 1) return;
          await admin.query(`alter database ${name} allow_connections false`);
          await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
            new URL(lab.url).pathname.slice(1),
          ]);
        },
      },
      other.pool,
    );
    await enqueue({});
    await vi.waitFor(() => expect(logs.join('')).toContain('the job queue could not begin'), {
      timeout: 20_000,
    });
    await admin.query(`alter database ${name} allow_connections true`);
    await vi.waitFor(() => expect(runs).toBe(2), { timeout: 30_000, interval: 100 });
    await running.pop()?.stop();
  } finally {
    await admin.query(`alter database ${name} allow_connections true`);
    await admin.end();
    await other.close();
  }
});

test('what a killed worker began is begun again by another, and a living one keeps its own', {
  timeout: 120_000,
}, async () => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', projectPath('tests', 'support', 'job-process.ts'), lab.url],
    { stdio: ['ignore', 'pipe', 'inherit'], cwd: projectPath() },
  );
  try {
    await enqueue({ n: 'of the killed' });
    await once(child.stdout, 'data');
    let end = () => undefined;
    let livingRuns = 0;
    const seen: unknown[] = [];
    await start(
      {
        note: async (payload) => void seen.push(payload),
        // Longer than many looks: nobody may take it from a worker that lives.
        long: async () => {
          livingRuns += 1;
          await new Promise<void>((resolve) => {
            end = () => void resolve();
          });
        },
      },
      lab.pool,
      150,
    );
    await lab.pool.query(`select graphile_worker.add_job('long')`);
    await vi.waitFor(() => expect(livingRuns).toBe(1), 5_000);
    await sleep(600);
    expect(seen).toEqual([]);

    child.kill('SIGKILL');
    await vi.waitFor(() => expect(seen).toEqual([{ n: 'of the killed' }]), { timeout: 60_000, interval: 50 });
    expect(livingRuns).toBe(1);
    end();
  } finally {
    child.kill('SIGKILL');
  }
});
