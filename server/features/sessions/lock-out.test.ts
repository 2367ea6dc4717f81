import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIdentityLab, type IdentityLab } from '../../../tests/support/identity-lab.ts';

let lab: IdentityLab;
beforeAll(async () => {
  lab = await createIdentityLab();
});
afterAll(() => lab.close());

describe('lock-out', () => {
  it('locks a login after five wrong attempts on any process, and tells nothing of whether it exists', async () => {
    for (const login of ['bo1.kaz', 'no.such.login']) {
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const by = attempt % 2 ? lab.first : lab.second;
        const answer = await lab.signIn(
          { login, password: 'wrong' },
          { by, ip: `203.0.113.${20 + attempt}` },
        );
        expect(answer.status).toBe(401);
      }
      const locked = await lab.signIn({ login }, { by: lab.second, ip: '203.0.113.30' });
      expect([locked.status, locked.body.code]).toEqual([429, 'too-many-requests']);
      expect(Number(locked.headers['retry-after'])).toBeGreaterThan(14 * 60);
    }
    expect((await lab.traces('session.refused')).at(-1)?.['data']).toEqual({ reason: 'locked' });
    await lab.pool.query('delete from rate_limit');
    expect((await lab.signIn({ login: 'bo1.kaz' })).status).toBe(201);
  });

  it('lets no more than five of many simultaneous guesses be looked at', async () => {
    const before = (await lab.traces('session.refused')).length;
    const guesses = Array.from({ length: 20 }, (_, n) =>
      lab.signIn(
        { login: 'lia.kaz', password: `guess ${n}` },
        { by: n % 2 ? lab.first : lab.second, ip: '203.0.113.40' },
      ),
    );
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
    expect((await lab.traces('session.refused')).length - before).toBe(20);
  });

  it('counts wrong codes too, and a right password alone does not clear the count', async () => {
    const login = 'co.kaz';
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect((await lab.signIn({ login, code: '000000' }, { ip: '203.0.113.50' })).status).toBe(401);
      if (attempt < 4)
        expect((await lab.signIn({ login }, { ip: '203.0.113.50' })).body.code).toBe(
          'second-factor-required',
        );
    }
    expect((await lab.signIn({ login, code: lab.code() }, { ip: '203.0.113.51' })).status).toBe(429);
  });

  it('stops an address that tries many logins, and an office that signs in rightly stays free', async () => {
    await lab.pool.query('delete from rate_limit');
    for (let n = 0; n < 30; n += 1)
      await lab.signIn({ login: `guess.${n}`, password: 'x' }, { ip: '203.0.113.60' });
    expect((await lab.signIn({ login: 'inv.kgz' }, { ip: '203.0.113.60' })).status).toBe(429);
    expect((await lab.signIn({ login: 'inv.kgz' }, { ip: '203.0.113.61' })).status).toBe(201);
    for (let n = 0; n < 35; n += 1) {
      expect((await lab.signIn({ login: 'inv.kgz' }, { ip: '203.0.113.62' })).status).toBe(201);
    }
  });
});
