// After its legal time a month of the log goes, the rest proves what it proved before, and a false excuse excuses nothing.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuditLab, actorOf, createAuditLab } from '../../../tests/support/audit-lab.ts';
import type { ReferenceService } from '../reference/service.ts';
import { createAuditService } from './service.ts';

let lab: AuditLab;
let months = 36;
const reference = {
  retention: async () => ({ longest: () => months }),
} as unknown as Pick<ReferenceService, 'retention'>;
const audit = () => createAuditService({ ...lab, reference });
const officer = actorOf('shorten-audit');
const HELD = '00000000-0000-7000-8000-0000000000aa';

const partitions = async () => {
  const { rows } = await lab.pool.query<{ name: string }>(
    `select inhrelid::regclass::text as name from pg_inherits where inhparent = 'audit_event'::regclass
     and inhrelid::regclass::text ~ '^audit_event_2023' order by 1`,
  );
  return rows.map(({ name }) => name);
};

const rowsOf = async (month: string): Promise<string[]> => {
  const { rows } = await lab.pool.query<{ id: string }>(
    `select id from audit_event where to_char(at at time zone 'UTC', 'YYYY-MM') = $1 order by id`,
    [month],
  );
  return rows.map(({ id }) => id);
};

beforeAll(async () => {
  lab = await createAuditLab();
  await lab.reset();
  await lab.pool.query(`select audit_ensure_partitions('2023-09-15T00:00:00Z', 3)`);
  // Out of order, as clocks of several machines write: the ids of a month are no single stretch.
  const sealer = lab.newSealer({ batchSize: 7 });
  for (const [count, day] of [
    [5, '2023-09-10'],
    [4, '2023-10-02'],
    [3, '2023-09-30'],
    [6, '2023-11-20'],
  ] as const) {
    await lab.writeMany(count, new Date(`${day}T10:00:00Z`));
    await sealer.seal();
  }
  await lab.write(2);
  await sealer.seal();
});
afterAll(() => lab.close());

test('a legal hold keeps the month in which a row is about whom it holds', async () => {
  await lab.pool.query(
    `insert into legal_hold (id, subject_type, subject_id, state, reason, set_by, set_at) values (gen_random_uuid(), 'person', $1, 'KGZ', 'x', $1, now())`,
    [HELD],
  );
  await lab.pool.query(
    `insert into audit_event (at, type, outcome, actor_kind, subject_type, subject_id, data)
     values ('2023-10-05T10:00:00Z', 'person.viewed', 'SUCCESS', 'system', 'person', $1, '{}')`,
    [HELD],
  );
  expect((await audit().shorten(officer)).kept).toEqual([{ month: '2023-10', because: 'UNSEALED' }]);
  await lab.newSealer().seal();
  expect(await audit().shorten(officer)).toEqual({
    gone: [],
    kept: [{ month: '2023-10', because: 'HELD' }],
  });
  await lab.pool.query('update legal_hold set released_at = now()');
});

test('months beyond three years are gone, the chain is sound, and the check says what went', async () => {
  // September went in the test before: nothing held it.
  expect(await partitions()).toEqual(['audit_event_2023_10', 'audit_event_2023_11']);
  const report = await audit().shorten(officer);
  expect(report).toEqual({ gone: [{ month: '2023-10', rows: 5 }], kept: [] });
  expect(await partitions()).toEqual(['audit_event_2023_11']);
  await lab.newSealer().seal();
  const result = await lab.verify();
  expect(result).toMatchObject({ sound: true, faultCount: 0, heads: { found: true } });
  expect(result.gone).toEqual({
    rows: 13,
    months: [
      { month: '2023-09', rows: 8 },
      { month: '2023-10', rows: 5 },
    ],
  });
  // A seal still names every row that went.
  expect(result.sealed).toBeGreaterThan(13 + 6);
  expect(await audit().shorten(officer)).toEqual({ gone: [], kept: [] });
  const { rows } = await lab.pool.query(
    "select data from audit_event where type = 'audit.shortened' order by id",
  );
  expect(rows.map(({ data }) => data)).toEqual([
    { month: '2023-09', rows: 8 },
    { month: '2023-10', rows: 5 },
  ]);
});

test('the note changes for nobody', async () => {
  await expect(lab.pool.query(`update audit_gone set rows = 1`)).rejects.toThrow(/append-only/);
  await expect(lab.pool.query(`delete from audit_gone`)).rejects.toThrow(/append-only/);
});

test('a row of another month that is missing is still found, and a note without the secret excuses none', async () => {
  const [first = '', second = ''] = await rowsOf('2023-11');
  await lab.tamper(async (sql) => {
    await sql('delete from audit_event where id = $1', [first]);
    await sql(
      `insert into audit_gone (month, rows, ids, gone_at, key_id, signature)
       select '2023-11', 1, '{[' || $1 || ',' || ($1::bigint + 1) || ')}', gone_at, key_id, signature from audit_gone limit 1`,
      [first],
    );
  });
  const result = await lab.verify();
  expect(result.faults).toContainEqual({ kind: 'note-false', seal: null, row: null });
  expect(result.faults).toContainEqual(expect.objectContaining({ kind: 'row-deleted', row: first }));
  expect(result.faults.map(({ row }) => row)).not.toContain(second);
  // And such a log is not shortened: what is left of it is evidence.
  months = 12;
  await expect(audit().shorten(officer)).rejects.toThrow(/not sound/);
  expect(await rowsOf('2023-11')).toContain(second);
});

test('rows for whose month nobody had made a partition go when all of them are over, and new ones find their place', async () => {
  months = 36;
  await lab.tamper((sql) => sql('truncate audit_gone'));
  await lab.reset();
  const sealer = lab.newSealer();
  await lab.writeMany(2, new Date('2023-03-10T10:00:00Z'));
  await lab.writeMany(3, new Date('2023-04-10T10:00:00Z'));
  await lab.writeMany(1, new Date('2031-01-10T10:00:00Z'));
  await sealer.seal();
  const others = async () => {
    const { rows } = await lab.pool.query('select count(*)::int as count from audit_event_other');
    return rows[0].count;
  };
  const before = await others();
  // One of them is not over, and they share a partition.
  expect(await audit().shorten(officer)).toEqual({ gone: [], kept: [] });
  expect(await others()).toBe(before);
  await lab.reset();
  await lab.writeMany(2, new Date('2023-03-10T10:00:00Z'));
  await lab.writeMany(3, new Date('2023-04-10T10:00:00Z'));
  await lab.write(1);
  await sealer.seal();
  expect(await audit().shorten(officer)).toEqual({
    gone: [
      { month: '2023-03', rows: 2 },
      { month: '2023-04', rows: 3 },
    ],
    kept: [],
  });
  expect(await others()).toBe(0);
  await lab.writeMany(1, new Date('2031-01-10T10:00:00Z'));
  expect(await others()).toBe(1);
  await expect(lab.pool.query('truncate audit_event_other')).rejects.toThrow(/append-only/);
  await expect(lab.pool.query('delete from audit_event_other')).rejects.toThrow(/append-only/);
  await lab.newSealer().seal();
  expect(await lab.verify()).toMatchObject({ sound: true, gone: { rows: 5 } });
});
