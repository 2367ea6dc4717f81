import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, createIdentityLab, type IdentityLab } from '../../../tests/support/identity-lab.ts';
import { TEST_PASSWORD } from '../../../tests/support/people.ts';
import { may } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import { PERMISSIONS } from '../../domain/access/permission.ts';

let lab: IdentityLab;
beforeAll(async () => {
  lab = await createIdentityLab();
});
afterAll(() => lab.close());

const NEW_PASSWORD = 'seven green lanterns';

const get = (path: string, token: string, by = lab.first) => by.http.get(path).set(bearer(token));
const post = (path: string, token: string, body: object) =>
  lab.first.http.post(path).set(bearer(token)).send(body);
const probe = (permission: string, token: string, by = lab.first) =>
  get(`/v1/probes/${permission}`, token, by);

const authenticate = (token: string) =>
  lab.first.identity.authenticator.authenticate({
    authorization: `Bearer ${token}`,
    cookies: {},
    ip: null,
    userAgent: null,
    requestId: 'request',
    locale: null,
  });

async function withoutFactor(login: string): Promise<void> {
  await lab.pool.query(
    'update app_user set totp_secret = null, totp_confirmed_at = null, totp_last_step = null where login = $1',
    [login],
  );
}

describe('a session before the second factor is enrolled', () => {
  it('holds no role, reads nothing, and may use nothing but its own affairs', async () => {
    await withoutFactor('co.kgz');
    const { token, body } = await lab.enter('co.kgz');
    expect(body.user).toMatchObject({
      secondFactor: 'ENROLMENT_REQUIRED',
      restriction: 'second-factor-enrolment-required',
      permissions: ['session.own'],
    });
    const actor = await authenticate(token);
    expect(actor?.roles).toEqual([]);
    expect(actor && readerTokens(actor)).toEqual([]);
    expect(actor && PERMISSIONS.filter((permission) => may(actor, permission))).toEqual(['session.own']);
    for (const permission of ['alert.decide', 'reference.read']) {
      const refused = await probe(permission, token);
      expect([refused.status, refused.body.code]).toEqual([403, 'second-factor-enrolment-required']);
    }
    expect((await lab.traces('access.refused')).at(-1)).toMatchObject({
      outcome: 'REFUSED',
      data: { code: 'second-factor-enrolment-required' },
    });
    expect((await get('/v1/me', token)).status).toBe(200);
  });

  it('stays restricted through a refresh', async () => {
    await withoutFactor('pro.kgz');
    const { cookie } = await lab.enter('pro.kgz');
    const refreshed = await lab.second.http.post('/v1/sessions/refresh').set('Cookie', cookie);
    expect((await probe('alert.decide', refreshed.body.accessToken)).status).toBe(403);
  });

  it('works after a code confirmed the factor, on both processes, and other sessions end', async () => {
    await withoutFactor('pro.kaz');
    const other = await lab.enter('pro.kaz');
    const { token } = await lab.enter('pro.kaz');
    expect((await probe('alert.decide', token, lab.second)).status).toBe(403);

    expect((await post('/v1/me/second-factor', token, { password: 'wrong' })).body.code).toBe(
      'invalid-credentials',
    );
    const offer = await post('/v1/me/second-factor', token, { password: TEST_PASSWORD });
    expect(offer.body.uri).toMatch(/^otpauth:\/\/totp\/Izdoo:pro\.kaz\?issuer=Izdoo&secret=[A-Z2-7]{32}&/);

    const wrong = await post('/v1/me/second-factor/confirm', token, { code: '000000' });
    expect(wrong.body.errors).toMatchObject([{ at: '/code', code: 'wrong-code' }]);
    // An offer alone changes nothing: signing in still needs no code, and still opens nothing.
    expect((await lab.signIn({ login: 'pro.kaz' })).body.user.restriction).toBe(
      'second-factor-enrolment-required',
    );

    const code = lab.code(offer.body.secret);
    const confirmed = await post('/v1/me/second-factor/confirm', token, { code });
    expect(confirmed.body).toMatchObject({ secondFactor: 'ENROLLED', restriction: null });
    await expect.poll(async () => (await probe('alert.decide', token, lab.second)).status).toBe(204);
    expect((await get('/v1/me', other.token)).body.code).toBe('session-ended');

    expect((await lab.signIn({ login: 'pro.kaz' })).body.code).toBe('second-factor-required');
    expect((await lab.signIn({ login: 'pro.kaz', code })).status).toBe(401);
    lab.advance(30);
    expect((await lab.signIn({ login: 'pro.kaz', code: lab.code(offer.body.secret) })).status).toBe(201);
  });

  it('never overwrites a confirmed factor', async () => {
    const { token } = await lab.enter('dpo.kgz');
    expect((await post('/v1/me/second-factor', token, { password: TEST_PASSWORD })).body.code).toBe(
      'conflict',
    );
    expect((await post('/v1/me/second-factor/confirm', token, { code: '123456' })).body.code).toBe(
      'conflict',
    );
  });

  it('does not become complete because the factor was confirmed elsewhere', async () => {
    await withoutFactor('pro.uzb');
    const { token } = await lab.enter('pro.uzb');
    await lab.pool.query('update app_user set totp_confirmed_at = now() where login = $1', ['pro.uzb']);
    lab.advance(15);
    expect((await probe('alert.decide', token)).body.code).toBe('second-factor-enrolment-required');
  });

  it('is restricted as soon as the roles ask for a factor that is not there', async () => {
    const { token, userId } = await lab.enter('inv.kgz');
    expect((await probe('reference.read', token)).status).toBe(204);
    await lab.pool.query("update app_user set roles = array['INV', 'CO']::role[] where id = $1", [userId]);
    lab.advance(15);
    expect((await probe('alert.decide', token)).body.code).toBe('second-factor-enrolment-required');
    await lab.pool.query("update app_user set roles = array['INV']::role[] where id = $1", [userId]);
  });
});

