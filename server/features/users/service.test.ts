import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, createIdentityLab, type IdentityLab } from '../../../tests/support/identity-lab.ts';
import { agencyId, TEST_PASSWORD, testUser } from '../../../tests/support/people.ts';
import { systemActor } from '../../domain/access/actor.ts';

let lab: IdentityLab;
let admin: string;
beforeAll(async () => {
  lab = await createIdentityLab();
  admin = (await lab.enter('nad.kgz')).token;
});
afterAll(() => lab.close());

const console = systemActor('console:user', 'request');

const call = (
  method: 'get' | 'post' | 'patch',
  path: string,
  body?: object,
  token = admin,
  version?: number,
) => {
  const request = lab.first.http[method](path).set(bearer(token));
  if (version !== undefined) request.set('If-Match', `"v${version}"`);
  return body ? request.send(body) : request;
};

const newcomer = (login: string, changes: object = {}) => ({
  login,
  displayName: 'Nurlan Testov',
  agencyId: agencyId('KGZ', 'INVESTIGATION'),
  roles: ['INV'],
  ...changes,
});

async function create(login: string, changes: object = {}) {
  const answer = await call('post', '/v1/users', newcomer(login, changes));
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body as { user: { id: string; version: number }; temporaryPassword: string };
}

/** Makes a user and signs him in with a password of his own. */
async function settle(login: string, changes: object = {}) {
  const { user, temporaryPassword } = await create(login, changes);
  const { body } = await lab.signIn({ login, password: temporaryPassword });
  const chosen = { currentPassword: temporaryPassword, newPassword: TEST_PASSWORD };
  expect((await call('post', '/v1/me/password', chosen, body.accessToken)).status).toBe(204);
  const version = (await call('get', `/v1/users/${user.id}`)).body.version as number;
  return { id: user.id, token: body.accessToken as string, version };
}

const probe = (token: string, by = lab.second) => by.http.get('/v1/probes/reference.read').set(bearer(token));

describe('a new user', () => {
  it('gets a temporary password that opens nothing but its own change', async () => {
    const { temporaryPassword, user } = await create('new.one');
    expect(temporaryPassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(user).toMatchObject({ mustChangePassword: true, active: true, version: 1 });
    const { body } = await lab.signIn({ login: 'new.one', password: temporaryPassword });
    expect((await probe(body.accessToken)).body.code).toBe('password-change-required');
    expect((await lab.traces('user.created')).at(-1)).toMatchObject({
      subject_id: user.id,
      data: { roles: ['INV'] },
    });
  });

  it('is made once for one idempotency key; the stored answer does not show the password', async () => {
    const send = () =>
      lab.first.http
        .post('/v1/users')
        .set(bearer(admin))
        .set('Idempotency-Key', 'new-user-1')
        .send(newcomer('only.once'));
    const first = await send();
    const second = await send();
    expect(second.body).toEqual(first.body);
    const { rows } = await lab.pool.query('select result::text from idempotency_key');
    expect(rows[0].result).toContain('only.once');
    expect(rows[0].result).not.toContain(first.body.temporaryPassword);
  });

  it('cannot take a login that is taken, in whatever state', async () => {
    const answer = await call('post', '/v1/users', newcomer('inv.kaz'));
    expect([answer.status, answer.body.code]).toEqual([409, 'duplicate-login']);
    expect((await lab.pool.query("select 1 from app_user where login = 'inv.kaz'")).rowCount).toBe(1);
  });

  it('belongs to an open agency of the admin’s own state', async () => {
    const abroad = await call(
      'post',
      '/v1/users',
      newcomer('x.abroad', { agencyId: agencyId('KAZ', 'CENTRAL') }),
    );
    const nowhere = await call(
      'post',
      '/v1/users',
      newcomer('x.nowhere', { agencyId: '00000000-0000-7000-8000-00000000dead' }),
    );
    for (const answer of [abroad, nowhere]) {
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ at: '/agencyId', code: 'unknown-agency' }]);
    }
  });

  it.each([
    ['no role', { roles: [] }, '/roles'],
    ['a login with capital letters', { login: 'Capital' }, '/login'],
    ['an unknown member', { isAdmin: true }, '/isAdmin'],
    ['a password of the admin’s choice', { password: 'chosen by admin' }, '/password'],
  ])('is refused with %s', async (_what, changes, at) => {
    const answer = await call('post', '/v1/users', newcomer('x.refused', changes));
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0].at).toBe(at);
  });
});

