// Every request passes the same checks in the same order, whatever is thrown at it.
import { readdirSync, readFileSync } from 'node:fs';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createToyApp } from '../../../tests/support/toy-app.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { purposeSchema } from './purpose.ts';
import { FileReply, Reply, route, type UploadedFile } from './route.ts';

const seen: { actor: Actor; input: unknown }[] = [];
let failWith: unknown = null;

const thing = z.object({ id: z.string(), title: z.string(), version: z.int() });
const routes = [
  route({
    id: 'getThing',
    method: 'get',
    path: '/v1/things/{id}',
    tag: 'things',
    summary: 'One thing',
    permission: 'person.read',
    purpose: 'header',
    params: z.strictObject({ id: z.uuid() }),
    query: z.strictObject({ part: z.string().max(10).optional() }),
    success: { status: 200, body: thing },
    handler: async ({ actor, params, query }) => {
      seen.push({ actor, input: { params, query } });
      if (failWith) throw failWith;
      return { id: params.id, title: 'A', version: 3, secretNote: 'never leaves' };
    },
  }),
  route({
    id: 'listThings',
    method: 'get',
    path: '/v1/things',
    tag: 'things',
    summary: 'Things',
    permission: 'reference.read',
    query: z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    success: { status: 200, body: z.object({ items: z.array(thing), version: z.string() }) },
    handler: async () => ({ items: [], version: 'x' }),
  }),
  route({
    id: 'createThing',
    method: 'post',
    path: '/v1/things',
    tag: 'things',
    summary: 'New thing',
    permission: 'person.write',
    idempotent: true,
    body: z.strictObject({
      title: z.string().min(1).max(20),
      names: z.array(z.string()).max(2).optional(),
      kind: z.enum(['a', 'b']).default('a'),
      born: z.union([z.iso.date(), z.strictObject({ year: z.int() })]).optional(),
    }),
    success: { status: 201, body: thing },
    handler: async ({ actor, body }) => {
      seen.push({ actor, input: body });
      return new Reply({ id: '1', title: body.title, version: 1 }, { headers: { Location: '/v1/things/1' } });
    },
  }),
  route({
    id: 'changeThing',
    method: 'patch',
    path: '/v1/things/{id}',
    tag: 'things',
    summary: 'Change',
    permission: 'person.write',
    ifMatch: true,
    params: z.strictObject({ id: z.string() }),
    body: z.strictObject({ title: z.string().optional() }),
    success: { status: 200, body: thing },
    handler: async ({ version, params }) => {
      if (version !== 3) throw new Problem('version-mismatch');
      return { id: params.id, title: 'B', version: 4 };
    },
  }),
  route({
    id: 'searchThings',
    method: 'post',
    path: '/v1/search/things',
    tag: 'things',
    summary: 'Search',
    permission: 'search.persons',
    purpose: 'body',
    rate: 'search',
    body: z.strictObject({ name: z.string(), purpose: purposeSchema }),
    success: { status: 200, body: z.object({ found: z.int() }) },
    handler: async ({ actor }) => {
      seen.push({ actor, input: null });
      return { found: 0 };
    },
  }),
  route({
    id: 'removeCurrent',
    method: 'delete',
    path: '/v1/things/current',
    tag: 'things',
    summary: 'Remove the current one',
    permission: 'session.own',
    success: { status: 204 },
    handler: async () => new Reply(undefined, { cookies: ['a=; Max-Age=0', 'b=1'] }),
  }),
  route({
    id: 'removeThing',
    method: 'delete',
    path: '/v1/things/{thingId}',
    tag: 'things',
    summary: 'Remove one',
    permission: 'alert.decide',
    params: z.strictObject({ thingId: z.string() }),
    success: { status: 204 },
    handler: async () => {
      throw new Problem('own-work');
    },
  }),
  route({
    id: 'addFile',
    method: 'post',
    path: '/v1/files',
    tag: 'files',
    summary: 'Upload',
    permission: 'person.write',
    upload: { maxBytes: 1000 },
    body: z.strictObject({ note: z.string().optional(), crash: z.literal('yes').optional() }),
    success: { status: 201, body: z.object({ name: z.string(), text: z.string(), path: z.string() }) },
    handler: async ({ file, body }) => {
      const { originalName, path } = file as UploadedFile;
      if (body.crash) throw new Error('disk on fire');
      return { name: originalName, text: readFileSync(path, 'utf8'), path };
    },
  }),
  route({
    id: 'getFile',
    method: 'get',
    path: '/v1/files/{id}',
    tag: 'files',
    summary: 'Download',
    permission: 'public',
    params: z.strictObject({ id: z.string() }),
    success: { status: 200, mediaTypes: ['image/png'] },
    handler: async ({ actor }) => {
      seen.push({ actor, input: null });
      return new FileReply('image/png', Buffer.from('bytes'), 'Сүрөт "1".png');
    },
  }),
];

