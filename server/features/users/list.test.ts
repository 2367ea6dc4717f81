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

const get = (path: string) => lab.first.http.get(path).set(bearer(admin));

describe('the list of users', () => {
  it('shows people of the own state only, page by page, each once', async () => {
    const seen: { id: string; agency: { state: string } }[] = [];
    let cursor = '';
    do {
      const { body } = await get(`/v1/users?limit=7${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items);
      cursor = body.nextCursor ?? '';
    } while (cursor);
    const { rows } = await lab.pool.query(
      "select u.id from app_user u join agency a on a.id = u.agency_id where a.state = 'KGZ'",
    );
    expect(seen.map(({ id }) => id).sort()).toEqual(rows.map(({ id }) => id).sort());
    expect(new Set(seen.map(({ agency }) => agency.state))).toEqual(new Set(['KGZ']));
    expect(JSON.stringify(seen)).not.toContain('argon2');
    expect((await lab.traces('user.listed')).at(-1)?.['outcome']).toBe('SUCCESS');
  });

  it('tells in histories who a colleague is, and of everybody else the agency alone', async () => {
    const { rows } = await lab.pool.query<{ id: string; login: string }>('select id, login from app_user');
    const idOf = (login: string) => rows.find((one) => one.login === login)?.id;
    const ids = [idOf('nad.kgz'), idOf('inv.kgz'), idOf('inv.kaz'), '00000000-0000-7000-8000-000000000000'];
    const { body } = await get(`/v1/reference/actors?ids=${ids.join(',')}`);
    const told = (login: string) => body.items.find(({ id }: { id: string }) => id === idOf(login));
    expect(body.items).toHaveLength(3);
    expect(told('nad.kgz')).toMatchObject({ name: expect.any(String), state: 'KGZ' });
    expect(told('inv.kgz')).toMatchObject({ name: null, agency: expect.any(String), state: 'KGZ' });
    expect(told('inv.kaz')).toMatchObject({ name: null, state: 'KAZ' });
    expect((await lab.traces('user.named')).at(-1)?.['outcome']).toBe('SUCCESS');
  });

  it('can be narrowed, and another state’s agency shows nothing', async () => {
    const { body } = await get('/v1/users?role=DPO&active=true');
    expect(body.items.map(({ login }: { login: string }) => login).sort()).toEqual([
      'dpo.kgz',
      'dpo.kgz.second',
    ]);
    const abroad = await get(`/v1/users?agencyId=${agencyId('KAZ', 'CENTRAL')}`);
    expect(abroad.body.items).toEqual([]);
    expect((await get('/v1/users?cursor=nonsense')).status).toBe(422);
    expect((await get('/v1/users?name=x')).status).toBe(422);
  });
});
