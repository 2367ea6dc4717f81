// The demo story as a newcomer finds it: many stages, both sides, clocks that speak, a border that is busy.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemo } from '../../../server/composition/demo.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { createServices } from '../../services.ts';
import { taskQuery } from '../cases/list-contract.ts';
import { seedDemo } from '../seed/service.ts';
import { storyPeople } from './people.ts';
import { createStoryClock, tellDemoStory } from './service.ts';
import { createStoryStore } from './store.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld({ DEMO_DATA: 'true' });
  await world.services.prepare();
  expect(await seedDemo(world.services)).toBe(500);
  await cutOff();
  // The next start tells the rest.
  expect(await loadDemo(world.services, world.config, world.databaseUrl)).toBe(0);
}, 180_000);
afterAll(() => world.close());

/** Cases that stand where the story was cut off: they are told no further. */
const stuck = new Set<string>();

/** Tells the story until its process is killed: at the third signature. */
async function cutOff(): Promise<void> {
  const present = world.services.clock.now();
  const clock = createStoryClock(present);
  const own = { ...world.config, clamd: undefined, meili: undefined };
  const { databaseUrl } = world;
  const past = createServices(own, { databaseUrl, logger: world.services.logger, clock });
  let signatures = 0;
  const sign: typeof past.caseFiles.sign = async (...given) => {
    signatures += 1;
    if (signatures >= 3) throw new Error('killed');
    return past.caseFiles.sign(...given);
  };
  const killed = tellDemoStory({ ...past, caseFiles: { ...past.caseFiles, sign } }, clock, present);
  await expect(killed).rejects.toThrow('killed');
  const told = await world.database.prisma.extraditionCase.findMany({ select: { id: true, state: true } });
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBeLessThan(20);
  for (const { id, state } of told) if (state === 'FILE_PREPARATION') stuck.add(id);
  await past.close();
}

test('cases of both sides stand in most stages, with one clock over and others near their end', async () => {
  const { cases } = world.services;
  const store = createStoryStore(world.database.pool);
  const people = storyPeople(await store.userIds(), await store.agencyIds());
  const own = people.prosecutor('KGZ');
  const { items } = await cases.listCases(own, { limit: 100 });
  expect(items.length).toBeGreaterThanOrEqual(20);
  expect(items.every(({ demo }) => demo)).toBe(true);
  expect(new Set(items.map(({ state }) => state)).size).toBeGreaterThanOrEqual(14);
  expect(new Set(items.map(({ direction }) => direction)).size).toBe(2);
  expect(items.filter(({ id, overdue }) => overdue && !stuck.has(id)).map(({ state }) => state)).toEqual([
    'PROV_ARRESTED',
  ]);
  const week = Date.now() + 7 * 86_400_000;
  const near = items.filter(({ nextDueAt }) => nextDueAt !== null && Date.parse(nextDueAt) < week);
  expect(near.length).toBeGreaterThanOrEqual(4);
  const { items: tasks } = await cases.listTasks(own, taskQuery.parse({ limit: '200' }));
  const kinds = new Set(tasks.map(({ kind }) => kind));
  for (const kind of ['RELEASE_OR_EXTENSION_REQUIRED', 'DEADLINE_WARNING', 'OWN'])
    expect(kinds).toContain(kind);
  // Asylum stays with the state where it was asked for.
  const held = items.find(({ state }) => state === 'ON_HOLD');
  const seen = await cases.getTimeline(people.prosecutor('UZB'), held?.id ?? '', 0);
  expect(seen.items.at(-1)?.reason).toBe('LEGAL_IMPEDIMENT');
});

test('two requests for one person compete, and the border has hits in every state of their life', async () => {
  const { prisma } = world.database;
  expect(await prisma.extraditionCase.count({ where: { competingGroupId: { not: null } } })).toBe(2);
  const hits = await prisma.hit.findMany({ select: { status: true, kind: true, checkpoint: true } });
  expect(new Set(hits.map(({ status }) => status)).size).toBeGreaterThanOrEqual(8);
  expect(hits.filter(({ kind }) => kind === 'SILENT').length).toBeGreaterThanOrEqual(2);
  expect(new Set(hits.map(({ checkpoint }) => checkpoint)).size).toBeGreaterThanOrEqual(4);
});

test('a registry that holds something is left alone', async () => {
  expect(await loadDemo(world.services, world.config, world.databaseUrl)).toBe(0);
});
