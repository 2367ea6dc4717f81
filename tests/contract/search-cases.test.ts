// What a search over cases owes whatever engine is asked: the same cases found, each side's own kept to it, the newest state.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { caseSearchBody } from '../../server/features/cases/search-contract.ts';
import { createSearchEngine } from '../../server/platform/search/meilisearch/engine.ts';
import { makePerson } from '../support/alert-files.ts';
import { type CaseLab, draftCase, openCaseLab, sendRequest } from '../support/case-lab.ts';
import { type SearchWorld, throughBothAdapters } from '../support/search-adapters.ts';

const PURPOSE = { code: 'P3', reference: 'contract' } as const;

throughBothAdapters((open) => {
  let world: SearchWorld;
  let lab: CaseLab;

  const wanted = (family: string, given: string) =>
    makePerson(world, world.actor('KAZ', 'INV'), { family, given, birth: '1980-02-15' });
  const draftOn = async (personId?: string) => {
    const draft = await openCaseLab(world, 'KAZ', 'KGZ', personId);
    await draftCase(draft);
    return draft;
  };
  const ask = (side: 'RQ' | 'RD', text: string, role: 'PRO' | 'INV' | 'LIA' = 'PRO') =>
    world.services.cases.searchCases(lab.actor(side, role), caseSearchBody.parse({ text, purpose: PURPOSE }));
  const idsOf = async (...question: Parameters<typeof ask>) =>
    (await ask(...question)).items.map(({ id }) => id);

  beforeAll(async () => {
    world = await open();
    lab = await draftOn(await wanted('Жумабаев-Токоев', 'Азамат'));
    await sendRequest(lab);
    await world.settle();
  });
  afterAll(() => world.close());

  test.each([
    'Жумабаев-Токоев Азамат',
    'азамат жумабаев токоев',
    'Zhumabaev Azamat',
    'Жумабев Токоев Азамат',
    'Жумабаев -Токоев "Азамат"',
  ])('%s finds the case for both sides', async (text) => {
    for (const side of ['RQ', 'RD'] as const) {
      const answer = await ask(side, text);
      expect(answer.items.map(({ id, foundIn }) => [id, foundIn])).toEqual([[lab.caseId, ['PERSON']]]);
      expect(answer).toMatchObject({ engine: world.adapter, degraded: false });
      expect(Math.abs(Date.parse(answer.asOf) - world.clock.now().getTime())).toBeLessThan(60_000);
    }
  });

  test('a third state, and another agency, find nothing by name, word or number', async () => {
    const { caseNumber } = await lab.view('RD');
    for (const text of [
      'Zhumabaev Azamat',
      'bribery',
      'bribary',
      caseNumber,
      caseNumber.replaceAll('-', ' '),
    ])
      for (const actor of [world.actor('UZB', 'PRO'), world.actor('KGZ', 'INV')]) {
        const answer = await world.services.cases.searchCases(
          actor,
          caseSearchBody.parse({ text, purpose: PURPOSE }),
        );
        expect([answer.items, answer.nextCursor, answer.degraded]).toEqual([[], null, false]);
      }
    expect(await idsOf('RQ', 'Zhumabaev Azamat', 'INV')).toEqual([lab.caseId]);
  });

  test('words of offences, and numbers or parts of them', async () => {
    const { caseNumber } = await lab.view('RD');
    for (const text of ['bribery', 'Test bribery', caseNumber, caseNumber.slice(3, 12), '342'])
      expect([text, await idsOf('RD', text)]).toEqual([text, [lab.caseId]]);
    expect(await idsOf('RD', 'nothing like it')).toEqual([]);
    // What only an engine offers: typing errors in words, and numbers as they are dictated.
    const offered = world.adapter === 'meilisearch' ? [lab.caseId] : [];
    expect(await idsOf('RD', 'Test bribary')).toEqual(offered);
    expect(await idsOf('RD', caseNumber.replaceAll('-', ' '))).toEqual(offered);
    expect(await idsOf('RD', 'x" OR id EXISTS OR readers = "s:KGZ')).toEqual([]);
  });

  test('a draft, a restricted case and what a side keeps to itself stay where they belong, and are found there', async () => {
    const draft = await draftOn(await wanted('Осмонбеков', 'Тилек'));
    await world.settle();
    expect(await idsOf('RQ', 'Osmonbekov Tilek')).toEqual([draft.caseId]);
    expect(await idsOf('RD', 'Osmonbekov Tilek')).toEqual([]);
    expect(await idsOf('RQ', 'Osmonbekov Tilek', 'LIA')).toEqual([]);
    const { cases } = world.services;
    const say = (text: string) =>
      cases.comment(lab.actor('RD'), lab.caseId, { text, shared: false, mentions: [] });
    await say('камера переполнена');
    await world.settle();
    expect([await idsOf('RD', 'камера'), await idsOf('RQ', 'камера')]).toEqual([[lab.caseId], []]);
    const { version } = await lab.view('RQ');
    await cases.changeCase(lab.actor('RQ', 'CO'), lab.caseId, version, {
      confidentiality: 'RESTRICTED',
      ownReference: 'TAJNO-77',
    });
    await world.settle();
    expect(await idsOf('RD', 'Zhumabaev Azamat')).toEqual([lab.caseId]);
    expect([await idsOf('RQ', 'tajno'), await idsOf('RD', 'tajno')]).toEqual([[lab.caseId], []]);
    if (world.adapter === 'meilisearch') {
      const { url, key } = world.engine ?? {};
      const held = createSearchEngine({ url: url ?? '', key });
      expect(await held.fingerprints('cases', [draft.caseId, lab.caseId])).toEqual([]);
    }
    const changed = await lab.view('RQ');
    await cases.changeCase(lab.actor('RQ', 'CO'), lab.caseId, changed.version, { confidentiality: 'NORMAL' });
    await world.settle();
  });

  test('what was opened or changed a moment ago is found, before any index knows it', async () => {
    const fresh = await draftOn(await wanted('Чекирбаев', 'Манас'));
    expect(await idsOf('RQ', 'Chekirbaev Manas')).toEqual([fresh.caseId]);
    await world.settle();
    expect(await idsOf('RQ', 'Chekirbaev Manas')).toEqual([fresh.caseId]);
    const { pool } = world.database;
    await pool.query(`update case_offence set title_orig = 'Smuggling', title_ru = 'Smuggling', title_en = 'Smuggling'
      where case_id = '${lab.caseId}'`);
    expect([await idsOf('RD', 'bribery'), await idsOf('RD', 'bribary')]).toEqual([[], []]);
    expect(await idsOf('RD', 'smuggling')).toEqual([lab.caseId]);
    await world.settle();
    expect([await idsOf('RD', 'bribary'), await idsOf('RD', 'smuggling')]).toEqual([[], [lab.caseId]]);
  });

  test('the index of cases has every case and nothing else', async () => {
    if (world.adapter !== 'meilisearch') return;
    const { mirror } = world.services.mirror ?? {};
    expect(await mirror?.verify('cases')).toMatchObject({ missing: [], stale: [], orphaned: [] });
    expect((await mirror?.verify('cases'))?.rows).toBeGreaterThan(2);
  });
});
