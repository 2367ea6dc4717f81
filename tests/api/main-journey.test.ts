// The journey that the product promises a newcomer: sign in to the demo, search in Latin, find the man who is recorded in
// Cyrillic alone, with a score and reasons in four languages; then a wanted person from record to withdrawal.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchAnswer } from '../../server/features/search/contract.ts';
import { DEMO_ACCOUNTS, DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../../server/features/seed/demo-accounts.ts';
import { seedDemo } from '../../server/features/seed/service.ts';
import { totpCode } from '../../server/platform/security/totp.ts';
import { PDF } from '../support/alert-files.ts';
import { DEMO_TRAVELLER } from '../support/demo-client.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
  await world.services.prepare();
  await seedDemo(world.services);
}, 120_000);
afterAll(() => world.close());

async function signIn(login: string) {
  // Each code works once: time goes on between two sign-ins.
  world.clock.advance(30_000);
  const body = { login, password: DEMO_PASSWORD };
  const first = await world.http().post('/v1/sessions').send(body);
  if (first.status === 201) return world.http(first.body.accessToken);
  expect([login, first.status, first.body.code]).toEqual([login, 401, 'second-factor-required']);
  const code = totpCode(DEMO_TOTP_SECRET, world.clock.now());
  const second = await world
    .http()
    .post('/v1/sessions')
    .send({ ...body, code });
  expect([login, second.status]).toEqual([login, 201]);
  return world.http(second.body.accessToken);
}

test('every printed demo account can sign in, as the role that is printed', async () => {
  for (const { login, role } of DEMO_ACCOUNTS) {
    const { body } = await (await signIn(login)).get('/v1/me');
    expect([login, body.roles, body.restriction]).toEqual([login, [role], null]);
  }
});

describe('"Jumabayev Azamat"', () => {
  const ask = async (locale?: string): Promise<SearchAnswer> => {
    const investigator = await signIn('investigator');
    const request = investigator.post('/v1/search/persons');
    if (locale !== undefined) request.set('Accept-Language', locale);
    const answer = await request.send({
      name: 'Jumabayev Azamat',
      purpose: { code: 'P1', reference: 'demo' },
    });
    expect(answer.status).toBe(200);
    return answer.body;
  };

  test('finds «Жумабаев Азамат Касымович» first, with a score and the reasons', async () => {
    const answer = await ask();
    const [first, second] = answer.items;
    expect(first?.matchedName).toMatchObject({ type: 'PRIMARY', full: 'Жумабаев Азамат Касымович' });
    expect(first?.matchedName?.highlights).toMatchObject([
      { start: 0, end: 8 },
      { start: 9, end: 15 },
    ]);
    expect(first?.names).toEqual([{ type: 'PRIMARY', full: 'Жумабаев Азамат Касымович' }]);
    expect(first?.registryNumber).toMatch(/^KG-\d{4}-\d{6}-/);
    expect(first?.score).toBeGreaterThan(0.5);
    expect(first?.score).toBeLessThanOrEqual(1);
    expect(first?.score).toBeGreaterThanOrEqual(second?.score ?? 0);
    expect(first?.reasons.length).toBeGreaterThanOrEqual(3);
    expect(first?.alerts.map(({ type, status }) => [type, status])).toEqual([
      ['ARREST_PROSECUTION', 'ACTIVE'],
    ]);
    expect(answer).toMatchObject({ engine: 'postgres', degraded: false, policy: { code: 'INVESTIGATOR' } });
  });

  test('says why in four languages, with the same score', async () => {
    const answers = await Promise.all(['ky', 'ru', 'kk', 'en'].map((locale) => ask(locale)));
    const firsts = answers.map(({ items }) => items[0]);
    expect(new Set(firsts.map((item) => `${item?.personId} ${item?.score}`)).size).toBe(1);
    for (const index of firsts[0]?.reasons.keys() ?? []) {
      const texts = firsts.map((item) => item?.reasons[index]?.text ?? '');
      expect(
        texts.every((text) => text.length > 5),
        texts.join(),
      ).toBe(true);
      expect(new Set(texts).size, texts.join(' | ')).toBe(4);
    }
  });

  test('left its trace, which an auditor reads', async () => {
    const auditor = await signIn('auditor');
    const { body } = await auditor.get('/v1/audit?type=search.persons&limit=1');
    const detail = await auditor.get(`/v1/audit/${body.items[0].id}`);
    expect(detail.body.data.shown.length).toBeGreaterThan(0);
    expect(detail.body.purpose ?? JSON.stringify(detail.body)).toEqual(expect.anything());
    expect(JSON.stringify(body)).not.toContain('Jumabayev');
  });
});

