// What triggers note for the mirror: every way of writing, once a row, and nothing while there is no mirror.
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makePerson, plainDraft, publish } from '../../../../tests/support/alert-files.ts';
import { createTestWorld, type TestWorld } from '../../../../tests/support/world.ts';
import { copyLine, copyText } from '../../database/copy.ts';
import { newId } from '../../ids.ts';
import { createMirrorBooks, type MirrorBooks } from './books.ts';

let world: TestWorld;
let books: MirrorBooks;
let personId: string;
const query = (text: string, values: unknown[] = []) => world.database.pool.query(text, values);
const noted = async () =>
  (await query('select entity_id as id from mirror_outbox order by id')).rows.map(({ id }) => id as string);

const anIndex = {
  uid: 'persons',
  name: 'persons',
  role: 'LIVE',
  schemaVersion: 1,
  mapperVersion: 1,
  settingsHash: '',
  engineCreatedAt: null,
} as const;

beforeAll(async () => {
  world = await createTestWorld();
  books = createMirrorBooks(world.database.pool);
  personId = await makePerson(world, world.actor('KGZ', 'INV'), {
    family: 'Токсобаев',
    given: 'Уран',
    birth: '1980-01-02',
    document: 'AN1112223',
  });
});
afterAll(() => world.close());
beforeEach(async () => {
  await books.forget('persons');
});

test('without an index nothing is noted', async () => {
  await query('update person_search set key_version = key_version');
  expect(await noted()).toEqual([]);
});

test('a person written by the services, and an alert published, changed and withdrawn, are noted', async () => {
  await books.addIndex(anIndex);
  const other = await makePerson(world, world.actor('KGZ', 'INV'), {
    family: 'Бокоев',
    given: 'Эрмек',
    birth: '1981-01-02',
    document: 'AN1112224',
  });
  expect(new Set(await noted())).toEqual(new Set([other]));
  await query('delete from mirror_outbox');
  await publish(world, 'KGZ', plainDraft(other, {}));
  expect(new Set(await noted())).toEqual(new Set([other]));
});

test('a person, an alert and an offence are noted for the cases that they stand in', async () => {
  const { rows: alerted } = await query('select person_id as id from alert');
  const known = alerted[0]?.id as string;
  await books.addIndex({ ...anIndex, uid: 'cases', name: 'cases' });
  const caseOf = (number: string, person: string) =>
    query(
      `insert into extradition_case (id, case_number, person_id, alert_id, requesting_state, requested_state, rq_agency_id,
         purpose, treaty_code, treaty_version, defaults_version, treaty_chain, state, state_since, return_states, owed_documents,
         created_by, created_at, updated_at)
       values (gen_random_uuid(), $1, $2, $2, 'KGZ', 'KAZ', $2, 'PROSECUTION', 'X', 1, 1, '[]', 'DRAFT', now(), '{}', '{}', $2,
         now(), now()) returning id`,
      [number, person],
    ).then(({ rows }) => rows[0]?.id as string);
  const [first, second] = [await caseOf('EX-1', known), await caseOf('EX-2', newId())];
  expect(new Set(await noted())).toEqual(new Set([first, second]));
  for (const change of [
    `update person_search set sex = sex where person_id = '${known}'`,
    `update alert set updated_at = updated_at where person_id = '${known}'`,
    `update extradition_case set version = version where id = '${first}'`,
    `insert into case_offence (id, case_id, no, state, code_name, article, title_orig, title_ru, title_en, uncac_articles, grounds)
       values (gen_random_uuid(), '${first}', 1, 'KGZ', '', '', '', '', '', '{}', '{}')`,
    `delete from case_offence where case_id = '${first}'`,
  ]) {
    await query('delete from mirror_outbox');
    await query(change);
    expect([change, await noted()]).toEqual([change, [first]]);
  }
  await query('delete from extradition_case');
  await books.forget('cases');
});

test('raw SQL is noted once a row and statement: what changed, what moved, what went', async () => {
  await books.addIndex(anIndex);
  await query(`update person_search set sex = 'M'`);
  const { rows } = await query('select person_id as id from person_search order by 1');
  expect((await noted()).sort()).toEqual(rows.map(({ id }) => id).sort());
  await query('delete from mirror_outbox');
  await query('update person_search set sex = sex where false');
  expect(await noted()).toEqual([]);
  await query('delete from person_search where person_id = $1', [personId]);
  expect(await noted()).toEqual([personId]);
});

test('COPY is noted', async () => {
  await books.addIndex(anIndex);
  const ids = [newId(), newId(), newId()].sort();
  const client = await world.database.pool.connect();
  const columns = [
    'person_id',
    'person_version',
    'key_version',
    'keys',
    'names',
    'births',
    'sex',
    'nationalities',
    'documents',
    'national_ids',
    'exact',
    'scopes',
    'audience',
  ];
  const json = { json: [] };
  const text = ids
    .map((id) => copyLine([id, 1, 2, [1], json, json, 'M', json, json, json, [], json, []]))
    .join('');
  await copyText(client, 'person_search', columns, text);
  client.release();
  expect((await noted()).sort()).toEqual(ids);
  await query('delete from person_search where person_id = any($1)', [ids]);
});

test('a change that is rolled back was never noted; writers do not wait for one another', async () => {
  await books.addIndex(anIndex);
  const clients = await Promise.all([0, 1].map(() => new pg.Client({ connectionString: world.databaseUrl })));
  await Promise.all(clients.map((client) => client.connect()));
  const [first, second] = clients as [pg.Client, pg.Client];
  await Promise.all(clients.map((client) => client.query('begin')));
  await first.query('insert into mirror_outbox (index_name, entity_id) values ($1, $2)', [
    'persons',
    personId,
  ]);
  // The same row noted by two open transactions at once.
  await second.query('insert into mirror_outbox (index_name, entity_id) values ($1, $2)', [
    'persons',
    personId,
  ]);
  await first.query('commit');
  await second.query('rollback');
  expect(await noted()).toEqual([personId]);
  await Promise.all(clients.map((client) => client.end()));
});

test('a note made while another is being delivered stays', async () => {
  await books.addIndex(anIndex);
  await books.note('persons', [personId]);
  const claimed = await books.claim('persons', 10);
  await books.note('persons', [personId]);
  await books.confirm({
    name: 'persons',
    notes: claimed.flatMap(({ notes }) => notes),
    whole: [personId],
    partial: [],
    quarantined: [],
    deletions: [],
    engineVersion: '1.50.0',
    at: new Date(),
  });
  expect(await noted()).toEqual([personId]);
});

test('loading waits for transactions that began before the index', async () => {
  const client = new pg.Client({ connectionString: world.databaseUrl });
  await client.connect();
  await client.query('begin');
  await client.query('select pg_current_xact_id()');
  await books.addIndex(anIndex);
  expect(await books.mayLoad('persons')).toBe(false);
  await client.query('commit');
  await client.end();
  await expect.poll(() => books.mayLoad('persons')).toBe(true);
});
