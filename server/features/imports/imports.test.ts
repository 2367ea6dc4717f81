import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runDueJobs } from '../../../tests/support/jobs.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { ImportDetail, ImportKind, PreviewView, RowView } from './contract.ts';

let world: TestWorld;
let investigator: string;
let officer: string;
beforeAll(async () => {
  world = await createTestWorld();
  investigator = await world.token('KGZ', 'INV');
  officer = await world.token('KGZ', 'CO');
});
afterAll(() => world.close());

const fixture = (name: string) =>
  readFileSync(new URL(`../../../tests/fixtures/imports/${name}`, import.meta.url));
const PURPOSE = 'P6 import';

const send = (name: string, content: Buffer, kind: ImportKind = 'PERSONS', token = investigator) =>
  world
    .http(token)
    .post('/v1/imports')
    .set('Purpose', PURPOSE)
    .field('kind', kind)
    .attach('file', content, name);
const received = async (name: string, kind?: ImportKind, content = fixture(name), token = investigator) =>
  (await send(name, content, kind, token).expect(201)).body as ImportDetail;
const read = async (id: string, token = investigator) =>
  (await world.http(token).get(`/v1/imports/${id}`).expect(200)).body as ImportDetail;
const start = (one: ImportDetail, body: object = {}, token = investigator) =>
  world.http(token).post(`/v1/imports/${one.id}/start`).set('If-Match', `"v${one.version}"`).send(body);
const rowsOf = async (id: string, show = 'ALL', token = investigator) =>
  (await world.http(token).get(`/v1/imports/${id}/rows?show=${show}`).set('Purpose', PURPOSE).expect(200))
    .body.items as RowView[];
const takeBack = (one: ImportDetail, token = investigator) =>
  world
    .http(token)
    .post(`/v1/imports/${one.id}/take-back`)
    .set('If-Match', `"v${one.version}"`)
    .send({ reason: 'wrong file' });
const run = async (one: ImportDetail, body: object = {}, token = investigator) => {
  await start(one, body, token).expect(202);
  await runDueJobs(world);
  return read(one.id, token);
};
const count = async (table: string) =>
  Number((await world.database.pool.query(`select count(*) from ${table}`)).rows[0].count);