test('the demo traveller is a hit at the border, with what the officer must do', async () => {
  const officer = await signIn('officer');
  const { body } = await officer.post('/v1/checks').send(DEMO_TRAVELLER);
  expect(body).toMatchObject({ outcome: 'HIT', colour: 'RED', degraded: false });
  expect(body.card.actions.length).toBeGreaterThan(0);
  for (const { text } of body.card.actions) expect(text.length).toBeGreaterThan(10);
});

test('a wanted person from the first record to the withdrawal, through the API alone', async () => {
  const investigator = await signIn('investigator');
  const prosecutor = await signIn('prosecutor');
  const partner = await signIn('investigator.kz');
  const officer = await signIn('officer.kz');
  const found = async () => {
    const { body } = await partner.post('/v1/search/persons').send({
      name: 'Sapartegin Kanybolot',
      birthDate: '1977-07-07',
      purpose: { code: 'P1', reference: 'journey' },
    });
    return body.items.map((item: { personId: string }) => item.personId) as string[];
  };
  const outcome = async () =>
    (await officer.post('/v1/checks').send({ document: { number: 'ID7070707', state: 'KGZ' } })).body.outcome;

  const person = await investigator.post('/v1/persons').send({
    sex: 'M',
    names: [{ type: 'PRIMARY', family: 'Сапартегин', given: 'Каныболот' }],
    birthDates: [{ date: '1977-07-07' }],
    nationalities: [{ country: 'KGZ' }],
    documents: [{ type: 'PASSPORT', number: 'ID7070707', issuingState: 'KGZ' }],
  });
  expect([person.status, person.body.errors]).toEqual([201, undefined]);
  const codes = await investigator.get('/v1/reference/offence-codes?state=KGZ');
  const offenceCodeId = codes.body.items[0].id;
  const draft = await investigator.post('/v1/alerts').send({
    personId: person.body.id,
    type: 'ARREST_PROSECUTION',
    legalBasis: ['Code of Criminal Procedure, article 110'],
    reasonSummary: { en: 'Took a bribe of 1 000 000 in Bishkek in May 2024.' },
    actionsOnHit: ['A1'],
    extraditionWill: 'FULL',
    maxPenaltyMonths: 120,
    limitationDate: '2039-05-01',
    facts: 'Took a bribe for a licence.',
    factsPlace: 'Bishkek',
    factsFrom: '2024-05-01',
    asylumCheck: 'NONE',
    complianceDeclared: true,
    dangerNone: true,
    sharing: 'ALL_MEMBERS',
    offences: [{ offenceCodeId, articleText: 'Whoever takes a bribe…' }],
  });
  expect([draft.status, draft.body.errors]).toEqual([201, undefined]);
  const alert = `/v1/alerts/${draft.body.id}`;

  const early = await investigator
    .post(`${alert}/submit`)
    .set('If-Match', draft.headers['etag'] ?? '')
    .send({});
  expect([early.status, early.body.code]).toEqual([422, 'publication-gate']);
  expect(early.body.errors.map(({ code }: { code: string }) => code)).toEqual(['WARRANT_MISSING']);

  const warrant = await investigator
    .post(`${alert}/warrants`)
    .set('If-Match', draft.headers['etag'] ?? '')
    .send({
      kind: 'ARREST_WARRANT',
      number: '3-114/2026',
      issuingAuthority: 'Test District Court',
      authorityType: 'COURT',
      issuedOn: '2026-02-10',
    });
  expect([warrant.status, warrant.body.errors]).toEqual([201, undefined]);
  const file = await investigator
    .post(`${alert}/warrants/${warrant.body.warrantId}/file`)
    .set('If-Match', warrant.headers['etag'] ?? '')
    .field('language', 'ru')
    .attach('file', PDF, { filename: 'ордер.pdf', contentType: 'application/pdf' });
  expect([file.status, file.body.errors]).toEqual([201, undefined]);
  const submitted = await investigator
    .post(`${alert}/submit`)
    .set('If-Match', file.headers['etag'] ?? '')
    .send({});
  expect([submitted.status, submitted.body.status]).toEqual([200, 'SUBMITTED']);
  expect(await found()).toEqual([]);
  expect(await outcome()).toBe('CLEAR');

  const approved = await prosecutor
    .post(`${alert}/approve`)
    .set('If-Match', submitted.headers['etag'] ?? '')
    .send({ complianceReviewed: true });
  expect([approved.status, approved.body.status]).toEqual([200, 'ACTIVE']);
  expect(await found()).toContain(person.body.id);
  expect(await outcome()).toBe('HIT');

  const withdrawn = await prosecutor
    .post(`${alert}/withdraw`)
    .set('If-Match', approved.headers['etag'] ?? '')
    .send({ reason: 'CHARGES_DROPPED', text: 'Decision 12/2026.' });
  expect([withdrawn.status, withdrawn.body.status]).toEqual([200, 'WITHDRAWN']);
  expect(await found()).not.toContain(person.body.id);
  expect(await outcome()).toBe('CLEAR');
});
