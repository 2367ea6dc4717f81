// Who may use a route and why is settled before anything else is looked at, and every refusal leaves a trace.
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { createToyApp } from '../../../tests/support/toy-app.ts';
import { seen, toyRoutes } from '../../../tests/support/toy-routes.ts';
import { Problem } from '../../domain/errors.ts';

const { app, refusals } = createToyApp(toyRoutes);
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
    const { app: broken } = createToyApp(toyRoutes);
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
