// The limits hold for all processes together, on a real database and without one.
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../tests/support/test-database.ts';
import { Problem } from '../../domain/errors.ts';
import { BAD_CREDENTIALS, createRateLimiter, FIGURES, type RateLimiter } from './rate-limit.ts';

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await cloneDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 5 });
  // The database is dropped while the last connections still say goodbye.
  pool.on('error', () => undefined);
});
beforeEach(() => pool.query('truncate rate_limit'));
afterAll(async () => {
  await pool.end();
  await database.drop();
});

/** Sends until refused. */
async function countUntilRefused(work: (no: number) => unknown, atMost = 5000): Promise<number> {
  for (let no = 0; no < atMost; no += 1) {
    try {
      await work(no);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'too-many-requests') throw error;
      expect(error.extra['retryAfter']).toBeGreaterThan(0);
      expect(error.extra['retryAfter']).toBeLessThanOrEqual(300);
      return no;
    }
  }
  return atMost;
}

test('leases divide their figures, so that none is lost', () => {
  for (const callers of Object.values(FIGURES)) {
    for (const { points, lease } of Object.values(callers)) expect(points % lease).toBe(0);
  }
});

describe('one process', () => {
  test('lets exactly the figure through', async () => {
    const limiter = createRateLimiter(pool);
    const passed = await countUntilRefused(() => limiter.take('search', 'user', 'u-1'));
    expect(passed).toBe(FIGURES.search.user.points);
    // Another caller, and another class of the same caller, are not touched.
    await limiter.take('search', 'user', 'u-2');
    await limiter.take('read', 'user', 'u-1');
  });

  test('counts requests that arrive together once each', async () => {
    const limiter = createRateLimiter(pool);
    const answers = await Promise.allSettled(
      Array.from({ length: 700 }, async () => limiter.take('read', 'user', 'u-1')),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(FIGURES.read.user.points);
  });

  test('asks the database once per lease and never for one who is blocked', async () => {
    let queries = 0;
    const counted = new Proxy(pool, {
      get: (target, name) => {
        if (name === 'query') queries += 1;
        const member = Reflect.get(target, name);
        return typeof member === 'function' ? member.bind(target) : member;
      },
    });
    const limiter = createRateLimiter(counted);
    for (let no = 0; no < 1000; no += 1) await limiter.take('check', 'api-key', 'k-1');
    expect(queries).toBe(1000 / FIGURES.check['api-key'].lease);
    await countUntilRefused(() => limiter.take('login', 'anonymous', '10.0.0.1'));
    queries = 0;
    await countUntilRefused(() => limiter.take('login', 'anonymous', '10.0.0.1'));
    expect(queries).toBe(0);
  });

  test('says what is left', async () => {
    const limiter = createRateLimiter(pool);
    const remaining: number[] = [];
    for (let no = 0; no < 5; no += 1) remaining.push((await limiter.take('write', 'user', 'u-1')).remaining);
    const { points } = FIGURES.write.user;
    expect(remaining).toEqual([points - 1, points - 2, points - 3, points - 4, points - 5]);
  });
});

test('two processes together never exceed the figure', async () => {
  const processes = [createRateLimiter(pool), createRateLimiter(pool)] as [RateLimiter, RateLimiter];
  let passed = 0;
  for (let no = 0; no < 800; no += 1) {
    try {
      await processes[no % 2]?.take('read', 'user', 'u-1');
      passed += 1;
    } catch (error) {
      expect(error).toBeInstanceOf(Problem);
    }
  }
  expect(passed).toBe(FIGURES.read.user.points);
});

test('an address with many wrong credentials waits, its IPv6 neighbours with it', async () => {
  const limiter = createRateLimiter(pool);
  limiter.refuseBlocked('2001:db8:1:2::1');
  const passed = await countUntilRefused((no) =>
    limiter.noteBadCredentials(`2001:db8:1:2::${no.toString(16)}`),
  );
  expect(passed).toBe(BAD_CREDENTIALS.points);
  expect(() => limiter.refuseBlocked('2001:db8:1:2:ffff::9')).toThrow(Problem);
  expect(() => limiter.refuseBlocked('2001:db8:1:3::1')).not.toThrow();
});

test('without a database the limit holds per process', async () => {
  const away = new pg.Pool({
    connectionString: 'postgresql://127.0.0.1:1/none',
    connectionTimeoutMillis: 500,
  });
  const limiter = createRateLimiter(away);
  const passed = await countUntilRefused(() => limiter.take('search', 'user', 'u-1'));
  expect(passed).toBe(FIGURES.search.user.points);
  await away.end();
});
