// The end of validity: known to every reader by the clock, written down once by whichever worker comes first.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrestDraft, makeOffenceCode, makeStranger, publish } from '../../../tests/support/alert-files.ts';
import { agencyId } from '../../../tests/support/people.ts';
import { createTestWorld, START, type TestWorld } from '../../../tests/support/world.ts';
import { borderTokens } from '../../domain/access/audience.ts';

let world: TestWorld;
let offenceCodeId: string;
beforeAll(async () => {
  world = await createTestWorld();
  offenceCodeId = await makeOffenceCode(world, 'KGZ');
});
afterAll(() => world.close());

const inv = () => world.actor('KGZ', 'INV');
const someone = (actor = inv()) => makeStranger(world, actor);

const auditTypes = async (id: string): Promise<string[]> => {
  const { rows } = await world.database.pool.query<{ type: string }>(
    'select type from audit_event where subject_id = $1 order by id',
    [id],
  );
  return rows.map(({ type }) => type);
};

describe('expiry', () => {
  it('is written once by two workers at once, and every reader knew before', async () => {
    const { alerts } = world.services;
    const person = await someone();
    const { id } = await publish(
      world,
      'KGZ',
      arrestDraft(person, offenceCodeId, { expiresOn: '2026-11-24' }),
    );
    const end = new Date('2026-11-24T18:00:00.000Z');
    const border = borderTokens('KAZ', agencyId('KAZ', 'BORDER'));
    const before = new Date(end.getTime() - 1);
    expect((await alerts.alertsOf([person], border, before)).size).toBe(1);
    expect((await alerts.alertsOf([person], border, end)).size).toBe(0);
    world.clock.set(end);
    expect((await alerts.getAlert(inv(), id)).status).toBe('EXPIRED');
    const stored = () => world.database.prisma.alert.findUniqueOrThrow({ where: { id } });
    expect((await stored()).status).toBe('ACTIVE');
    const counts = await Promise.all([alerts.expireAlerts(end, 100), alerts.expireAlerts(end, 100)]);
    expect(counts[0] + counts[1]).toBe(1);
    expect(await stored()).toMatchObject({ status: 'EXPIRED', endedAt: end, audience: [] });
    expect((await auditTypes(id)).at(-1)).toBe('alert.transition');
    expect(await alerts.expireAlerts(end, 100)).toBe(0);
    world.clock.set(START);
  });

  it('one that cannot be written holds up no other', async () => {
    const { alerts } = world.services;
    const make = async () =>
      (await publish(world, 'KGZ', arrestDraft(await someone(), offenceCodeId, { expiresOn: '2026-11-25' })))
        .id;
    const [broken, sound] = [await make(), await make()];
    // A state without a time zone: nobody can tell when its days end.
    await world.database.prisma.country.create({
      data: { alpha3: 'QQQ', nameKy: 'q', nameRu: 'q', nameKk: 'q', nameEn: 'q', source: 'test' },
    });
    await world.database.prisma.alert.update({ where: { id: broken }, data: { ownerState: 'QQQ' } });
    const late = new Date('2026-11-26T00:00:00Z');
    world.clock.set(late);
    await expect(alerts.expireAlerts(late, 100)).rejects.toBeInstanceOf(AggregateError);
    const { status } = await world.database.prisma.alert.findUniqueOrThrow({ where: { id: sound } });
    expect(status).toBe('EXPIRED');
    world.clock.set(START);
  });
});
