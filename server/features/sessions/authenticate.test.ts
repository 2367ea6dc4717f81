import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentity } from '../../../tests/support/identity.ts';
import {
  bearer,
  createIdentityLab,
  type IdentityLab,
  TEST_COST,
} from '../../../tests/support/identity-lab.ts';
import { createDatabase } from '../../platform/database/database.ts';

let lab: IdentityLab;
beforeAll(async () => {
  lab = await createIdentityLab();
});
afterAll(() => lab.close());

const origin = { cookies: {}, ip: '203.0.113.9', userAgent: null, requestId: 'request', locale: null };
const authenticate = (authorization: string | undefined) =>
  lab.first.identity.authenticator.authenticate({ ...origin, authorization });

describe('who sent a request', () => {
  it('is nobody without credentials; a refresh cookie is none', async () => {
    const { cookie } = await lab.enter('inv.kgz');
    expect(await authenticate(undefined)).toBeNull();
    expect((await lab.first.http.get('/v1/me').set('Cookie', cookie)).body.code).toBe('not-authenticated');
  });

  it('is the user of the session, with roles, agency and state from the database', async () => {
    const { token, userId, sessionId } = await lab.enter('inv.kgz');
    expect(await authenticate(`Bearer ${token}`)).toEqual({
      kind: 'user',
      id: userId,
      roles: ['INV'],
      scopes: null,
      agencyId: expect.any(String),
      state: 'KGZ',
      sessionId,
      requestId: 'request',
      ip: '203.0.113.9',
      locale: 'en',
      purpose: null,
      idempotency: null,
    });
  });

  it.each(['', 'Basic aW52OnB3', 'Bearer', 'Bearer ', 'Bearer a b', 'Bearer не.токен.вовсе', 'Bearer a.b.c'])(
    'is refused for %j',
    async (authorization) => {
      await expect(authenticate(authorization)).rejects.toMatchObject({ code: 'not-authenticated' });
    },
  );

  it('is refused for a token of any length', async () => {
    await expect(authenticate(`Bearer ${'a'.repeat(100_000)}`)).rejects.toMatchObject({
      code: 'not-authenticated',
    });
  });

  it('cannot be said while the database is away', async () => {
    const { clock, vault } = lab;
    const database = createDatabase({ url: 'postgresql://127.0.0.1:1/none', clock, vault });
    const { authenticator } = createIdentity({
      database,
      clock,
      vault,
      production: false,
      passwordCost: TEST_COST,
    });
    const { token } = await lab.enter('inv.kgz');
    const key = `izk_00000000-0000-7000-8000-000000000000_${'a'.repeat(43)}`;
    for (const credentials of [token, key]) {
      const authorization = `Bearer ${credentials}`;
      await expect(authenticator.authenticate({ ...origin, authorization })).rejects.toMatchObject({
        code: 'unavailable',
      });
    }
    await authenticator.close();
    await database.close();
  });

  it('is known again after the connection for announcements broke', async () => {
    const { token } = await lab.enter('inv.kgz', lab.second);
    const me = () => lab.second.http.get('/v1/me').set(bearer(token));
    expect((await me()).status).toBe(200);
    await lab.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %'",
    );
    await lab.first.http.delete('/v1/sessions/current').set(bearer(token));
    // The clock stands still: what is remembered is forgotten because the connection was lost.
    await expect.poll(async () => (await me()).body.code, { timeout: 20_000 }).toBe('session-ended');
  });
});
