// Reading and exporting the log: who sees what, and that every look stands in it.
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AuditLab, createAuditLab, look } from '../../../tests/support/audit-lab.ts';
import { agencyId, testUser } from '../../../tests/support/people.ts';
import { plantPerson, userActor } from '../../../tests/support/records.ts';
import { type AuditService, createAuditService } from './service.ts';

let lab: AuditLab;
let audit: AuditService;
const auditor = userActor('KGZ', 'AUD');

beforeAll(async () => {
  lab = await createAuditLab();
  audit = createAuditService(lab);
});
beforeEach(() => lab.reset());
afterAll(() => lab.close());

const later = (seconds: number) => {
  lab.clock.at = new Date(lab.clock.at.getTime() + seconds * 1_000);
};

const search = (actor: Parameters<typeof lab.database.record>[0], words: string) =>
  lab.database.record(actor, {
    type: 'search.persons',
    data: { candidates: 1, shown: [], policy: 'INVESTIGATOR 1', engine: 'postgres', degraded: false },
    secret: words,
  });

test('an auditor sees the rows of people of his own state, newest first, and then his own look', async () => {
  await lab.database.record(userActor('KGZ', 'INV'), look('p1'));
  await lab.database.record(userActor('UZB', 'INV'), look('p2'));
  later(1);
  await lab.database.record(userActor('KGZ', 'CO'), look('p3'));
  const page = await audit.list(auditor, { limit: 10 });
  expect(page.items.map(({ subjectId }) => subjectId)).toEqual(['p3', 'p1']);
  expect(page.items[1]).toMatchObject({
    at: '2026-11-10T08:00:00.123000Z',
    type: 'person.viewed',
    outcome: 'SUCCESS',
    actorKind: 'user',
    actorId: userActor('KGZ', 'INV').id,
    agencyId: agencyId('KGZ', 'INVESTIGATION'),
    state: 'KGZ',
    ip: '127.0.0.1',
    purposeCode: 'P1',
    purposeReference: 'test case',
    data: { alertIds: [], breakGlass: false },
    hasSecret: false,
    sealNo: null,
  });
  const [own] = (await audit.list(auditor, { limit: 1, type: 'audit.read' })).items;
  expect(own).toMatchObject({ actorId: auditor.id, data: { filter: [], count: 2 } });
});

test.each([
  [{ actorId: userActor('KGZ', 'CO').id }, ['p3']],
  [{ type: 'search.persons' }, [null]],
  [{ subjectId: 'p1' }, ['p1']],
  [{ agencyId: agencyId('KGZ', 'CENTRAL') }, ['p3']],
  [{ outcome: 'REFUSED' as const }, ['p4']],
  [{ from: '2026-11-10T14:00:10.123+06:00' }, [null]],
  [{ to: '2026-11-10T08:00:00.123Z' }, []],
  [{ from: '2026-11-10T08:00:00.123Z', to: '2026-11-10T08:00:00.124Z' }, ['p4', 'p3', 'p1']],
])('the filter %j finds its rows', async (filter, subjects) => {
  const inv = userActor('KGZ', 'INV');
  await lab.database.record(inv, look('p1'));
  await lab.database.record(userActor('KGZ', 'CO'), look('p3'));
  await lab.database.record(inv, { ...look('p4'), outcome: 'REFUSED' });
  later(10);
  await search(inv, 'words');
  const { items } = await audit.list(auditor, { limit: 10, ...filter });
  expect(items.map(({ subjectId }) => subjectId)).toEqual(subjects);
});

test('a login, a key by its name and a number are typed instead of ids; the trace keeps what was typed', async () => {
  const person = await plantPerson(lab.database, 'KGZ');
  const inv = testUser('KGZ', 'INV');
  await lab.database.record(userActor('KGZ', 'INV'), look(person.id));
  await lab.database.record(userActor('KGZ', 'CO'), look(person.id));
  const number = person.registryNumber.toLowerCase().replaceAll('-', ' ');
  const filter = { actorId: inv.login.toUpperCase(), subjectId: number };
  const { items } = await audit.list(auditor, { limit: 10, ...filter });
  expect(items.map(({ actorId, subjectId }) => [actorId, subjectId])).toEqual([[inv.id, person.id]]);
  const [trace] = (await audit.list(auditor, { limit: 1, type: 'audit.read' })).items;
  const { secret } = await audit.get(auditor, trace?.id ?? '');
  expect(JSON.parse(secret ?? '')).toEqual(filter);
  // Who works for another state is known to nobody here.
  const strange = { actorId: testUser('UZB', 'INV').login };
  expect((await audit.list(auditor, { limit: 10, ...strange })).items).toEqual([]);
  const { items: names } = await audit.names(auditor, [person.id]);
  expect(names).toEqual([{ id: person.id, kind: 'NUMBER', name: person.registryNumber }]);
});