describe('a table of persons', () => {
  let table: ImportDetail;

  test('is told by its content, its columns are understood, and nothing is recorded yet', async () => {
    table = await received('persons.csv');
    expect(table).toMatchObject({
      source: 'TABLE',
      format: 'CSV',
      status: 'RECEIVED',
      progress: { records: 5 },
    });
    expect(table.mapping).toEqual({
      Фамилия: 'family',
      Имя: 'given',
      Отчество: 'patronymic',
      'Дата рождения': 'birthDate',
      Пол: 'sex',
      Гражданство: 'nationality',
      'Номер паспорта': 'documentNumber',
      'Номер дела': 'reference',
    });
    expect(await count('person')).toBe(0);
    expect((await received('persons.csv')).id).toBe(table.id);
  });

  test('shows before it is recorded what is wrong and who stands twice', async () => {
    const { body } = await world
      .http(investigator)
      .post(`/v1/imports/${table.id}/preview`)
      .set('Purpose', PURPOSE)
      .expect(200);
    const { rows } = body as PreviewView;
    expect(rows.map(({ line, refused }) => [line, refused])).toEqual([
      [3, false],
      [4, false],
      [5, true],
      [6, true],
      [7, false],
    ]);
    expect(rows[3]?.faults.map(({ code }) => code)).toEqual(['MONTH_OUT_OF_RANGE', 'import-bad-country']);
    expect(rows[4]?.duplicates).toMatchObject([{ personId: null, line: 3, band: 'DOCUMENT_HIT' }]);
  });

  test('is recorded in the background, with the faults of its lines to take home', async () => {
    const done = await run(table);
    expect(done).toMatchObject({
      status: 'DONE',
      progress: { done: 5, imported: 3, faulty: 2, duplicates: 1, repeated: 0 },
    });
    expect(await count('person')).toBe(3);
    expect(await count('person_search')).toBe(3);
    const rows = await rowsOf(table.id, 'DUPLICATES');
    expect(rows).toMatchObject([{ line: 7, duplicates: [{ line: 3, band: 'DOCUMENT_HIT' }] }]);
    const faults = await world.http(investigator).get(`/v1/imports/${table.id}/faults`).expect(200);
    expect(faults.text).toContain('5,FAULTY,name,import-no-name,The record has no name');
    const { text } = await world.http(investigator).get(`/v1/imports/${table.id}/events`).expect(200);
    expect(text).toContain('event: progress');
    const { body } = await world
      .http(investigator)
      .post('/v1/search/persons')
      .send({ name: 'Zhanybekova Aigul', purpose: { code: 'P1', reference: 'x' } })
      .expect(200);
    expect(body.items).toHaveLength(1);
  });

  test('does not run twice, and its records are not recorded again from another file', async () => {
    const { rows } = await world.database.pool.query('select status, position from import where id = $1', [
      table.id,
    ]);
    await world.services.imports.goOn(table.id);
    expect(
      (await world.database.pool.query('select status, position from import where id = $1', [table.id])).rows,
    ).toEqual(rows);
    const again = await received(
      'again.csv',
      'PERSONS',
      Buffer.concat([fixture('persons.csv'), Buffer.from('Новиков;Демо;;;;;;Д-6\r\n')]),
    );
    expect((await run(again)).progress).toMatchObject({ imported: 1, repeated: 3, faulty: 2 });
  });

  test('does not exist for other agencies and states', async () => {
    const other = await world.token('KGZ', 'INV', 'other');
    await world.http(other).get(`/v1/imports/${table.id}`).expect(404);
    await world
      .http(await world.token('KAZ', 'CO'))
      .get(`/v1/imports/${table.id}`)
      .expect(404);
    await world.http(officer).get(`/v1/imports/${table.id}`).expect(200);
    await world
      .http(await world.token('KGZ', 'BO2'))
      .get('/v1/imports')
      .expect(403);
    expect((await world.http(other).get('/v1/imports').expect(200)).body.items).toEqual([]);
  });

  test('is taken back as a whole; what somebody worked on is named and stays', async () => {
    const [first, second] = await rowsOf(table.id);
    const { version } = (
      await world.http(investigator).get(`/v1/persons/${first?.personId}`).set('Purpose', PURPOSE).expect(200)
    ).body;
    await world
      .http(investigator)
      .patch(`/v1/persons/${first?.personId}`)
      .set('If-Match', `"v${version}"`)
      .send({ heightCm: 180 })
      .expect(200);
    await world.database.pool.query(
      `insert into mirror_index (uid, name, role, schema_version, mapper_version, settings_hash, made_by)
       values ('persons_test', 'persons', 'LIVE', 1, 1, '', 0)`,
    );
    await takeBack(await read(table.id)).expect(202);
    await runDueJobs(world);
    const back = await read(table.id);
    expect(back).toMatchObject({ status: 'TAKEN_BACK', progress: { removed: 2, left: 1 } });
    expect(await rowsOf(table.id, 'LEFT')).toMatchObject([
      { line: 3, fate: 'CHANGED', personId: first?.personId },
    ]);
    await world.http(investigator).get(`/v1/persons/${second?.personId}`).set('Purpose', PURPOSE).expect(404);
    const { rows } = await world.database.pool.query('select 1 from person_search where person_id = $1', [
      second?.personId,
    ]);
    expect(rows).toEqual([]);
    // The mirror hears of it as of any other change.
    const noted = await world.database.pool.query('select * from mirror_outbox');
    expect(JSON.stringify(noted.rows)).toContain(second?.personId);
    await takeBack(back).expect(409);
  });
});

describe('published lists', () => {
  test.each([
    ['interpol-notices.json', 'INTERPOL', 2, 0],
    ['fbi-wanted.json', 'FBI', 1, 0],
    ['ofac-sdn.xml', 'OFAC', 1, 1],
    ['un-consolidated.xml', 'UN', 1, 0],
    ['ftm-entities.jsonl', 'FTM', 1, 1],
  ] as const)('%s', async (name, source, imported, faulty) => {
    const one = await received(name);
    expect(one.source).toBe(source);
    const done = await run(one);
    expect(done).toMatchObject({ status: 'DONE', progress: { imported, faulty } });
    for (const row of await rowsOf(one.id))
      if (row.status === 'IMPORTED')
        expect(row.faults.filter(({ code }) => code !== 'FIRST_OF_JANUARY')).toEqual([]);
  });

  test('weak aliases stay weak, ranges of years stay ranges', async () => {
    const { rows } = await world.database.pool.query(
      `select n.type, n.full from person_name n where source_ref = 'OFAC 99001' order by n.id`,
    );
    expect(rows.map(({ type }) => type)).toEqual(['PRIMARY', 'ALIAS_STRONG', 'ALIAS_WEAK']);
    const births = await world.database.pool.query(
      `select year_from, year_to from birth_date where source_ref = 'UN DMi.001'`,
    );
    expect(births.rows).toEqual([{ year_from: 1968, year_to: 1970 }]);
  });
});

