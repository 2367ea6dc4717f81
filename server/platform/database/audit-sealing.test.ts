// Sealing while others write: nobody waits, nothing is missed, nothing is sealed twice.
import { createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AuditLab, actorOf, createAuditLab, look } from '../../../tests/support/audit-lab.ts';
import type { Logger } from '../logger.ts';
import { exportPublicKey } from './audit-heads.ts';
import type { AuditSealer } from './audit-sealer.ts';
import { ensureAuditPartitions } from './housekeeping.ts';

let lab: AuditLab;
let sealer: AuditSealer;
beforeAll(async () => {
  lab = await createAuditLab();
});
beforeEach(async () => {
  await lab.reset();
  sealer = lab.newSealer();
});
// A test that failed half-way must not hold up the next one.
afterEach(() => {
  for (const client of writing.splice(0)) client.release(true);
});
afterAll(() => lab.close());

const writing: PoolClient[] = [];

async function settledId(): Promise<number> {
  const { rows } = await lab.pool.query<{ id: number }>(
    'select settled_id::float8 as id from audit_seal order by no desc limit 1',
  );
  return rows[0]?.id ?? 0;
}

/** A request that has written its trace and has not committed. */
async function openWriter() {
  const client = await lab.pool.connect();
  writing.push(client);
  await client.query('begin');
  const { rows } = await client.query<{ id: string }>(
    `insert into audit_event (at, type, outcome, actor_kind, data) values (now(), 'late', 'SUCCESS', 'system', '{}')
     returning id`,
  );
  return {
    id: rows[0]?.id ?? '',
    async end(how: 'commit' | 'rollback') {
      await client.query(how);
      writing.splice(writing.indexOf(client), 1);
      client.release();
    },
  };
}

test('a row that commits late is sealed later, and until then the log does not claim to be complete', async () => {
  await lab.write(2);
  const late = await openWriter();
  await lab.write(2);
  expect(await sealer.seal()).toBe(4);
  expect(await settledId()).toBeLessThan(Number(late.id));
  expect(await lab.verify()).toMatchObject({ sound: true, unsealed: 0, sealed: 4 });

  await lab.write(1);
  expect(await sealer.seal()).toBe(1);
  expect(await settledId()).toBeLessThan(Number(late.id));
  await late.end('commit');
  expect(await lab.verify()).toMatchObject({ sound: true, unsealed: 1 });
  expect(await sealer.seal()).toBe(1);
  expect(await settledId()).toBeGreaterThan(Number(late.id));
  expect(await lab.verify()).toMatchObject({ sound: true, unsealed: 0, sealed: 6 });
});

test('completeness moves on under writers that never pause, and past a row that was rolled back', async () => {
  let writer = await openWriter();
  const first = Number(writer.id);
  for (let pass = 0; pass < 4; pass += 1) {
    const next = await openWriter();
    await writer.end(pass === 0 ? 'rollback' : 'commit');
    writer = next;
    await lab.write(1);
    await sealer.seal();
  }
  expect(await settledId()).toBeGreaterThan(first);
  expect(await settledId()).toBeLessThan(Number(writer.id));
  await writer.end('commit');
  await sealer.seal();
  expect(await lab.verify()).toMatchObject({ sound: true, unsealed: 0 });
});

test('sealers at once never seal a row twice and never wait for each other', async () => {
  const sealers = Array.from({ length: 4 }, () => lab.newSealer({ batchSize: 7 }));
  let writing = true;
  const writers = Promise.all(
    Array.from({ length: 4 }, async (_, number) => {
      for (let row = 0; row < 60; row += 1) {
        if (row % 3 === 0) {
          await lab.database.transaction(actorOf(`w${number}`), async (tx) => {
            tx.audit(look(`p${row}`));
            tx.audit(look(`q${row}`));
          });
        } else await lab.database.record(actorOf(`w${number}`), look(`p${row}`));
      }
    }),
  ).finally(() => {
    writing = false;
  });
  const sealed = await Promise.all(
    sealers.map(async (sealer) => {
      let total = 0;
      while (writing) total += await sealer.seal();
      return total;
    }),
  );
  await writers;
  const rest = await sealer.seal();
  const total = sealed.reduce((sum, count) => sum + count, rest);
  expect(total).toBe(4 * (40 + 20 * 2));
  expect(await lab.verify()).toMatchObject({ sound: true, sealed: total, unsealed: 0 });
});

test('a sealer that finds another at work leaves it alone', async () => {
  await lab.write(3);
  const other = await lab.pool.connect();
  await other.query('begin; select pg_advisory_xact_lock(4991203)');
  expect(await sealer.seal()).toBe(0);
  await other.query('rollback');
  other.release();
  expect(await sealer.seal()).toBe(3);
});