const toy = createToyApp(routes);
const { app, refusals, lines } = toy;
const id = '0190a000-0000-7000-8000-000000000001';
const as = (token: string) => ({ Authorization: `Bearer ${token}` });
const inv = as('INV');

describe('who and why', () => {
  test('no credentials, wrong ones, ended ones', async () => {
    const none = await request(app).get('/v1/things').expect(401);
    expect(none.body.code).toBe('not-authenticated');
    expect(none.headers['www-authenticate']).toMatch(/^Bearer/);
    expect((await request(app).get('/v1/things').set(as('wrong')).expect(401)).body.code).toBe(
      'not-authenticated',
    );
    expect((await request(app).get('/v1/things').set(as('ended')).expect(401)).body.code).toBe(
      'session-ended',
    );
  });

  test('a role without the permission is refused, recorded, and told nothing else', async () => {
    refusals.length = 0;
    const answer = await request(app).get(`/v1/things/${id}?wrong=1`).set(as('BO1')).expect(403);
    expect(answer.body).toMatchObject({ code: 'forbidden', permission: 'person.read' });
    expect(answer.body.errors).toBeUndefined();
    expect(refusals.map(({ entry }) => entry)).toEqual([
      {
        type: 'access.refused',
        outcome: 'REFUSED',
        data: { route: 'getThing', code: 'forbidden', permission: 'person.read' },
      },
    ]);
  });

  test('the trace of a refusal comes before the answer: without it there is no 403', async () => {
    const { app: broken } = createToyApp(routes);
    const record = refusals.push.bind(refusals);
    refusals.push = () => {
      throw new Problem('unavailable');
    };
    try {
      await request(app).get(`/v1/things/${id}`).set(as('BO1')).expect(503);
    } finally {
      refusals.push = record;
    }
    await request(broken).get(`/v1/things/${id}`).set(as('BO1')).expect(403);
  });

  test('a session that is not complete is told what is missing', async () => {
    const answer = await request(app).get('/v1/things').set(as('half')).expect(403);
    expect(answer.body.code).toBe('second-factor-enrolment-required');
    await request(app).delete('/v1/things/current').set(as('half')).expect(204);
  });

  test('details need a purpose that fits the role', async () => {
    seen.length = 0;
    refusals.length = 0;
    const code = async (headers: Record<string, string>) =>
      (await request(app).get(`/v1/things/${id}`).set(headers)).body.code;
    expect(await code(inv)).toBe('purpose-required');
    expect(await code({ ...inv, Purpose: 'P9 x' })).toBe('purpose-required');
    expect(await code({ ...inv, Purpose: 'P1' })).toBe('purpose-required');
    expect(await code({ ...inv, Purpose: 'P1 %00' })).toBe('purpose-required');
    expect(await code({ ...as('DPO'), Purpose: 'P1 x' })).toBe('purpose-not-allowed');
    expect(seen).toHaveLength(0);
    expect(refusals).toHaveLength(5);
    await request(app)
      .get(`/v1/things/${id}`)
      .set({ ...inv, Purpose: `P1 ${encodeURIComponent('иш 12')}` })
      .expect(200);
    expect(seen[0]?.actor.purpose).toEqual({ code: 'P1', reference: 'иш 12' });
  });

  test('searches need it in the body, before any other fault is told', async () => {
    const send = (body: object) => request(app).post('/v1/search/things').set(inv).send(body);
    const missing = await send({ nam: 'x' }).expect(422);
    expect(missing.body).toMatchObject({ code: 'purpose-required' });
    expect(missing.body.errors).toBeUndefined();
    expect((await send({ name: 'x', purpose: { code: 'P1', reference: ' ' } }).expect(422)).body.code).toBe(
      'purpose-required',
    );
    await send({ name: 'x', purpose: { code: 'P1', reference: 'demo' } }).expect(200);
    expect(seen.at(-1)?.actor.purpose?.code).toBe('P1');
    await request(app)
      .post('/v1/search/things')
      .set(as('DPO'))
      .send({ name: 'x', purpose: { code: 'P1', reference: 'demo' } })
      .expect(422, /purpose-not-allowed/);
  });

  test('refusals of services are recorded too', async () => {
    refusals.length = 0;
    await request(app)
      .delete('/v1/things/7')
      .set(as('CO'))
      .expect(403, /own-work/);
    expect(refusals[0]?.entry.data).toEqual({ route: 'removeThing', code: 'own-work' });
  });

  test('open routes do not look at credentials', async () => {
    await request(app).get('/v1/files/1').set(as('ended')).expect(200);
    expect(seen.at(-1)?.actor).toMatchObject({ kind: 'system', id: 'anonymous', roles: [], state: null });
  });
});

