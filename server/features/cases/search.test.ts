// Search over cases: both scripts, only what the own side may read, pages, and no name in any log.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePerson } from '../../../tests/support/alert-files.ts';
import { type CaseLab, draftCase, openCaseLab, sendRequest } from '../../../tests/support/case-lab.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { caseSearchBody } from './search-contract.ts';

let world: TestWorld;
let lab: CaseLab;
let draft: CaseLab;
beforeAll(async () => {
  world = await createTestWorld();
  await world.services.prepare();
  const person = await makePerson(world, world.actor('KAZ', 'INV'), {
    family: 'Жумабаев',
    given: 'Азамат',
    birth: '1980-02-15',
  });
  lab = await openCaseLab(world, 'KAZ', 'KGZ', person);
  await draftCase(lab);
  await sendRequest(lab);
  draft = await openCaseLab(world, 'KAZ', 'KGZ');
  await draftCase(draft);
});
afterAll(() => world.close());

const ask = (side: 'RQ' | 'RD', text: string, of = lab, role: 'PRO' | 'INV' | 'LIA' = 'PRO') =>
  world.services.cases.searchCases(
    of.actor(side, role),
    caseSearchBody.parse({ text, purpose: { code: 'P3', reference: 'test' } }),
  );
const idsOf = async (...question: Parameters<typeof ask>) =>
  (await ask(...question)).items.map(({ id }) => id);

test('a name in the other script finds the case for both sides, and for a third state nothing is there', async () => {
  for (const text of ['Jumabayev Azamat', 'Жумабаев', 'Azamat Zhumabaev']) {
    expect([text, await idsOf('RQ', text)]).toEqual([text, [lab.caseId]]);
    expect([text, await idsOf('RD', text)]).toEqual([text, [lab.caseId]]);
  }
  const [found] = (await ask('RD', 'Jumabayev Azamat')).items;
  expect(found).toMatchObject({ foundIn: ['PERSON'], direction: 'REQUESTED' });
  const stranger = await world.services.cases.searchCases(
    world.actor('UZB', 'PRO'),
    caseSearchBody.parse({ text: 'Jumabayev Azamat', purpose: { code: 'P3', reference: 'test' } }),
  );
  expect([stranger.items, stranger.nextCursor]).toEqual([[], null]);
});

test('words are found where the own side may read them and nowhere else', async () => {
  const { cases } = world.services;
  const say = (side: 'RQ' | 'RD', text: string, shared: boolean) =>
    cases.comment(lab.actor(side), lab.caseId, { text, shared, mentions: [] });
  await say('RD', 'камера в Бишкеке переполнена', false);
  await say('RQ', 'оригиналы придут курьером', true);
  expect(await idsOf('RD', 'камера Бишкеке')).toEqual([lab.caseId]);
  expect(await idsOf('RQ', 'камера Бишкеке')).toEqual([]);
  expect(await idsOf('RQ', 'курьером')).toEqual([lab.caseId]);
  expect(await idsOf('RD', 'курьером', lab, 'LIA')).toEqual([lab.caseId]);
  expect(await idsOf('RD', 'камера', lab, 'LIA')).toEqual([]);
  await lab.papers('D34');
  await lab.step('RD', 'hold', { hold: { reason: 'ASYLUM', note: 'запрошено убежище' } });
  expect(await idsOf('RQ', 'ASYLUM')).toEqual([]);
  expect(await idsOf('RD', 'ASYLUM')).toEqual([lab.caseId]);
  expect(await idsOf('RD', 'bribery')).toEqual([lab.caseId]);
});

test('a draft is found by its own side alone, whatever is asked; pages go on where they ended', async () => {
  const { caseNumber } = await draft.view('RQ');
  expect(await idsOf('RQ', caseNumber)).toEqual([draft.caseId]);
  expect(await idsOf('RD', caseNumber)).toEqual([]);
  expect(await idsOf('RQ', 'EX-2026')).toEqual([draft.caseId, lab.caseId]);
  const body = { text: 'EX-2026', purpose: { code: 'P3', reference: 'test' }, limit: 1 };
  const first = await world.services.cases.searchCases(lab.actor('RQ'), caseSearchBody.parse(body));
  const next = { ...body, cursor: first.nextCursor };
  const second = await world.services.cases.searchCases(lab.actor('RQ'), caseSearchBody.parse(next));
  expect([first.items[0]?.id, second.items[0]?.id, second.nextCursor]).toEqual([
    draft.caseId,
    lab.caseId,
    null,
  ]);
});

test('over HTTP the words stand in the body, a purpose is asked for, and the log does not repeat them', async () => {
  const http = world.http(await world.token('KGZ', 'PRO'));
  expect((await http.post('/v1/search/cases').send({ text: 'Jumabayev' })).status).toBe(422);
  const purpose = { code: 'P3', reference: 'test' };
  const answer = await http.post('/v1/search/cases').send({ text: 'Jumabayev', purpose });
  expect([answer.status, answer.body.items.length]).toEqual([200, 1]);
  expect(world.logs.join('\n')).not.toMatch(/Jumabayev|Жумабаев/);
});
