// What the owner of the database can do to the log, and how each of it is found.
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AuditLab, actorOf, createAuditLab } from '../../../tests/support/audit-lab.ts';
import { createVault } from '../security/vault.ts';
import { AUDIT_COLUMNS, encodeLeaves, GENESIS, hashRow, hashSeal, ROW_TEXT } from './audit-seal.ts';
import type { AuditSealer } from './audit-sealer.ts';
import { type AuditSigner, createAuditSigner } from './audit-signer.ts';

let lab: AuditLab;
let sealer: AuditSealer;
beforeAll(async () => {
  lab = await createAuditLab();
});
beforeEach(async () => {
  await lab.reset();
  sealer = lab.newSealer();
});
afterAll(() => lab.close());

/** Three seals over twelve rows. */
async function threeSeals(): Promise<string[]> {
  for (let seal = 0; seal < 3; seal += 1) {
    await lab.write(4);
    await sealer.seal();
  }
  return lab.ids();
}

const kinds = ({ faults }: { faults: readonly { kind: string }[] }) => faults.map(({ kind }) => kind);

test('an untouched log is sound, and rows that wait for their seal are counted', async () => {
  const ids = await threeSeals();
  await lab.write(2);
  expect(await lab.verify()).toEqual({
    sound: true,
    seals: 3,
    sealed: ids.length,
    unsealed: 2,
    oldestUnsealedAt: '2026-11-10T08:00:00.123Z',
    heads: { found: true, compared: 3, unreadable: 0 },
    gone: { months: [], rows: 0 },
    faultCount: 0,
    faults: [],
  });
});

const EDITS: Record<(typeof AUDIT_COLUMNS)[number], string> = {
  id: 'id + 1000',
  at: "at + interval '1 microsecond'",
  type: "'alert.viewed'",
  outcome: "'REFUSED'",
  actor_id: "'somebody-else'",
  actor_kind: "'user'",
  session_id: "''",
  agency_id: "'00000000-0000-7000-8000-010000000000'",
  state: "'KGZ'",
  request_id: 'null',
  ip: "'10.0.0.1'",
  purpose_code: "'P1'",
  purpose_ref: "'x'",
  subject_type: "'alert'",
  subject_id: "'p9'",
  data: `data || '{"breakGlass": true}'`,
  sealed_data: "'\\x00'",
};

test.each(AUDIT_COLUMNS)('an edit of %s is found', async (column) => {
  const ids = await threeSeals();
  await lab.tamper((sql) =>
    sql(`update audit_event set ${column} = ${EDITS[column]} where id = $1`, [ids[5]]),
  );
  const result = await lab.verify();
  expect(result.sound).toBe(false);
  expect(result.faults[0]).toEqual({
    kind: column === 'id' ? 'row-deleted' : 'row-edited',
    seal: 2,
    row: ids[5],
  });
});

