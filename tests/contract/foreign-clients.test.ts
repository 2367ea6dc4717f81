// Clients of yente and OpenRefine as they are published, with an API key and nothing else: their requests member by member, about
// invented people.
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePerson, plainDraft, publish } from '../support/alert-files.ts';
import { agencyId } from '../support/people.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let key: string;
let wantedId: string;
let draftedId: string;
let discreetId: string;

async function makeKey(scopes: string[], purpose?: { code: 'P1' | 'P5'; reference: string }) {
  const { apiKey, secret } = await world.services.apiKeys.create(world.actor('KGZ', 'NAD'), {
    name: 'Screening',
    agencyId: agencyId('KGZ', 'CENTRAL'),
    scopes: scopes as never,
    expiresAt: new Date(world.clock.now().getTime() + 30 * 86_400_000).toISOString(),
    ...(purpose && { purpose }),
  });
  return { id: apiKey.id, secret };
}

beforeAll(async () => {
  world = await createTestWorld({ PUBLIC_URL: 'https://izdoo.example' });
  const inv = world.actor('KGZ', 'INV');
  wantedId = await makePerson(world, inv, { family: 'Пробарёв', given: 'Аркадий', birth: '1951-12-15' });
  await publish(world, 'KGZ', plainDraft(wantedId, {}));
  draftedId = await makePerson(world, inv, { family: 'Черновиков', given: 'Захар', birth: '1960-01-01' });
  discreetId = await makePerson(world, inv, { family: 'Тихонравин', given: 'Борис', birth: '1961-01-01' });
  await publish(
    world,
    'KGZ',
    plainDraft(discreetId, { type: 'DISCREET_CHECK', actionsOnHit: ['D1'], sharing: 'ALL_MEMBERS' }),
  );
  const purpose = { code: 'P5', reference: 'screening of the passport desk' } as const;
  key = (await makeKey(['interop.ask', 'interop.open'], purpose)).secret;
});
afterAll(() => world.close());

const asked = (type: string, count = 1) =>
  world.database.pool
    .query(
      'select actor_id, purpose_code, purpose_ref, data from audit_event where type = $1 order by id desc limit $2',
      [type, count],
    )
    .then(({ rows }) => rows);

/** requests.post(URL, json=…, headers={"Authorization": f"Apikey {API_KEY}"}, params=…) */
const match = (
  body: object,
  params: string | Record<string, string | string[]> = {},
  header = `Apikey ${key}`,
) =>
  request(world.app)
    .post('/v1/yente/match/default')
    .query(params)
    .set('Authorization', header)
    .set('User-Agent', 'python-requests/2.32')
    .send(body);

const PERSON = {
  schema: 'Person',
  properties: { name: ['Arkadiii Probaryov', 'Пробарёв Аркадий'], birthDate: ['1951'] },
};
const COMPANY = { schema: 'Company', properties: { name: ['Demogazmontazh'], jurisdiction: ['Russia'] } };

