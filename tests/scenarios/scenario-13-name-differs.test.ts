// Scenario 13: a passport whose number stands under an arrest alert is a HIT under whatever name, danger flags first.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { arrestDraft, makeOffenceCode, makePerson, publish } from '../support/alert-files.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const MRZ =
  'P<KGZTESTBEKOV<<ZHENISH<<<<<<<<<<<<<<<<<<<<<\r\nAC12345674KGZ8002158M31010122150219801234558\r\n';

it('scenario 13: exact document number, another name: HIT, NAME_DIFFERS, danger flags first', async () => {
  const personId = await makePerson(world, world.actor('KGZ', 'INV'), {
    family: 'Башкаев',
    given: 'Бөтөн',
    birth: '1961-07-08',
    document: 'AC1234567',
  });
  await publish(
    world,
    'KGZ',
    arrestDraft(personId, await makeOffenceCode(world, 'KGZ'), {
      dangerNone: false,
      dangerFlags: [
        { flag: 'ESCAPEE', reason: 'left custody', since: '2026-01-02' },
        { flag: 'ARMED', reason: 'seen with a pistol', since: '2026-01-02' },
      ],
    }),
  );
  const officer = world.http(await world.token('KAZ', 'BO1'));
  const { status, body, text } = await officer.post('/v1/checks').send({ mrz: MRZ, checkpoint: 'Korday' });
  expect([status, body.outcome, body.colour]).toEqual([200, 'HIT', 'RED']);
  expect(body.card.nameDiffers).toBe(true);
  expect(Object.keys(body.card)[0]).toBe('dangerFlags');
  expect(body.card.dangerFlags).toEqual(['ARMED', 'ESCAPEE']);
  expect(body.card.actions.map(({ code }: { code: string }) => code)).toEqual(['A1']);
  expect(body.card.warning).toMatch(/do not announce/i);
  expect(body.card.person.names).toContain('Башкаев Бөтөн');
  expect(body.read).toMatchObject({ number: 'AC1234567', family: 'TESTBEKOV', birthDate: '1980-02-15' });
  // The first line gets a key to the hit and none to the record.
  expect(body.hit).toMatchObject({ version: 1 });
  expect(text).not.toContain(personId);
  const hit = await world.database.prisma.hit.findUniqueOrThrow({ where: { id: body.hit.id } });
  expect(hit).toMatchObject({
    kind: 'MATCH',
    status: 'MATCHED',
    personId,
    band: 'DOCUMENT_HIT',
    state: 'KAZ',
  });
});
