// Published alerts: what partners see, who may end them, and that an end counts at once and everywhere.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arrestDraft, makeOffenceCode, makeStranger, publish } from '../../../tests/support/alert-files.ts';
import { agencyId } from '../../../tests/support/people.ts';
import { refusalCode, refusalOf } from '../../../tests/support/refusals.ts';
import { createTestWorld, START, type TestWorld } from '../../../tests/support/world.ts';
import { borderTokens } from '../../domain/access/audience.ts';
import { alertChange } from './contract.ts';

let world: TestWorld;
let offenceCodeId: string;
beforeAll(async () => {
  world = await createTestWorld();
  offenceCodeId = await makeOffenceCode(world, 'KGZ');
});
afterAll(() => world.close());

const inv = () => world.actor('KGZ', 'INV');
const co = () => world.actor('KGZ', 'CO');
const someone = (actor = inv()) => makeStranger(world, actor);

describe('a published alert', () => {
  it('shows partners the shared part only', async () => {
    const { alerts } = world.services;
    const { id } = await publish(
      world,
      'KGZ',
      arrestDraft(await someone(), offenceCodeId, { statusNote: 'inner' }),
    );
    const view = await alerts.getAlert(world.actor('KAZ', 'INV'), id);
    expect(view.owner).toBeNull();
    expect(view).toMatchObject({ status: 'ACTIVE', contact24x7: '+000 000 0000', ownerState: 'KGZ' });
    const text = JSON.stringify(view);
    for (const secret of ['inner', inv().id, co().id, 'asylum', 'compliance'])
      expect(text).not.toContain(secret);
    expect(await refusalCode(alerts.readGate(world.actor('KAZ', 'INV'), id))).toBe('forbidden');
  });

  it('is ended, suspended or changed by its owner only; partners who see it are refused, others find nothing', async () => {
    const { alerts } = world.services;
    const { id, version } = await publish(world, 'KGZ', arrestDraft(await someone(), offenceCodeId));
    const withdraw = (...who: Parameters<TestWorld['actor']>) =>
      refusalCode(
        alerts.takeStep(world.actor(...who), id, version, 'withdraw', { withdrawal: 'ERROR', reason: 'x' }),
      );
    expect(await withdraw('KAZ', 'CO')).toBe('forbidden');
    expect(await withdraw('KGZ', 'INV')).toBe('forbidden');
    const change = alertChange.parse({ priority: 1 });
    expect(await refusalCode(alerts.changeAlert(inv(), id, version, change))).toBe('forbidden');
    expect(await refusalCode(alerts.changeAlert(world.actor('KAZ', 'PRO'), id, version, change))).toBe(
      'forbidden',
    );
    const { id: hidden } = await publish(
      world,
      'KGZ',
      arrestDraft(await someone(), offenceCodeId, { sharing: 'OWNER_ONLY' }),
    );
    expect(
      await refusalCode(alerts.takeStep(world.actor('KAZ', 'CO'), hidden, 1, 'suspend', { reason: 'x' })),
    ).toBe('not-found');
  });

  it('a withdrawal is immediate everywhere, whatever a search row still says', async () => {
    const { alerts } = world.services;
    const person = await someone();
    const { id, version } = await publish(world, 'KGZ', arrestDraft(person, offenceCodeId));
    const tokens = borderTokens('KAZ', agencyId('KAZ', 'BORDER'));
    const found = async () =>
      (await alerts.alertsOf([person], tokens, world.clock.now())).get(person)?.length;
    expect(await found()).toBe(1);
    const done = await alerts.takeStep(co(), id, version, 'withdraw', {
      withdrawal: 'CHARGES_DROPPED',
      reason: 'decision 12/2026',
    });
    expect(done).toMatchObject({ status: 'WITHDRAWN', allowed: [] });
    expect(await found()).toBeUndefined();
    expect(await refusalCode(alerts.getAlert(world.actor('KAZ', 'INV'), id))).toBe('not-found');
    const row = await world.database.prisma.personSearch.findUnique({ where: { personId: person } });
    expect(row?.audience).not.toContain('*');
    const { rows } = await world.database.pool.query(
      "select data, sealed_data is not null as sealed from audit_event where subject_id = $1 and data->>'verb' = 'withdraw'",
      [id],
    );
    expect(rows).toEqual([
      {
        data: { verb: 'withdraw', from: 'ACTIVE', to: 'WITHDRAWN', reason: 'CHARGES_DROPPED' },
        sealed: true,
      },
    ]);
    for (const verb of ['withdraw', 'resume', 'locate', 'renew'] as const)
      expect(await refusalCode(alerts.takeStep(co(), id, done.version, verb, { reason: 'again' }))).toBe(
        'transition-not-allowed',
      );
  });

  it('suspended by the data-protection officer it is hidden from partners and border, and resumed by its owner', async () => {
    const { alerts } = world.services;
    const person = await someone();
    let alert = await publish(world, 'KGZ', arrestDraft(person, offenceCodeId));
    const dpo = world.actor('KGZ', 'DPO');
    alert = await alerts.takeStep(dpo, alert.id, alert.version, 'suspend', { reason: 'complaint 7' });
    expect(alert.status).toBe('SUSPENDED');
    const border = borderTokens('KGZ', agencyId('KGZ', 'BORDER'));
    expect((await alerts.alertsOf([person], border, world.clock.now())).size).toBe(0);
    expect(await refusalCode(alerts.getAlert(world.actor('KAZ', 'INV'), alert.id))).toBe('not-found');
    expect((await alerts.getAlert(inv(), alert.id)).status).toBe('SUSPENDED');
    expect(await refusalCode(alerts.takeStep(dpo, alert.id, alert.version, 'resume', { reason: 'x' }))).toBe(
      'forbidden',
    );
    alert = await alerts.takeStep(co(), alert.id, alert.version, 'resume', { reason: 'complaint refused' });
    expect((await alerts.alertsOf([person], border, world.clock.now())).get(person)?.length).toBe(1);
  });

  it('located it still alarms; executed it does not', async () => {
    const { alerts } = world.services;
    const person = await someone();
    let alert = await publish(world, 'KGZ', arrestDraft(person, offenceCodeId));
    alert = await alerts.takeStep(co(), alert.id, alert.version, 'locate', {});
    const border = borderTokens('UZB', agencyId('UZB', 'BORDER'));
    const read = async () => (await alerts.alertsOf([person], border, world.clock.now())).get(person);
    expect(await read()).toMatchObject([{ isLocated: true, actionsOnHit: ['A1'] }]);
    expect((await alerts.getAlert(world.actor('KAZ', 'INV'), alert.id)).locatedAt).toBe(START);
    alert = await alerts.takeStep(co(), alert.id, alert.version, 'relocate', { reason: 'escaped' });
    expect(await read()).toMatchObject([{ isLocated: false }]);
    alert = await alerts.takeStep(co(), alert.id, alert.version, 'execute', {});
    expect(await read()).toBeUndefined();
    expect(alert.status).toBe('EXECUTED');
  });

  it('takes what makes a hit safer, and can be shown to fewer but not to more', async () => {
    const { alerts } = world.services;
    const person = await someone();
    let alert = await publish(
      world,
      'KGZ',
      arrestDraft(person, offenceCodeId, { sharing: 'LISTED', sharedWithStates: ['KAZ', 'UZB'] }),
    );
    const change = (body: object) =>
      alerts.changeAlert(co(), alert.id, alert.version, alertChange.parse(body));
    const armed = { dangerNone: false, dangerFlags: [{ flag: 'ARMED', reason: 'rifle' }] };
    alert = await change(armed);
    const at = (state: 'KAZ' | 'UZB') => borderTokens(state, agencyId(state, 'BORDER'));
    const read = async (state: 'KAZ' | 'UZB') =>
      (await alerts.alertsOf([person], at(state), world.clock.now())).get(person);
    expect(await read('UZB')).toMatchObject([{ dangerFlags: ['ARMED'] }]);
    alert = await change({ sharedWithStates: ['KAZ'] });
    expect(await read('UZB')).toBeUndefined();
    expect(await read('KAZ')).toHaveLength(1);
    expect(await refusalCode(change({ sharedWithStates: ['KAZ', 'UZB'] }))).toBe('validation-failed');
    expect(await refusalCode(change({ sharing: 'ALL_MEMBERS' }))).toBe('validation-failed');
    const material = await refusalOf(change({ facts: 'new facts', actionsOnHit: ['A2'] }));
    expect(material.code).toBe('transition-not-allowed');
    expect(material.faults.map(({ at: pointer }) => pointer)).toEqual(['/actionsOnHit', '/facts']);
    expect(await refusalCode(change({ dangerFlags: [] }))).toBe('publication-gate');
    expect(await refusalCode(change({ sharedWithStates: [] }))).toBe('publication-gate');
  });

  it('is renewed with a later end and a reason, never by itself', async () => {
    const { alerts } = world.services;
    let alert = await publish(
      world,
      'KGZ',
      arrestDraft(await someone(), offenceCodeId, { expiresOn: '2027-01-31' }),
    );
    const renew = (expiresOn: string) =>
      alerts.takeStep(co(), alert.id, alert.version, 'renew', { expiresOn, reason: 'still at large' });
    const problem = await refusalOf(renew('2027-01-31'));
    expect(problem.faults).toEqual([{ at: '/expiresOn', code: 'not-later' }]);
    alert = await renew('2028-01-31');
    expect(alert).toMatchObject({
      expiresOn: '2028-01-31',
      endsAt: '2028-01-31T18:00:00.000Z',
      status: 'ACTIVE',
    });
  });

  it('a danger flag that nobody renewed warns no longer', async () => {
    const { alerts } = world.services;
    const person = await someone();
    await publish(
      world,
      'KGZ',
      arrestDraft(person, offenceCodeId, {
        dangerNone: false,
        dangerFlags: [
          { flag: 'SUICIDE_RISK', reason: 'r', since: '2024-11-23' },
          { flag: 'VIOLENT', reason: 'r', since: '2026-01-01' },
          { flag: 'ESCAPEE', reason: 'r', since: '2024-11-22' },
        ],
      }),
    );
    const border = borderTokens('KGZ', agencyId('KGZ', 'BORDER'));
    const flags = async (at: string) =>
      (await alerts.alertsOf([person], border, new Date(at))).get(person)?.[0]?.dangerFlags;
    expect(await flags(START)).toEqual(['VIOLENT', 'SUICIDE_RISK']);
    // The day ends at midnight in Bishkek, six hours before midnight in Greenwich.
    expect(await flags('2026-11-23T18:00:00Z')).toEqual(['VIOLENT']);
  });
});
