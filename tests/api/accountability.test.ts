// Accountability through the API: who gets in, what the answers hold, and what bodies are refused.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plantAlert, plantPerson } from '../support/records.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const reason = 'Armed man at the bus station, the patrol asks now';

test('emergency access from opening to review', async () => {
  const person = await plantPerson(world.database, 'UZB');
  await plantAlert(world.database, { personId: person.id, state: 'UZB' });
  const officer = world.http(await world.token('KGZ', 'INV'));
  const path = `/v1/persons/${person.id}`;
  const purpose = ['Purpose', 'P1 case-1'] as const;
  await officer
    .get(path)
    .set(...purpose)
    .expect(404);
  const opened = await officer
    .post('/v1/break-glass')
    .send({ registryNumber: person.registryNumber, reason })
    .expect(201);
  await officer
    .get(path)
    .set(...purpose)
    .expect(200);

  const owner = world.http(await world.token('UZB', 'DPO'));
  const list = await owner.get('/v1/break-glass?reviewed=false').expect(200);
  expect(list.body.items).toEqual([opened.body]);
  const review = `/v1/break-glass/${opened.body.id}/review`;
  const verdict = { justified: false, note: 'No emergency' };
  await owner.post(review).send(verdict).expect(428);
  const reviewed = await owner.post(review).set('If-Match', '"v1"').send(verdict).expect(200);
  expect(reviewed.headers['etag']).toBe('"v2"');
  await officer
    .get(path)
    .set(...purpose)
    .expect(404);
});

test.each([
  [{ reason }, '', 'person-named-once'],
  [
    { personId: '00000000-0000-7000-8000-999999999999', registryNumber: 'x', reason },
    '',
    'person-named-once',
  ],
  [{ personId: '00000000-0000-7000-8000-999999999999', reason: 'too short' }, '/reason', 'too-short'],
  [{ personId: '00000000-0000-7000-8000-999999999999', reason: ' '.repeat(50) }, '/reason', 'too-short'],
  [{ personId: 'x', reason }, '/personId', 'wrong-format'],
  [{ registryNumber: 'KG-2026-000001-0', reason, days: 3 }, '/days', 'unknown-member'],
  [{ registryNumber: 'not a number', reason }, '/registryNumber', 'registry-number-mistyped'],
])('the body %j is refused at %j as %s', async (body, at, code) => {
  const officer = world.http(await world.token('KAZ', 'INV'));
  const answer = await officer.post('/v1/break-glass').send(body).expect(422);
  expect(answer.body.errors).toContainEqual(expect.objectContaining({ at, code }));
});

test('who may not read the log is refused, and the refusal stands in it', async () => {
  const officer = world.http(await world.token('KAZ', 'INV'));
  for (const path of [
    '/v1/audit',
    '/v1/audit/export',
    '/v1/audit/seals',
    '/v1/audit/1',
    '/v1/flagged-searches',
  ]) {
    await officer.get(path).expect(403);
  }
  await officer.get('/v1/disclosures?personId=00000000-0000-7000-8000-999999999999').expect(403);
  await officer.post('/v1/audit/verify').expect(403);
  const auditor = world.http(await world.token('KAZ', 'AUD'));
  const { body } = await auditor.get('/v1/audit?type=access.refused').expect(200);
  expect(body.items.map((item: { data: { route: string } }) => item.data.route).sort()).toEqual([
    'exportAudit',
    'getAuditRow',
    'listAudit',
    'listAuditSeals',
    'listDisclosures',
    'listFlaggedSearches',
    'verifyAudit',
  ]);
});

test('an auditor reads, opens and exports the log; a system admin only checks it', async () => {
  const auditor = world.http(await world.token('KGZ', 'AUD'));
  const { body } = await auditor.get('/v1/audit?limit=1').expect(200);
  const detail = await auditor.get(`/v1/audit/${body.items[0].id}`).expect(200);
  expect(detail.body.secretState).toBeDefined();
  await auditor.get('/v1/audit/x').expect(422);
  await auditor.get('/v1/audit/123456789012345678').expect(404);
  await auditor.get('/v1/audit?actor=x').expect(422);
  const csv = await auditor.get('/v1/audit/export').expect(200);
  expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(csv.headers['content-disposition']).toMatch(/^attachment; filename="audit-KGZ-/);
  expect(csv.text.split('\r\n').length).toBeGreaterThan(2);
  const json = await auditor.get('/v1/audit/export?format=json&type=break-glass.opened').expect(200);
  expect(json.body).toHaveLength(1);

  const admin = world.http(await world.token('KGZ', 'SAD'));
  await admin.get('/v1/audit').expect(403);
  const checked = await admin.post('/v1/audit/verify').expect(200);
  expect(checked.body).toMatchObject({ sound: true, seals: 0, faults: [] });
  expect(checked.body.unsealed).toBeGreaterThan(5);
  const seals = await admin.get('/v1/audit/seals').expect(200);
  expect(seals.body).toMatchObject({ items: [], publicKey: expect.stringContaining('BEGIN PUBLIC KEY') });
});

test('texts of the new faults exist in all four languages', async () => {
  const officer = world.http(await world.token('UZB', 'INV'));
  const messages = new Set<string>();
  for (const locale of ['ky', 'ru', 'kk', 'en']) {
    const { body } = await officer
      .post('/v1/break-glass')
      .set('Accept-Language', locale)
      .send({ registryNumber: 'not a number', reason })
      .expect(422);
    messages.add(body.errors[0].message);
  }
  expect(messages.size).toBe(4);
});
