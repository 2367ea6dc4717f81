// Health, readiness, status and figures of the whole app, as a load balancer and a collector ask for them.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

test('a stranger learns that it works, and nothing of any record', async () => {
  expect((await world.http().get('/healthz').expect(200)).body).toEqual({ status: 'ok' });
  expect((await world.http().get('/readyz').expect(200)).body.status).toBe('ready');
  const { body } = await world.http().get('/statusz').expect(200);
  expect(Object.keys(body).sort()).toEqual([
    'audit',
    'database',
    'exchange',
    'measuredAt',
    'mirror',
    'register',
    'replica',
    'search',
    'startedAt',
    'uptimeSeconds',
    'version',
    'worker',
  ]);
  expect(body.database.reachable).toBe(true);
  const { password } = new URL(world.databaseUrl);
  expect(JSON.stringify(body)).not.toContain(password);
});

test('checks are counted by what the officer was told', async () => {
  const officer = world.http(await world.token('KGZ', 'BO1'));
  await officer.post('/v1/checks').send({ name: 'Nobody Atall' }).expect(200);
  await officer.post('/v1/checks').send({ name: 'Nobody Atall' }).expect(200);
  await officer.post('/v1/checks').send({ nmae: 'x' }).expect(422);
  const { text } = await world.http().get('/metrics').expect(200);
  expect(text).toContain('izdoo_checks_total{outcome="CLEAR"} 2');
  expect(text).toContain('izdoo_request_seconds_count{route="runCheck",status="200"} 2');
  expect(text).toContain('izdoo_request_seconds_count{route="runCheck",status="422"} 1');
  expect(text).not.toContain('Nobody');
});

test('while it stops it is alive but not ready, and still answers what has begun', async () => {
  world.services.lifecycle.stopping = true;
  try {
    const { body, headers } = await world.http().get('/readyz').expect(503);
    expect(body).toMatchObject({ code: 'unavailable', stopping: true });
    expect(headers['retry-after']).toBe('5');
    await world.http().get('/healthz').expect(200);
    await world
      .http(await world.token('KGZ', 'INV'))
      .get('/v1/me')
      .expect(200);
  } finally {
    world.services.lifecycle.stopping = false;
  }
});