describe('the power of a national admin', () => {
  it('ends at his own account', async () => {
    const me = testUser('KGZ', 'NAD');
    const { version } = (await call('get', `/v1/users/${me.id}`)).body;
    for (const change of [
      { roles: ['NAD', 'PRO'] },
      { active: false },
      { agencyId: agencyId('KGZ', 'BORDER') },
    ]) {
      const answer = await call('patch', `/v1/users/${me.id}`, change, admin, version);
      expect([answer.status, answer.body.code]).toEqual([403, 'forbidden']);
    }
    expect((await call('post', `/v1/users/${me.id}/reset-second-factor`)).status).toBe(403);
    expect((await call('post', `/v1/users/${me.id}/reset-password`)).status).toBe(403);
    expect((await call('patch', `/v1/users/${me.id}`, { locale: 'ky' }, admin, version)).status).toBe(200);
    expect((await probe(admin)).status).toBe(204);
  });

  it('ends at the border: people of other states do not exist', async () => {
    const stranger = testUser('KAZ', 'INV');
    const path = `/v1/users/${stranger.id}`;
    expect((await call('get', path)).status).toBe(404);
    expect((await call('patch', path, { active: false }, admin, 1)).status).toBe(404);
    expect((await call('post', `${path}/reset-password`)).status).toBe(404);
    expect((await call('post', `${path}/reset-second-factor`)).status).toBe(404);
    const { rows } = await lab.pool.query('select active, version from app_user where id = $1', [
      stranger.id,
    ]);
    expect(rows[0]).toEqual({ active: true, version: 1 });
  });

  it('does not move people over the border', async () => {
    const { id, version } = await settle('stays.here');
    const answer = await call(
      'patch',
      `/v1/users/${id}`,
      { agencyId: agencyId('KAZ', 'CENTRAL') },
      admin,
      version,
    );
    expect(answer.body.errors).toMatchObject([{ at: '/agencyId', code: 'unknown-agency' }]);
  });

  it('does not make system admins, and does not touch them', async () => {
    const made = await call('post', '/v1/users', newcomer('x.sad', { roles: ['INV', 'SAD'] }));
    expect(made.body.errors).toMatchObject([{ at: '/roles/1', code: 'role-not-grantable' }]);
    const { id, version } = await settle('no.sad');
    expect((await call('patch', `/v1/users/${id}`, { roles: ['SAD'] }, admin, version)).status).toBe(422);
    const system = testUser('KGZ', 'SAD');
    expect((await call('post', `/v1/users/${system.id}/reset-password`)).status).toBe(403);
    expect((await call('patch', `/v1/users/${system.id}`, { active: false }, admin, 1)).status).toBe(403);
  });

  it('is nobody else’s', async () => {
    for (const login of ['pro.kgz', 'inv.kgz', 'sad.kgz', 'dpo.kgz']) {
      const { token } = await lab.enter(login);
      expect((await call('get', '/v1/users', undefined, token)).status).toBe(403);
      expect((await call('post', '/v1/users', newcomer('x.not-made'), token)).status).toBe(403);
    }
  });
});

