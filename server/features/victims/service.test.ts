import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkAt, makeWanted } from '../../../tests/support/border.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
}, 120_000);
afterAll(() => world.close());

const VICTIM = {
  family: 'Бейкүнөев',
  given: 'Тынч',
  documents: ['AN8800001'],
  distinguishing: 'Scar on the left hand, 165 cm',
  consentOn: '2026-11-01',
};

test('a victim is recorded by the owner, recognised by second line, and goes with the alert', {
  timeout: 120_000,
}, async () => {
  const { alert } = await makeWanted(world, { family: 'Уурукулов', given: 'Бөтөн', document: 'AN8800001' });
  const owner = world.http(await world.token('KGZ', 'CO', 'second'));
  const path = `/v1/alerts/${alert.id}/victims`;
  expect((await owner.post(path).send({ ...VICTIM, consentOn: '2027-01-01' })).status).toBe(422);
  const created = await owner.post(path).send(VICTIM);
  expect(created.status).toBe(201);
  expect(created.body.code).toMatch(/^\d{3}-\d{3}-\d{4}$/);
  // A partner sees the alert and not the victim.
  const partner = world.http(await world.token('KAZ', 'CO'));
  expect((await partner.get(path)).status).toBe(403);
  const kept = await world.database.prisma.victimOfMisuse.findUniqueOrThrow({
    where: { id: created.body.id },
  });
  expect(Buffer.from(kept.details).includes('Бейкүнөев')).toBe(false);

  const { body } = await checkAt(world, 'KAZ', { document: { number: 'AN8800001', state: 'KGZ' } });
  const recognise = async (state: 'KAZ' | 'UZB', code: string) =>
    world
      .http(await world.token(state, 'BO2'))
      .post(`/v1/hits/${body.hit.id}/recognise-victim`)
      .send({ code });
  expect((await recognise('KAZ', '000-000-0000')).body).toEqual({ recognised: false, victim: null });
  const known = await recognise('KAZ', created.body.code.replaceAll('-', ' '));
  expect(known.body).toMatchObject({ recognised: true, victim: { distinguishing: VICTIM.distinguishing } });
  expect((await recognise('UZB', created.body.code)).status).toBe(404);
  const officer = world.http(await world.token('KAZ', 'BO2'));
  expect((await officer.get(`/v1/hits/${body.hit.id}`)).body.victims).toBe(1);

  await owner
    .post(`/v1/alerts/${alert.id}/withdraw`)
    .set('If-Match', `"v${alert.version}"`)
    .send({ reason: 'ERROR', text: 'Mistaken identity.' });
  expect((await owner.get(path)).status).toBe(404);
  expect(await world.services.victims.purgeVictims()).toBe(1);
  expect(await world.database.prisma.victimOfMisuse.count()).toBe(0);
});