describe('what is sent', () => {
  const create = (body: string | object, headers: Record<string, string> = {}) =>
    request(app)
      .post('/v1/things')
      .set({ ...inv, 'Content-Type': 'application/json', ...headers })
      .send(body);

  test('faults name each place and say it in the language asked for', async () => {
    const answer = await create({ titel: 'x', names: ['a', 'b', 'c'], kind: 'z', born: { year: '1' } })
      .set('Accept-Language', 'fr, kk;q=0.8, en;q=0.7')
      .expect(422);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['content-language']).toBe('kk');
    expect(answer.body.title).toBe('Деректердің бір бөлігі жоқ немесе қате');
    expect(answer.body.instance).toBe(`urn:izdoo:request:${answer.headers['x-request-id']}`);
    expect(answer.body.errors).toEqual([
      { at: '/title', code: 'required', message: 'Толтыру міндетті' },
      { at: '/names', code: 'too-many', maximum: '2', message: 'Элементтер тым көп: 2 аспауы тиіс' },
      { at: '/kind', code: 'not-allowed', allowed: 'a, b', message: 'Рұқсат етілген мәндер: a, b' },
      { at: '/born/year', code: 'wrong-type', expected: 'number', message: expect.any(String) },
      { at: '/titel', code: 'unknown-member', message: 'Белгісіз өріс' },
    ]);
  });

  test('without Accept-Language the user decides', async () => {
    const answer = await create({}).expect(422);
    expect(answer.headers['content-language']).toBe('ky');
  });

  test('unknown query members and wrong path members are faults', async () => {
    const query = await request(app).get('/v1/things?limit=0&nme=x').set(inv).expect(422);
    expect(query.body.errors.map(({ at, code }: { at: string; code: string }) => `${at} ${code}`)).toEqual([
      'query/limit too-small',
      'query/nme unknown-member',
    ]);
    const doubled = await request(app).get('/v1/things?limit=1&limit=2').set(inv).expect(422);
    expect(doubled.body.errors[0].at).toBe('query/limit');
    const path = await request(app)
      .get('/v1/things/not-a-uuid')
      .set({ ...inv, Purpose: 'P1 x' })
      .expect(422);
    expect(path.body.errors[0]).toMatchObject({ at: 'path/id', code: 'wrong-format' });
  });

  test.each([
    ['not JSON', '{"title":', 400, 'malformed-request'],
    ['a bare value', '"title"', 400, 'malformed-request'],
    ['an array', '[1]', 422, 'validation-failed'],
    ['NUL in a value', '{"title":"a\\u0000b"}', 422, 'validation-failed'],
    ['NUL in a member name', '{"title":"a","x\\u0000":1}', 422, 'validation-failed'],
    ['half a surrogate pair', '{"title":"\\ud83d"}', 422, 'validation-failed'],
    ['members called __proto__', '{"title":"a","__proto__":{"kind":"b"}}', 422, 'validation-failed'],
    ['deep nesting', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`, 422, 'validation-failed'],
    ['too much', JSON.stringify({ title: 'x'.repeat(300_000) }), 413, 'too-large'],
  ])('%s is refused', async (_what, body, status, code) => {
    const answer = await create(body).expect(status);
    expect(answer.body.code).toBe(code);
    expect(({} as { kind?: string }).kind).toBeUndefined();
  });

  test('bytes that are not UTF-8 are refused', async () => {
    await request(app)
      .post('/v1/things')
      .set({ ...inv, 'Content-Type': 'application/json' })
      .serialize((body: unknown) => body as string)
      .send(Buffer.from([0x7b, 0x22, 0x74, 0xff, 0x22, 0x3a, 0x31, 0x7d]) as never)
      .expect(400);
  });

  test('of members named twice the last counts', async () => {
    const answer = await create('{"title":"first","title":"last"}').expect(201);
    expect(answer.body.title).toBe('last');
    expect(answer.headers['location']).toBe('/v1/things/1');
    expect(answer.headers['etag']).toBe('"v1"');
  });

  test.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['application/json; charset=utf-16', 415],
    ['application/json; charset=UTF-8', 201],
  ])('content type %s', async (type, status) => {
    await create('{"title":"a"}', { 'Content-Type': type }).expect(status);
  });

  test('compressed bodies are refused: nothing can swell', async () => {
    await create('{"title":"a"}', { 'Content-Encoding': 'gzip' }).expect(415);
  });

  test('NUL and broken percent-encoding in the address', async () => {
    await request(app)
      .get('/v1/things?limit=%00')
      .set(inv)
      .expect(422, /unstorable-text/);
    await request(app)
      .get('/v1/files/%00')
      .expect(422, /unstorable-text/);
    await request(app)
      .get('/v1/files/%E0%A4%A')
      .expect(400, /malformed-request/);
  });

  test('a body where none is expected', async () => {
    await request(app).delete('/v1/things/current').set(inv).send({ reason: 'x' }).expect(422);
    await request(app).delete('/v1/things/current').set(inv).send({}).expect(204);
  });
});

describe('versions and keys', () => {
  const change = (headers: Record<string, string>) =>
    request(app)
      .patch('/v1/things/1')
      .set({ ...inv, ...headers })
      .send({ title: 'B' });

  test.each([
    [{}, 428],
    [{ 'If-Match': '*' }, 428],
    [{ 'If-Match': 'W/"v3"' }, 412],
    [{ 'If-Match': 'v3' }, 412],
    [{ 'If-Match': '"v3", "v4"' }, 412],
    [{ 'If-Match': '"v2"' }, 412],
    [{ 'If-Match': '"v3"' }, 200],
  ])('%o → %i', async (headers: Record<string, string>, status) => {
    const answer = await change(headers).expect(status);
    if (status === 200) expect(answer.headers['etag']).toBe('"v4"');
  });

  test('a key travels with the fingerprint of the request', async () => {
    const send = async (key: string, body: string) => {
      await request(app)
        .post('/v1/things')
        .set({ ...inv, 'Content-Type': 'application/json', 'Idempotency-Key': key })
        .send(body)
        .expect(201);
      return seen.at(-1)?.actor.idempotency;
    };
    const first = await send('k-1', '{"title":"a","kind":"a"}');
    const again = await send('k-1', '{"kind":"a", "title":"a"}');
    const other = await send('k-1', '{"title":"b","kind":"a"}');
    expect(first).toMatchObject({ key: 'k-1' });
    expect(again?.requestHash).toBe(first?.requestHash);
    expect(other?.requestHash).not.toBe(first?.requestHash);
    await request(app)
      .post('/v1/things')
      .set({ ...inv, 'Idempotency-Key': 'a b' })
      .send({ title: 'a' })
      .expect(422, /Idempotency-Key/);
  });
});

describe('answers', () => {
  test('are stripped to their schema, never cached, and carry security headers', async () => {
    const answer = await request(app)
      .get(`/v1/things/${id}`)
      .set({ ...inv, Purpose: 'P1 x', 'X-Request-Id': 'abc-12345678' })
      .expect(200);
    expect(answer.body).toEqual({ id, title: 'A', version: 3 });
    expect(answer.headers).toMatchObject({
      etag: '"v3"',
      'cache-control': 'no-store',
      'x-request-id': 'abc-12345678',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      ratelimit: '"read";r=9;t=60',
      'ratelimit-policy': '"read";q=10;w=60',
    });
    const policy = answer.headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect(answer.headers).not.toHaveProperty('x-powered-by');
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });

  test('only whole numbers called version make an ETag', async () => {
    const answer = await request(app).get('/v1/things').set(inv).expect(200);
    expect(answer.headers).not.toHaveProperty('etag');
  });

  test('strange request ids are replaced', async () => {
    const answer = await request(app)
      .get('/v1/things')
      .set({ ...inv, 'X-Request-Id': 'a b<script>' });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('HEAD, OPTIONS, other methods, unknown paths', async () => {
    const head = await request(app).head('/v1/things').set(inv).expect(200);
    expect(head.text).toBeUndefined();
    const options = await request(app).options('/v1/things').expect(204);
    expect(options.headers['allow']).toBe('GET, HEAD, OPTIONS, POST');
    const put = await request(app).put('/v1/things').set(inv).expect(405);
    expect(put.headers['allow']).toBe('GET, HEAD, OPTIONS, POST');
    // Two names of one parameter are one place.
    expect((await request(app).put('/v1/things/1').expect(405)).headers['allow']).toBe(
      'DELETE, GET, HEAD, OPTIONS, PATCH',
    );
    expect((await request(app).get('/v1/nothing').expect(404)).body.code).toBe('not-found');
    await request(app).get('/v1/Things').set(inv).expect(404);
  });

  test('a caller who takes nothing that we have', async () => {
    await request(app)
      .get('/v1/things')
      .set({ ...inv, Accept: 'text/html' })
      .expect(406, /not-acceptable/);
    await request(app)
      .get('/v1/things')
      .set({ ...inv, Accept: 'text/html, */*;q=0.1' })
      .expect(200);
    await request(app).get('/v1/files/1').set('Accept', 'image/*').expect(200);
  });

  test('cookies without a body', async () => {
    const answer = await request(app).delete('/v1/things/current').set(inv).expect(204);
    expect(answer.headers['set-cookie']).toEqual(['a=; Max-Age=0', 'b=1']);
  });

  test('downloads keep names in any script and run nothing', async () => {
    const answer = await request(app).get('/v1/files/1').expect(200);
    expect(answer.headers['content-type']).toBe('image/png');
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="_____ _1_.png"; filename*=UTF-8''${encodeURIComponent('Сүрөт "1".png')}`,
    );
  });

  test('unknown errors give an id and nothing else, and the log no values', async () => {
    failWith = new Error('duplicate key (name)=(Planted Secretname)');
    lines.length = 0;
    const answer = await request(app)
      .get(`/v1/things/${id}`)
      .set({ ...inv, Purpose: 'P1 Plantedpurpose', 'Accept-Language': 'en' })
      .expect(500);
    failWith = null;
    expect(answer.body).toEqual({
      type: 'urn:izdoo:problem:internal-error',
      title: 'Something went wrong on our side',
      status: 500,
      detail: 'Tell your administrator the id of the request.',
      instance: expect.stringMatching(/^urn:izdoo:request:/),
      code: 'internal-error',
    });
    const log = lines.join('');
    expect(log).toContain('request failed');
    expect(log).toContain(answer.headers['x-request-id']);
    expect(log).toContain('mount.pure.test.ts');
    expect(log).not.toMatch(/Planted/);
  });

  test('a problem keeps its own members', async () => {
    failWith = new Problem('transition-not-allowed', [], { allowed: ['submit'] });
    const answer = await request(app)
      .get(`/v1/things/${id}`)
      .set({ ...inv, Purpose: 'P1 x' })
      .expect(409);
    expect(answer.body).toMatchObject({ status: 409, allowed: ['submit'] });
    failWith = notFound();
    await request(app)
      .get(`/v1/things/${id}`)
      .set({ ...inv, Purpose: 'P1 x' })
      .expect(404);
    failWith = null;
  });

  test('logs hold ids: no path as typed, no query, no header', async () => {
    lines.length = 0;
    await request(app)
      .get('/v1/things/Zhumabaev?part=Kasymovich')
      .set({ ...inv, 'User-Agent': 'PlantedAgent' });
    await request(app).get('/v1/Zhumabaev/x').set(inv);
    await new Promise((resolve) => setImmediate(resolve));
    const log = lines.join('');
    expect(log).toContain('"route":"getThing"');
    expect(log).toContain('"actor":"user-1"');
    expect(log).not.toMatch(/Zhumabaev|Kasymovich|PlantedAgent|Bearer/);
  });
});