describe('alerts', () => {
  test('come as drafts that nobody sees at the border, and pass the same gate as all', async () => {
    const one = await received('interpol-notices.json', 'ALERTS', undefined, officer);
    const { body: mapped } = await world
      .http(officer)
      .put(`/v1/imports/${one.id}/mapping`)
      .set('If-Match', `"v${one.version}"`)
      .send({ mapping: {}, options: { language: 'en', alertType: 'ARREST_PROSECUTION' } })
      .expect(200);
    const done = await run(mapped, {}, officer);
    expect(done.progress).toMatchObject({ imported: 2, faulty: 0 });
    const [row] = await rowsOf(one.id, 'ALL', officer);
    const alert = await world
      .http(officer)
      .get(`/v1/alerts/${row?.alertId}`)
      .set('Purpose', PURPOSE)
      .expect(200);
    expect(alert.body).toMatchObject({ status: 'DRAFT', type: 'ARREST_PROSECUTION' });
    const refused = await world
      .http(officer)
      .post(`/v1/alerts/${row?.alertId}/submit`)
      .set('If-Match', `"v${alert.body.version}"`)
      .send({});
    expect([refused.status, refused.body.code]).toEqual([422, 'publication-gate']);
    await takeBack(done, officer).expect(202);
    await runDueJobs(world);
    expect((await read(one.id, officer)).progress).toMatchObject({ removed: 2, left: 0 });
    await world.http(officer).get(`/v1/alerts/${row?.alertId}`).set('Purpose', PURPOSE).expect(404);
  });

  test('without a type are faults of their lines, not of the file', async () => {
    const one = await received('fbi-wanted.json', 'ALERTS');
    expect((await run(one)).progress).toMatchObject({ imported: 0, faulty: 1 });
    expect(await rowsOf(one.id)).toMatchObject([{ faults: [{ code: 'import-no-alert-type' }] }]);
  });
});

describe('who stands twice', () => {
  const SOUNDS = ['бар', 'вит', 'гул', 'дем', 'жан', 'зор', 'кеш', 'лум', 'мак', 'нур', 'пос', 'рыф'];
  const word = (index: number, ending: string) =>
    `${SOUNDS[index % 12]}${SOUNDS[Math.floor(index / 12) % 12]}${ending}`;
  const born = (index: number) => `${1930 + ((index * 7) % 70)}-0${1 + (index % 9)}-${10 + (index % 18)}`;
  const names = (index: number) => [word(index, 'ов'), word(index * 5 + 3, '')];
  const lines = Array.from({ length: 104 }, (_, index) => [...names(index), born(index), '', ''].join(';'));
  const numbered = (name: string, date: string) => `${name};${date};KGZ;АС7654321`;
  // The first batch holds a hundred.
  lines[20] = [...names(3).reverse(), born(3), '', ''].join(';');
  lines[30] = numbered('Нумеров;Первый', '1958-11-30');
  lines[31] = numbered('Шевцов;Цезарь', '1931-01-02');
  lines[100] = [...names(5).reverse(), born(5), '', ''].join(';');
  lines[101] = [...names(7), '', '', ''].join(';');
  lines[102] = numbered('Фоякин;Эхо', '1999-12-24');
  const head = 'Фамилия;Имя;Дата рождения;Гражданство;Номер паспорта';

  test.each([
    ['few', null],
    ['very many', 100_000],
  ] as const)('is marked among %s records, within a batch and across batches', async (name, records) => {
    const one = await received(
      `${name}.csv`,
      'PERSONS',
      Buffer.from([head, ...lines, `;${name};;;`].join('\n')),
    );
    // Whom each is compared with hangs on how many there are.
    if (records)
      await world.database.pool.query('update import set records = $2 where id = $1', [one.id, records]);
    const done = await run(one);
    expect(done.progress).toMatchObject({ imported: 105, faulty: 0 });
    const rows = await rowsOf(one.id, 'DUPLICATES');
    expect(
      rows.map(({ line, duplicates }) => [line, ...duplicates.map((other) => other.line).sort()]),
    ).toEqual([
      [22, 5],
      [33, 32],
      [102, 7],
      [103, 9],
      [104, 32, 33],
    ]);
    await takeBack(done).expect(202);
    await runDueJobs(world);
    expect((await read(one.id)).progress).toMatchObject({ removed: 105, left: 0 });
  });
});