describe('a change of a user', () => {
  it('that dismisses him puts him out on both processes at once', async () => {
    const { id, token, version } = await settle('dismissed.one');
    expect((await probe(token)).status).toBe(204);
    expect((await call('patch', `/v1/users/${id}`, { active: false }, admin, version)).status).toBe(200);
    await expect.poll(async () => (await probe(token)).body.code).toBe('session-ended');
    expect((await probe(token, lab.first)).body.code).toBe('session-ended');
    expect((await lab.signIn({ login: 'dismissed.one' })).body.code).toBe('invalid-credentials');
  });

  it('that is made past the service puts him out within 15 seconds', async () => {
    const { id, token } = await settle('dismissed.two');
    expect((await probe(token)).status).toBe(204);
    await lab.pool.query('update app_user set active = false where id = $1', [id]);
    lab.advance(15);
    expect((await probe(token)).body.code).toBe('session-ended');
    expect((await probe(token, lab.first)).body.code).toBe('session-ended');
  });

  it.each([
    ['roles', { roles: ['BO1'] }],
    ['agency', { agencyId: agencyId('KGZ', 'BORDER') }],
  ])('of his %s ends his sessions', async (what, change) => {
    const { id, token, version } = await settle(`moved.${what}`);
    const answer = await call('patch', `/v1/users/${id}`, change, admin, version);
    expect(answer.body.version).toBe(version + 1);
    expect(answer.body).toEqual((await call('get', `/v1/users/${id}`)).body);
    await expect.poll(async () => (await probe(token)).body.code).toBe('session-ended');
  });

  it('of his name leaves him in', async () => {
    const { id, token, version } = await settle('renamed.one');
    expect((await call('patch', `/v1/users/${id}`, { displayName: 'Other' }, admin, version)).status).toBe(
      200,
    );
    expect((await probe(token)).status).toBe(204);
  });

  it('needs the version that was seen', async () => {
    const { id, version } = await settle('versioned.one');
    const path = `/v1/users/${id}`;
    expect((await call('patch', path, { displayName: 'A' })).status).toBe(428);
    expect((await call('patch', path, { displayName: 'A' }, admin, version - 1)).status).toBe(412);
    const both = await Promise.all([
      call('patch', path, { displayName: 'A' }, admin, version),
      call('patch', path, { displayName: 'B' }, admin, version),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  it('can be a reset of the password: the old one and all sessions are over', async () => {
    const { id, token } = await settle('forgot.one');
    const { body } = await call('post', `/v1/users/${id}/reset-password`);
    await expect.poll(async () => (await probe(token)).body.code).toBe('session-ended');
    expect((await lab.signIn({ login: 'forgot.one' })).status).toBe(401);
    const again = await lab.signIn({ login: 'forgot.one', password: body.temporaryPassword });
    expect(again.body.user.restriction).toBe('password-change-required');
  });

  it('can be a reset of the second factor: the role then works only after a new enrolment', async () => {
    const user = testUser('KGZ', 'PRO');
    lab.advance(30);
    const { token } = await lab.enter(user.login);
    expect((await call('post', `/v1/users/${user.id}/reset-second-factor`)).status).toBe(204);
    await expect.poll(async () => (await probe(token)).body.code).toBe('session-ended');
    const { body } = await lab.signIn({ login: user.login });
    expect(body.user.restriction).toBe('second-factor-enrolment-required');
  });
});

describe('without an HTTP actor', () => {
  it('the console adds users of any role and resets them', async () => {
    const { users } = lab.first.identity;
    const body = {
      ...newcomer('from.console', { roles: ['SAD'] }),
      locale: 'en' as const,
      roles: ['SAD' as const],
    };
    const added = await users.addFromConsole(console, body);
    await expect(users.addFromConsole(console, body)).rejects.toMatchObject({ code: 'duplicate-login' });
    await expect(users.addFromConsole(console, { ...body, login: 'Capital' })).rejects.toMatchObject({
      code: 'validation-failed',
      faults: [{ at: '/login' }],
    });
    const first = await lab.signIn({ login: 'from.console', password: added.temporaryPassword });
    const { temporaryPassword } = await users.resetFromConsole(console, 'from.console');
    await expect.poll(async () => (await probe(first.body.accessToken)).body.code).toBe('session-ended');
    expect((await lab.signIn({ login: 'from.console', password: added.temporaryPassword })).status).toBe(401);
    expect((await lab.signIn({ login: 'from.console', password: temporaryPassword })).status).toBe(201);
    await expect(users.resetFromConsole(console, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
  });

  it('demo accounts are made once, with a second factor that works', async () => {
    const { users } = lab.first.identity;
    const demo = {
      login: 'demo.prosecutor',
      displayName: 'DEMO Prosecutor',
      password: 'demo password of a test',
      roles: ['PRO' as const],
      agencyId: agencyId('UZB', 'CENTRAL'),
      totpSecret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
    };
    const id = await users.seedUser(console, demo);
    expect(await users.seedUser(console, { ...demo, password: 'another' })).toBe(id);
    const answer = await lab.signIn({ login: demo.login, password: demo.password, code: lab.code() });
    expect(answer.body.user).toMatchObject({ secondFactor: 'ENROLLED', restriction: null });
    const { rows } = await lab.pool.query('select demo from app_user where id = $1', [id]);
    expect(rows).toEqual([{ demo: true }]);
  });
});
