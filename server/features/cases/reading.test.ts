// What a reader learns of a case by looking: a history without gaps, terms that end and are not late, silence at the end.
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type CaseLab,
  draftCase,
  openCaseLab,
  openReview,
  sendRequest,
} from '../../../tests/support/case-lab.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { commentBody, taskQuery } from './list-contract.ts';

let world: TestWorld;
let lab: CaseLab;
beforeAll(async () => {
  world = await createTestWorld();
  world.clock.set('2026-03-01T06:00:00Z');
  lab = await openCaseLab(world, 'KGZ', 'KAZ');
  await draftCase(lab);
  await sendRequest(lab);
  await openReview(lab);
  await lab.answer(['R01']);
  await lab.papers('D30');
  await lab.step('RD', 'refuse', await lab.decision('REFUSED'));
});
afterAll(() => world.close());

const DAY = 86_400_000;

test('the lines of the history are counted for their reader: nothing tells of lines of the other side', async () => {
  const { cases } = world.services;
  for (const side of ['RQ', 'RD'] as const)
    await cases.comment(lab.actor(side), lab.caseId, commentBody.parse({ text: side, shared: true }));
  const kept = await world.database.prisma.caseEvent.findMany({ where: { caseId: lab.caseId } });
  expect(new Set(kept.map(({ visibleTo }) => visibleTo)).size, 'there are private lines').toBeGreaterThan(1);
  for (const [side, other] of [
    ['RQ', 'RD'],
    ['RD', 'RQ'],
  ] as const) {
    const actor = lab.actor(side);
    const { items, nextAfter } = await cases.getTimeline(actor, lab.caseId, 0);
    expect(items).toHaveLength(kept.filter(({ visibleTo }) => visibleTo !== other).length);
    expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1));
    expect(nextAfter).toBeNull();
    const rest = await cases.getTimeline(actor, lab.caseId, 3);
    expect(rest.items).toEqual(items.slice(3));
  }
});

test('who has the case open hears of each line that he may read, at once and never twice; strangers hear nothing', async () => {
  const { cases } = world.services;
  const { items } = await cases.getTimeline(lab.actor('RQ'), lab.caseId, 0);
  const gone = new AbortController();
  const open = async (last: string | null) =>
    (await cases.followCase(lab.actor('RQ'), lab.caseId, last)).events(gone.signal)[Symbol.asyncIterator]();
  const now = await open(null);
  const first = now.next();
  const { version } = await lab.view('RD');
  await cases.askAssurance(lab.actor('RD'), lab.caseId, version, {
    code: 'FAIR_TRIAL',
    text: 'A fair trial.',
  });
  const heard = (await first).value;
  expect(heard).toMatchObject({
    id: String(items.length + 1),
    type: 'case.changed',
    data: { kind: 'ASSURANCE', side: 'RD', mine: false, version: version + 1 },
  });
  // Whoever was away goes on from the last line that he heard of.
  const back = await open(String(items.length));
  expect((await back.next()).value).toEqual(heard);
  const mine = now.next();
  await cases.comment(lab.actor('RQ'), lab.caseId, commentBody.parse({ text: 'Thank you.', shared: true }));
  expect((await mine).value?.data).toMatchObject({ kind: 'MESSAGE', side: 'RQ', mine: true });
  gone.abort();
  await expect(cases.followCase(world.actor('UZB', 'PRO'), lab.caseId, null)).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('the time for an appeal ends and is not overdue; the decision is final then', async () => {
  const { cases } = world.services;
  const appeal = async () => {
    const found = (await lab.view()).deadlines.find(({ key }) => key === 'APPEAL');
    if (!found) throw new Error('no APPEAL');
    return found;
  };
  const running = await appeal();
  expect(running).toMatchObject({ status: 'RUNNING', term: true });
  const shown = async () => (await cases.listDeadlines(lab.actor('RD'), { limit: 50 })).items;
  expect((await shown()).map(({ key }) => key)).toContain('APPEAL');

  world.clock.set(new Date(Date.parse(running.dueAt) + DAY).toISOString());
  expect((await appeal()).status).toBe('ENDED');
  await cases.warnOfDeadlines(world.clock.now(), 50);
  expect((await shown()).map(({ key }) => key)).not.toContain('APPEAL');
  for (const overdue of ['true', 'false'] as const) {
    const { items } = await cases.listCases(lab.actor('RD'), { limit: 50, overdue });
    expect(items.map(({ id }) => id)).toEqual(overdue === 'true' ? [] : [lab.caseId]);
  }
  const { items: tasks } = await cases.listTasks(lab.actor('RD'), taskQuery.parse({ caseId: lab.caseId }));
  const told = tasks.filter(({ params }) => params['key'] === 'APPEAL');
  expect(told.map(({ kind, urgent }) => [kind, urgent])).toEqual([['TERM_ENDED', false]]);
  const { items } = await cases.getTimeline(lab.actor('RD'), lab.caseId, 0);
  expect(items.map(({ kind }) => kind)).toContain('ENDED');
  expect(items.map(({ kind }) => kind)).not.toContain('OVERDUE');
});

test('at the end of a case no clock runs and none speaks again', async () => {
  const { cases } = world.services;
  const closed = await lab.step('RD', 'close-without-surrender', { reason: 'The decision is final.' });
  expect(closed.state).toBe('CLOSED');
  expect((await lab.view()).deadlines.filter(({ status }) => status !== 'STOPPED')).toEqual([]);
  const { prisma } = world.database;
  const rows = await prisma.caseDeadline.findMany({ where: { caseId: lab.caseId } });
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ status, nextWarningAt }) => status !== 'STOPPED' || nextWarningAt !== null)).toEqual(
    [],
  );
  const { nextDueAt } = await prisma.extraditionCase.findUniqueOrThrow({ where: { id: lab.caseId } });
  expect(nextDueAt).toBeNull();
  world.clock.set('2029-01-01T00:00:00Z');
  expect(await cases.warnOfDeadlines(world.clock.now(), 50)).toEqual([]);
});