describe('a client of yente', () => {
  test('sends the published example with its key alone', async () => {
    const params = { algorithm: 'best', fuzzy: 'false' };
    const { body } = await match({ queries: { q1: PERSON, q2: COMPANY } }, params).expect(200);
    const { q1, q2 } = body.responses;
    // What the published client reads of the answer.
    expect(q2.query).toEqual(COMPANY);
    expect([q2.results, q1.status]).toEqual([[], 200]);
    expect(q1.results[0]).toMatchObject({
      id: wantedId,
      schema: 'Person',
      target: true,
      datasets: ['default'],
    });
    expect(q1.results[0].properties.topics).toEqual(['wanted']);
    expect(Object.keys(q1.results[0])).toEqual(
      expect.arrayContaining([
        'caption',
        'properties',
        'referents',
        'first_seen',
        'last_seen',
        'score',
        'match',
      ]),
    );
    const [entry] = await asked('interop.asked');
    expect(entry).toMatchObject({
      purpose_code: 'P5',
      purpose_ref: 'screening of the passport desk',
      data: { door: 'yente', queries: 2, shown: [wantedId] },
    });
  });

  test('writes properties as it likes: one text, a number, the name of a state, many names', async () => {
    const query = {
      id: 'own-17',
      schema: 'Person',
      properties: { name: 'Arkady PROBARYOV', birthDate: [1951], country: 'Kyrgyzstan', notes: 'x' },
    };
    const many = {
      schema: 'Person',
      properties: { name: ['Аркадий ПРОБАРЁВ', 'Probarev Arkadij', 'Probaryov'] },
    };
    const body = { weights: {}, config: { nm_number_mismatch: 0.4 }, queries: { a: query, b: many } };
    const params = {
      threshold: '0.7',
      cutoff: '0.2',
      topics: ['crime', 'sanction'],
      include_dataset: ['sanctions', 'izdoo'],
      exclude_schema: 'Vessel',
      changed_since: '2020-01-01',
    };
    const { responses } = (await match(body, params).expect(200)).body;
    expect(responses.a.query).toMatchObject({ id: 'own-17', properties: { birthDate: ['1951'] } });
    expect([responses.a.results[0].id, responses.b.results[0].id]).toEqual([wantedId, wantedId]);
    const without = await match({ queries: { a: PERSON } }, { exclude_entity_ids: [wantedId] }).expect(200);
    expect(without.body.responses.a).toMatchObject({ results: [], total: { value: 0 } });
  });

  test('opens what it found, with flags as Python writes them, and searches', async () => {
    const get = (path: string) => request(world.app).get(path).set('Authorization', `ApiKey ${key}`);
    const { body } = await get(`/v1/yente/entities/${wantedId}?nested=True`).expect(200);
    expect(body).toMatchObject({ id: wantedId, caption: 'Пробарёв Аркадий' });
    const found = await get('/v1/yente/search/default?q=arkady probaryov&fuzzy=False&schema=Person').expect(
      200,
    );
    expect(found.body).toMatchObject({
      results: [{ id: wantedId }],
      total: { value: 1 },
      limit: 10,
      offset: 0,
    });
    expect((await get('/v1/yente/algorithms').expect(200)).body.algorithms.length).toBe(1);
    expect((await get('/v1/yente/catalog').expect(200)).body.datasets[0].name).toBe('default');
  });

  test('sees what is in force and shared; neither work in hand nor what is kept silent', async () => {
    const names = { a: 'Черновиков Захар', b: 'Тихонравин Борис' };
    const queries = Object.fromEntries(
      Object.entries(names).map(([id, name]) => [id, { schema: 'Person', properties: { name: [name] } }]),
    );
    const { responses } = (await match({ queries }).expect(200)).body;
    expect([responses.a.results, responses.b.results]).toEqual([[], []]);
    for (const id of [draftedId, discreetId])
      await request(world.app)
        .get(`/v1/yente/entities/${id}`)
        .set('Authorization', `ApiKey ${key}`)
        .expect(404);
  });

  test('may do nothing else with its key, and a key of another kind may not do this', async () => {
    const as = (secret: string) => ({ Authorization: `Bearer ${secret}`, Purpose: 'P1 x' });
    const post = (path: string, body: object) => request(world.app).post(path).set(as(key)).send(body);
    const purpose = { code: 'P1', reference: 'x' };
    await post('/v1/search/persons', { name: 'Probaryov', purpose }).expect(403);
    await post('/v1/checks', {}).expect(403);
    await request(world.app).get(`/v1/persons/${wantedId}`).set(as(key)).expect(403);
    const { secret } = await makeKey(['check.run']);
    await match({ queries: { a: PERSON } }, {}, `ApiKey ${secret}`).expect(403);
    const asker = await makeKey(['interop.ask'], { code: 'P5', reference: 'x' });
    await request(world.app).get(`/v1/yente/entities/${wantedId}`).set(as(asker.secret)).expect(403);
  });

  test('without a purpose of its own says why in the address, or is refused', async () => {
    const { secret } = await makeKey(['interop.ask']);
    const bare = await match({ queries: { a: PERSON } }, {}, `ApiKey ${secret}`).expect(422);
    expect(bare.body).toMatchObject({ code: 'purpose-required', detail: expect.any(String) });
    await match({ queries: { a: PERSON } }, { purpose: 'P1 case 9' }, `ApiKey ${secret}`).expect(200);
    const [entry] = await asked('interop.asked');
    expect(entry).toMatchObject({ purpose_code: 'P1', purpose_ref: 'case 9' });
    // What is named badly is not replaced by the key's own.
    await match({ queries: { a: PERSON } }, { purpose: 'nothing' }).expect(422);
  });

  test.each([
    ['no schema', { properties: { name: 'Banana' } }, 422],
    ['a schema that does not exist', { schema: 'xxx', properties: { name: ['Banana'] } }, 422],
    ['nothing to find anybody by', { schema: 'Person', properties: { birthDate: ['1951'] } }, 422],
  ])('%s is an error with a detail, for the whole batch', async (_, fail, status) => {
    const { body } = await match({ queries: { fail, ok: PERSON } }).expect(status);
    expect(body.detail).toEqual(expect.stringContaining('/queries/fail'));
    expect(body.responses).toBeUndefined();
  });

  test('gets every other error with a detail too', async () => {
    const get = (path: string, header = `ApiKey ${key}`) =>
      request(world.app).get(path).set('Authorization', header);
    for (const [path, status] of [
      ['/v1/yente/search/banana?q=x', 404],
      ['/v1/yente/search/default?q=x&schema=Banana', 422],
      ['/v1/yente/entities/NK-aaaaaaaaaaaa', 404],
      ['/v1/yente/search/default?q=x&limit=1000', 422],
    ] as const)
      expect((await get(path).expect(status)).body.detail, path).toEqual(expect.any(String));
    const wrong = await get('/v1/yente/catalog', `ApiKey izk_${wantedId}_${'x'.repeat(43)}`).expect(401);
    expect(wrong.body.detail).toEqual(expect.any(String));
    const session = await world.token('KGZ', 'INV');
    await get('/v1/yente/catalog', `ApiKey ${session}`).expect(401);
    await get('/v1/yente/catalog', `Bearer ${session}`).expect(200);
  });
});

