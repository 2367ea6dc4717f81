import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { ExportView } from './contract.ts';

let world: TestWorld;
const tokens: Record<string, string> = {};
beforeAll(async () => {
  world = await createTestWorld();
  for (const [name, role, which] of [
    ['officer', 'CO', 'first'],
    ['prosecutor', 'PRO', 'first'],
    ['second', 'CO', 'second'],
    ['auditor', 'AUD', 'first'],
    ['investigator', 'INV', 'first'],
  ] as const)
    tokens[name] = await world.token('KGZ', role, which);
  const { persons } = world.services;
  const actor = world.actor('KGZ', 'INV');
  const countries = new Set(['KGZ']);
  const people = Array.from({ length: 101 }, (_, index) => {
    const family = index === 0 ? '=HYPERLINK("x";"Формулов")' : `Демов${index}`;
    const judged = persons.preparePerson(
      actor,
      { sex: 'M', names: [{ type: 'PRIMARY', full: `${family} Иван` }], nationalities: [{ country: 'KGZ' }] },
      world.clock.now(),
      countries,
    );
    if (!judged.ok) throw new Error('not prepared');
    return judged.person;
  });
  await world.database.transaction(actor, (tx) => persons.insertPrepared(tx, actor, people));
});
afterAll(() => world.close());

const PURPOSE = 'P6 yearly comparison';
const as = (name: string) => world.http(tokens[name]);
const request = (body: object, name = 'officer') =>
  as(name)
    .post('/v1/exports')
    .set('Purpose', PURPOSE)
    .send({ format: 'CSV', reason: 'Comparison with the ministry', ...body });
const requested = async (body: object = {}) => (await request(body).expect(201)).body as ExportView;
const decide = (id: string, name: string, approved = true) =>
  as(name).post(`/v1/exports/${id}/decisions`).send({ approved });
const take = (id: string, name = 'officer') =>
  as(name)
    .get(`/v1/exports/${id}/file`)
    .set('Purpose', PURPOSE)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });

