// Scenario 24: forty days of provisional arrest, counted in Bishkek; warnings to both sides; overdue and nothing by itself.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { taskQuery } from '../../server/features/cases/list-contract.ts';
import { type CaseLab, openCaseLab } from '../support/case-lab.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let lab: CaseLab;
beforeAll(async () => {
  world = await createTestWorld();
  world.clock.set('2026-02-20T06:00:00Z');
  lab = await openCaseLab(world, 'KAZ', 'KGZ');
});
afterAll(() => world.close());

const END = '2026-04-09T18:00:00.000Z';

it('scenario 24: due on 9 April 24:00 Bishkek, warned five times, overdue from 10 April 00:00, released by nobody', async () => {
  const { cases } = world.services;
  world.clock.set('2026-03-01T05:30:00Z');
  // 10:00 in Bishkek; the officer wrote it down an hour and a half later.
  const opened = await lab.hit('2026-03-01T04:00:00Z');
  expect(opened).toMatchObject({ state: 'PROV_ARRESTED', created: true });

  const limit = async () => {
    const found = (await lab.view()).deadlines.find(({ key }) => key === 'PA_LIMIT');
    if (!found) throw new Error('no PA_LIMIT');
    return found;
  };
  expect(await limit()).toMatchObject({
    startedAt: '2026-03-01T04:00:00.000Z',
    dueAt: END,
    status: 'RUNNING',
    profile: 'KAZ_KGZ_1997',
    zone: 'Asia/Bishkek',
  });

  const tasks = async (side: 'RQ' | 'RD') => {
    const { items } = await cases.listTasks(lab.actor(side), taskQuery.parse({ caseId: lab.caseId }));
    return items
      .filter(({ params }) => params['key'] === 'PA_LIMIT')
      .map(({ kind, params }) => `${kind} ${params['warning']}`);
  };
  const tell = async (at: string) => {
    world.clock.set(at);
    return (await cases.warnOfDeadlines(world.clock.now(), 50))
      .filter(({ key }) => key === 'PA_LIMIT')
      .map(({ warning }) => warning);
  };
  // Half of the time from 1 March 10:00 to 9 April 24:00 is over on 21 March 05:00 local.
  expect(await tell('2026-03-20T22:59:59Z')).toEqual([]);
  expect(await tell('2026-03-20T23:00:00Z')).toEqual(['HALF']);
  expect(await tell('2026-03-30T17:59:59Z')).toEqual([]);
  expect(await tell('2026-03-30T18:00:00Z')).toEqual(['TEN_DAYS']);
  expect(await tell('2026-03-30T20:30:00Z')).toEqual(['THREE_QUARTERS']);
  expect(await tell('2026-04-06T18:00:00Z')).toEqual(['THREE_DAYS']);
  expect(await tell('2026-04-08T18:00:00Z')).toEqual(['ONE_DAY']);
  // Two workers in the same minute say it once.
  expect(await tell('2026-04-08T18:00:30Z')).toEqual([]);
  const warned = ['HALF', 'TEN_DAYS', 'THREE_QUARTERS', 'THREE_DAYS', 'ONE_DAY'].map(
    (warning) => `DEADLINE_WARNING ${warning}`,
  );
  expect((await tasks('RQ')).sort()).toEqual([...warned].sort());
  expect((await tasks('RD')).sort()).toEqual([...warned].sort());

  world.clock.set('2026-04-09T17:59:59.999Z');
  expect((await limit()).status).toBe('RUNNING');
  world.clock.set(END);
  // Overdue by the clock, before any job has run.
  expect((await limit()).status).toBe('OVERDUE');
  for (const side of ['RQ', 'RD'] as const) {
    const { items } = await cases.listDeadlines(lab.actor(side), { limit: 50 });
    expect(items.find(({ key }) => key === 'PA_LIMIT')).toMatchObject({ overdue: true });
    const { items: overdue } = await cases.listCases(lab.actor(side), { limit: 50, overdue: 'true' });
    expect(overdue.map(({ id }) => id)).toEqual([lab.caseId]);
  }
  expect(await tell('2026-04-09T18:01:00Z')).toEqual(['OVERDUE']);
  expect(await tasks('RD')).toContain('RELEASE_OR_EXTENSION_REQUIRED OVERDUE');

  // Days later: still overdue, still held, nothing decided by the machine.
  world.clock.set('2026-04-20T06:00:00Z');
  await cases.warnOfDeadlines(world.clock.now(), 50);
  const later = await lab.view();
  expect(later).toMatchObject({ state: 'PROV_ARRESTED', custody: 'DETAINED_SHORT' });
  expect(later.deadlines.find(({ key }) => key === 'PA_LIMIT')).toMatchObject({
    status: 'OVERDUE',
    dueAt: END,
    extendedDays: 0,
  });
  // The treaty does not let it be extended, and a person cannot either.
  const deadlineId = (await limit()).id;
  await expect(
    cases.extendDeadline(
      lab.actor('RD'),
      { caseId: lab.caseId, deadlineId, version: later.version },
      { days: 5, reason: 'more time' },
    ),
  ).rejects.toMatchObject({ code: 'conflict' });
  await expect(
    lab.step('RQ', 'lapse-arrest', { lapse: 'LIMIT_REACHED', actedBy: 'x' }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await lab.papers('D43');
  const lapsed = await lab.step('RD', 'lapse-arrest', { lapse: 'LIMIT_REACHED', actedBy: 'Test Prosecutor' });
  expect(lapsed.state).toBe('LAPSED');
  const over = await lab.view();
  expect(over.custody).toBe('RELEASED');
  expect(over.deadlines.filter(({ status }) => status !== 'STOPPED')).toEqual([]);
  // The person is at large again, so the alert asks for arrest again.
  const alert = await world.database.prisma.alert.findUniqueOrThrow({ where: { id: lab.alertId } });
  expect(alert.status).toBe('ACTIVE');
}, 120_000);
