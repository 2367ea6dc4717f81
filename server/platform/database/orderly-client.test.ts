// Queries that are asked for at once go one after another: in order, each with its own answer or error, and without a warning.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuditLab, createAuditLab } from '../../../tests/support/audit-lab.ts';
import { OrderlyClient } from './orderly-client.ts';

let lab: AuditLab;
const warnings: string[] = [];
const hear = (warning: Error) => void warnings.push(warning.message);
beforeAll(async () => {
  lab = await createAuditLab();
  process.on('warning', hear);
});
afterAll(async () => {
  process.off('warning', hear);
  await lab.close();
});

test('several at once on one connection, an error among them', async () => {
  const client = new OrderlyClient({ connectionString: lab.url });
  await client.connect();
  const asked = await Promise.allSettled(
    ['select 1 as n', 'select 2 as n', 'select broken', 'select 4 as n'].map((text) => client.query(text)),
  );
  expect(asked.map((one) => (one.status === 'fulfilled' ? one.value : one.status))).toMatchObject([
    { rows: [{ n: 1 }] },
    { rows: [{ n: 2 }] },
    'rejected',
    { rows: [{ n: 4 }] },
  ]);
  await client.end();
});

test('a record is read with all its parts inside a transaction', async () => {
  const { prisma } = lab.database;
  await prisma.$transaction((db) =>
    db.person.findMany({
      include: { names: true, birthDates: true, nationalities: true, documents: true, nationalIds: true },
    }),
  );
  // A process says it once, after everything that is being done now.
  await new Promise(setImmediate);
  expect(warnings.filter((text) => text.includes('client.query()'))).toEqual([]);
});
