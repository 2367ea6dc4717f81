// Scenario 3: a former name and the new legal one: the zone of either passport finds the man, and both names bear their dates.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkAt, hitSteps, makeWanted } from '../support/border.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const OLD_PASSPORT =
  'P<KGZTESTBEKOV<<ZHENISH<<<<<<<<<<<<<<<<<<<<<\r\nAC12345674KGZ8002158M31010122150219801234558\r\n';
const NEW_PASSPORT =
  'P<KGZTESTBEK<UULU<<JENISH<<<<<<<<<<<<<<<<<<<\r\nPE76543213KGZ8002158M3307010<<<<<<<<<<<<<<<8\r\n';

it('scenario 3: TESTBEK<UULU<<JENISH finds him, and so does TESTBEKOV<<ZHENISH', async () => {
  const { personId } = await makeWanted(world, { family: 'Тестбек уулу', given: 'Жениш' });
  await world.services.persons.addPart(world.actor('KGZ', 'INV'), personId, 'names', {
    type: 'FORMER',
    family: 'Тестбеков',
    given: 'Жениш',
    validFrom: '1996-02-15',
    validTo: '2024-05-31',
  } as never);
  for (const mrz of [NEW_PASSPORT, OLD_PASSPORT]) {
    const { body } = await checkAt(world, 'KAZ', { mrz, checkpoint: 'Korday' });
    expect([mrz, body.outcome]).toEqual([mrz, 'HIT']);
    expect(body.card.person.names).toEqual(expect.arrayContaining(['Тестбек уулу Жениш', 'Тестбеков Жениш']));
    const hit = hitSteps(world, await world.token('KAZ', 'BO2'), body.hit.id);
    const { record } = (await hit.get()).body;
    expect(record).toMatchObject({ personId });
    expect(record.names).toContainEqual(
      expect.objectContaining({
        type: 'FORMER',
        full: 'Тестбеков Жениш',
        validFrom: '1996-02-15',
        validTo: '2024-05-31',
      }),
    );
    expect(record.names).toContainEqual(
      expect.objectContaining({ type: 'PRIMARY', full: 'Тестбек уулу Жениш' }),
    );
  }
});
