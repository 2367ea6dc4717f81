import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeStranger, plainDraft, publish } from '../../../tests/support/alert-files.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { askedByProperties } from '../../domain/interop/ftm-question.ts';

let world: TestWorld;
let token: string;
let personId: string;
beforeAll(async () => {
  world = await createTestWorld();
  token = await world.token('KGZ', 'INV');
  const { id } = await world.services.persons.createPerson(world.actor('KGZ', 'INV'), {
    sex: 'M',
    names: [
      { type: 'PRIMARY', family: 'Жумабаев', given: 'Азамат', patronymic: 'Касымович' },
      { type: 'ALIAS_WEAK', full: 'Азик' },
    ],
    birthDates: [{ date: '1980-02-15' }],
    nationalities: [{ country: 'KGZ' }],
    documents: [{ type: 'PASSPORT', number: 'AC7654321', issuingState: 'KGZ' }],
    birthPlace: 'Нарын',
  });
  personId = id;
});
afterAll(() => world.close());

const PURPOSE = 'purpose=P1%20case%2012';
const match = (queries: object, query = PURPOSE, as = token) =>
  world.http(as).post(`/v1/yente/match/default?${query}`).send({ queries });

// The members of these bodies are those of yente's published examples; the people are invented.
const EXAMPLE = {
  q1: {
    schema: 'Person',
    properties: { name: ['Jumabayev Azamat'], birthDate: ['1980-02-15'], nationality: ['kg'] },
  },
  q2: { schema: 'Company', properties: { name: ['Demo Trading Ltd'], jurisdiction: ['kg'] } },
};