describe('OpenRefine', () => {
  const address = () => `/v1/reconcile?api_key=${key}`;
  const post = (member: 'queries' | 'extend', value: object) =>
    request(world.app)
      .post(address())
      .type('form')
      .send({ [member]: JSON.stringify(value) });

  test('is given one address with a key, reads the manifest there, and finds all others in it', async () => {
    const { body: manifest, headers } = await request(world.app)
      .get(address())
      .set('Origin', 'http://127.0.0.1:3333')
      .expect(200);
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(manifest).toMatchObject({
      versions: expect.arrayContaining(['0.2']),
      authentication: { type: 'apiKey', name: 'api_key', in: 'query' },
      view: { url: 'https://izdoo.example/persons/{{id}}' },
    });
    const call = (url: string) => {
      expect(url).toMatch(/^https:\/\/izdoo\.example\/v1\/reconcile\//u);
      return request(world.app).get(url.replace('https://izdoo.example', ''));
    };
    const at = ({ service_url: url, service_path: path }: Record<string, string>, more = '') =>
      call(`${url}${path}${more}`).expect(200);
    const { entity, type, property } = manifest.suggest;
    const suggested = await at(entity, '&prefix=probar');
    expect(suggested.body.result[0]).toMatchObject({ id: wantedId, name: 'Пробарёв Аркадий' });
    expect((await at(entity)).body).toEqual({ result: [] });
    expect((await at(type, '&prefix=pers')).body.result[0].id).toBe('Person');
    expect((await at(property, '&prefix=birth')).body.result[0].id).toBe('birthDate');
    const proposed = await at(manifest.extend.propose_properties, '&type=Person&limit=5');
    expect(proposed.body).toMatchObject({ limit: 5, type: 'Person' });
    expect(proposed.body.properties.length).toBe(5);
    const preview = await call(manifest.preview.url.replace('{{id}}', wantedId)).expect(200);
    expect([preview.text, preview.headers['content-type']]).toEqual([
      expect.stringContaining('<h1>Пробарёв Аркадий</h1>'),
      expect.stringContaining('text/html'),
    ]);
    // The program shows it in a frame; nothing in it runs.
    expect(preview.headers['x-frame-options']).toBeUndefined();
    expect(preview.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    await call(manifest.preview.url.replace('{{id}}', draftedId)).expect(404);
  });

  test.each([
    [
      'full',
      {
        query: 'Probaryov Arkady',
        type: 'DifferentiatedPerson',
        limit: 5,
        properties: [
          { pid: 'professionOrOccupation', v: 'Demo*' },
          { pid: 'affiliation', v: 'http://example.org/gnd/2022139-3' },
        ],
        type_strict: 'should',
      },
    ],
    ['least', { query: 'Arkady Probaryov' }],
    [
      'of several values',
      {
        query: 'Probaryov Arkady',
        type: 'DifferentiatedPerson',
        limit: 5,
        properties: [
          { pid: 'professionOrOccupation', v: ['Demo*', { id: 'demo', name: 'Demo(in)' }] },
          { pid: 'birthDate', v: 1951 },
        ],
        type_strict: 'should',
      },
    ],
  ])('sends the specification’s %s example, by form and in the address', async (_, query) => {
    const queries = { q0: query, q1: { ...query, query: 'Nobody Whatsoever' } };
    const { body } = await post('queries', queries).expect(200);
    expect(Object.keys(body)).toEqual(['q0', 'q1']);
    expect(body.q0.result[0]).toMatchObject({
      ...{ id: wantedId, name: 'Пробарёв Аркадий', score: expect.any(Number), match: expect.any(Boolean) },
      type: [{ id: 'Person', name: 'Person' }],
    });
    expect(body.q1).toEqual({ result: [] });
    const got = await request(world.app)
      .get(address())
      .query({ queries: JSON.stringify(queries) })
      .expect(200);
    expect(got.body).toEqual(body);
    expect(await asked('interop.asked', 2)).toMatchObject([
      { purpose_code: 'P5', data: { door: 'reconciliation', queries: 2, shown: [wantedId] } },
      { purpose_code: 'P5' },
    ]);
  });

  test('extends rows as the specification’s full example asks', async () => {
    const properties = [
      { id: 'name', settings: { limit: '1' } },
      { id: 'nationality', settings: { limit: '1', content: 'id' } },
      { id: 'birthDate' },
      { id: 'wikidataId' },
    ];
    const { body } = await post('extend', { ids: [wantedId, '1064905412', draftedId], properties }).expect(
      200,
    );
    expect(body.meta.map(({ id }: { id: string }) => id)).toEqual(['name', 'nationality', 'birthDate']);
    expect(body.rows[wantedId]).toEqual({
      name: [{ str: 'Пробарёв Аркадий' }],
      nationality: [{ str: 'kg' }],
      birthDate: [{ str: '1951-12-15' }],
    });
    const none = { name: [], nationality: [], birthDate: [] };
    expect([body.rows['1064905412'], body.rows[draftedId]]).toEqual([none, none]);
  });

  test.each([
    ['without query and properties', { limit: 1 }],
    ['with no properties', { properties: [] }],
    ['with a misnamed member', { query: 'Probaryov', props: [{ pid: 'birthDate', v: '1951' }] }],
    ['by a property that is not known here', { properties: [{ pid: 'uid', v: '27eb892afbb2' }] }],
  ])('is told of a query %s', async (_, query) => {
    const { body } = await post('queries', { q1: query }).expect(422);
    expect(body.errors[0].at).toMatch(/^\/queries\/q1/u);
  });

  test('a page of another origin may ask, with a key; keys that may do more are not taken from addresses', async () => {
    const before = await request(world.app)
      .options('/v1/reconcile')
      .set('Origin', 'http://127.0.0.1:3333')
      .set('Access-Control-Request-Method', 'POST')
      .expect(204);
    expect(before.headers).toMatchObject({ 'access-control-allow-origin': '*' });
    expect(before.headers['access-control-allow-methods']).toContain('POST');
    expect(before.headers['access-control-allow-headers']).toContain('Authorization');
    const refused = await request(world.app).get('/v1/reconcile').expect(401);
    expect(refused.headers['access-control-allow-origin']).toBe('*');
    expect((await request(world.app).get('/v1/search/names')).headers).not.toHaveProperty(
      'access-control-allow-origin',
    );
    const more = await makeKey(['interop.ask', 'check.run']);
    for (const secret of [more.secret, await world.token('KGZ', 'INV'), 'nonsense'])
      await request(world.app).get(`/v1/reconcile?api_key=${secret}`).expect(401);
    await request(world.app).get('/v1/reconcile').set('Authorization', `Bearer ${more.secret}`).expect(200);
    // Nowhere else is an address looked at.
    await request(world.app).get(`/v1/yente/catalog?api_key=${key}`).expect(401);
    expect(world.logs.join('\n')).not.toContain(key);
  });
});
