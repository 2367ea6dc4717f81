// Scenario 15: a discreet alert: the first line sees CLEAR; second line and the owner have the report within five seconds.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makePerson, plainDraft, publish } from '../support/alert-files.ts';
import { checkAt, hitSteps } from '../support/border.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const WATCHED = { family: 'Унчуков', given: 'Жымжырт', birth: '1981-02-03', document: 'AN4444444' };

it('scenario 15: CLEAR for the first line, a report for those who may know, nothing for the others', {
  timeout: 120_000,
}, async () => {
  const personId = await makePerson(world, world.actor('KGZ', 'INV'), WATCHED);
  await publish(
    world,
    'KGZ',
    plainDraft(personId, {
      type: 'DISCREET_CHECK',
      actionsOnHit: ['D1'],
      sharing: 'LISTED',
      sharedWithStates: ['KAZ'],
    }),
  );
  const question = {
    document: { number: WATCHED.document, state: 'KGZ' },
    checkpoint: 'Korday',
    direction: 'EXIT',
  };
  const silent = await checkAt(world, 'KAZ', question);
  expect([silent.body.outcome, silent.body.colour, silent.body.hit, silent.body.card]).toEqual([
    'CLEAR',
    'GREEN',
    null,
    null,
  ]);
  const reportsOf = async (state: 'KGZ' | 'KAZ' | 'UZB', role: 'BO2' | 'CO' | 'PRO' | 'INV') =>
    (await world.http(await world.token(state, role)).get('/v1/hits?kind=SILENT')).body.items;
  const [report] = await reportsOf('KAZ', 'BO2');
  expect(report).toMatchObject({
    status: 'REPORTED',
    reference: silent.body.reference,
    checkpoint: 'Korday',
    direction: 'EXIT',
    alert: { type: 'DISCREET_CHECK', ownerState: 'KGZ' },
  });
  for (const role of ['CO', 'PRO', 'INV'] as const)
    expect([role, (await reportsOf('KGZ', role)).length]).toEqual([role, 1]);
  // A state that the alert is not shared with, and the partner's own case officers, live in a world without it.
  for (const [state, role] of [
    ['UZB', 'BO2'],
    ['UZB', 'CO'],
    ['KAZ', 'CO'],
    ['KGZ', 'BO2'],
  ] as const)
    expect([state, role, await reportsOf(state, role)]).toEqual([state, role, []]);
  const outsider = world.http(await world.token('UZB', 'CO'));
  expect((await outsider.get(`/v1/hits/${report.id}`)).status).toBe(404);

  const secondLine = hitSteps(world, await world.token('KAZ', 'BO2'), report.id);
  const page = await secondLine.get();
  expect(page.body.alertSide.actions[0].code).toBe('D1');
  expect(page.body.record).toBeNull();
  expect(page.body.allowed).toEqual([]);
  expect((await secondLine.step('acknowledge')).status).toBe(409);

  const first = world.http(await world.token('KAZ', 'BO1'));
  const knock = await first.post(`/v1/hits/${report.id}/acknowledge`).set('If-Match', '"v1"').send({});
  const nowhere = await first
    .post('/v1/hits/01930000-0000-7000-8000-000000000001/acknowledge')
    .set('If-Match', '"v1"')
    .send({});
  expect([knock.status, nowhere.status]).toEqual([404, 404]);
  expect({ ...knock.body, instance: '' }).toEqual({ ...nowhere.body, instance: '' });

  const owner = hitSteps(world, await world.token('KGZ', 'CO'), report.id);
  expect((await owner.get()).body.record.names[0].full).toContain('Унчуков');
  expect((await owner.step('take-note')).body.status).toBe('CLOSED');
});

it('scenario 15: a report that the answering process left behind is written by the next pass, once', {
  timeout: 120_000,
}, async () => {
  const before = await world.database.prisma.hit.count({ where: { kind: 'SILENT' } });
  await checkAt(world, 'KAZ', { document: { number: WATCHED.document, state: 'KGZ' } });
  expect(await world.database.prisma.hit.count({ where: { kind: 'SILENT' } })).toBe(before + 1);
  // As if the process had died between its answer and the report.
  await world.database.pool.query(
    `with last as (select check_id from hit where kind = 'SILENT' order by at desc, id desc limit 1),
          gone as (delete from hit where check_id = (select check_id from last))
     update border_check set follow_up = true where id = (select check_id from last)`,
  );
  world.clock.advance(4_000);
  expect(await world.services.checks.writeLeftReports()).toBe(1);
  expect(await world.services.checks.writeLeftReports()).toBe(0);
  expect(await world.database.prisma.hit.count({ where: { kind: 'SILENT' } })).toBe(before + 1);
});