describe('files', () => {
  const upload = () => request(app).post('/v1/files').set(inv);

  test('arrive with their name in any script and are removed afterwards', async () => {
    const answer = await upload()
      .field('note', 'ok')
      .attach('file', Buffer.from('hello'), '../../Жума баев.jpg')
      .expect(201);
    expect(answer.body.name).toBe('Жума баев.jpg');
    expect(answer.body.text).toBe('hello');
    expect(readdirSync(toy.uploads)).toEqual([]);
  });

  test('are removed when the handler fails, and when another fault is found', async () => {
    await upload().field('crash', 'yes').attach('file', Buffer.from('x'), 'a').expect(500);
    await upload()
      .field('other', 'x')
      .attach('file', Buffer.from('x'), 'a')
      .expect(422, /unknown-member/);
    await upload()
      .attach('file', Buffer.alloc(2000), 'a')
      .expect(413, /too-large/);
    expect(readdirSync(toy.uploads)).toEqual([]);
  });

  test('two files, a wrong field, none, another content type, a form cut off', async () => {
    const two = await upload().attach('file', Buffer.from('a'), 'a').attach('file', Buffer.from('b'), 'b');
    expect(two.status).toBe(422);
    const wrong = await upload().attach('photo', Buffer.from('a'), 'a').expect(422);
    expect(wrong.body.errors[0]).toMatchObject({ at: '/photo', code: 'unknown-member' });
    expect((await upload().field('note', 'x').expect(422)).body.errors[0]).toMatchObject({
      at: '/file',
      code: 'required',
    });
    await upload().send({ note: 'x' }).expect(415);
    await upload()
      .set('Content-Type', 'multipart/form-data; boundary=x')
      .send('--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc')
      .expect(400, /malformed-request/);
    await upload().set('Content-Type', 'multipart/form-data; foo=x').send('abc').expect(400);
    expect(readdirSync(toy.uploads)).toEqual([]);
  });

  test('are not received from those who may not send them', async () => {
    await request(app).post('/v1/files').set(as('AUD')).attach('file', Buffer.from('a'), 'a').expect(403);
    expect(readdirSync(toy.uploads)).toEqual([]);
  });
});

test('two routes with one id or one place do not start', () => {
  const [first] = routes;
  if (!first) throw new Error('no routes');
  expect(() => createToyApp([first, { ...first, path: '/v1/other' }])).toThrow('getThing');
  expect(() => createToyApp([first, { ...first, id: 'other', path: '/v1/things/{x}' }])).toThrow(
    '/v1/things/{}',
  );
});
