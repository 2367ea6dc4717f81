import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';

const PLANTED = ['Планаджиев', 'ZX9988776', '22103197577777'];

let world: TestWorld;
let token: string;
beforeAll(async () => {
  world = await createTestWorld();
  token = await world.token('KGZ', 'INV');
});
afterAll(() => world.close());

const body = {
  sex: 'M',
  names: [{ type: 'PRIMARY', full: `${PLANTED[0]} Мирлан` }],
  documents: [{ type: 'PASSPORT', number: PLANTED[1], issuingState: 'KGZ' }],
  nationalIds: [{ scheme: 'KG_PIN', value: PLANTED[2] }],
};
const create = (input: object = body, language = 'en') =>
  world.http(token).post('/v1/persons').set('Accept-Language', language).send(input);

describe('persons through the API', () => {
  test('a record is made, read with its version, changed against it, and holds its parts', async () => {
    const made = await create();
    expect([made.status, made.headers['etag']]).toEqual([201, '"v1"']);
    const path = `/v1/persons/${made.body.id}`;
    const read = await world.http(token).get(path).set('Purpose', 'P1 case 7');
    expect([read.status, read.headers['etag']]).toEqual([200, '"v1"']);
    expect((await world.http(token).patch(path).send({ heightCm: 180 })).status).toBe(428);
    const change = (version: string) =>
      world.http(token).patch(path).set('If-Match', version).send({ heightCm: 180 });
    expect((await change('"v2"')).status).toBe(412);
    const changed = await change('"v1"');
    expect([changed.status, changed.headers['etag'], changed.body.description.heightCm]).toEqual([
      200,
      '"v2"',
      180,
    ]);
    const added = await world.http(token).post(`${path}/birth-dates`).send({ date: '21.03.1975' });
    expect([added.status, added.headers['etag'], added.body.part.date]).toEqual([201, '"v3"', '1975-03-21']);
    const removed = await world
      .http(token)
      .delete(`${path}/birth-dates/${added.body.part.id}`)
      .set('If-Match', '"v3"');
    expect([removed.status, removed.body]).toEqual([200, { version: 4 }]);
  });

  test('every fault is named with its place, in the reader’s language', async () => {
    const answer = await create(
      { ...body, names: [{ type: 'PRIMARY', full: '1' }], birthDates: [{ date: '1975-13' }] },
      'ky',
    );
    expect(answer.status).toBe(422);
    expect(answer.headers['content-language']).toBe('ky');
    expect(answer.body.errors).toEqual([
      { at: '/names/0/full', code: 'NO_LETTERS', message: 'Атта бир да тамга жок' },
      { at: '/birthDates/0/date', code: 'MONTH_OUT_OF_RANGE', message: 'Мындай ай жок' },
    ]);
    const strict = await create({
      ...body,
      ownerAudience: ['*'],
      names: [{ ...body.names[0], sourceState: 'KAZ' }],
    });
    expect(
      strict.body.errors.map(({ at, code }: { at: string; code: string }) => `${at} ${code}`).sort(),
    ).toEqual(['/names/0/sourceState unknown-member', '/ownerAudience unknown-member']);
  });

  test('warnings are told in words', async () => {
    const answer = await create(body, 'ru');
    expect(answer.body.warnings).toEqual([]);
    const doubtful = await create({ ...body, sex: 'F' }, 'ru');
    expect(doubtful.body.warnings).toEqual([
      { at: '/nationalIds/0/value', code: 'SEX_DIFFERS', text: 'Пол не совпадает' },
    ]);
  });

  test('no name, document or identity number is logged or stands in the audit log', async () => {
    await create();
    await create({
      ...body,
      names: [{ type: 'PRIMARY', full: PLANTED[0] }],
      documents: [{ number: PLANTED[1] }],
    });
    const { rows } = await world.database.pool.query<{ row: string }>(
      'select row_to_json(e)::text as row from audit_event e',
    );
    const written = [...world.logs, ...rows.map(({ row }) => row)].join('\n');
    expect(rows.length).toBeGreaterThan(0);
    expect(world.logs.length).toBeGreaterThan(0);
    for (const text of PLANTED) expect(written).not.toContain(text);
  });
});
