import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../tests/support/test-database.ts';
import { listen } from './announcements.ts';

let copy: TestDatabase;
let pool: pg.Pool;
beforeAll(async () => {
  copy = await cloneDatabase();
  pool = new pg.Pool({ connectionString: copy.url });
  // The database is dropped while the last connections still say goodbye.
  pool.on('error', () => undefined);
});
afterAll(async () => {
  await pool.end();
  await copy.drop();
});

const notify = (payload: string) => pool.query('select pg_notify($1, $2)', ['a "channel"', payload]);

const openListeners = async () => {
  const { rows } = await pool.query(
    "select count(*)::int as open from pg_stat_activity where query like 'listen %'",
  );
  return rows[0].open;
};

it('hears announcements, says when it may have missed some, and comes back by itself', async () => {
  const heard: string[] = [];
  let gaps = 0;
  const listener = listen(pool, 'a "channel"', {
    onMessage: (payload) => heard.push(payload),
    onGap: () => {
      gaps += 1;
    },
  });
  await expect.poll(() => gaps).toBe(1);
  await notify('first');
  await expect.poll(() => heard).toEqual(['first']);

  await pool.query("select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'");
  await expect.poll(() => gaps).toBe(2);
  await expect.poll(() => gaps, { timeout: 20_000 }).toBe(3);
  await notify('second');
  await expect.poll(() => heard).toEqual(['first', 'second']);

  await listener.close();
  // The server takes a moment to see that the connection is gone.
  await expect.poll(openListeners).toBe(0);
  expect(gaps).toBe(3);
});

it('starts when the database comes up later, and can be closed while it waits', async () => {
  let gaps = 0;
  const nowhere = new pg.Pool({ connectionString: 'postgresql://127.0.0.1:1/none' });
  const listener = listen(nowhere, 'channel', {
    onMessage: () => undefined,
    onGap: () => {
      gaps += 1;
    },
  });
  await expect.poll(() => gaps, { timeout: 20_000 }).toBeGreaterThanOrEqual(2);
  await listener.close();
  const seen = gaps;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(gaps).toBe(seen);
});
