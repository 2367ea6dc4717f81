// What callers send is checked place by place, whatever is thrown at it.
import { readdirSync } from 'node:fs';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { createToyApp } from '../../../tests/support/toy-app.ts';
import { seen, toyRoutes } from '../../../tests/support/toy-routes.ts';

const toy = createToyApp(toyRoutes);
const { app } = toy;
const as = (token: string) => ({ Authorization: `Bearer ${token}` });
const inv = as('INV');

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

describe('files', () => {
  const upload = () => request(app).post('/v1/files').set(inv);

  test('arrive with their name in any script and are removed afterwards', async () => {
    const answer = await upload()
      .field('note', 'ok')
      .attach('file', Buffer.from('hello'), '../../Жума баев.jpg')
      .expect(201);
    expect(answer.body.name).toBe('Жума баев.jpg');
    expect(answer.body.text).toBe('hello');
    await expect.poll(() => readdirSync(toy.uploads)).toEqual([]);
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
    await expect.poll(() => readdirSync(toy.uploads)).toEqual([]);
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
    await expect.poll(() => readdirSync(toy.uploads)).toEqual([]);
  });

  test('are not received from those who may not send them', async () => {
    await request(app).post('/v1/files').set(as('AUD')).attach('file', Buffer.from('a'), 'a').expect(403);
    await expect.poll(() => readdirSync(toy.uploads)).toEqual([]);
  });
});
