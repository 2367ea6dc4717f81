import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bearer, createIdentityLab, type IdentityLab } from '../../../tests/support/identity-lab.ts';
import { agencyId } from '../../../tests/support/people.ts';
import { systemActor } from '../../domain/access/actor.ts';

let lab: IdentityLab;
let national: string;
let system: string;
beforeAll(async () => {
  lab = await createIdentityLab();
  national = (await lab.enter('nad.kgz')).token;
  system = (await lab.enter('sad.kgz')).token;
});
afterAll(() => lab.close());

const agency = (code: string, changes: object = {}) => ({
  code,
  state: 'KGZ',
  name: 'Test agency',
  kind: 'INVESTIGATION',
  ...changes,
});
const create = (token: string, body: object) =>
  lab.first.http.post('/v1/agencies').set(bearer(token)).send(body);
const change = (token: string, id: string, version: number, body: object) =>
  lab.first.http.patch(`/v1/agencies/${id}`).set(bearer(token)).set('If-Match', `"v${version}"`).send(body);

describe('agencies', () => {
  it('are made by national admins in their own state, by system admins in any member state', async () => {
    const made = await create(national, agency('KGZ-OSH'));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      code: 'KGZ-OSH',
      contact24x7: null,
      active: true,
      demo: false,
      version: 1,
    });
    expect((await create(national, agency('KAZ-NEW', { state: 'KAZ' }))).status).toBe(403);
    expect((await create(system, agency('KAZ-NEW', { state: 'KAZ' }))).status).toBe(201);
    expect((await create(system, agency('XXX-NEW', { state: 'XXX' }))).body.errors).toMatchObject([
      { at: '/state', code: 'unknown-state' },
    ]);
    expect((await create(national, agency('KGZ-OSH'))).status).toBe(409);
  });

  it('are changed by the same people, with the version seen', async () => {
    const id = agencyId('KGZ', 'INVESTIGATION');
    const abroad = agencyId('KAZ', 'INVESTIGATION');
    expect((await change(national, abroad, 1, { name: 'Taken over' })).status).toBe(403);
    expect((await change(national, '00000000-0000-7000-8000-00000000dead', 1, { name: 'X' })).status).toBe(
      404,
    );
    const changed = await change(national, id, 1, { name: 'New name', contact24x7: null });
    expect(changed.body).toMatchObject({ name: 'New name', contact24x7: null, version: 2 });
    expect(changed.headers['etag']).toBe('"v2"');
    expect((await change(national, id, 1, { name: 'Late' })).status).toBe(412);
    expect((await change(system, abroad, 1, { contact24x7: '+7 000' })).status).toBe(200);
  });

  it('put their people and keys out when they are closed', async () => {
    const id = agencyId('KGZ', 'BORDER');
    const { token } = await lab.enter('bo1.kgz');
    const key = await lab.first.http
      .post('/v1/api-keys')
      .set(bearer(national))
      .send({ name: 'Gate', agencyId: id, scopes: ['check.run'], expiresAt: '2026-12-31T00:00:00Z' });
    const probe = (bearerToken: string) =>
      lab.second.http.get('/v1/probes/check.run').set(bearer(bearerToken));
    expect((await probe(token)).status).toBe(204);
    expect((await probe(key.body.secret)).status).toBe(204);
    expect((await change(national, id, 1, { active: false })).status).toBe(200);
    await expect.poll(async () => (await probe(token)).body.code).toBe('session-ended');
    await expect.poll(async () => (await probe(key.body.secret)).body.code).toBe('not-authenticated');
    expect((await lab.signIn({ login: 'bo1.kgz' })).status).toBe(401);
    expect((await change(national, id, 2, { active: true })).status).toBe(200);
    expect((await lab.signIn({ login: 'bo1.kgz' })).status).toBe(201);
  });

  it('of all states are listed for those who share with them, page by page', async () => {
    const { token } = await lab.enter('pro.kgz');
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await lab.first.http
        .get(`/v1/agencies?limit=5${cursor && `&cursor=${cursor}`}`)
        .set(bearer(token));
      seen.push(...body.items.map(({ code }: { code: string }) => code));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    const { rows } = await lab.pool.query('select code from agency order by state, code');
    expect(seen).toEqual(rows.map(({ code }) => code));
    const { body } = await lab.first.http.get('/v1/agencies?state=UZB&active=true').set(bearer(token));
    expect(new Set(body.items.map(({ state }: { state: string }) => state))).toEqual(new Set(['UZB']));
    const { token: investigator } = await lab.enter('inv.kgz');
    expect((await lab.first.http.get('/v1/agencies').set(bearer(investigator))).status).toBe(403);
  });

  it('are made once from the console', async () => {
    const { agencies } = lab.first.identity;
    const console = systemActor('console:user add', 'request');
    const body = { code: 'TJK-FIRST', state: 'TJK', name: 'First', kind: 'CENTRAL' as const };
    const made = await agencies.ensure(console, body);
    expect(await agencies.ensure(console, { ...body, name: 'Second' })).toEqual(made);
    await expect(agencies.ensure(console, { ...body, state: 'UZB' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
