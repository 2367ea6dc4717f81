// Scenario 12: "why is record X not found?": the tool lists what failed, with the scores; and betrays nothing.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExplainAnswer } from '../../server/features/search/explain-contract.ts';
import { newId } from '../../server/platform/ids.ts';
import { makePerson } from '../support/alert-files.ts';
import { placeAlert } from '../support/sharing.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
let token: string;
let azamat: string;
beforeAll(async () => {
  world = await createTestWorld();
  token = await world.token('KAZ', 'INV');
  const investigator = world.actor('KGZ', 'INV');
  azamat = await makePerson(world, investigator, {
    family: 'Жумабаев',
    given: 'Азамат Касымович',
    birth: '1980-02-15',
  });
  await placeAlert(world, 'KGZ', azamat);
});
afterAll(() => world.close());

const purpose = { code: 'P1', reference: 'case-12' };

async function explain(question: object, language = 'en'): Promise<{ status: number; body: ExplainAnswer }> {
  return world
    .http(token)
    .post('/v1/search/explain')
    .set('Accept-Language', language)
    .send({ personId: azamat, ...question, purpose });
}

it('scenario 12: lists the failing features and scores of a record that is not found', async () => {
  const { status, body } = await explain({ name: 'Петренко Оксана', birthDate: '1991-07-30', sex: 'F' });
  expect(status).toBe(200);
  expect(body.verdict.code).toBe('SCORE_TOO_LOW');
  expect(body.verdict.text).toContain(String(body.thresholds.weak));
  expect(body).toMatchObject({ rank: null, band: 'NONE', meetsFilters: true });
  expect(body.score).toBeLessThan(body.thresholds.weak);
  expect(body.candidate.keysAsked).toBeGreaterThan(0);
  expect(body.candidate).toMatchObject({ keysMet: 0, found: false, numberMet: false });
  const failing = body.evidence.filter(({ contribution }) => contribution < 0).map(({ code }) => code);
  expect(failing).toEqual(expect.arrayContaining(['NAME_CONTRADICTS', 'BIRTH_DIFFERENT', 'SEX_DIFFERENT']));
  const sum = body.arithmetic.find(({ code }) => code === 'SUM')?.value ?? 0;
  const lines = body.arithmetic.filter(({ code }) => code !== 'SUM' && code !== 'SCORE');
  expect(lines.reduce((total, { value }) => total + value, 0)).toBeCloseTo(sum, 9);
  expect(1 / (1 + Math.exp(-sum))).toBeCloseTo(body.score, 9);
});

it('scenario 12: tells the place of a record that is found, and compares every name word by word', async () => {
  const { body } = await explain({ name: 'Jumabayev Azamat', birthDate: '1980-02-15' });
  expect(body).toMatchObject({ verdict: { code: 'FOUND' }, rank: 1, total: { value: 1, relation: 'EXACT' } });
  expect(body.candidate.found).toBe(true);
  expect(body.candidate.keysMet).toBeGreaterThan(0);
  const [best] = body.names;
  expect(best?.best).toBe(true);
  expect(best?.reasons.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['NAME_TRANSLITERATION', 'NAME_MISSING_IN_QUERY']),
  );
  const words = (best?.highlights ?? []).map(({ start, end }) => best?.full.slice(start, end));
  expect(words).toEqual(['Жумабаев', 'Азамат']);
  const parts = (best?.reasons ?? []).reduce(
    (sum, { contribution }) => sum + contribution,
    best?.wholeName ?? 0,
  );
  expect(parts).toBeCloseTo(best?.logOdds ?? 0, 9);
});

it('scenario 12: names the filter that keeps a record out', async () => {
  const { body } = await explain({ name: 'Jumabayev Azamat', filters: { nationalities: ['UZB'] } });
  expect(body).toMatchObject({ verdict: { code: 'FILTERED_OUT' }, meetsFilters: false, rank: null });
});

it.each(['ky', 'ru', 'kk', 'en'])('scenario 12: speaks %s', async (language) => {
  const { body } = await explain({ name: 'Петренко Оксана' }, language);
  const texts = [body.verdict.text, ...body.arithmetic.map(({ text }) => text)];
  for (const text of texts) expect(text).not.toMatch(/explain-|\{/);
  expect(/[а-я]/i.test(body.verdict.text)).toBe(language !== 'en');
});

it('scenario 12: a record that the asker may not see is not explained, as one that does not exist', async () => {
  const hidden = await makePerson(world, world.actor('UZB', 'INV'), {
    family: 'Жумабаев',
    given: 'Азамат',
    birth: '1980-02-15',
  });
  await placeAlert(world, 'UZB', hidden, {
    type: 'DISCREET_CHECK',
    sharing: 'LISTED',
    sharedWithStates: ['KGZ'],
  });
  const [there, nowhere] = [
    await explain({ personId: hidden, name: 'Жумабаев Азамат' }),
    await explain({ personId: newId(), name: 'Жумабаев Азамат' }),
  ];
  expect([there.status, nowhere.status]).toEqual([404, 404]);
  const { rows } = await world.database.pool.query(
    `select outcome from audit_event where type = 'search.explained' and subject_id = $1`,
    [hidden],
  );
  expect(rows).toEqual([{ outcome: 'REFUSED' }]);
});
