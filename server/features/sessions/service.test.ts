import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  bearer,
  cookieOf,
  createIdentityLab,
  type IdentityLab,
} from '../../../tests/support/identity-lab.ts';
import { testUser } from '../../../tests/support/people.ts';

let lab: IdentityLab;
beforeAll(async () => {
  lab = await createIdentityLab();
});
afterAll(() => lab.close());

const me = (token: string, by = lab.first) => by.http.get('/v1/me').set(bearer(token));

describe('signing in', () => {
  it('lets a user in with login and password, however the login is typed', async () => {
    const answer = await lab.signIn({ login: ' INV.kgz ' });
    expect(answer.status).toBe(201);
    expect(answer.body.user).toMatchObject({
      login: 'inv.kgz',
      roles: ['INV'],
      secondFactor: 'NOT_REQUIRED',
      restriction: null,
    });
    expect(answer.body.user.permissions).toContain('search.persons');
    const [cookie] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(
      /^izdoo_refresh=[\w-]{43}; Max-Age=28800; Path=\/v1\/sessions; HttpOnly; SameSite=Strict$/,
    );
    expect((await me(answer.body.accessToken)).body.login).toBe('inv.kgz');
  });

  it('holds no roles in the token', async () => {
    const { token } = await lab.enter('inv.kgz');
    const [header = '', payload = ''] = token
      .split('.')
      .map((part) => Buffer.from(part, 'base64url').toString());
    expect(Object.keys(JSON.parse(header)).sort()).toEqual(['alg', 'kid', 'typ']);
    expect(JSON.parse(header).alg).toBe('ES256');
    expect(Object.keys(JSON.parse(payload)).sort()).toEqual(['aud', 'exp', 'iat', 'iss', 'sid', 'sub']);
  });

  it('answers a wrong password and an unknown login in the same way', async () => {
    const wrong = await lab.signIn({ login: 'inv.kaz', password: 'not the password' });
    const unknown = await lab.signIn({ login: 'nobody.at.all', password: 'not the password' });
    const { instance: _one, ...first } = wrong.body;
    const { instance: _two, ...second } = unknown.body;
    expect(wrong.status).toBe(401);
    expect(unknown.status).toBe(401);
    expect(first).toEqual(second);
    expect(wrong.headers['set-cookie']).toBeUndefined();
  });

  it('keeps the typed login out of the readable trace', async () => {
    await lab.signIn({ login: 'my-secret-password-in-the-wrong-field' });
    const trace = (await lab.traces('session.refused')).at(-1);
    expect(trace).toMatchObject({
      outcome: 'REFUSED',
      actor_id: 'anonymous',
      data: { reason: 'unknown-login' },
    });
    expect(JSON.stringify(trace?.['data'])).not.toContain('secret-password');
    const sealed = trace?.['sealed_data'] as Buffer;
    expect(await lab.first.database.queryKeys.open(sealed)).toBe('my-secret-password-in-the-wrong-field');
  });

  it('refuses a closed account and people of a closed agency like a wrong password', async () => {
    const { pool } = lab;
    const user = testUser('UZB', 'BO1');
    await pool.query('update app_user set active = false where login = $1', ['inv.uzb']);
    await pool.query('update agency set active = false where id = $1', [user.agencyId]);
    for (const login of ['inv.uzb', user.login]) {
      const answer = await lab.signIn({ login });
      expect([answer.status, answer.body.code]).toEqual([401, 'invalid-credentials']);
    }
    expect((await lab.traces('session.refused')).at(-1)?.['data']).toEqual({ reason: 'disabled' });
    await pool.query('update agency set active = true where id = $1', [user.agencyId]);
  });

  it('refuses demo accounts in production, at the door and in a session that is open', async () => {
    const production = lab.startProcess({ production: true });
    await lab.pool.query('update app_user set demo = true where login = $1', ['bo2.uzb']);
    expect((await lab.signIn({ login: 'bo2.uzb' }, { by: production })).body.code).toBe(
      'invalid-credentials',
    );
    const session = await lab.enter('bo2.uzb');
    expect((await me(session.token)).status).toBe(200);
    expect((await me(session.token, production)).body.code).toBe('session-ended');
    const refreshed = await production.http.post('/v1/sessions/refresh').set('Cookie', session.cookie);
    expect(refreshed.status).toBe(204);
  });

  it('marks cookies Secure in production', async () => {
    const production = lab.startProcess({ production: true });
    const answer = await lab.signIn({ login: 'lia.kgz' }, { by: production });
    expect((answer.headers['set-cookie'] as unknown as string[])[0]).toContain('; Secure');
  });
});

