// Answers are stripped, never cached, and say nothing that they should not; logs hold ids.
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { createToyApp } from '../../../tests/support/toy-app.ts';
import { control, toyRoutes } from '../../../tests/support/toy-routes.ts';
import { notFound, Problem } from '../../domain/errors.ts';

const { app, lines } = createToyApp(toyRoutes);
const id = '0190a000-0000-7000-8000-000000000001';
const as = (token: string) => ({ Authorization: `Bearer ${token}` });
const inv = as('INV');

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
    control.failWith = new Error('duplicate key (name)=(Planted Secretname)');
    lines.length = 0;
    const answer = await request(app)
      .get(`/v1/things/${id}`)
      .set({ ...inv, Purpose: 'P1 Plantedpurpose', 'Accept-Language': 'en' })
      .expect(500);
    control.failWith = null;
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
    expect(log).toContain('mount-answers.pure.test.ts');
    expect(log).not.toMatch(/Planted/);
  });

  test('a problem keeps its own members', async () => {
    control.failWith = new Problem('transition-not-allowed', [], { allowed: ['submit'] });
    const answer = await request(app)
      .get(`/v1/things/${id}`)
      .set({ ...inv, Purpose: 'P1 x' })
      .expect(409);
    expect(answer.body).toMatchObject({ status: 409, allowed: ['submit'] });
    control.failWith = notFound();
    await request(app)
      .get(`/v1/things/${id}`)
      .set({ ...inv, Purpose: 'P1 x' })
      .expect(404);
    control.failWith = null;
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

test('two routes with one id or one place do not start', () => {
  const [first] = toyRoutes;
  if (!first) throw new Error('no routes');
  expect(() => createToyApp([first, { ...first, path: '/v1/other' }])).toThrow('getThing');
  expect(() => createToyApp([first, { ...first, id: 'other', path: '/v1/things/{x}' }])).toThrow(
    '/v1/things/{}',
  );
});
