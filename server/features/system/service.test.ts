// What the process says of itself, against a real database and against one that is away.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../tests/support/test-database.ts';
import { Problem } from '../../domain/errors.ts';
import { systemClock } from '../../platform/clock.ts';
import { systemStatus } from './contract.ts';
import { createSystemService } from './service.ts';

let database: TestDatabase;
let pool: pg.Pool;
let names: string[];

beforeAll(async () => {
  database = await cloneDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 3 });
  // The database is dropped while the last connections still say goodbye.
  pool.on('error', () => undefined);
  const { rows } = await pool.query<{ name: string }>(
    'select migration_name as name from _prisma_migrations',
  );
  names = rows.map(({ name }) => name);
});

afterAll(async () => {
  await pool.end();
  await database.drop();
});

const service = (changes: { migrations?: string[]; stopping?: boolean; pool?: pg.Pool } = {}) =>
  createSystemService({
    database: { pool: changes.pool ?? pool },
    clock: systemClock,
    lifecycle: { stopping: changes.stopping ?? false },
    migrations: changes.migrations ?? names,
    version: '1.2.3',
    keyVersion: 7,
    register: { figures: () => ({ ready: true, persons: 3, words: 8, behindSeconds: 0.5 }) },
  });

const away = { query: () => Promise.reject(new Error('connect ECONNREFUSED')) } as unknown as pg.Pool;

const refusal = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'was ready',
    (error: unknown) => (error instanceof Problem ? { code: error.code, ...error.extra } : error),
  );

describe('readiness', () => {
  test('with everything in place', async () => {
    expect(names.length).toBeGreaterThan(1);
    expect(await service().readiness()).toEqual({ status: 'ready', database: 'ok', migrations: 'ok' });
  });

  test('not with a migration missing, while stopping, or without a database', async () => {
    expect(await refusal(service({ migrations: [...names, '29991231_not_there'] }).readiness())).toEqual({
      code: 'unavailable',
      database: 'ok',
      migrations: 'failed',
    });
    expect(await refusal(service({ stopping: true }).readiness())).toEqual({
      code: 'unavailable',
      stopping: true,
    });
    expect(await refusal(service({ pool: away }).readiness())).toEqual({
      code: 'unavailable',
      database: 'failed',
    });
  });

  test('a migration that failed half-way does not count', async () => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await client.query('update _prisma_migrations set finished_at = null where migration_name = $1', [
        names[0],
      ]);
      expect(await refusal(service({ pool: client as unknown as pg.Pool }).readiness())).toMatchObject({
        migrations: 'failed',
      });
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});

describe('status', () => {
  test('counts rows without a seal and says how old the oldest is', async () => {
    const before = await service().status();
    expect(systemStatus.parse(before)).toEqual(before);
    expect(before).toMatchObject({
      version: '1.2.3',
      database: { reachable: true },
      search: { keyVersion: 7, storedFrom: null, storedTo: null },
    });
    await pool.query(
      `insert into audit_event (at, type, outcome, actor_kind, data)
       select now() - interval '90 seconds', 'seed.run', 'SUCCESS', 'system', '{}' from generate_series(1, 3)`,
    );
    const after = await service().status();
    expect((after.audit?.unsealed ?? 0) - (before.audit?.unsealed ?? 0)).toBe(3);
    expect(after.audit?.oldestUnsealedSeconds).toBeGreaterThanOrEqual(90);
  });

  test('a flood of questions is one measurement', async () => {
    let queries = 0;
    const counting = {
      query: (...args: [string]) => {
        queries += 1;
        return pool.query(...args);
      },
    } as unknown as pg.Pool;
    const asked = service({ pool: counting });
    const answers = await Promise.all(Array.from({ length: 50 }, () => asked.status()));
    expect(new Set(answers.map(({ measuredAt }) => measuredAt)).size).toBe(1);
    expect(queries).toBeLessThan(8);
  });

  test('says that the database is away instead of failing', async () => {
    expect(await service({ pool: away }).status()).toMatchObject({
      database: { reachable: false, latencyMs: null },
      register: { ready: true, persons: 3 },
      audit: null,
      search: null,
      worker: null,
    });
  });
});