describe('the second factor', () => {
  it('is asked for, and its code works once, also for two requests at once', async () => {
    const login = 'co.kgz';
    expect((await lab.signIn({ login })).body.code).toBe('second-factor-required');
    const code = lab.code();
    const twice = await Promise.all([
      lab.signIn({ login, code }),
      lab.signIn({ login, code }, { by: lab.second }),
    ]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 401]);
    const again = await lab.signIn({ login, code });
    expect([again.status, again.body.code]).toEqual([401, 'invalid-credentials']);
    lab.advance(30);
    expect((await lab.signIn({ login, code: lab.code() })).status).toBe(201);
  });

  it('refuses the code of an earlier step after a later one was used', async () => {
    const login = 'pro.kgz';
    const early = lab.code();
    lab.advance(30);
    expect((await lab.signIn({ login, code: lab.code() })).status).toBe(201);
    expect((await lab.signIn({ login, code: early })).status).toBe(401);
  });

  it('forgives one step of clock difference and no more', async () => {
    const old = lab.code();
    lab.advance(30);
    expect((await lab.signIn({ login: 'dpo.kgz', code: old })).status).toBe(201);
    const older = lab.code();
    lab.advance(60);
    expect((await lab.signIn({ login: 'aud.kgz', code: older })).status).toBe(401);
  });
});

