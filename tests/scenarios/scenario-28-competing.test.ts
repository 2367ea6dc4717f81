// Scenario 28: two states want one person from a third; each sees its own file, the third sees both and records criteria.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { competingDecision } from '../../server/features/cases/list-contract.ts';
import { draftCase, openCaseLab, sendRequest } from '../support/case-lab.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

it('scenario 28: no requesting state learns of the other file; the requested state decides by criteria', async () => {
  const { cases } = world.services;
  const one = await openCaseLab(world, 'KAZ', 'KGZ');
  const two = await openCaseLab(world, 'UZB', 'KGZ', one.personId);
  await draftCase(one);
  await draftCase(two);
  await sendRequest(one);
  // Not sent yet: even the requested state sees one request only.
  await expect(cases.readCompeting(one.actor('RD'), one.caseId)).rejects.toMatchObject({ code: 'not-found' });
  await sendRequest(two);

  for (const [mine, other] of [
    [one, two],
    [two, one],
  ] as const) {
    const actor = mine.actor('RQ');
    for (const look of [
      () => cases.getCase(actor, other.caseId),
      () => cases.getTimeline(actor, other.caseId, 0),
      () => cases.getTransitions(actor, other.caseId),
      () => world.services.caseFiles.list(actor, other.caseId),
      () => cases.readCompeting(actor, mine.caseId),
    ])
      await expect(look()).rejects.toMatchObject({ code: 'not-found' });
    const { items } = await cases.listCases(actor, { limit: 50, personId: one.personId });
    expect(items.map(({ id }) => id)).toEqual([mine.caseId]);
    const { columns } = await cases.showBoard(actor, {});
    expect(columns.flatMap(({ count }) => count)).toEqual([1]);
    const view = await mine.view('RQ');
    expect([view.competing, view.otherRequestExists]).toEqual([false, false]);
    // The code of a treaty may name a state; nothing says that it asks for this person.
    expect(JSON.stringify(view)).not.toContain(`"${other.rq}"`);
    expect(JSON.stringify(view)).not.toContain(other.caseId);
  }

  const group = await cases.readCompeting(one.actor('RD'), one.caseId);
  expect(group.cases.map(({ requestingState }) => requestingState).sort()).toEqual(['KAZ', 'UZB']);
  expect((await one.view('RD')).competing).toBe(true);
  expect(competingDecision.safeParse({ preferredCaseId: one.caseId, criteria: [] }).success).toBe(false);
  const decided = await cases.decideCompeting(
    one.actor('RD'),
    one.caseId,
    group.version,
    competingDecision.parse({
      preferredCaseId: one.caseId,
      criteria: [{ criterion: 'SERIOUSNESS', note: 'The heavier offence.' }],
    }),
  );
  expect(decided.preferredCaseId).toBe(one.caseId);
  // The decision stands in the requested side's history of both cases, and in nobody else's.
  for (const lab of [one, two]) {
    const kinds = async (side: 'RQ' | 'RD') =>
      (await cases.getTimeline(lab.actor(side), lab.caseId, 0)).items.map(({ kind }) => kind);
    expect(await kinds('RD')).toContain('COMPETING');
    expect(await kinds('RQ')).not.toContain('COMPETING');
  }
  await cases.releaseCompeting(one.actor('RD'), one.caseId, decided.version);
  const told = await two.view('RQ');
  expect([told.otherRequestExists, told.competing]).toEqual([true, false]);
  expect(JSON.stringify(told)).not.toContain('"KAZ"');
  expect(JSON.stringify(told)).not.toContain(one.caseId);
}, 120_000);
