// Prepared statements without descriptions: every kind of value arrives as it was meant, and an error spoils nothing that follows.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuditLab, createAuditLab } from '../../../tests/support/audit-lab.ts';
import { OrderlyClient } from './orderly-client.ts';
import { askPrepared } from './prepared.ts';

let lab: AuditLab;
let pool: pg.Pool;
beforeAll(async () => {
  lab = await createAuditLab();
  pool = new pg.Pool({ Client: OrderlyClient, connectionString: lab.url, max: 1 });
});
afterAll(async () => {
  await pool.end();
  await lab.close();
});

const VALUES = {
  name: 'values',
  text: `select $1::text, $2::text[] = array['a"b', 'c\\d', 'e,f', 'ж', ''], $3::timestamptz = '2026-11-26 01:02:03.456+06',
    encode($4::bytea, 'hex'), $5::boolean, $6::real + 1, $7::text, coalesce(array_length($8::text[], 1), 0)`,
};

test('texts, arrays, instants, bytes and nothing arrive, the second time as the first', async () => {
  for (let round = 0; round < 2; round += 1) {
    const { rows, count } = await askPrepared(pool, VALUES, [
      `o'clock "quoted" \\ ы`,
      ['a"b', 'c\\d', 'e,f', 'ж', ''],
      new Date('2026-11-25T19:02:03.456Z'),
      Buffer.from([0, 255]),
      false,
      1.5,
      undefined,
      [],
    ]);
    expect(rows).toEqual([[`o'clock "quoted" \\ ы`, 't', 't', '00ff', 'f', '2.5', null, '0']]);
    expect(count).toBe(1);
  }
  const { rows } = await pool.query(`select name from pg_prepared_statements where name = 'values'`);
  expect(rows).toHaveLength(1);
});

test('an error is the asker’s alone, also on the same connection', async () => {
  const divide = { name: 'divide', text: 'select 6 / $1::int' };
  await expect(askPrepared(pool, { name: 'broken', text: 'select broken' }, [])).rejects.toMatchObject({
    code: '42703',
  });
  const answers = await Promise.allSettled([0, 3, 2].map((by) => askPrepared(pool, divide, [by])));
  expect(answers.map((one) => (one.status === 'fulfilled' ? one.value.rows : one.reason.code))).toEqual([
    '22012',
    [['2']],
    [['3']],
  ]);
});

test('counts what was written', async () => {
  await pool.query('create temporary table written (n int)');
  const write = { name: 'write', text: 'insert into written select generate_series(1, $1::int)' };
  expect(await askPrepared(pool, write, [3])).toEqual({ rows: [], count: 3 });
  expect((await askPrepared(pool, write, [0])).count).toBe(0);
});

test('whoever asks when the connection broke is told', async () => {
  const lost = new pg.Pool({ connectionString: lab.url, max: 1 });
  lost.on('error', () => undefined);
  lost.on('connect', (client) => client.on('error', () => undefined));
  await expect(
    askPrepared(lost, { name: 'end', text: 'select pg_terminate_backend(pg_backend_pid())' }, []),
  ).rejects.toThrow(/terminat/);
  expect((await askPrepared(lost, { name: 'again', text: 'select 1' }, [])).rows).toEqual([['1']]);
  await lost.end();
});