describe('refreshing', () => {
  const refresh = (cookie: string, by = lab.first) =>
    by.http.post('/v1/sessions/refresh').set('Cookie', cookie);

  it('gives a new access token and a new refresh token', async () => {
    const session = await lab.enter('inv.kgz');
    lab.advance(601);
    expect((await me(session.token)).body.code).toBe('not-authenticated');
    const answer = await refresh(session.cookie, lab.second);
    expect(answer.status).toBe(200);
    expect(answer.body.sessionId).toBe(session.sessionId);
    expect(cookieOf(answer)).not.toBe(session.cookie);
    expect((await me(answer.body.accessToken)).status).toBe(200);
  });

  it('ends the session and all its tokens at the second use of a refresh token', async () => {
    const session = await lab.enter('inv.kgz');
    const thief = await refresh(session.cookie);
    expect(thief.status).toBe(200);
    lab.advance(11);
    expect((await refresh(session.cookie, lab.second)).body.code).toBe('session-ended');
    expect((await refresh(cookieOf(thief))).status).toBe(204);
    expect((await lab.traces('session.reuse-detected')).at(-1)).toMatchObject({
      subject_id: session.sessionId,
      actor_id: session.userId,
    });
    await expect.poll(async () => (await me(thief.body.accessToken)).status).toBe(401);
  });

  it('gives nothing to a second tab within ten seconds, and ends nothing', async () => {
    const session = await lab.enter('inv.kgz');
    const both = await Promise.all([refresh(session.cookie), refresh(session.cookie, lab.second)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const loser = both.find(({ status }) => status === 409);
    expect(loser?.body.accessToken).toBeUndefined();
    expect(loser?.headers['set-cookie']).toBeUndefined();
    const winner = both.find(({ status }) => status === 200);
    expect((await refresh(cookieOf(winner ?? { headers: {} }))).status).toBe(200);
  });

  it('ends with the session after twelve hours and with idleness after eight', async () => {
    const idle = await lab.enter('inv.kgz');
    const busy = await lab.enter('inv.kgz');
    lab.advance(7 * 3600);
    const kept = await refresh(busy.cookie);
    expect(kept.status).toBe(200);
    expect(kept.headers['set-cookie']?.[0]).toContain('Max-Age=18000');
    lab.advance(3600);
    expect((await refresh(idle.cookie)).status).toBe(204);
    lab.advance(4 * 3600 - 60);
    const last = await refresh(cookieOf(kept));
    expect(last.status).toBe(200);
    expect(last.body.expiresAt).toBe(busy.body.sessionEndsAt);
    lab.advance(60);
    expect((await refresh(cookieOf(last))).status).toBe(204);
  });

  it('grants nothing without a cookie and for an invented one, which is no fault', async () => {
    for (const answer of [
      await lab.first.http.post('/v1/sessions/refresh'),
      await refresh('izdoo_refresh=invented'),
    ])
      expect([answer.status, answer.text, answer.headers['set-cookie']]).toEqual([204, '', undefined]);
  });
});

describe('leaving', () => {
  it('signs out: the session is over on both processes at once, and the cookie goes', async () => {
    const session = await lab.enter('inv.kgz');
    expect((await me(session.token, lab.second)).status).toBe(200);
    const answer = await lab.first.http.delete('/v1/sessions/current').set(bearer(session.token));
    expect(answer.status).toBe(204);
    expect(answer.headers['set-cookie']?.[0]).toContain('Max-Age=0');
    // The clock stands still: only the announcement can have told the other process.
    await expect.poll(async () => (await me(session.token, lab.second)).body.code).toBe('session-ended');
    expect((await me(session.token)).body.code).toBe('session-ended');
  });

  it('forgets within 15 seconds also when the announcement is lost', async () => {
    const session = await lab.enter('inv.kgz');
    expect((await me(session.token)).status).toBe(200);
    await lab.pool.query("update session set revoked_at = now(), revoked_reason = 'test' where id = $1", [
      session.sessionId,
    ]);
    expect((await me(session.token)).status).toBe(200);
    lab.advance(15);
    expect((await me(session.token)).body.code).toBe('session-ended');
  });

  it('ends with the row of the session, whatever the tokens say', async () => {
    const session = await lab.enter('inv.kgz');
    const end = new Date(lab.clock.at.getTime() + 60_000);
    await lab.pool.query('update session set expires_at = $2 where id = $1', [session.sessionId, end]);
    lab.advance(59);
    expect((await me(session.token)).status).toBe(200);
    lab.advance(1);
    expect((await me(session.token)).body.code).toBe('session-ended');
    const refreshed = await lab.first.http.post('/v1/sessions/refresh').set('Cookie', session.cookie);
    expect(refreshed.status).toBe(204);
  });

  it('lists and ends own sessions and no others', async () => {
    const mine = await lab.enter('bo2.kgz');
    lab.advance(1);
    const other = await lab.enter('bo2.kgz');
    const stranger = await lab.enter('inv.kaz');
    const list = await lab.first.http.get('/v1/sessions').set(bearer(mine.token));
    expect(list.body.items.map(({ id, current }: { id: string; current: boolean }) => [id, current])).toEqual(
      [
        [other.sessionId, false],
        [mine.sessionId, true],
      ],
    );
    const end = (token: string, id: string) => lab.first.http.delete(`/v1/sessions/${id}`).set(bearer(token));
    expect((await end(stranger.token, mine.sessionId)).status).toBe(404);
    expect((await end(mine.token, other.sessionId)).status).toBe(204);
    expect((await end(mine.token, other.sessionId)).status).toBe(404);
  });

  it('lets a national admin see and end sessions of his own state only', async () => {
    const admin = await lab.enter('nad.kgz');
    const home = await lab.enter('bo1.kgz');
    const abroad = await lab.enter('inv.kaz');
    const as = (path: string) => lab.first.http.get(path).set(bearer(admin.token));
    expect((await as(`/v1/sessions?userId=${home.userId}`)).body.items).toHaveLength(1);
    expect((await as(`/v1/sessions?userId=${abroad.userId}`)).status).toBe(404);
    const end = (id: string) => lab.first.http.delete(`/v1/sessions/${id}`).set(bearer(admin.token));
    expect((await end(abroad.sessionId)).status).toBe(404);
    expect((await end(home.sessionId)).status).toBe(204);
    await expect.poll(async () => (await me(home.token, lab.second)).status).toBe(401);
  });

  it('does not show an investigator the sessions of a colleague', async () => {
    const mine = await lab.enter('inv.kgz');
    const colleague = testUser('KGZ', 'INV', 'second');
    const answer = await lab.first.http.get(`/v1/sessions?userId=${colleague.id}`).set(bearer(mine.token));
    expect(answer.status).toBe(404);
  });
});