test('pages go through rows of one instant without loss while new rows come in', async () => {
  for (let number = 0; number < 7; number += 1) {
    await lab.database.record(userActor('KGZ', 'INV'), look(`p${number}`));
  }
  const seen: (string | null)[] = [];
  let cursor: string | undefined;
  do {
    const page = await audit.list(auditor, { limit: 3, type: 'person.viewed', ...(cursor && { cursor }) });
    seen.push(...page.items.map(({ subjectId }) => subjectId));
    cursor = page.nextCursor ?? undefined;
    await lab.database.record(userActor('KGZ', 'INV'), look('new'));
  } while (cursor !== undefined);
  expect(seen).toEqual(['p6', 'p5', 'p4', 'p3', 'p2', 'p1', 'p0']);
});

test('the words of a search are read in the detail only, and that look is recorded first', async () => {
  await search(userActor('KGZ', 'INV'), 'Тестов Тест');
  const { items } = await audit.list(auditor, { limit: 1 });
  const [row] = items;
  expect(row?.hasSecret).toBe(true);
  expect(JSON.stringify(items)).not.toContain('Тестов');
  const detail = await audit.get(auditor, row?.id ?? '');
  expect(detail).toMatchObject({ secret: 'Тестов Тест', secretState: 'READABLE' });
  const [trace] = (await audit.list(auditor, { limit: 1 })).items;
  expect(trace).toMatchObject({
    type: 'audit.read',
    data: { filter: ['id'], count: 1, secret: true },
    subjectType: 'audit',
    subjectId: row?.id,
  });
  // Another state's auditor cannot tell it from a row that does not exist.
  await expect(audit.get(userActor('UZB', 'AUD'), row?.id ?? '')).rejects.toThrow('not-found');
  await expect(audit.get(auditor, '999999')).rejects.toThrow('not-found');
});

test('a text that was changed in the table is called unreadable', async () => {
  await search(userActor('KGZ', 'INV'), 'words');
  await lab.tamper((sql) =>
    sql('update audit_event set sealed_data = set_byte(sealed_data, 30, 255 - get_byte(sealed_data, 30))'),
  );
  const [row] = (await audit.list(auditor, { limit: 1 })).items;
  expect(await audit.get(auditor, row?.id ?? '')).toMatchObject({ secret: null, secretState: 'UNREADABLE' });
});

test('whose log an auditor asked for is not readable in the log itself', async () => {
  const about = userActor('KGZ', 'INV').id;
  await audit.list(auditor, { limit: 1, actorId: about });
  const [trace] = (await audit.list(auditor, { limit: 1, type: 'audit.read' })).items;
  expect(trace?.data).toEqual({ filter: ['actorId'], count: 0 });
  expect(JSON.stringify(trace)).not.toContain(about);
  expect((await audit.get(auditor, trace?.id ?? '')).secret).toBe(JSON.stringify({ actorId: about }));
});

test('the CSV disarms formulas, keeps every letter, and stands in the log with its count', async () => {
  const officer = userActor('KGZ', 'INV', {
    purpose: { code: 'P1', reference: '=HYPERLINK("http://evil","Иш, №1")' },
  });
  await lab.database.record(officer, look('+p1'));
  await lab.database.record(userActor('UZB', 'INV'), look('foreign'));
  const file = await audit.exportRows(auditor, { format: 'csv' });
  expect(file).toMatchObject({
    mediaType: 'text/csv; charset=utf-8',
    fileName: 'audit-KGZ-2026-11-10T080000.csv',
  });
  const lines = (await text(file.content)).split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFid,at,type,outcome,/);
  expect(lines[1]).toContain(`"'=HYPERLINK(""http://evil"",""Иш, №1"")"`);
  expect(lines[1]).toContain(`,'+p1,`);
  expect(lines).toHaveLength(3);
  expect(lines[2]).toBe('');
  const [trace] = (await audit.list(auditor, { limit: 1 })).items;
  expect(trace).toMatchObject({ type: 'audit.exported', data: { filter: [], count: 1, format: 'csv' } });
});

