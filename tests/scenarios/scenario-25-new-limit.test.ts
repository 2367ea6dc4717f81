// Scenario 25: a treaty's limit changes from a day on; only cases that begin after it follow the new one.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCaseLab } from '../support/case-lab.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

it('scenario 25: forty days for the case of yesterday, forty-five for that of tomorrow', async () => {
  world.clock.set('2026-05-20T06:00:00Z');
  const before = await openCaseLab(world, 'KAZ', 'KGZ');
  const after = await openCaseLab(world, 'KAZ', 'KGZ');
  await before.hit('2026-05-20T05:00:00Z');

  const { treatyProfile } = world.database.prisma;
  const old = await treatyProfile.findUniqueOrThrow({
    where: { code_version: { code: 'KAZ_KGZ_1997', version: 1 } },
  });
  const settings = structuredClone(old.settings) as { deadlines: { key: string; length: number }[] };
  const limit = settings.deadlines.find(({ key }) => key === 'PA_LIMIT');
  if (!limit) throw new Error('no PA_LIMIT');
  limit.length = 45;
  const titles = old.titles as object;
  await treatyProfile.create({
    data: { ...old, titles, version: 2, validFrom: new Date('2026-06-01'), settings },
  });

  world.clock.set('2026-06-02T06:00:00Z');
  await after.hit('2026-06-01T03:00:00Z');
  const dueOf = async (lab: typeof before) =>
    (await lab.view()).deadlines.find(({ key }) => key === 'PA_LIMIT');
  expect(await dueOf(before)).toMatchObject({ dueAt: '2026-06-28T18:00:00.000Z', profileVersion: 1 });
  expect(await dueOf(after)).toMatchObject({ dueAt: '2026-07-15T18:00:00.000Z', profileVersion: 2 });
  expect((await before.view()).treaty.version).toBe(1);

  // Arrested anew under the old case: the law of the day on which the case began.
  await before.papers('D43', 'D03', 'D04', 'D05');
  await before.step('RD', 'lapse-arrest', { lapse: 'RELEASE_REQUESTED', actedBy: 'Test Prosecutor' });
  world.clock.set('2026-07-01T06:00:00Z');
  await before.hit('2026-07-01T05:00:00Z');
  const clocks = (await before.view()).deadlines.filter(({ key }) => key === 'PA_LIMIT');
  expect(clocks.map(({ status, dueAt }) => `${status} ${dueAt}`)).toEqual([
    'STOPPED 2026-06-28T18:00:00.000Z',
    'RUNNING 2026-08-09T18:00:00.000Z',
  ]);
  expect(clocks[1]?.followsId).toBe(clocks[0]?.id);
}, 120_000);
