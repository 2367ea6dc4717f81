// Logs hold no personal data: a day of work, mistakes, attacks and breakdowns with planted values, and not one of them
// in a log line. The answers of the breakdowns keep them to themselves as well.

import request from 'supertest';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../server/app.ts';
import { route } from '../../server/platform/http/route.ts';
import { newTotpSecret, totpCode } from '../../server/platform/security/totp.ts';
import { createRoutes } from '../../server/routes.ts';
import { addWarrant, arrestDraft, makeOffenceCode, makePerson, publish } from '../support/alert-files.ts';
import { TEST_PASSWORD, TEST_TOTP_SECRET, testUser } from '../support/people.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

/** Each is found nowhere else, so that a line that holds one got it from the request or the row. */
const PLANTED = {
  family: 'Сыркатбаев',
  given: 'Жашырынбек',
  latin: 'Syrkatbaev',
  born: '1961-11-29',
  document: 'AN6161616',
  nationalId: '22911196101234',
  password: 'nicht-zu-loggen-9137',
  login: 'geheim.login.8246',
  purpose: 'dosje-77123-purpose',
  reference: 'sprawa-55231-ref',
  key: 'idem-key-40917-planted',
  cookie: 'refresh-cookie-planted-31337',
  header: 'planted-header-90210',
  file: 'жашыруун-ордер-2231',
  facts: 'planted-facts-70553',
  message: 'planted-message-16384',
};
const secrets = new Set<string>(Object.values(PLANTED));

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ LOG_LEVEL: 'debug' });
});
afterAll(() => world.close());

/** Handlers that break in the ways in which handlers break, with planted values in every error. */
const broken = (kind: string, work: () => Promise<unknown>) =>
  route({
    id: `broken${kind}`,
    method: 'post',
    path: `/v1/broken-${kind.toLowerCase()}`,
    tag: 'Test',
    summary: 'Break',
    permission: 'session.own',
    body: z.looseObject({}),
    success: { status: 200, body: z.object({ name: z.literal('x') }) },
    handler: work,
  });

function brokenApp() {
  const { prisma, pool } = world.database;
  const values = `${PLANTED.family} ${PLANTED.document} ${PLANTED.message}`;
  const routes = [
    broken('Error', async () => {
      throw new Error(values, { cause: new Error(values) });
    }),
    broken('Stack', async () => {
      throw new Error(`line one\n    at ${values}\n  at ${PLANTED.given}`);
    }),
    broken('Object', async () => {
      throw { message: values, stack: `Error: ${values}`, name: PLANTED.given, body: values };
    }),
    broken('Text', async () => {
      throw values;
    }),
    broken('Answer', async () => ({ name: values })),
    broken('Sql', () => pool.query(`select '${values}'::uuid`)),
    broken('Cast', () => pool.query('select $1::text::uuid', [PLANTED.family])),
    broken('Prisma', () =>
      prisma.user.create({
        data: {
          id: testUser('KGZ', 'INV').id,
          login: PLANTED.login,
          displayName: PLANTED.family,
          passwordHash: PLANTED.password,
          agencyId: testUser('KGZ', 'INV').agencyId,
        },
      }),
    ),
    broken('Arguments', () =>
      prisma.user.findMany({ where: { login: { planted: PLANTED.family } as unknown as string } }),
    ),
  ];
  const app = createApp({
    ...world.services,
    routes: [...createRoutes(world.services), ...routes],
    authenticate: world.services.authenticator.authenticate,
  });
  return { app, paths: routes.map(({ path }) => path) };
}

test('a day of work leaves ids in the log, and nothing of anybody', async () => {
  const http = world.http();
  const login = testUser('KGZ', 'CO').login;
  secrets.add(TEST_PASSWORD).add(TEST_TOTP_SECRET);

  // Signing in: wrongly, with another's password in the login field, and rightly.
  await http.post('/v1/sessions').send({ login: PLANTED.login, password: PLANTED.password }).expect(401);
  await http.post('/v1/sessions').send({ login: PLANTED.password, password: 'x' }).expect(401);
  const code = totpCode(TEST_TOTP_SECRET, world.clock.now());
  secrets.add(code);
  const { body, headers } = await http
    .post('/v1/sessions')
    .send({ login, password: TEST_PASSWORD, code })
    .expect(201);
  secrets.add(body.accessToken);
  const cookie = /=([^;]+)/.exec(headers['set-cookie']?.[0] ?? '')?.[1] ?? '';
  secrets.add(cookie);
  const refreshed = await http
    .post('/v1/sessions/refresh')
    .set('Cookie', headers['set-cookie']?.[0]?.split(';')[0] ?? '')
    .expect(200);
  secrets.add(refreshed.body.accessToken);
  await http.post('/v1/sessions/refresh').set('Cookie', `izdoo_refresh=${PLANTED.cookie}`).expect(204);

  // Recording, publishing, finding, checking.
  const author = world.actor('KGZ', 'INV', { purpose: { code: 'P1', reference: PLANTED.purpose } });
  const personId = await makePerson(world, author, {
    family: PLANTED.family,
    given: PLANTED.given,
    birth: PLANTED.born,
    document: PLANTED.document,
  });
  const offence = await makeOffenceCode(world, 'KGZ');
  await publish(world, 'KGZ', arrestDraft(personId, offence, { facts: PLANTED.facts }));
  const own = world.http(refreshed.body.accessToken);
  await own
    .post('/v1/persons')
    .set('Idempotency-Key', PLANTED.key)
    .send({
      sex: 'M',
      names: [{ type: 'PRIMARY', family: PLANTED.family, given: PLANTED.given }],
      nationalIds: [{ scheme: 'KG_PIN', value: PLANTED.nationalId, issuingState: 'KGZ' }],
    });
  const look = (path: string) => own.get(path).set('Purpose', `P1 ${PLANTED.purpose}`);
  await look(`/v1/persons/${personId}`).expect(200);
  await look('/v1/persons').expect(200);
  await look('/v1/alerts').expect(200);
  const purpose = { code: 'P1', reference: PLANTED.reference };
  const partner = world.http(await world.token('KAZ', 'INV'));
  const found = await partner
    .post('/v1/search/persons')
    .send({ name: `${PLANTED.latin} ${PLANTED.given}`, birthDate: PLANTED.born, purpose })
    .expect(200);
  expect(found.text).toContain(PLANTED.family);
  const officer = world.http(await world.token('KAZ', 'BO1'));
  await officer
    .post('/v1/checks')
    .send({ family: PLANTED.family, document: { number: PLANTED.document, state: 'KGZ' } })
    .expect(200);
  const draft = await world.services.alerts.createAlert(author, arrestDraft(personId, offence));
  const warrant = await addWarrant(world, author, draft);
  await own
    .post(`/v1/alerts/${draft.id}/warrants/${warrant.warrantId}/file`)
    .set('If-Match', `"v${warrant.version}"`)
    .attach('file', Buffer.from(PLANTED.facts), { filename: `${PLANTED.file}.pdf` });

  expectNothingLogged();
});

