import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, createIdentityLab, type IdentityLab } from '../../../tests/support/identity-lab.ts';
import { agencyId } from '../../../tests/support/people.ts';

let lab: IdentityLab;
let admin: string;
beforeAll(async () => {
  lab = await createIdentityLab();
  admin = (await lab.enter('nad.kgz')).token;
});
afterAll(() => lab.close());

const DAY = 24 * 3600 * 1000;
const inDays = (days: number) => new Date(lab.clock.at.getTime() + days * DAY).toISOString();

const create = (changes: object = {}, token = admin) =>
  lab.first.http
    .post('/v1/api-keys')
    .set(bearer(token))
    .send({
      name: 'Passenger gateway',
      agencyId: agencyId('KGZ', 'BORDER'),
      scopes: ['check.run'],
      expiresAt: inDays(90),
      ...changes,
    });

const probe = (permission: string, key: string, by = lab.second) =>
  by.http.get(`/v1/probes/${permission}`).set(bearer(key));

describe('an API key', () => {
  it('is shown once, kept as a hash, and acts for its agency', async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body.secret).toMatch(/^izk_[0-9a-f-]{36}_[\w-]{43}$/);
    const { rows } = await lab.pool.query('select * from api_key where id = $1', [body.apiKey.id]);
    expect(JSON.stringify(rows)).not.toContain(body.secret.slice(-43));
    const actor = await lab.second.identity.authenticator.authenticate({
      authorization: `Bearer ${body.secret}`,
      cookies: {},
      ip: null,
      userAgent: null,
      requestId: 'request',
      locale: null,
    });
    expect(actor).toMatchObject({
      kind: 'api-key',
      id: body.apiKey.id,
      roles: ['SVC'],
      scopes: ['check.run'],
      state: 'KGZ',
      agencyId: agencyId('KGZ', 'BORDER'),
      sessionId: null,
    });
  });

  it('may use its scopes and nothing else, not even what its role may', async () => {
    const { body } = await create();
    expect((await probe('check.run', body.secret)).status).toBe(204);
    for (const permission of ['reference.read', 'alert.decide', 'user.manage']) {
      const refused = await probe(permission, body.secret);
      expect([refused.status, refused.body.code]).toEqual([403, 'forbidden']);
    }
    expect((await lab.first.http.get('/v1/me').set(bearer(body.secret))).status).toBe(403);
    expect((await lab.first.http.get('/v1/sessions').set(bearer(body.secret))).status).toBe(403);
  });

  it('gives no more than its role, whatever its row says', async () => {
    const { body } = await create();
    await lab.pool.query(
      "update api_key set scopes = array['check.run', 'alert.decide', 'session.own'] where id = $1",
      [body.apiKey.id],
    );
    expect((await probe('alert.decide', body.secret)).status).toBe(403);
    expect((await lab.first.http.get('/v1/me').set(bearer(body.secret))).status).toBe(403);
    expect((await probe('check.run', body.secret)).status).toBe(204);
  });

  it.each([
    ['a scope beyond service accounts', { scopes: ['person.read'] }, '/scopes/0'],
    ['no scope', { scopes: [] }, '/scopes'],
    ['an end in the past', { expiresAt: '2020-01-01T00:00:00Z' }, '/expiresAt'],
    ['an end beyond a year', { expiresAt: '2028-01-01T00:00:00Z' }, '/expiresAt'],
    ['no end', { expiresAt: undefined }, '/expiresAt'],
    ['an agency of another state', { agencyId: agencyId('KAZ', 'BORDER') }, '/agencyId'],
  ])('is refused with %s', async (_what, changes, at) => {
    const answer = await create(changes);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].at).toBe(at);
  });

  it('is refused with a wrong secret, an unknown id, or a broken form', async () => {
    const { body } = await create();
    const flipped = body.secret.slice(0, -1) + (body.secret.endsWith('A') ? 'B' : 'A');
    const unknown = body.secret.replace(body.apiKey.id, '00000000-0000-7000-8000-00000000dead');
    for (const wrong of [flipped, unknown, 'izk_', `izk_${body.apiKey.id}_`, `${body.secret}x`]) {
      const answer = await probe('check.run', wrong);
      expect([answer.status, answer.body.code]).toEqual([401, 'not-authenticated']);
    }
    expect((await probe('check.run', body.secret)).status).toBe(204);
  });

  it('is over at its end', async () => {
    const { body } = await create({ expiresAt: new Date(lab.clock.at.getTime() + 10_000).toISOString() });
    expect((await probe('check.run', body.secret)).status).toBe(204);
    lab.advance(10);
    expect((await probe('check.run', body.secret)).status).toBe(401);
  });

  it('is over on all processes at once when it is revoked, by its own state only', async () => {
    const { body } = await create();
    const stranger = (await lab.enter('nad.kaz')).token;
    const revoke = (token: string) =>
      lab.first.http.delete(`/v1/api-keys/${body.apiKey.id}`).set(bearer(token));
    expect((await probe('check.run', body.secret)).status).toBe(204);
    expect((await revoke(stranger)).status).toBe(404);
    expect((await revoke(admin)).status).toBe(204);
    await expect.poll(async () => (await probe('check.run', body.secret)).status).toBe(401);
    expect((await revoke(admin)).status).toBe(404);
  });

  it('made with an idempotency key is made once; the stored answer does not show the secret', async () => {
    const body = {
      name: 'Once',
      agencyId: agencyId('KGZ', 'BORDER'),
      scopes: ['check.run'],
      expiresAt: inDays(30),
    };
    const send = () =>
      lab.first.http.post('/v1/api-keys').set(bearer(admin)).set('Idempotency-Key', 'key-1').send(body);
    const first = await send();
    expect((await send()).body).toEqual(first.body);
    const { rows } = await lab.pool.query("select result::text from idempotency_key where key = 'key-1'");
    expect(rows[0].result).not.toContain(first.body.secret.slice(-43));
  });

  it('is listed for its own state without its secret', async () => {
    const { body } = await lab.first.http.get('/v1/api-keys?limit=3').set(bearer(admin));
    expect(body.items).toHaveLength(3);
    expect(JSON.stringify(body)).not.toMatch(/secret|hash/i);
    const next = await lab.first.http
      .get(`/v1/api-keys?limit=3&cursor=${body.nextCursor}`)
      .set(bearer(admin));
    const ids = [...body.items, ...next.body.items].map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(6);
    const stranger = (await lab.enter('nad.uzb')).token;
    expect((await lab.first.http.get('/v1/api-keys').set(bearer(stranger))).body.items).toEqual([]);
  });
});