test('the JSON export holds every row of many pages once, oldest first, without encrypted texts', async () => {
  const rows = 4_500;
  await lab.pool.query(
    `insert into audit_event (at, type, outcome, actor_kind, state, data, sealed_data)
     select $2::timestamptz + (n / 7) * interval '1 millisecond', 'person.viewed', 'SUCCESS', 'user', 'KGZ',
            jsonb_build_object('n', n), '\\x01' from generate_series(1, $1) as n`,
    [rows, lab.clock.at],
  );
  const file = await audit.exportRows(auditor, { format: 'json' });
  // What comes while the file is being read does not belong to it.
  await lab.database.record(userActor('KGZ', 'INV'), look('late'));
  const items = JSON.parse(await text(file.content)) as { at: string; data: { n: number } }[];
  expect(items.map(({ data }) => data.n)).toEqual(Array.from({ length: rows }, (_, index) => index + 1));
  expect(JSON.stringify(items[0])).not.toContain('sealedData');
  const empty = await audit.exportRows(auditor, { format: 'json', subjectId: 'nobody' });
  expect(JSON.parse(await text(empty.content))).toEqual([]);
});

test('seals are listed with the key that checks them, also to those who may not read the log', async () => {
  const sealer = lab.newSealer({ batchSize: 2 });
  for (let number = 0; number < 5; number += 1) await lab.database.record(auditor, look(`p${number}`));
  await sealer.seal();
  const admin = userActor('KGZ', 'SAD');
  const first = await audit.listSeals(admin, { limit: 2 });
  const second = await audit.listSeals(admin, { limit: 2, cursor: first.nextCursor ?? '' });
  const all = [...first.items, ...second.items];
  expect(all.map(({ no, count }) => [no, count])).toEqual([
    [3, 1],
    [2, 2],
    [1, 2],
  ]);
  expect(all[0]?.previousHash).toBe(all[1]?.hash);
  expect(all[2]?.previousHash).toBe('00'.repeat(32));
  expect(first.publicKey).toBe(lab.signer.publicKeyPem);
  const [sealed] = (await audit.list(auditor, { limit: 1, subjectId: 'p0' })).items;
  expect(sealed?.sealNo).toBe('1');
});

test('a check of the log leaves a trace that says how it ended', async () => {
  await lab.database.record(auditor, look('p1'));
  await lab.newSealer().seal();
  const progress: number[][] = [];
  const sound = await audit.verify(auditor, (done, total) => progress.push([done, total]));
  expect(sound).toMatchObject({ sound: true, sealed: 1, unsealed: 0 });
  expect(progress).toEqual([[1, 1]]);
  await lab.tamper((sql) => sql("update audit_event set outcome = 'REFUSED' where subject_id = 'p1'"));
  expect(await audit.verify(auditor)).toMatchObject({ sound: false, faultCount: 1, unsealed: 1 });
  const traces = (await audit.list(auditor, { limit: 5, type: 'audit.verified' })).items;
  expect(traces.map(({ outcome, data }) => [outcome, data['sound']])).toEqual([
    ['FAILED', false],
    ['SUCCESS', true],
  ]);
});

test('ids of the own people and of all agencies have names; the people of others have none', async () => {
  const own = userActor('KGZ', 'INV').id;
  const agency = agencyId('UZB', 'BORDER');
  const { items } = await audit.names(auditor, [own, userActor('UZB', 'INV').id, agency]);
  expect(items.map(({ id, kind }) => [id, kind])).toEqual([
    [own, 'USER'],
    [agency, 'AGENCY'],
  ]);
  const [row] = (await audit.list(auditor, { limit: 1, type: 'audit.read' })).items;
  expect(row).toMatchObject({ data: { filter: ['names'], count: 2 } });
});
