import { createHmac } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bearer, createIdentityLab, type IdentityLab } from '../../../tests/support/identity-lab.ts';
import { systemActor } from '../../domain/access/actor.ts';
import { newKeyPair } from '../../platform/security/access-tokens.ts';

let lab: IdentityLab;
beforeAll(async () => {
  lab = await createIdentityLab();
});
afterAll(() => lab.close());

const DAY = 24 * 3600;
const worker = systemActor('test', 'request');
const me = (token: string, by = lab.first) => by.http.get('/v1/me').set(bearer(token));
const kidOf = (token: string) => jwt.decode(token, { complete: true })?.header.kid;

const storedKeys = async () =>
  (await lab.pool.query('select kid, retired_at, private_key from signing_key order by created_at')).rows;

describe('signing keys', () => {
  let traced = 0;
  const rotations = async () => (await lab.traces('signing-key.rotated')).length - traced;

  // What the processes remember of keys is a day old by then.
  beforeEach(async () => {
    lab.advance(DAY);
    await lab.pool.query('delete from signing_key');
    traced = (await lab.traces('signing-key.rotated')).length;
  });

  it('are made once by many processes that start at the same time', async () => {
    await Promise.all([
      lab.enter('inv.kgz'),
      lab.enter('bo1.kgz', lab.second),
      lab.enter('bo2.kgz', lab.startProcess()),
    ]);
    expect(await storedKeys()).toHaveLength(1);
    expect(await rotations()).toBe(1);
  });

  it('lie encrypted in the table', async () => {
    await lab.enter('inv.kgz');
    const [key] = await storedKeys();
    expect(key.private_key.toString('latin1')).not.toContain('PRIVATE KEY');
    expect(lab.vault.decrypt('signing_key.private_key', key.private_key)).toContain('PRIVATE KEY');
  });

  it('rotate at a system admin’s word: old tokens stay good, new ones are understood everywhere at once', async () => {
    const early = await lab.enter('inv.kgz', lab.second);
    const admin = await lab.enter('sad.kgz');
    const answer = await lab.first.http.post('/v1/signing-keys/rotate').set(bearer(admin.token));
    expect(answer.status).toBe(200);
    expect(answer.body.retired).toEqual([kidOf(early.token)]);
    const late = await lab.enter('bo1.kgz');
    expect(kidOf(late.token)).toBe(answer.body.kid);
    expect((await me(late.token, lab.second)).status).toBe(200);
    expect((await me(early.token, lab.first)).status).toBe(200);
    // The other process signs with the new key after a minute at most.
    lab.advance(60);
    expect(kidOf((await lab.enter('bo2.kgz', lab.second)).token)).toBe(answer.body.kid);
  });

  it('may be rotated by nobody else', async () => {
    for (const login of ['nad.kgz', 'dpo.kgz', 'inv.kgz']) {
      const { token } = await lab.enter(login);
      expect((await lab.first.http.post('/v1/signing-keys/rotate').set(bearer(token))).status).toBe(403);
    }
    expect(await storedKeys()).toHaveLength(1);
  });

  it('are forgotten when no token of theirs can live', async () => {
    await lab.enter('inv.kgz');
    const [first] = await storedKeys();
    await lab.first.identity.signingKeys.rotate(worker);
    lab.advance(14 * 60);
    await lab.first.identity.signingKeys.rotate(worker);
    expect((await storedKeys()).map(({ kid }) => kid)).toContain(first.kid);
    lab.advance(61);
    await lab.first.identity.signingKeys.rotate(worker);
    expect((await storedKeys()).map(({ kid }) => kid)).not.toContain(first.kid);
  });

  it('rotate by age, once, whoever signs first', async () => {
    const before = await lab.enter('inv.kgz');
    await lab.enter('bo1.kgz', lab.second);
    lab.advance(30 * DAY - 1);
    expect(kidOf((await lab.enter('inv.kgz')).token)).toBe(kidOf(before.token));
    lab.advance(1);
    const after = await Promise.all([lab.enter('inv.kgz'), lab.enter('bo1.kgz', lab.second)]);
    const kids = new Set(after.map(({ token }) => kidOf(token)));
    expect(kids.size).toBe(1);
    expect(kids).not.toContain(kidOf(before.token));
  });

  it('rotate by age at the worker’s hand, and not before', async () => {
    await lab.first.identity.signingKeys.rotateIfDue(worker);
    await lab.second.identity.signingKeys.rotateIfDue(worker);
    expect(await storedKeys()).toHaveLength(1);
    lab.advance(30 * DAY);
    await lab.second.identity.signingKeys.rotateIfDue(worker);
    await lab.first.identity.signingKeys.rotateIfDue(worker);
    expect((await storedKeys()).filter(({ retired_at }) => retired_at === null)).toHaveLength(1);
    expect(await rotations()).toBe(2);
  });

  it('are replaced when the installation has another secret; tokens given before stay good', async () => {
    const before = await lab.enter('inv.kgz');
    const changed = lab.startProcess({ secret: 'another-installation-9876543210-zyxwvuts' });
    const after = await lab.enter('bo1.kgz', changed);
    expect(kidOf(after.token)).not.toBe(kidOf(before.token));
    expect((await me(before.token, changed)).status).toBe(200);
  });
});

