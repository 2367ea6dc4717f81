// A connection that breaks between two statements costs its transaction, never the process.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuditLab, createAuditLab } from '../support/audit-lab.ts';

let lab: AuditLab;
beforeAll(async () => {
  lab = await createAuditLab();
});
afterAll(() => lab.close());

test('a client that waits between two statements is told by its next one', async () => {
  const client = await lab.pool.connect();
  const { rows } = await client
    .query<{ pid: number }>('begin; select pg_backend_pid() as pid')
    .then((results) => (results as unknown as { rows: { pid: number }[] }[])[1] ?? { rows: [] });
  await lab.pool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
  await new Promise((resolve) => setTimeout(resolve, 200));
  await expect(client.query('select 1')).rejects.toThrow();
  client.release(true);
  expect((await lab.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
});