test('every column of the log is hashed', async () => {
  const { rows } = await lab.pool.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'audit_event' order by ordinal_position`,
  );
  expect(rows.map(({ name }) => name)).toEqual([...AUDIT_COLUMNS]);
});

test('a row is the same text in every session, to the microsecond, whatever the order of its members', async () => {
  await lab.pool.query(
    `insert into audit_event (at, type, outcome, actor_kind, state, data) values
       ('2026-11-10 08:00:00.123456+00', 'a', 'b', 'c', 'KG', '{"b": 1.50, "a": 12345678901234567890, "ä": "☃\\u2028\\""}'),
       ('2026-11-10 08:00:00.123457+00', 'a', 'b', 'c', 'KG', '{"ä": "☃\\u2028\\"", "a": 12345678901234567890, "b": 1.50}')`,
  );
  const read = async (...settings: string[]) => {
    const client = await lab.pool.connect();
    try {
      for (const setting of settings) await client.query(`set ${setting}`);
      const { rows } = await client.query<{ text: string }>(
        `select ${ROW_TEXT} as text from audit_event e order by id`,
      );
      return rows.map(({ text }) => text);
    } finally {
      client.release(true);
    }
  };
  const plain = await read();
  expect(
    await read(
      "timezone = 'Asia/Kathmandu'",
      "datestyle = 'German, DMY'",
      'extra_float_digits = 0',
      "bytea_output = 'escape'",
      "intervalstyle = 'iso_8601'",
    ),
  ).toEqual(plain);
  const [first = '', second = ''] = plain.map((text) => text.replace(/^\[\d+, "[0-9a-f]{16}"/, ''));
  expect(first).toBe(second);
  expect(first).toContain('12345678901234567890');
  expect(first).toContain('1.50');
  expect(plain[0]?.slice(0, 30)).not.toBe(plain[1]?.slice(0, 30));
});

test('deleted rows are found and named', async () => {
  const ids = await threeSeals();
  await lab.tamper((sql) => sql('delete from audit_event where id in ($1, $2)', [ids[0], ids[11]]));
  expect((await lab.verify()).faults).toEqual([
    { kind: 'row-deleted', seal: 1, row: ids[0] },
    { kind: 'row-deleted', seal: 3, row: ids[11] },
  ]);
});

test('two rows that changed places are found', async () => {
  const ids = await threeSeals();
  await lab.tamper(async (sql) => {
    await sql('update audit_event set id = -1 where id = $1', [ids[1]]);
    await sql('update audit_event set id = $2 where id = $1', [ids[2], ids[1]]);
    await sql('update audit_event set id = $1 where id = -1', [ids[2]]);
  });
  expect((await lab.verify()).faults).toEqual([
    { kind: 'row-edited', seal: 1, row: ids[1] },
    { kind: 'row-edited', seal: 1, row: ids[2] },
  ]);
});

test('a row slipped in where the log was complete is found, also when it claims to be sealed', async () => {
  await lab.write(3);
  await lab.tamper((sql) => sql("select setval('audit_event_id_seq', 100)"));
  await lab.write(1);
  await sealer.seal();
  const forged = `insert into audit_event (id, at, type, outcome, actor_kind, data) values
    (50, now(), 'person.viewed', 'SUCCESS', 'user', '{}'), (51, now(), 'person.viewed', 'SUCCESS', 'user', '{}')`;
  await lab.tamper(async (sql) => {
    await sql(forged);
    await sql('insert into audit_sealed (event_id, seal_no) values (51, 1)');
  });
  await lab.write(1);
  await sealer.seal();
  expect((await lab.verify()).faults).toEqual([
    { kind: 'marks-differ', seal: 1, row: '51' },
    { kind: 'row-inserted', seal: null, row: '50' },
  ]);
});

test('a copy of a sealed row under the same id is found', async () => {
  const ids = await threeSeals();
  await lab.tamper((sql) =>
    sql(
      `insert into audit_event (id, at, type, outcome, actor_kind, data)
       select id, at + interval '1 hour', type, outcome, actor_kind, data from audit_event where id = $1`,
      [ids[4]],
    ),
  );
  expect((await lab.verify()).faults).toEqual([{ kind: 'row-inserted', seal: 2, row: ids[4] }]);
});

test('a mark that was taken away or points nowhere is found', async () => {
  const ids = await threeSeals();
  await lab.tamper(async (sql) => {
    await sql('delete from audit_sealed where event_id = $1', [ids[3]]);
    await sql('update audit_sealed set seal_no = 99 where event_id = $1', [ids[6]]);
  });
  expect((await lab.verify()).faults).toEqual([
    { kind: 'marks-differ', seal: 1, row: ids[3] },
    { kind: 'marks-differ', seal: 2, row: ids[6] },
    { kind: 'marks-differ', seal: null, row: ids[6] },
    { kind: 'row-inserted', seal: null, row: ids[3] },
  ]);
});

test.each([
  ['sealed_at', "sealed_at + interval '1 microsecond'"],
  ['count', 'count + 1'],
  ['settled_id', 'settled_id - 1'],
  ['leaves', 'set_byte(leaves, 20, (get_byte(leaves, 20) + 1) % 256)'],
])('an edit of %s of a seal is found', async (column, expression) => {
  await threeSeals();
  await lab.tamper((sql) => sql(`update audit_seal set ${column} = ${expression} where no = 2`));
  expect((await lab.verify()).faults).toContainEqual({ kind: 'seal-edited', seal: 2, row: null });
});

test('a seal that was taken out is found from both sides', async () => {
  await threeSeals();
  await lab.tamper((sql) => sql('delete from audit_seal where no = 2'));
  const found = kinds(await lab.verify());
  expect(found).toContain('seal-missing');
  expect(found).toContain('marks-differ');
});

test('a chain that was cut short is found by the exported heads alone', async () => {
  const ids = await threeSeals();
  await lab.tamper(async (sql) => {
    await sql('delete from audit_seal where no = 3');
    await sql('delete from audit_sealed where seal_no = 3');
    await sql('delete from audit_event where id >= $1', [ids[8]]);
  });
  expect((await lab.verify()).faults).toEqual([{ kind: 'tail-missing', seal: 3, row: null }]);
});

test('a tail that was cut off, edited and sealed anew by the unsuspecting sealer is found', async () => {
  const ids = await threeSeals();
  await lab.tamper(async (sql) => {
    await sql('delete from audit_seal where no = 3');
    await sql('delete from audit_sealed where seal_no = 3');
    await sql(`update audit_event set actor_id = 'innocent' where id = $1`, [ids[9]]);
  });
  lab.clock.at = new Date('2026-11-10T08:00:05Z');
  expect(await lab.newSealer().seal()).toBe(4);
  expect((await lab.verify()).faults).toEqual([{ kind: 'head-differs', seal: 3, row: null }]);
});

/** Rewrites history as if it had always been so: edits a row and makes every seal anew. */
async function rewriteChain(signer: AuditSigner): Promise<void> {
  await lab.tamper(async (sql) => {
    await sql(`update audit_event set actor_id = 'innocent' where id = (select min(id) from audit_event)`);
    const seals = await sql(
      `select no::float8 as no, timestamptz_send(sealed_at) as "sealedAt", count, settled_id as "settledId"
       from audit_seal order by no`,
    );
    let previousHash: Buffer = GENESIS;
    for (const seal of seals.rows) {
      const { rows } = await sql(
        `select e.id, ${ROW_TEXT} as text from audit_event e join audit_sealed s on s.event_id = e.id
         where s.seal_no = $1 order by e.id`,
        [seal.no],
      );
      const leaves = encodeLeaves(rows.map(({ id, text }) => ({ id, hash: hashRow(text) })));
      const hash = hashSeal({ ...seal, leaves, previousHash });
      await sql(
        'update audit_seal set leaves = $2, previous_hash = $3, hash = $4, signature = $5 where no = $1',
        [seal.no, leaves, previousHash, hash, signer.sign(hash)],
      );
      previousHash = hash;
    }
  });
}

test('a chain rewritten from the first link with hashes that fit is found by its signatures', async () => {
  await threeSeals();
  await rewriteChain(createAuditSigner(createVault('a secret that is not the one of this installation')));
  const result = await lab.verify();
  expect(kinds(result)).toEqual([
    'signature-wrong',
    'signature-wrong',
    'signature-wrong',
    'head-differs',
    'head-differs',
    'head-differs',
  ]);
});

test('a chain rewritten with the stolen key is found by the exported heads alone', async () => {
  await threeSeals();
  await rewriteChain(lab.signer);
  expect(kinds(await lab.verify())).toEqual(['head-differs', 'head-differs', 'head-differs']);
  await rm(join(lab.dataDir, 'audit-heads.jsonl'));
  expect(await lab.verify()).toMatchObject({ sound: true, heads: { found: false, compared: 0 } });
});

test('seals of another installation are not taken for ours', async () => {
  await threeSeals();
  await lab.tamper((sql) => sql("update audit_seal set key_id = '0000000000000000' where no = 1"));
  expect(kinds(await lab.verify())).toEqual(['key-unknown']);
});

test('heads that nobody here signed prove nothing, and a torn line does not spoil the next', async () => {
  await threeSeals();
  const path = join(lab.dataDir, 'audit-heads.jsonl');
  const [first = ''] = (await readFile(path, 'utf8')).split('\n');
  await appendFile(path, `not json\n${first.replace(/"hash":"../, '"hash":"00')}\n{"no":4,"ha`);
  expect((await lab.verify()).heads).toEqual({ found: true, compared: 3, unreadable: 2 });
  await lab.write(1);
  await sealer.seal();
  expect(await lab.verify()).toMatchObject({ sound: true, heads: { compared: 4, unreadable: 3 } });
  await writeFile(path, '');
  expect((await lab.verify()).heads).toEqual({ found: true, compared: 0, unreadable: 0 });
});

test('the tables refuse what is not an insert, also in a single partition', async () => {
  await threeSeals();
  const { rows } = await lab.pool.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_event'::regclass`,
  );
  const tables = ['audit_event', ...rows.map(({ name }) => name), 'audit_seal', 'audit_sealed'];
  expect(tables.length).toBeGreaterThan(5);
  for (const table of tables) {
    await expect(lab.pool.query(`truncate ${table}`), table).rejects.toThrow('append-only');
  }
  for (const statement of [
    "update audit_event set actor_id = 'x'",
    'delete from audit_event',
    "update audit_seal set key_id = 'x'",
    'delete from audit_seal',
    'update audit_sealed set seal_no = 9',
    'delete from audit_sealed',
  ]) {
    await expect(lab.pool.query(statement), statement).rejects.toThrow('append-only');
  }
});

test('only one check runs at a time', async () => {
  await lab.write(1, actorOf('x'));
  const blocker = await lab.pool.connect();
  await blocker.query('select pg_advisory_lock(4991204)');
  await expect(lab.verify()).rejects.toThrow('another check');
  blocker.release(true);
});
