// Scenarios 1, 2, 4, 5 and 6 through the API: what an investigator types, and what the answer must say about it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SearchAnswer, SearchBody } from '../../server/features/search/contract.ts';
import { makePerson } from '../support/alert-files.ts';
import { placeAlert } from '../support/sharing.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let token: string;
let azamat: string;

/** An invented man or woman with an alert that everybody may see. */
async function wanted(person: { family: string; given: string; birth: string }): Promise<string> {
  const id = await makePerson(world, world.actor('KGZ', 'INV'), person);
  await placeAlert(world, 'KGZ', id);
  return id;
}

beforeAll(async () => {
  world = await createTestWorld();
  token = await world.token('KAZ', 'INV');
  azamat = await wanted({ family: 'Жумабаев', given: 'Азамат Касымович', birth: '1980-02-15' });
  // A crowd that could come first if it were counted wrongly.
  await wanted({ family: 'Жумабеков', given: 'Азамат', birth: '1980-08-01' });
  await wanted({ family: 'Жумагулов', given: 'Азамат', birth: '1991-01-20' });
  await wanted({ family: 'Асанов', given: 'Азамат Касымович', birth: '1980-02-15' });
});
afterAll(() => world.close());

async function search(question: Partial<SearchBody>, locale = 'en'): Promise<SearchAnswer> {
  const answer = await world
    .http(token)
    .post('/v1/search/persons')
    .set('Accept-Language', locale)
    .send({ ...question, purpose: { code: 'P1', reference: 'case-names' } });
  expect(answer.status).toBe(200);
  return answer.body as SearchAnswer;
}

const codesOf = (answer: SearchAnswer, personId: string): string[] =>
  answer.items.find((item) => item.personId === personId)?.reasons.map(({ code }) => code) ?? [];

it('scenario 1: "Jumabayev Azamat 1980" finds him first, and says why', async () => {
  const answer = await search({ name: 'Jumabayev Azamat 1980' });
  const [first] = answer.items;
  expect(first?.personId).toBe(azamat);
  expect(['DOCUMENT_HIT', 'STRONG', 'POSSIBLE']).toContain(first?.band);
  const lines = first?.reasons ?? [];
  // The two family names stand side by side, so that the officer sees J against Ж.
  expect(
    lines.find(({ queryValue, recordValue }) => /^j/i.test(queryValue ?? '') && /^ж/i.test(recordValue ?? ''))
      ?.code,
  ).toBe('NAME_TRANSLITERATION');
  expect(lines.find(({ code }) => code === 'NAME_MISSING_IN_QUERY')?.recordValue?.toLowerCase()).toBe(
    'касымович',
  );
  expect(lines.map(({ code }) => code)).toContain('BIRTH_YEAR_COMPATIBLE');
  expect(answer.hints.map(({ code }) => code)).toContain('year-in-name');
});

it('scenario 2: the order of the words moves the score by 0.05 at most', async () => {
  const scores = [];
  for (const name of ['Dzhumabaev Azamat', 'Azamat Dzhumabaev', 'AZAMAT DZHUMABAEV', 'Dzhumabaev, Azamat']) {
    const { items } = await search({ name });
    expect([name, items[0]?.personId]).toEqual([name, azamat]);
    scores.push(items[0]?.score ?? 0);
  }
  expect(Math.max(...scores) - Math.min(...scores)).toBeLessThanOrEqual(0.05);
});

it('scenario 4: a Latin "a" in a Cyrillic name changes nothing, and is pointed out', async () => {
  const essence = ({ items, total }: SearchAnswer) => ({
    total,
    items: items.map(({ personId, score, band }) => ({ personId, score, band })),
  });
  const pure = await search({ name: 'Жумабаев Азамат' });
  const mixed = await search({ name: 'Жумaбаев Азaмат' });
  expect(essence(mixed)).toEqual(essence(pure));
  expect(pure.items[0]?.personId).toBe(azamat);
  expect(pure.hints).toEqual([]);
  expect(mixed.hints.map(({ code }) => code)).toEqual(['mixed-script']);
});

it('scenario 5: a known month is compatible with its days, not equal; the next year contradicts', async () => {
  const id = await wanted({ family: 'Айчыева', given: 'Гүлзатбек', birth: '1975-03' });
  const name = 'Айчыева Гүлзатбек';
  const within = await search({ name, birthDate: '1975-03-21' });
  expect(codesOf(within, id)).toContain('BIRTH_MONTH_COMPATIBLE');
  expect(codesOf(within, id)).not.toContain('BIRTH_EQUAL');
  const beyond = await search({ name, birthDate: '1976-03-21' });
  expect(codesOf(beyond, id)).toContain('BIRTH_YEAR_NEAR');
  const scoreOf = (answer: SearchAnswer) => answer.items.find(({ personId }) => personId === id)?.score ?? 0;
  expect(scoreOf(beyond)).toBeLessThan(scoreOf(within));
  const line = beyond.items[0]?.reasons.find(({ code }) => code === 'BIRTH_YEAR_NEAR');
  expect(line?.contribution).toBeLessThan(0);
  // The month that is known is shown as a month, never as its first day.
  expect(within.items[0]?.births).toEqual(['1975-03-??']);
});

it('scenario 6: Азамат and Азат of other birth dates are no strong match for one another', async () => {
  const azat = await wanted({ family: 'Чотбаев', given: 'Азат', birth: '1986-11-02' });
  const other = await wanted({ family: 'Чотбаев', given: 'Азамат', birth: '1979-06-17' });
  for (const [question, wrong] of [
    [{ name: 'Чотбаев Азамат', birthDate: '1979-06-17' }, azat],
    [{ name: 'Чотбаев Азат', birthDate: '1986-11-02' }, other],
  ] as const) {
    const { items } = await search(question);
    expect(items[0]?.personId).toBe(wrong === azat ? other : azat);
    expect(['STRONG', 'DOCUMENT_HIT']).not.toContain(
      items.find(({ personId }) => personId === wrong)?.band ?? 'NONE',
    );
  }
});
