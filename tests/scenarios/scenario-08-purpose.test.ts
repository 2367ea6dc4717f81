// Scenario 8: given no purpose code, when a detail is opened, then 422 and nothing is disclosed; with a code, an audit
// row exists before the response body.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { personBody } from '../../server/features/persons/contract.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

const PLANTED = 'Планаджиев';

let world: TestWorld;
let path: string;
let personId: string;
let token: string;
beforeAll(async () => {
  world = await createTestWorld();
  const person = await world.services.persons.createPerson(
    world.actor('KGZ', 'INV'),
    personBody.parse({ sex: 'M', names: [{ type: 'PRIMARY', full: PLANTED }] }),
  );
  personId = person.id;
  path = `/v1/persons/${personId}`;
  token = await world.token('KGZ', 'INV');
});
afterAll(() => world.close());

const viewed = () =>
  world.database.prisma.auditEvent.count({ where: { type: 'person.viewed', subjectId: personId } });

test.each([
  ['no purpose', undefined],
  ['a code alone', 'P1'],
  ['an unknown code', 'P9 case 7'],
  ['words alone', 'because'],
])('%s: 422, nothing disclosed, the refusal kept', async (_, purpose) => {
  const before = await viewed();
  const request = world.http(token).get(path);
  const response = await (purpose === undefined ? request : request.set('Purpose', purpose));
  expect(response.status).toBe(422);
  expect(response.body.code).toBe('purpose-required');
  expect(JSON.stringify(response.body)).not.toContain(PLANTED);
  expect(await viewed()).toBe(before);
  const refusals = await world.database.prisma.auditEvent.findMany({
    where: { type: 'access.refused' },
    orderBy: { id: 'desc' },
    take: 1,
  });
  expect(refusals).toMatchObject([{ outcome: 'REFUSED', data: { code: 'purpose-required' } }]);
});

test('a purpose that the role does not have is refused as well', async () => {
  const response = await world
    .http(await world.token('KGZ', 'DPO'))
    .get(path)
    .set('Purpose', 'P1 case 7');
  expect(response.body.code).toBe('purpose-not-allowed');
  expect(JSON.stringify(response.body)).not.toContain(PLANTED);
});

test('with a purpose the record is shown, and its trace was there first', async () => {
  const before = await viewed();
  const response = await world
    .http(token)
    .get(path)
    .set('Purpose', `P1 ${encodeURIComponent('дело 7')}`);
  expect(response.status).toBe(200);
  expect(response.headers['cache-control']).toContain('no-store');
  expect(response.body.names[0].full).toBe(PLANTED);
  expect(await viewed()).toBe(before + 1);
  const [trace] = await world.database.prisma.auditEvent.findMany({
    where: { type: 'person.viewed', subjectId: personId },
    orderBy: { id: 'desc' },
    take: 1,
  });
  expect(trace).toMatchObject({ purposeCode: 'P1', purposeRef: 'дело 7' });
});

test('when the trace cannot be written, nothing is shown', async () => {
  const record = vi.spyOn(world.database, 'record').mockRejectedValue(new Error('the log is full'));
  const response = await world.http(token).get(path).set('Purpose', 'P1 case 7');
  record.mockRestore();
  expect(response.status).toBe(500);
  expect(JSON.stringify(response.body)).not.toContain(PLANTED);
});