test('a head that could not be written is written by the next pass, or by another process', async () => {
  const diskFull = { ...lab.heads, append: () => Promise.reject(new Error('no space left on device')) };
  const headsNow = async () => {
    const text = await readFile(join(lab.dataDir, 'audit-heads.jsonl'), 'utf8');
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).no);
  };
  await lab.write(2);
  await expect(lab.newSealer({ heads: diskFull }).seal()).rejects.toThrow('no space');
  expect(await lab.verify()).toMatchObject({ sealed: 2, heads: { found: false } });
  expect(await sealer.seal()).toBe(0);
  expect(await headsNow()).toEqual([1]);
  await lab.write(1);
  await lab
    .newSealer({ heads: diskFull })
    .seal()
    .catch(() => undefined);
  await lab.write(1);
  await sealer.seal();
  expect(await headsNow()).toEqual([1, 3]);
  expect(await lab.verify()).toMatchObject({ sound: true, heads: { compared: 2 } });
});

test('a running sealer says within one pass that the chain was cut or rewritten under it', async () => {
  const said: unknown[] = [];
  const logger = { ...lab.logger, info: () => undefined, error: (facts: unknown) => said.push(facts) };
  const watching = lab.newSealer({ logger: logger as unknown as Logger });
  for (let seal = 0; seal < 2; seal += 1) {
    await lab.write(1);
    await watching.seal();
  }
  await watching.seal();
  expect(said).toEqual([]);
  await lab.tamper((sql) => sql("update audit_seal set hash = sha256('x') where no = 2"));
  await watching.seal();
  await lab.tamper((sql) => sql('truncate audit_event, audit_seal, audit_sealed restart identity'));
  await watching.seal();
  expect(said).toEqual([
    { exported: 2, found: 2 },
    { exported: 2, found: null },
  ]);
});

test('an outsider checks a head with the exported public key', async () => {
  await lab.write(2);
  await sealer.seal();
  await exportPublicKey(lab.dataDir, lab.signer.publicKeyPem);
  const head = JSON.parse((await readFile(join(lab.dataDir, 'audit-heads.jsonl'), 'utf8')).trim());
  const key = createPublicKey(await readFile(join(lab.dataDir, 'audit-public-key.pem')));
  const [hash, signature] = [Buffer.from(head.hash, 'hex'), Buffer.from(head.signature, 'hex')];
  expect(verify(null, hash, key, signature)).toBe(true);
  hash[0] = (hash[0] ?? 0) ^ 1;
  expect(verify(null, hash, key, signature)).toBe(false);
});

test('rows of many months are sealed and checked; a month without a partition is kept all the same', async () => {
  for (const month of ['2026-11', '2026-12', '2027-06', '2027-07', '2031-01']) {
    await lab.writeMany(3, new Date(`${month}-15T12:00:00Z`));
  }
  await sealer.seal();
  // June 2027 has rows in the default partition and stays there; the months around it get their own.
  expect(await ensureAuditPartitions(lab.pool, new Date('2027-05-31T23:30:00Z'))).toBe(1);
  expect(await ensureAuditPartitions(lab.pool, new Date('2027-08-01T00:30:00Z'))).toBe(3);
  expect(await ensureAuditPartitions(lab.pool, new Date('2027-08-01T00:30:00Z'))).toBe(0);
  await lab.writeMany(2, new Date('2027-08-31T23:59:59.5Z'));
  await sealer.seal();
  const { rows } = await lab.pool.query<{ partition: string; count: number }>(
    'select tableoid::regclass::text as partition, count(*)::int from audit_event group by 1 order by 1',
  );
  expect(Object.fromEntries(rows.map(({ partition, count }) => [partition, count]))).toMatchObject({
    audit_event_2027_08: 2,
    audit_event_other: 9,
  });
  expect(await lab.verify()).toMatchObject({ sound: true, sealed: 17, unsealed: 0 });
  await expect(lab.pool.query('truncate audit_event_2027_08')).rejects.toThrow('append-only');
});

test('twenty thousand rows are sealed and checked within seconds', async () => {
  await lab.writeMany(20_000);
  const start = performance.now();
  expect(await sealer.seal()).toBe(20_000);
  const sealed = performance.now();
  expect(await lab.verify()).toMatchObject({ sound: true, seals: 4, sealed: 20_000 });
  const checked = performance.now();
  expect(sealed - start).toBeLessThan(10_000);
  expect(checked - sealed).toBeLessThan(10_000);
});
