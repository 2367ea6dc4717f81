// Tidying takes what is old and nothing else.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuditLab, createAuditLab } from '../../../tests/support/audit-lab.ts';
import { testUser } from '../../../tests/support/people.ts';
import { newId } from '../ids.ts';
import { ensureAuditPartitions, purgeIdempotencyKeys, purgeSessions } from './housekeeping.ts';

let lab: AuditLab;
beforeAll(async () => {
  lab = await createAuditLab();
});
afterAll(() => lab.close());

const now = new Date('2026-11-10T08:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

test('answers to repeated requests are kept for a day, however many there are', async () => {
  await lab.pool.query(
    `insert into idempotency_key (actor_id, key, request_hash, created_at)
     select 'a', n::text, '\\x00', $1 from generate_series(1, 12000) as n`,
    [daysAgo(1.01)],
  );
  await lab.pool.query(
    `insert into idempotency_key (actor_id, key, request_hash, created_at) values ('a', 'new', '\\x00', $1)`,
    [daysAgo(0.99)],
  );
  expect(await purgeIdempotencyKeys(lab.pool, now)).toBe(12_000);
  const { rows } = await lab.pool.query('select key from idempotency_key');
  expect(rows).toEqual([{ key: 'new' }]);
});

test('sessions are forgotten a month after their end, with their tokens', async () => {
  const userId = testUser('KGZ', 'INV').id;
  for (const days of [31, 29, -1]) {
    const id = newId();
    await lab.database.prisma.session.create({
      data: {
        id,
        userId,
        createdAt: daysAgo(40),
        expiresAt: daysAgo(days),
        userAgent: String(days),
        refreshTokens: {
          create: { tokenHash: Buffer.from(id), issuedAt: daysAgo(40), expiresAt: daysAgo(days) },
        },
      },
    });
  }
  expect(await purgeSessions(lab.pool, now)).toBe(1);
  const left = await lab.database.prisma.session.findMany({ include: { refreshTokens: true } });
  expect(left.map(({ userAgent }) => userAgent).sort()).toEqual(['-1', '29']);
  expect(await lab.database.prisma.refreshToken.count()).toBe(2);
});

test('partitions are not waited for behind a long transaction, so that writers are not held up', async () => {
  const writer = await lab.pool.connect();
  await writer.query('begin');
  await writer.query(
    "insert into audit_event (at, type, outcome, actor_kind, data) values (now(), 'x', 'SUCCESS', 'system', '{}')",
  );
  const started = performance.now();
  const making = ensureAuditPartitions(lab.pool, new Date('2028-01-15T00:00:00Z'));
  await expect(making).rejects.toThrow('lock timeout');
  expect(performance.now() - started).toBeLessThan(10_000);
  await writer.query('commit');
  writer.release();
  expect(await ensureAuditPartitions(lab.pool, new Date('2028-01-15T00:00:00Z'))).toBe(3);
});

test('two processes that make partitions at once make each once', async () => {
  const made = await Promise.all(
    [1, 2, 3].map(() => ensureAuditPartitions(lab.pool, new Date('2029-05-15T00:00:00Z'))),
  );
  expect(made.reduce((sum, count) => sum + count, 0)).toBe(3);
});