test('more than a hundred persons wait for two others, and the file tells who took it, when and why', async () => {
  const one = await requested();
  expect(one).toMatchObject({
    status: 'REQUESTED',
    count: 101,
    approvals: { needed: 2, given: 0 },
    mayDecide: false,
    mayTake: false,
  });
  expect(one.number).toMatch(/^EXP-KGZ-2026-\d{6}$/);
  expect((await take(one.id)).status).toBe(409);
  expect((await decide(one.id, 'officer')).body.code).toBe('own-work');
  expect((await decide(one.id, 'prosecutor').expect(200)).body).toMatchObject({
    status: 'REQUESTED',
    approvals: { given: 1 },
  });
  expect((await decide(one.id, 'prosecutor')).body.code).toBe('conflict');
  expect((await decide(one.id, 'second').expect(200)).body).toMatchObject({ status: 'READY' });
  const { body, headers } = await take(one.id).expect(200);
  const text = (body as Buffer).toString('utf8');
  expect(headers['content-disposition']).toContain(one.number);
  const [mark, head, ...rows] = text.trim().split('\r\n');
  for (const word of [
    one.number,
    'Test CO KGZ first',
    PURPOSE,
    'Comparison with the ministry',
    'Test PRO KGZ first',
    'Test CO KGZ second',
  ])
    expect(mark).toContain(word);
  expect(head).toContain('registryNumber,names');
  expect(rows).toHaveLength(101);
  expect(rows.every((row) => row.includes(one.number))).toBe(true);
  // A name that looks like a formula stays a text.
  expect(rows.some((row) => /(^|,)"?=HYPERLINK/.test(row))).toBe(false);
  expect(text).toContain("'=HYPERLINK");
  await take(one.id, 'second').expect(403);
  const after = (await as('auditor').get(`/v1/exports/${one.id}`).expect(200)).body as ExportView;
  expect(after.downloads).toMatchObject([{ by: 'Test CO KGZ first', persons: 101 }]);
  const { rows: traces } = await world.database.pool.query(
    `select type from audit_event where subject_id = $1 and type like 'export.%' order by at, id`,
    [one.id],
  );
  expect(traces.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['export.requested', 'export.decided', 'export.taken', 'export.viewed']),
  );
  const ledger = await world.database.pool.query(
    `select count(distinct person_id)::int as count from disclosure where via = 'FILE'`,
  );
  expect(ledger.rows[0].count).toBe(101);
});

test('what was erased or is no longer seen is in no file, and what is over is not given out', async () => {
  const one = await requested({ format: 'JSON' });
  await decide(one.id, 'prosecutor');
  await decide(one.id, 'second');
  const { rows } = await world.database.pool.query(
    'select person_id as id from export_person where export_id = $1 limit 1',
    [one.id],
  );
  const register = await as('auditor').get(`/v1/exports?personId=${rows[0].id}`).expect(200);
  expect(register.body.items.map(({ id }: ExportView) => id)).toContain(one.id);
  const actor = world.actor('KGZ', 'INV');
  await world.database.transaction(actor, (tx) => world.services.persons.removeUnused(tx, [rows[0].id]));
  const document = JSON.parse(((await take(one.id).expect(200)).body as Buffer).toString());
  expect(document.export.number).toBe(one.number);
  expect(document.persons).toHaveLength(100);
  expect(document.persons[0]).toMatchObject({ sex: 'M', nationalities: [{ country: 'KGZ' }] });
  world.clock.advance(73 * 3_600_000);
  for (const name of Object.keys(tokens))
    if (name === 'officer') tokens[name] = await world.token('KGZ', 'CO');
  expect((await take(one.id)).body.toString()).toContain('transition-not-allowed');
  expect(await world.services.exports.expire()).toBeGreaterThan(0);
});

test('a few persons need nobody; one refusal ends a large one; nobody else hears of any', async () => {
  tokens['prosecutor'] = await world.token('KGZ', 'PRO');
  tokens['investigator'] = await world.token('KGZ', 'INV');
  const { rows } = await world.database.pool.query('select id from person order by id limit 3');
  const few = await requested({ format: 'XLSX', selection: { personIds: rows.map(({ id }) => id) } });
  expect(few).toMatchObject({ status: 'READY', count: 3, selection: { persons: 3 }, mayTake: true });
  const { body } = await take(few.id).expect(200);
  expect((body as Buffer).subarray(0, 2).toString()).toBe('PK');
  const large = await requested({ selection: {} });
  expect(large.count).toBe(100);
  expect((await request({ selection: { alertType: 'MISSING' } })).body.errors[0].code).toBe('export-empty');
  // Who is erased leaves both registers; words go where persons were chosen one by one, and stay where a rule chose.
  await world.services.retention.eraseByDecision(world.actor('KGZ', 'DPO'), rows[0].id);
  expect((await as('officer').get(`/v1/exports?personId=${rows[0].id}`).expect(200)).body.items).toEqual([]);
  const read = async ({ id }: ExportView) => (await as('officer').get(`/v1/exports/${id}`).expect(200)).body;
  expect(await read(few)).toMatchObject({ count: 3, reason: '', purpose: { code: 'P6', reference: '' } });
  expect(await read(large)).toMatchObject({ count: 100, reason: 'Comparison with the ministry' });
  const foreign = await world.token('KAZ', 'CO');
  await world.http(foreign).get(`/v1/exports/${few.id}`).expect(404);
  expect((await world.http(foreign).get('/v1/exports').expect(200)).body.items).toEqual([]);
  expect(
    (
      await world
        .http(foreign)
        .post('/v1/exports')
        .set('Purpose', PURPOSE)
        .send({ format: 'CSV', reason: 'all of it' })
    ).status,
  ).toBe(422);
  expect((await request({}, 'investigator')).status).toBe(403);
  expect((await as('officer').post('/v1/exports').send({ format: 'CSV', reason: 'why not' })).body.code).toBe(
    'purpose-required',
  );
});

test('one refusal ends it', async () => {
  const { rows } = await world.database.pool.query(
    `insert into export (id, number, agency_id, state, format, selection, reason, purpose_code, purpose_ref, status, count, needed,
       requested_by, requested_at, expires_at)
     select gen_random_uuid(), 'EXP-KGZ-2026-999999', agency_id, 'KGZ', 'CSV', '{}', 'large', 'P6', 'x', 'REQUESTED', 500, 2,
       requested_by, requested_at, $1 from export limit 1 returning id`,
    [new Date(world.clock.now().getTime() + 1_000_000)],
  );
  expect((await decide(rows[0].id, 'prosecutor', false).expect(200)).body.status).toBe('REFUSED');
  expect((await decide(rows[0].id, 'second')).status).toBeGreaterThanOrEqual(400);
  expect((await take(rows[0].id)).status).toBe(409);
});
