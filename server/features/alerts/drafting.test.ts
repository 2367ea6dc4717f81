// Drafts on a real database: numbers, versions, who sees and who writes, and what is refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  arrestDraft,
  makeOffenceCode,
  makeStranger,
  plainDraft,
} from '../../../tests/support/alert-files.ts';
import { refusalCode, refusalOf } from '../../../tests/support/refusals.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { Problem } from '../../domain/errors.ts';
import { alertChange } from './contract.ts';

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

describe('a draft', () => {
  it('gets a number of its own state and year, a proposed validity and a day of review', async () => {
    const alert = await world.services.alerts.createAlert(inv(), arrestDraft(await someone(), offenceCodeId));
    expect(alert).toMatchObject({
      status: 'DRAFT',
      validFrom: '2026-11-23',
      expiresOn: '2031-11-23',
      reviewDueOn: '2031-05-27',
      endsAt: '2031-11-23T18:00:00.000Z',
      allowed: ['submit'],
      version: 1,
    });
    expect(alert.alertNumber).toMatch(/^KGZ-2026-\d{6}-\d$/);
    expect(await auditTypes(alert.id)).toEqual(['alert.created']);
  });

  it('numbers do not repeat when many write at once', async () => {
    const person = await someone();
    const made = await Promise.all(
      Array.from({ length: 6 }, () =>
        world.services.alerts.createAlert(inv(), arrestDraft(person, offenceCodeId)),
      ),
    );
    expect(new Set(made.map(({ alertNumber }) => alertNumber)).size).toBe(6);
  });

  it('a repeated request makes no second draft', async () => {
    const draft = arrestDraft(await someone(), offenceCodeId);
    const write = () =>
      world.services.alerts.createAlert(world.actor('KGZ', 'INV', { idempotencyKey: 'draft-1' }), draft);
    const first = await write();
    expect(await write()).toEqual(first);
    expect(await world.database.prisma.alert.count({ where: { personId: draft.personId } })).toBe(1);
  });

  it('is refused on a person who does not exist for the writer, as if there were none', async () => {
    const hidden = await someone();
    const stranger = world.actor('KAZ', 'INV');
    const draft = (id: string) => world.services.alerts.createAlert(stranger, plainDraft(id, {}));
    expect(await refusalCode(draft(hidden))).toBe('not-found');
    expect(await refusalCode(draft('01930000-0000-7000-8000-000000000000'))).toBe('not-found');
  });

  it('is refused on the dead, with unknown recipients, offences of another state and impossible days', async () => {
    const person = await someone();
    const kazakh = await makeOffenceCode(world, 'KAZ');
    const problem = await refusalOf(
      world.services.alerts.createAlert(
        inv(),
        arrestDraft(person, kazakh, {
          sharing: 'LISTED',
          sharedWithStates: ['KAZ', 'ZZZ'],
          sharedWithAgencies: ['01930000-0000-7000-8000-000000000000'],
          factsTo: '2020-01-01',
          issuedOn: '2026-11-24',
        }),
      ),
    );
    expect(problem.code).toBe('validation-failed');
    expect(problem.faults.map(({ at, code }) => `${at} ${code}`).sort()).toEqual([
      '/factsTo until-before-from',
      '/issuedOn day-in-future',
      '/offences/0/offenceCodeId unknown-offence-code',
      '/sharedWithAgencies/0 unknown-agency',
      '/sharedWithStates/1 unknown-state',
    ]);
    await world.database.prisma.person.update({ where: { id: person }, data: { deceased: 'CONFIRMED' } });
    const dead = await refusalOf(
      world.services.alerts.createAlert(inv(), arrestDraft(person, offenceCodeId)),
    );
    expect(dead.faults).toEqual([{ at: '/personId', code: 'person-deceased' }]);
  });

  it('is seen by its own agency, its central authority and prosecutor, and by nobody else', async () => {
    const { id } = await world.services.alerts.createAlert(
      inv(),
      arrestDraft(await someone(), offenceCodeId),
    );
    const sees = (...who: Parameters<TestWorld['actor']>) =>
      world.services.alerts.getAlert(world.actor(...who), id).then(
        () => true,
        (error: Problem) => (error.code === 'not-found' ? false : Promise.reject(error)),
      );
    expect(await sees('KGZ', 'INV', { which: 'second' })).toBe(true);
    expect(await sees('KGZ', 'CO')).toBe(true);
    expect(await sees('KGZ', 'PRO')).toBe(true);
    expect(await sees('KGZ', 'DPO')).toBe(true);
    expect(await sees('KGZ', 'INV', { which: 'other' })).toBe(false);
    for (const role of ['INV', 'CO', 'PRO', 'LIA', 'DPO'] as const)
      expect(await sees('KAZ', role)).toBe(false);
  });

  it('is changed by its own agency and state, in the version that was seen, and remembers who wrote', async () => {
    const alert = await world.services.alerts.createAlert(inv(), arrestDraft(await someone(), offenceCodeId));
    const { id } = alert;
    const change = alertChange.parse({
      factsPlace: 'Osh',
      expiresOn: '2030-01-31',
      dangerNone: false,
      dangerFlags: [{ flag: 'ARMED', reason: 'pistol seen', since: '2026-01-10' }],
    });
    const second = world.actor('KGZ', 'INV', { which: 'second' });
    const changed = await world.services.alerts.changeAlert(second, id, 1, change);
    expect(changed).toMatchObject({ version: 2, expiresOn: '2030-01-31', reviewDueOn: '2029-08-04' });
    expect(await refusalCode(world.services.alerts.changeAlert(inv(), id, 1, change))).toBe(
      'version-mismatch',
    );
    const view = await world.services.alerts.getAlert(inv(), id);
    expect(view).toMatchObject({
      factsPlace: 'Osh',
      facts: 'Took a bribe for a licence.',
      dangerFlags: [{ flag: 'ARMED', since: '2026-01-10', expiresOn: '2028-01-10' }],
    });
    expect(view.owner?.transitions.map(({ verb, actorId }) => [verb, actorId])).toEqual([
      ['create', inv().id],
      ['edit', second.id],
    ]);
  });

  it('two who write at once: one of them is told', async () => {
    const { id } = await world.services.alerts.createAlert(
      inv(),
      arrestDraft(await someone(), offenceCodeId),
    );
    const write = (place: string) =>
      world.services.alerts.changeAlert(inv(), id, 1, alertChange.parse({ factsPlace: place })).then(
        () => 'written',
        (error: Problem) => error.code,
      );
    expect((await Promise.all([write('Osh'), write('Naryn')])).sort()).toEqual([
      'version-mismatch',
      'written',
    ]);
  });
});
