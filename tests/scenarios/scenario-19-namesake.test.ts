// Scenario 19: a namesake whom second line let pass is CLEAR when he returns; anything new about the person ends that.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkAt, hitSteps, makeWanted } from '../support/border.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const NAMESAKE = {
  family: 'Кайтаров',
  given: 'Окшош',
  birthDate: '1980-02-15',
  document: { number: 'AN1919191', state: 'KGZ' },
};
const outcomeOf = async (question: object, state: 'KAZ' | 'UZB' = 'KAZ') =>
  (await checkAt(world, state, question)).body.outcome as string;

it('scenario 19: NOT_SAME, then CLEAR with the same passport, then referred again after a new alias', {
  timeout: 120_000,
}, async () => {
  const { personId, alert } = await makeWanted(world, {
    family: NAMESAKE.family,
    given: NAMESAKE.given,
    document: 'AN0000019',
  });
  const stopped = await checkAt(world, 'KAZ', NAMESAKE);
  expect(stopped.body.hit).not.toBeNull();
  const token = await world.token('KAZ', 'BO2');
  const hit = hitSteps(world, token, stopped.body.hit.id);
  await hit.step('check-identity');
  expect((await hit.step('not-same', { reason: 'FACE' })).body.status).toBe('NOT_SAME');
  expect((await hit.step('close')).body.status).toBe('CLOSED');

  const again = (await checkAt(world, 'KAZ', NAMESAKE)).body;
  expect(again.outcome).toBe('CLEAR');
  const kept = await world.database.prisma.borderCheck.findUniqueOrThrow({ where: { id: again.checkId } });
  const found = JSON.parse(world.services.vault.decrypt('border_check.found', kept.found ?? Buffer.alloc(0)));
  expect(found.matches).toEqual([expect.objectContaining({ personId, knownDifferent: true })]);
  // Never by name alone, never with another document or birth date, and each state decides for itself.
  const { document: _, ...nameOnly } = NAMESAKE;
  expect(await outcomeOf(nameOnly)).not.toBe('CLEAR');
  expect(await outcomeOf({ ...NAMESAKE, document: { number: 'AN9999991', state: 'KGZ' } })).not.toBe('CLEAR');
  expect(await outcomeOf(NAMESAKE, 'UZB')).not.toBe('CLEAR');

  const owner = world.actor('KGZ', 'INV');
  await world.services.persons.addPart(owner, personId, 'names', {
    type: 'ALIAS_STRONG',
    full: 'Башкаев Окшош',
  } as never);
  expect(await outcomeOf(NAMESAKE)).not.toBe('CLEAR');
  expect(alert.id).toBeTruthy();
});

it('scenario 19: a document that is the person’s own is never remembered, and a memory can be revoked', {
  timeout: 120_000,
}, async () => {
  await makeWanted(world, { family: 'Өздүков', given: 'Жалгыз', document: 'AN1900019' });
  const own = {
    family: 'Өздүков',
    given: 'Жалгыз',
    birthDate: '1980-02-15',
    document: { number: 'AN1900019', state: 'KGZ' },
  };
  const other = { ...own, document: { number: 'AC5550001', state: 'KGZ' } };
  const token = await world.token('KAZ', 'BO2');
  for (const question of [own, other]) {
    const hit = hitSteps(world, token, (await checkAt(world, 'KAZ', question)).body.hit.id);
    await hit.step('check-identity');
    expect((await hit.step('not-same', { reason: 'FINGERPRINT' })).status).toBe(200);
  }
  expect(await outcomeOf(own)).toBe('HIT');
  expect(await outcomeOf(other)).toBe('CLEAR');

  const { items } = (await world.http(token).get('/v1/not-same')).body;
  const pair = items.find(({ reason }: { reason: string }) => reason === 'FINGERPRINT');
  expect(pair).toMatchObject({ reason: 'FINGERPRINT', inForce: true });
  const revoke = async (by: string) =>
    (await world.http(by).post(`/v1/not-same/${pair.id}/revoke`).set('If-Match', `"v${pair.version}"`))
      .status;
  expect(await revoke(token)).toBe(403);
  expect(await revoke(await world.token('UZB', 'BO2'))).toBe(404);
  expect(await revoke(await world.token('KAZ', 'BO2', 'second'))).toBe(200);
  expect(await outcomeOf(other)).not.toBe('CLEAR');
});
