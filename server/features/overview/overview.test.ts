// The overview counts what its reader may see and nothing else; names of colleagues stay on their side; names tried are not kept.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { draftCase, openCaseLab } from '../../../tests/support/case-lab.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../domain/access/actor.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const show = (actor: Actor) => world.services.overview.show(actor);

test('cases, clocks and tasks of the own state are counted, and nothing of a role that has none', async () => {
  const lab = await openCaseLab(world, 'KGZ', 'KAZ');
  await draftCase(lab);
  const before = await show(world.actor('KAZ', 'PRO'));
  // A draft exists for the requesting side alone.
  expect(before.cases?.stages).toEqual([]);
  const own = await show(world.actor('KGZ', 'PRO'));
  expect(own.cases?.stages).toEqual([{ state: 'DRAFT', count: 1, overdue: 0 }]);
  expect(own.cases?.flows).toEqual([{ requesting: 'KGZ', requested: 'KAZ', count: 1 }]);
  const { cases } = world.services;
  await cases.addTask(lab.actor('RQ'), lab.caseId, { text: 'Call the court', urgent: false });
  expect((await show(world.actor('KGZ', 'PRO'))).waiting).toMatchObject({ tasks: 1, overdueCases: 0 });
  expect((await show(world.actor('KAZ', 'PRO'))).waiting.tasks).toBe(0);

  const first = await show(world.actor('KGZ', 'BO1'));
  expect(first.cases).toBeNull();
  expect(first.hits).toBeNull();
  expect(Object.values(first.waiting).every((count) => count === null)).toBe(true);
});

test('a clock that has run out counts as overdue, one that is near as due', async () => {
  const lab = await openCaseLab(world, 'UZB', 'KAZ');
  await lab.hit(world.clock.now().toISOString());
  world.clock.advance(66 * 3_600_000);
  expect((await show(world.actor('UZB', 'CO'))).waiting).toMatchObject({ overdueCases: 1 });
  const { waiting } = await show(world.actor('KGZ', 'CO'));
  expect(waiting).toMatchObject({ overdueCases: 0, dueCases: 0 });
});

test('a draft that was sent back is counted for its author alone', async () => {
  const lab = await openCaseLab(world, 'KGZ', 'KAZ');
  const { prisma } = world.database;
  const author = world.actor('KGZ', 'INV');
  await prisma.alert.update({ where: { id: lab.alertId }, data: { status: 'DRAFT' } });
  await prisma.alertTransition.create({
    data: { alertId: lab.alertId, verb: 'return', from: 'SUBMITTED', to: 'DRAFT', at: world.clock.now() },
  });
  expect((await show(author)).waiting.returned).toBe(1);
  expect((await show(world.actor('KGZ', 'INV', { which: 'second' }))).waiting.returned).toBe(0);
  await prisma.alert.update({ where: { id: lab.alertId }, data: { status: 'SUBMITTED' } });
  expect((await show(world.actor('KGZ', 'PRO'))).waiting.reviews).toBe(1);
  expect((await show(world.actor('KAZ', 'PRO'))).waiting.reviews).toBe(0);
});

test('a look at the overview leaves one trace with the parts that were shown', async () => {
  await show(world.actor('KGZ', 'DPO'));
  const { rows } = await world.database.pool.query<{ data: { parts: string[] } }>(
    "select data from audit_event where type = 'overview.viewed' order by id desc limit 1",
  );
  expect(rows[0]?.data.parts).toEqual(['emergencies']);
});

test('the team of a case holds names of the own side only', async () => {
  const lab = await openCaseLab(world, 'KGZ', 'KAZ');
  await lab.hit(world.clock.now().toISOString());
  const { cases } = world.services;
  const colleague = lab.actor('RD', 'CO');
  await cases.setAssignment(lab.actor('RD'), lab.caseId, colleague.id, true);
  const ours = (await cases.showTeam(lab.actor('RQ'), lab.caseId)).items;
  const theirs = (await cases.showTeam(lab.actor('RD'), lab.caseId)).items;
  expect(ours.some(({ userId }) => userId === colleague.id)).toBe(false);
  expect(theirs.find(({ userId }) => userId === colleague.id)?.assignedAt).toBeTruthy();
  expect(ours.every(({ assignedAt }) => assignedAt === null)).toBe(true);
  await expect(cases.showTeam(lab.actor('RD', 'LIA'), lab.caseId)).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('names tried under a policy are compared with the arithmetic and kept nowhere', async () => {
  const token = await world.token('KGZ', 'NAD');
  const answer = await world
    .http(token)
    .post('/v1/reference/match-policies/trials')
    .send({
      policy: 'INVESTIGATOR',
      query: { name: 'Probekov Azamat', born: '1980' },
      record: { name: 'Пробеков Азамат Тестович', born: '1980-02-15' },
    });
  expect(answer.status).toBe(200);
  expect(answer.body).toMatchObject({ policy: 'INVESTIGATOR', band: expect.any(String) });
  expect(answer.body.reasons.length).toBeGreaterThan(2);
  const { rows } = await world.database.pool.query(
    "select data, sealed_data from audit_event where type = 'policy.tried'",
  );
  expect(rows).toEqual([{ data: { policy: 'INVESTIGATOR', band: answer.body.band }, sealed_data: null }]);
  expect(world.logs.join('')).not.toMatch(/Probekov|Пробеков/);
});