describe('a yente client', () => {
  test('gets its queries answered by their keys, with entities, scores and reasons', async () => {
    const { body } = await match(
      EXAMPLE,
      `${PURPOSE}&algorithm=logic-v1&limit=3&threshold=0.7&include_dataset=sanctions`,
    ).expect(200);
    expect(Object.keys(body)).toEqual(['responses', 'matcher', 'limit']);
    const { q1, q2 } = body.responses;
    expect(q1).toMatchObject({ status: 200, total: { value: 1, relation: 'eq' }, query: EXAMPLE.q1 });
    expect(q1.results).toMatchObject([
      {
        id: personId,
        schema: 'Person',
        caption: 'Жумабаев Азамат Касымович',
        datasets: ['default'],
        referents: [],
        target: false,
        match: true,
        properties: {
          name: ['Жумабаев Азамат Касымович'],
          weakAlias: ['Азик'],
          lastName: ['Жумабаев'],
          firstName: ['Азамат'],
          fatherName: ['Касымович'],
          birthDate: ['1980-02-15'],
          nationality: ['kg'],
          passportNumber: ['AC7654321'],
          gender: ['male'],
          birthPlace: ['Нарын'],
        },
      },
    ]);
    const [{ score, features, explanations, first_seen: firstSeen }] = q1.results;
    expect(score).toBeGreaterThan(0.7);
    expect(score).toBeLessThanOrEqual(1);
    expect(features).toMatchObject({ birth: 1 });
    expect(explanations.name.detail).not.toBe('');
    expect(Date.parse(firstSeen)).not.toBeNaN();
    expect(q2).toMatchObject({ status: 200, results: [], total: { value: 0 } });
  });

  test('finds by number, and is told when a query asks for nothing: silence is no "no"', async () => {
    const { body } = await match({
      a: { schema: 'Person', properties: { passportNumber: ['AC 765 4321'] } },
    }).expect(200);
    expect(body.responses.a.results[0]).toMatchObject({ id: personId, match: true });
    const empty = await match({ a: { schema: 'Person', properties: { birthDate: ['1980'] } } }).expect(422);
    expect(empty.body.errors[0]).toMatchObject({ at: '/queries/a', code: 'nothing-asked' });
  });

  test('has to say why, and leaves a trace that holds ids and no words', async () => {
    expect((await match(EXAMPLE, 'limit=1')).body.code).toBe('purpose-required');
    await world
      .http(token)
      .post('/v1/yente/match/default')
      .set('Purpose', 'P1 x')
      .send({ queries: EXAMPLE })
      .expect(200);
    const { rows } = await world.database.pool.query(
      `select data from audit_event where type = 'interop.asked' order by at desc limit 1`,
    );
    expect(rows[0].data).toMatchObject({ door: 'yente', queries: 2, shown: [personId] });
    expect(JSON.stringify(rows[0].data)).not.toContain('Jumabayev');
    const ledger = await world.database.pool.query('select 1 from disclosure where person_id = $1', [
      personId,
    ]);
    expect(ledger.rows.length).toBeGreaterThan(0);
  });

  test('does not see what its side may not see', async () => {
    const other = await world.token('KAZ', 'INV');
    expect((await match(EXAMPLE, PURPOSE, other).expect(200)).body.responses.q1).toMatchObject({
      results: [],
      total: { value: 0 },
    });
    await world.http(other).get(`/v1/yente/entities/${personId}?${PURPOSE}`).expect(404);
    await world
      .http(await world.token('KGZ', 'BO1'))
      .get(`/v1/yente/search/default?q=x&${PURPOSE}`)
      .expect(403);
  });

  test('searches, opens, and reads what there is', async () => {
    const { body } = await world
      .http(token)
      .get(`/v1/yente/search/default?q=Zhumabaev&countries=kg&limit=5&${PURPOSE}`)
      .expect(200);
    expect(body).toMatchObject({ limit: 5, offset: 0, total: { value: 1, relation: 'eq' } });
    expect(body.results[0].id).toBe(personId);
    expect(body.facets.countries.values).toEqual([{ name: 'kg', label: 'kg', count: 1 }]);
    const entity = await world
      .http(token)
      .get(`/v1/yente/entities/${personId}?${PURPOSE}&nested=true`)
      .expect(200);
    expect(entity.body.properties.name).toEqual(['Жумабаев Азамат Касымович']);
    await world.http(token).get(`/v1/yente/entities/Q7747?${PURPOSE}`).expect(404);
    await world.http(token).get(`/v1/yente/search/unknown?q=a&${PURPOSE}`).expect(404);
    expect((await world.http(token).get('/v1/yente/catalog').expect(200)).body.current).toContain('default');
    const algorithms = await world.http(token).get('/v1/yente/algorithms').expect(200);
    expect(algorithms.body.algorithms.map(({ name }: { name: string }) => name)).toContain(
      algorithms.body.best,
    );
  });
});