describe('forged tokens', () => {
  it.each([
    ['no signature', (claims: object) => jwt.sign(claims, null as never, { algorithm: 'none' })],
    [
      'the public key as a shared secret',
      (claims: object, publicKey: string, kid: string) => {
        const body = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
        const text = `${body({ alg: 'HS256', typ: 'JWT', kid })}.${body(claims)}`;
        return `${text}.${createHmac('sha256', publicKey).update(text).digest('base64url')}`;
      },
    ],
    [
      'a key of one’s own under our kid',
      (claims: object, _key: string, kid: string) =>
        jwt.sign(claims, newKeyPair().privateKey, { algorithm: 'ES256', keyid: kid }),
    ],
    [
      'a key of one’s own under its own kid',
      (claims: object) => jwt.sign(claims, newKeyPair().privateKey, { algorithm: 'ES256', keyid: 'mine' }),
    ],
  ])('are refused: %s', async (_how, forge) => {
    const { token } = await lab.enter('inv.kgz');
    const claims = jwt.decode(token) as object;
    const { rows } = await lab.pool.query('select kid, public_key from signing_key');
    const forged = forge(claims, rows[0].public_key, rows[0].kid);
    const answer = await me(forged);
    expect([answer.status, answer.body.code]).toEqual([401, 'not-authenticated']);
    expect((await me(token)).status).toBe(200);
  });

  it('are refused: another audience, another issuer, an edited payload', async () => {
    const { token } = await lab.enter('inv.kgz');
    const { rows } = await lab.pool.query('select kid, private_key from signing_key');
    const key = lab.vault.decrypt('signing_key.private_key', rows[0].private_key);
    const claims = jwt.decode(token) as jwt.JwtPayload;
    const sign = (change: object) =>
      jwt.sign({ ...claims, ...change }, key, { algorithm: 'ES256', keyid: rows[0].kid });
    expect((await me(sign({}))).status).toBe(200);
    expect((await me(sign({ aud: 'elsewhere' }))).status).toBe(401);
    expect((await me(sign({ iss: 'elsewhere' }))).status).toBe(401);
    expect((await me(sign({ sub: '00000000-0000-7000-8000-000000000000' }))).status).toBe(401);
    const [head, , signature] = token.split('.');
    const edited = Buffer.from(JSON.stringify({ ...claims, sub: 'x' })).toString('base64url');
    expect((await me(`${head}.${edited}.${signature}`)).status).toBe(401);
  });

  it('with unknown keys cost the database one look a second', async () => {
    const { token } = await lab.enter('inv.kgz');
    const claims = jwt.decode(token) as object;
    const forged = jwt.sign(claims, newKeyPair().privateKey, { algorithm: 'ES256', keyid: 'unknown' });
    const { prisma } = lab.first.database;
    lab.advance(2);
    let looks = 0;
    const findMany = prisma.signingKey.findMany.bind(prisma.signingKey);
    Object.assign(prisma.signingKey, {
      findMany: (...given: Parameters<typeof findMany>) => {
        looks += 1;
        return findMany(...given);
      },
    });
    for (let n = 0; n < 5; n += 1) expect((await me(forged)).status).toBe(401);
    expect(looks).toBe(1);
  });
});
