// Scenario 17: an alert that ended at 00:00 of its owner's day is CLEAR one minute later, whoever wrote that down or not.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrestDraft, makeOffenceCode, makePerson, publish } from '../support/alert-files.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

it('scenario 17: HIT at 23:59, CLEAR at 00:01 of the owner, with no worker running', async () => {
  const personId = await makePerson(world, world.actor('KGZ', 'INV'), {
    family: 'Түнкүев',
    given: 'Мөөнөт',
    document: 'AC1700017',
  });
  const { id, endsAt } = await publish(
    world,
    'KGZ',
    arrestDraft(personId, await makeOffenceCode(world, 'KGZ'), { expiresOn: '2026-11-24' }),
  );
  // Midnight in Bishkek is 18:00 in Greenwich; the officers of the other states live in other zones.
  expect(endsAt).toBe('2026-11-24T18:00:00.000Z');
  const checkAt = async (state: 'KGZ' | 'KAZ' | 'UZB', at: string) => {
    world.clock.set(at);
    const officer = world.http(await world.token(state, 'BO1'));
    const answer = await officer.post('/v1/checks').send({
      family: 'Түнкүев',
      given: 'Мөөнөт',
      birthDate: '1980-02-15',
      document: { number: 'AC1700017', state: 'KGZ' },
    });
    expect(answer.status).toBe(200);
    return answer.body.outcome;
  };
  for (const state of ['KGZ', 'KAZ', 'UZB'] as const)
    expect([state, await checkAt(state, '2026-11-24T17:59:00Z')]).toEqual([state, 'HIT']);
  for (const state of ['KGZ', 'KAZ', 'UZB'] as const)
    expect([state, await checkAt(state, '2026-11-24T18:01:00Z')]).toEqual([state, 'CLEAR']);
  const { status } = await world.database.prisma.alert.findUniqueOrThrow({ where: { id } });
  expect(status).toBe('ACTIVE');
});
