// A night erases many records in few transactions: nobody is erased twice or forgotten when it is cut off in the middle.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { makeStranger } from '../../../tests/support/alert-files.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { systemActor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';

// A night rests between its steps, and on a busy machine for long.
vi.setConfig({ testTimeout: 120_000 });

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const night = (forMs = 60_000) => world.services.retention.runNight(systemActor('retention', newId()), forMs);

/** People on whom nobody ever published an alert, and three years later. */
async function forgotten(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1)
    ids.push(await makeStranger(world, world.actor('KGZ', 'INV')));
  world.clock.set(new Date(world.clock.now().getTime() + 3 * 366 * 86_400_000));
  return ids;
}

async function erasedOf(ids: readonly string[]) {
  const { rows } = await world.database.pool.query<{ id: string }>(
    'select id from person where id = any($1::uuid[]) and erased_at is not null order by id',
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** Entries by the hash of the person: each has one, here and in the list outside of the database. */
async function entries() {
  const { rows } = await world.database.pool.query<{ key: string; transactions: number }>(
    `select encode(subject_key, 'hex') as key from erasure order by id`,
  );
  const lines = await readFile(join(world.config.dataDir, 'erasure-ledger.jsonl'), 'utf8');
  const outside = lines.split('\n').filter((line) => line !== '');
  return { keys: rows.map(({ key }) => key), outside: outside.length };
}

it('erases many in few transactions, each with its own entry, its own counts and its own proof', async () => {
  const ids = await forgotten(6);
  const { pool } = world.database;
  await pool.query(
    `insert into person_name
     select (jsonb_populate_record(n, jsonb_build_object('id', $2::uuid, 'type', 'ALIAS_WEAK'))).*
     from person_name n where person_id = $1`,
    [ids[2], newId()],
  );
  const report = await night();
  expect(report).toMatchObject({ done: { PERSON_WITHOUT_ALERT: 6 }, proved: 6, isUnfinished: false });
  expect(await erasedOf(ids)).toHaveLength(6);
  const { rows } = await pool.query<{ names: number; proven: boolean }>(
    `select (places->>'names')::int as names, proven_at is not null and proof ? 'names' as proven from erasure`,
  );
  expect(rows.map(({ names }) => names).sort()).toEqual([1, 1, 1, 1, 1, 2]);
  expect(rows.every(({ proven }) => proven)).toBe(true);
  const together = await pool.query('select distinct at from erasure');
  expect(together.rowCount).toBe(1);
  const events = await pool.query(`select from domain_event where content->>'type' = 'person.erased'`);
  expect(events.rowCount).toBe(6);
});

it('one that is held up keeps nobody else, and the next night takes him: nobody twice, nobody forgotten', async () => {
  const ids = await forgotten(3);
  const before = await entries();
  const holder = await world.database.pool.connect();
  await holder.query('begin');
  await holder.query('select from person where id = $1 for update', [ids[1]]);
  let ended = false;
  const cutOff = night().finally(() => {
    ended = true;
  });
  cutOff.catch(() => undefined);
  // Whoever waits for the held one is cut off, as by a crash in the middle of a transaction.
  while (!ended) {
    await world.database.pool.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0',
    );
    await sleep(20);
  }
  await expect(cutOff).rejects.toThrow();
  await holder.query('rollback');
  holder.release();
  expect(await erasedOf(ids)).toEqual(ids.filter((id) => id !== ids[1]).sort());

  expect(await night()).toMatchObject({ done: { PERSON_WITHOUT_ALERT: 1 }, isUnfinished: false });
  expect(await erasedOf(ids)).toEqual([...ids].sort());
  const after = await entries();
  expect(after.keys).toHaveLength(before.keys.length + 3);
  expect(new Set(after.keys).size).toBe(after.keys.length);
  expect(after.outside).toBe(after.keys.length);
});

it('stops when its time is over, says so, and the next one goes on', async () => {
  const ids = await forgotten(3);
  expect(await night(0)).toMatchObject({ done: {}, isUnfinished: true });
  expect(await erasedOf(ids)).toEqual([]);
  expect(await night()).toMatchObject({ isUnfinished: false });
  expect(await erasedOf(ids)).toHaveLength(3);
});