describe('OpenRefine', () => {
  const form = (fields: object, as = token) =>
    world
      .http(as)
      .post(`/v1/reconcile?${PURPOSE}`)
      .type('form')
      .send(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)])));

  test('reads the manifest and finds every address in it', async () => {
    const { body } = await world.http(token).get('/v1/reconcile').expect(200);
    expect(body).toMatchObject({ versions: ['0.1', '0.2'], defaultTypes: [{ id: 'Person' }] });
    const { service_path: path } = body.suggest.entity;
    const found = await world.http(token).get(`${path}?prefix=jumab&${PURPOSE}`).expect(200);
    expect(found.body.result[0]).toMatchObject({ id: personId, name: 'Жумабаев Азамат Касымович' });
    expect(
      (await world.http(token).get(`${body.suggest.property.service_path}?prefix=birth`)).body.result[0],
    ).toMatchObject({ id: 'birthDate' });
    expect(
      (await world.http(token).get(`${body.suggest.type.service_path}?prefix=pers`)).body.result,
    ).toEqual([{ id: 'Person', name: 'Person' }]);
    expect(
      (await world.http(token).get(`${body.extend.propose_properties.service_path}?type=Person`)).body
        .properties.length,
    ).toBeGreaterThan(5);
  });

  test('sends a batch as a form and gets candidates by key', async () => {
    const queries = {
      q0: {
        query: 'Jumabayev Azamat',
        type: 'Person',
        limit: 3,
        properties: [{ pid: 'birthDate', v: '1980-02-15' }],
        type_strict: 'should',
      },
      q1: { query: 'Nobody Whatsoever Invented' },
      q2: { query: 'Demo Trading', type: 'Company', type_strict: 'any' },
    };
    const { body } = await form({ queries }).expect(200);
    expect(Object.keys(body)).toEqual(['q0', 'q1', 'q2']);
    expect(body.q0.result).toMatchObject([
      {
        id: personId,
        name: 'Жумабаев Азамат Касымович',
        match: true,
        type: [{ id: 'Person', name: 'Person' }],
      },
    ]);
    expect(body.q0.result[0].score).toBeGreaterThan(70);
    expect(body.q1.result).toEqual([]);
    expect(body.q2.result).toEqual([]);
    const asJson = await world.http(token).post(`/v1/reconcile?${PURPOSE}`).send({ queries }).expect(200);
    expect(asJson.body.q0.result[0].id).toBe(personId);
  });

  test('extends reconciled rows with what may be seen', async () => {
    const extend = {
      ids: [personId, 'Q1'],
      properties: [{ id: 'birthDate' }, { id: 'nationality' }, { id: 'secrets' }],
    };
    const { body } = await form({ extend }).expect(200);
    expect(body.meta).toEqual([
      { id: 'birthDate', name: 'Date of birth' },
      { id: 'nationality', name: 'Nationality' },
    ]);
    expect(body.rows[personId]).toEqual({ birthDate: [{ str: '1980-02-15' }], nationality: [{ str: 'kg' }] });
    expect(body.rows['Q1']).toEqual({ birthDate: [], nationality: [] });
    const other = await form({ extend }, await world.token('KAZ', 'INV')).expect(200);
    expect(other.body.rows[personId]).toEqual({ birthDate: [], nationality: [] });
  });

  test('is told what it sent wrong', async () => {
    const broken = await world
      .http(token)
      .post(`/v1/reconcile?${PURPOSE}`)
      .type('form')
      .send({ queries: '{"q0":' });
    expect([broken.status, broken.body.errors?.[0].at]).toEqual([422, '/queries']);
    await world.http(token).post('/v1/reconcile').type('form').send({ queries: '{}' }).expect(422);
    await world
      .http(token)
      .post(`/v1/yente/match/default?${PURPOSE}`)
      .type('form')
      .send({ queries: '{}' })
      .expect(415);
  });
});

test('nobody is called wanted after the last day of the alert, whatever state is stored', async () => {
  const inv = world.actor('KGZ', 'INV');
  const wantedId = await makeStranger(world, inv);
  const { id } = await publish(world, 'KGZ', plainDraft(wantedId, {}));
  const told = async () => {
    const entity = await world.http(token).get(`/v1/yente/entities/${wantedId}?${PURPOSE}`).expect(200);
    const extend = { ids: [wantedId], properties: [{ id: 'topics' }] };
    const row = await world.http(token).post(`/v1/reconcile?${PURPOSE}`).send({ extend }).expect(200);
    return [entity.body.target, row.body.rows[wantedId].topics];
  };
  expect(await told()).toEqual([true, [{ str: 'wanted' }]]);
  await world.database.prisma.alert.update({ where: { id }, data: { endsAt: world.clock.now() } });
  expect(await told()).toEqual([false, []]);
});

test('parts of a name make one name only where no whole one is given', () => {
  expect(askedByProperties({ lastName: 'Demov', firstName: ['Ivan'], gender: 'male' })).toMatchObject({
    names: ['Demov Ivan'],
    sex: 'M',
  });
  expect(askedByProperties({ name: ['A B', 'A B'], firstName: ['Ivan'] }).names).toEqual(['A B']);
});