test('mistakes and attacks leave none either', async () => {
  const token = await world.token('KGZ', 'CO');
  secrets.add(token);
  const own = world.http(token);
  const json = (text: string) =>
    own.post('/v1/search/persons').set('Content-Type', 'application/json').send(text);
  await json(`{"name": "${PLANTED.family}", "purpose": {`).expect(400);
  await json(`{"name": "${PLANTED.family}\\u0000"}`).expect(422);
  await json(`{"${PLANTED.family}": "${PLANTED.document}"}`).expect(422);
  await json(`"${PLANTED.family}"`).expect(400);
  await json(JSON.stringify({ name: PLANTED.family.repeat(40_000) })).expect(413);
  await own.post('/v1/search/persons').set('Content-Type', `text/${PLANTED.header}`).send('x').expect(415);
  await own
    .get(`/v1/persons?${PLANTED.header}=${encodeURIComponent(PLANTED.family)}`)
    .set('Purpose', 'P1 x')
    .expect(422);
  await own
    .get(`/v1/persons/${encodeURIComponent(PLANTED.family)}`)
    .set('Purpose', 'P1 x')
    .expect(422);
  await own.get(`/v1/${encodeURIComponent(PLANTED.family)}/%E0%A4%A`);
  await own.get(`/${encodeURIComponent(PLANTED.document)}`).expect(404);
  await own.get('/v1/persons').set('Purpose', PLANTED.purpose).expect(422);
  await own.get('/v1/persons').set('Purpose', 'P1 x').set('Accept', PLANTED.header);
  await own.get('/v1/persons').set('X-Request-Id', `${PLANTED.header} ${PLANTED.message}`);
  await own.get('/v1/persons').set('User-Agent', PLANTED.header).set('Referer', PLANTED.document);
  for (const authorization of [
    `Bearer ${PLANTED.key}`,
    `Basic ${PLANTED.password}`,
    `Bearer izk_${PLANTED.key}`,
  ])
    await world.http().get('/v1/me').set('Authorization', authorization).expect(401);
  const enrolling = world.http(await world.token('KGZ', 'INV'));
  const offer = await enrolling.post('/v1/me/second-factor').send({ password: TEST_PASSWORD }).expect(200);
  secrets.add(offer.body.secret);
  const wrong = totpCode(newTotpSecret(), world.clock.now());
  await enrolling.post('/v1/me/second-factor/confirm').send({ code: wrong }).expect(422);
  await enrolling
    .post('/v1/me/password')
    .send({ currentPassword: PLANTED.password, newPassword: PLANTED.password })
    .expect(401);
  expectNothingLogged();
});

test('breakdowns are logged with their kind and place, never with what they quote', async () => {
  const { app, paths } = brokenApp();
  const token = await world.token('KGZ', 'INV');
  const before = world.logs.length;
  for (const path of paths) {
    const { status, text } = await request(app)
      .post(path)
      .set('Authorization', `Bearer ${token}`)
      .send({ name: PLANTED.family, password: PLANTED.password });
    expect([path, [409, 500].includes(status)]).toEqual([path, true]);
    for (const secret of secrets) expect([path, text.includes(secret)]).toEqual([path, false]);
    expect(text).not.toMatch(/\bat \/|node_modules|select |prisma/i);
  }
  const failures = world.logs.slice(before).filter((line) => line.includes('"request failed"'));
  // The one that is a conflict is no failure of ours.
  expect(failures.length).toBe(paths.length - 1);
  expect(failures.filter((line) => /"stack":"\s+at /.test(line)).length).toBeGreaterThanOrEqual(
    failures.length - 2,
  );
  expectNothingLogged();
});

function expectNothingLogged(): void {
  expect(world.logs.length).toBeGreaterThan(5);
  const all = world.logs.join('');
  const leaked = [...secrets].filter((secret) => secret !== '' && all.includes(secret));
  expect(leaked).toEqual([]);
  // Nor in the forms in which they travel.
  const encoded = [PLANTED.family, PLANTED.given].map((text) => encodeURIComponent(text));
  expect(encoded.filter((text) => all.includes(text))).toEqual([]);
  for (const line of world.logs)
    expect(line).not.toMatch(/Bearer |refresh_?token|"password":"(?!\[hidden\])/i);
}
