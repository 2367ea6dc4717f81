// Scenario 16: an alert withdrawn a moment ago is CLEAR at every border, on every process, with no worker running.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrestDraft, makeOffenceCode, makePerson, publish } from '../support/alert-files.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const QUESTION = {
  family: 'Кайтаров',
  given: 'Алынган',
  birthDate: '1980-02-15',
  document: { number: 'AC1616161', state: 'KGZ' },
};

it('scenario 16: HIT before the withdrawal, CLEAR and not found ten seconds after it', async () => {
  const personId = await makePerson(world, world.actor('KGZ', 'INV'), {
    family: QUESTION.family,
    given: QUESTION.given,
    document: QUESTION.document.number,
  });
  const alert = await publish(world, 'KGZ', arrestDraft(personId, await makeOffenceCode(world, 'KGZ')));
  const officers = await Promise.all(
    (['KGZ', 'KAZ', 'UZB'] as const).map(async (state) => world.http(await world.token(state, 'BO1'))),
  );
  const outcomes = () =>
    Promise.all(
      officers.map(async (officer) => (await officer.post('/v1/checks').send(QUESTION)).body.outcome),
    );
  const partner = world.http(await world.token('KAZ', 'INV'));
  const found = async () => {
    const answer = await partner
      .post('/v1/search/persons')
      .send({ name: 'Kaitarov Alyngan', purpose: { code: 'P1', reference: 'case-16' } });
    return answer.body.items.length as number;
  };
  expect(await outcomes()).toEqual(['HIT', 'HIT', 'HIT']);
  expect(await found()).toBe(1);

  const authority = world.http(await world.token('KGZ', 'CO', 'second'));
  const withdraw = (body: object) =>
    authority.post(`/v1/alerts/${alert.id}/withdraw`).set('If-Match', `"v${alert.version}"`).send(body);
  expect((await withdraw({})).status).toBe(422);
  expect(await outcomes()).toEqual(['HIT', 'HIT', 'HIT']);
  const withdrawn = await withdraw({ reason: 'CHARGES_DROPPED', text: 'Decision 12/2026.' });
  expect([withdrawn.status, withdrawn.body.errors ?? withdrawn.body.status]).toEqual([200, 'WITHDRAWN']);
  world.clock.advance(10_000);
  expect(await outcomes()).toEqual(['CLEAR', 'CLEAR', 'CLEAR']);
  expect(await found()).toBe(0);
});