describe('the own password', () => {
  it('is changed with the old one; other sessions end, this one stays', async () => {
    const other = await lab.enter('inv.kaz');
    const mine = await lab.enter('inv.kaz');
    const change = (currentPassword: string, newPassword: string) =>
      post('/v1/me/password', mine.token, { currentPassword, newPassword });
    expect((await change('wrong', NEW_PASSWORD)).body.code).toBe('invalid-credentials');
    expect((await change(TEST_PASSWORD, NEW_PASSWORD)).status).toBe(204);
    expect((await get('/v1/me', mine.token)).status).toBe(200);
    expect((await get('/v1/me', other.token)).body.code).toBe('session-ended');
    const refreshed = await lab.first.http.post('/v1/sessions/refresh').set('Cookie', other.cookie);
    expect(refreshed.status).toBe(204);
    expect((await lab.signIn({ login: 'inv.kaz' })).status).toBe(401);
    expect((await lab.signIn({ login: 'inv.kaz', password: NEW_PASSWORD })).status).toBe(201);
  });

  it.each([
    ['too short', 'short-one', 'password-too-short'],
    ['holds the login', 'my-bo2.kgz-account-2026', 'password-holds-login'],
    ['everybody tries it', 'Qwerty-123456', 'password-too-common'],
    ['the old one', TEST_PASSWORD, 'password-not-new'],
  ])('is refused: %s', async (_why, newPassword, code) => {
    const { token } = await lab.enter('bo2.kgz');
    const answer = await post('/v1/me/password', token, { currentPassword: TEST_PASSWORD, newPassword });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ at: '/newPassword', code }]);
  });

  it('cannot be guessed with a stolen access token: five wrong ones lock the login', async () => {
    const { token } = await lab.enter('lia.kgz');
    const guess = () =>
      post('/v1/me/password', token, { currentPassword: 'guess', newPassword: NEW_PASSWORD });
    for (let attempt = 0; attempt < 5; attempt += 1) expect((await guess()).status).toBe(401);
    expect((await guess()).status).toBe(429);
    expect((await lab.signIn({ login: 'lia.kgz' })).status).toBe(429);
  });

  it('must be changed first when it is temporary', async () => {
    await lab.pool.query('update app_user set must_change_password = true where login = $1', ['bo1.kgz']);
    const { token, body } = await lab.enter('bo1.kgz');
    expect(body.user).toMatchObject({ mustChangePassword: true, restriction: 'password-change-required' });
    expect((await probe('check.run', token, lab.second)).body.code).toBe('password-change-required');
    const answer = await post('/v1/me/password', token, {
      currentPassword: TEST_PASSWORD,
      newPassword: NEW_PASSWORD,
    });
    expect(answer.status).toBe(204);
    await expect.poll(async () => (await probe('check.run', token, lab.second)).status).toBe(204);
  });

  it('does not survive a reset that happens while it is being checked', async () => {
    const { database } = lab.first;
    const user = await database.prisma.user.findUniqueOrThrow({ where: { login: 'bo1.uzb' } });
    // The account changes between the look at the password and the opening of the session.
    const transaction = database.transaction;
    let raced = false;
    const spied = database as { transaction: typeof transaction };
    spied.transaction = async (actor, work) => {
      if (!raced) {
        raced = true;
        await lab.second.identity.users.resetFromConsole(
          { ...actor, kind: 'system', id: 'test' },
          user.login,
        );
      }
      return transaction(actor, work);
    };
    try {
      expect((await lab.signIn({ login: user.login })).status).toBe(401);
      expect(raced).toBe(true);
    } finally {
      spied.transaction = transaction;
    }
    expect(await database.prisma.session.count({ where: { userId: user.id, revokedAt: null } })).toBe(0);
  });
});

describe('my account', () => {
  it('says who I am in my language and what I may use', async () => {
    const { token } = await lab.enter('nad.kgz');
    const { body } = await get('/v1/me', token);
    expect(body).toMatchObject({
      login: 'nad.kgz',
      agency: { state: 'KGZ', code: 'KGZ-CENTRAL' },
      secondFactor: 'ENROLLED',
    });
    expect(body.permissions).toContain('user.manage');
    expect(body.passwordHash).toBeUndefined();
  });

  it('takes the language of the request, else that of the user', async () => {
    const { token } = await lab.enter('nad.kaz');
    const ask = (locale: 'ky' | null) =>
      lab.first.identity.authenticator.authenticate({
        authorization: `Bearer ${token}`,
        cookies: {},
        ip: null,
        userAgent: null,
        requestId: 'request',
        locale,
      });
    expect((await ask('ky'))?.locale).toBe('ky');
    expect((await ask(null))?.locale).toBe('en');
  });
});