describe('a worker', () => {
  const many = Buffer.from(
    [
      'Фамилия;Имя;Номер дела',
      ...Array.from({ length: 250 }, (_, index) => `Демов${index};Имя${index};К-${index}`),
    ].join('\n'),
  );

  test('that dies between two batches leaves whole batches, and the next one goes on behind them', async () => {
    const one = await received('many.csv', 'PERSONS', many);
    await start(one).expect(202);
    const before = await count('person');
    const { database } = world;
    const transaction = database.transaction.bind(database);
    let batches = 0;
    // The second batch is cut off when all of it is written, before it is committed.
    database.transaction = (actor, work) =>
      transaction(actor, async (tx) => {
        const result = await work(tx);
        batches += 1;
        if (batches === 2) throw new Error('killed');
        return result;
      });
    await expect(world.services.imports.goOn(one.id)).rejects.toThrow('killed');
    database.transaction = transaction;
    expect(await count('person')).toBe(before + 100);
    expect((await read(one.id)).progress.done).toBe(100);
    world.clock.advance(180_000);
    await world.database.pool.query('delete from graphile_worker._private_jobs');
    expect(await world.services.imports.pickUp()).toBe(1);
    // Two at once: one of them finds the work done.
    await Promise.all([world.services.imports.goOn(one.id), runDueJobs(world)]);
    expect(await read(one.id)).toMatchObject({ status: 'DONE', progress: { done: 250, imported: 250 } });
    expect(await count('person')).toBe(before + 250);
    expect(await count('person_search')).toBe(await count('person'));
    // Everybody left one trace, whoever wrote him.
    const { rows } = await world.database.pool.query(
      `select count(*)::int as traces, count(distinct a.subject_id)::int as people
       from import_row r join audit_event a on a.type = 'person.created' and a.subject_id = r.person_id::text
       where r.import_id = $1`,
      [one.id],
    );
    expect(rows).toEqual([{ traces: 250, people: 250 }]);
  });

  test('removes the file when nobody needs it any more', async () => {
    world.clock.advance(31 * 86_400_000);
    expect(await world.services.imports.purgeFiles()).toBeGreaterThan(5);
    expect(await world.services.imports.purgeFiles()).toBe(0);
  });
});

test('remembers what columns mean, and refuses what it cannot read', async () => {
  investigator = await world.token('KGZ', 'INV');
  const csv = (line: string) => Buffer.from(`Кого ищем;Когда родился\n${line}\n`);
  const first = await received('a.csv', 'PERSONS', csv('Демов Иван;1970'));
  expect(first.mapping).toEqual({});
  expect((await start(first)).body).toMatchObject({ code: 'validation-failed' });
  const mapping = { 'Кого ищем': 'name', 'Когда родился': 'birthDate' };
  await world
    .http(investigator)
    .put(`/v1/imports/${first.id}/mapping`)
    .set('If-Match', `"v${first.version}"`)
    .send({ mapping, options: { language: 'ru' }, remember: true })
    .expect(200);
  expect((await received('b.csv', 'PERSONS', csv('Тестов Пётр;1971'))).mapping).toEqual(mapping);
  for (const bad of ['<html><body/></html>', '<sdnList><sdnEntry><uid>1</uid>', '{"a":', '']) {
    const { status } = await send('bad', Buffer.from(bad));
    expect([bad, status]).toEqual([bad, 422]);
  }
  const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb">]><sdnList><sdnEntry><uid>&b;</uid></sdnEntry></sdnList>';
  expect((await send('bomb.xml', Buffer.from(bomb))).body.code).toBe('unreadable-file');
});
