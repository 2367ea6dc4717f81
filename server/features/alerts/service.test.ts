// Alerts on a real database: what an officer in a hurry, a colleague with the wrong rights and two at once would do.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  addWarrant,
  arrestDraft,
  makeOffenceCode,
  makePerson,
  plainDraft,
  publish,
} from '../../../tests/support/alert-files.ts';
import { agencyId } from '../../../tests/support/people.ts';
import { createTestWorld, START, type TestWorld } from '../../../tests/support/world.ts';
import { borderTokens, readerTokens } from '../../domain/access/audience.ts';
import { Problem, type ProblemCode } from '../../domain/errors.ts';
import { alertChange, alertQuery } from './contract.ts';

let world: TestWorld;
let offenceCodeId: string;

beforeAll(async () => {
  world = await createTestWorld();
  offenceCodeId = await makeOffenceCode(world, 'KGZ');
});
afterAll(() => world.close());

const inv = () => world.actor('KGZ', 'INV');
const co = () => world.actor('KGZ', 'CO');

let names = 0;
/** Somebody whom no other test knows, so that the duplicate check has nothing to say. */
const FAMILIES = [
  'Абасов',
  'Беков',
  'Вахидов',
  'Гафуров',
  'Дюшебаев',
  'Ершов',
  'Жолдошев',
  'Зарипов',
  'Ибраимов',
  'Калыков',
  'Латыпов',
  'Мырзаев',
  'Ниязов',
  'Орозов',
  'Пак',
  'Рысбаев',
  'Сулайманов',
  'Токтоев',
  'Усенов',
  'Фархадов',
  'Хасанов',
  'Цой',
  'Чыныбаев',
  'Шаршенов',
];
const someone = (actor = inv()) => {
  names += 1;
  return makePerson(world, actor, {
    family: FAMILIES[names % FAMILIES.length] ?? 'Эгембердиев',
    birth: `19${50 + (names % 40)}-0${1 + (names % 9)}-1${names % 9}`,
  });
};

async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    () => new Error('nothing was refused'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw error;
  return error;
}

const refusal = async (work: Promise<unknown>): Promise<ProblemCode> => (await problemOf(work)).code;

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

  it('is refused on a person who does not exist for the writer, as if there were none', async () => {
    const hidden = await someone();
    const stranger = world.actor('KAZ', 'INV');
    const draft = (id: string) => world.services.alerts.createAlert(stranger, plainDraft(id, {}));
    expect(await refusal(draft(hidden))).toBe('not-found');
    expect(await refusal(draft('01930000-0000-7000-8000-000000000000'))).toBe('not-found');
  });

  it('is refused on the dead, with unknown recipients, offences of another state and impossible days', async () => {
    const person = await someone();
    const kazakh = await makeOffenceCode(world, 'KAZ');
    const problem = await problemOf(
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
    const dead = await problemOf(
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
    expect(await refusal(world.services.alerts.changeAlert(inv(), id, 1, change))).toBe('version-mismatch');
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

describe('submission and approval', () => {
  it('only who wrote submits; only somebody else of the central authority approves', async () => {
    const { alerts } = world.services;
    let alert = await alerts.createAlert(co(), arrestDraft(await someone(co()), offenceCodeId));
    alert = await addWarrant(world, co(), alert);
    const { id } = alert;
    const second = world.actor('KGZ', 'CO', { which: 'second' });
    expect(await refusal(alerts.takeStep(second, id, alert.version, 'submit', {}))).toBe('forbidden');
    alert = await alerts.takeStep(co(), id, alert.version, 'submit', {});
    const approve = (actor = co()) =>
      alerts.takeStep(actor, id, alert.version, 'approve', { complianceReviewed: true });
    expect(await refusal(approve())).toBe('own-work');
    expect((await approve(second)).status).toBe('ACTIVE');
  });

  it('a hand in the draft is authorship: who corrected it does not approve it', async () => {
    const { alerts } = world.services;
    let alert = await alerts.createAlert(inv(), arrestDraft(await someone(), offenceCodeId));
    alert = await alerts.changeAlert(co(), alert.id, alert.version, alertChange.parse({ factsPlace: 'Osh' }));
    alert = await addWarrant(world, world.actor('KGZ', 'PRO'), alert);
    alert = await alerts.takeStep(inv(), alert.id, alert.version, 'submit', {});
    const words = { complianceReviewed: true };
    for (const actor of [co(), world.actor('KGZ', 'PRO')])
      expect(await refusal(alerts.takeStep(actor, alert.id, alert.version, 'approve', words))).toBe(
        'own-work',
      );
    const second = world.actor('KGZ', 'CO', { which: 'second' });
    expect((await alerts.takeStep(second, alert.id, alert.version, 'approve', words)).status).toBe('ACTIVE');
  });

  it('a submitted alert cannot be rewritten under the eyes of the approver, a returned one can', async () => {
    const { alerts } = world.services;
    let alert = await alerts.createAlert(inv(), arrestDraft(await someone(), offenceCodeId));
    alert = await addWarrant(world, inv(), alert);
    alert = await alerts.takeStep(inv(), alert.id, alert.version, 'submit', {});
    const change = alertChange.parse({ facts: 'other facts' });
    const problem = await problemOf(alerts.changeAlert(inv(), alert.id, alert.version, change));
    expect(problem.code).toBe('transition-not-allowed');
    expect(problem.extra).toEqual({ status: 'SUBMITTED', allowed: [] });
    expect(await refusal(addWarrant(world, inv(), alert))).toBe('transition-not-allowed');
    alert = await alerts.takeStep(co(), alert.id, alert.version, 'return', { reason: 'facts are thin' });
    expect(alert.status).toBe('DRAFT');
    expect((await alerts.changeAlert(inv(), alert.id, alert.version, change)).status).toBe('DRAFT');
  });

  it('approval without the review of compliance lists it; a resolved duplicate opens the gate', async () => {
    const { alerts } = world.services;
    const twin = { family: 'Двойников', given: 'Пример', birth: '1971-07-17' };
    const other = await makePerson(world, inv(), twin);
    const person = await makePerson(world, inv(), twin);
    let alert = await alerts.createAlert(inv(), arrestDraft(person, offenceCodeId));
    alert = await addWarrant(world, inv(), alert);
    alert = await alerts.takeStep(inv(), alert.id, alert.version, 'submit', {});
    const approve = (complianceReviewed: boolean) =>
      alerts.takeStep(co(), alert.id, alert.version, 'approve', { complianceReviewed });
    const problem = await problemOf(approve(false));
    expect(problem.code).toBe('publication-gate');
    expect(problem.faults).toEqual([
      { at: '/review/complianceReviewedBy', code: 'COMPLIANCE_REVIEW_MISSING' },
      { at: '/review/unresolvedDuplicates/0', code: 'DUPLICATE_UNRESOLVED', params: { id: other } },
    ]);
    const gate = await alerts.readGate(co(), alert.id);
    expect(gate).toMatchObject({ openForSubmission: true, openForPublication: false });
    await world.services.persons.decideDuplicate(co(), person, {
      otherId: other,
      same: false,
      reason: 'two people: different fingerprints on file',
    });
    expect((await approve(true)).status).toBe('ACTIVE');
  });

  it('facts of another state do not carry an alert: they may vanish with its own', async () => {
    const { alerts } = world.services;
    const person = await someone();
    await publish(world, 'KGZ', arrestDraft(person, offenceCodeId));
    const author = world.actor('KAZ', 'INV');
    const alert = await alerts.createAlert(author, plainDraft(person, { type: 'LOCATE_WITNESS' }));
    const problem = await problemOf(alerts.takeStep(author, alert.id, alert.version, 'submit', {}));
    expect(problem.faults.map(({ code }) => code)).toEqual(['NAME_MISSING', 'BIRTH_DATE_MISSING']);
  });
});

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
    expect(await refusal(alerts.readGate(world.actor('KAZ', 'INV'), id))).toBe('forbidden');
  });

  it('is ended, suspended or changed by its owner only; partners who see it are refused, others find nothing', async () => {
    const { alerts } = world.services;
    const { id, version } = await publish(world, 'KGZ', arrestDraft(await someone(), offenceCodeId));
    const withdraw = (...who: Parameters<TestWorld['actor']>) =>
      refusal(
        alerts.takeStep(world.actor(...who), id, version, 'withdraw', { withdrawal: 'ERROR', reason: 'x' }),
      );
    expect(await withdraw('KAZ', 'CO')).toBe('forbidden');
    expect(await withdraw('KGZ', 'INV')).toBe('forbidden');
    const change = alertChange.parse({ priority: 1 });
    expect(await refusal(alerts.changeAlert(inv(), id, version, change))).toBe('forbidden');
    expect(await refusal(alerts.changeAlert(world.actor('KAZ', 'PRO'), id, version, change))).toBe(
      'forbidden',
    );
    const { id: hidden } = await publish(
      world,
      'KGZ',
      arrestDraft(await someone(), offenceCodeId, { sharing: 'OWNER_ONLY' }),
    );
    expect(
      await refusal(alerts.takeStep(world.actor('KAZ', 'CO'), hidden, 1, 'suspend', { reason: 'x' })),
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
    expect(await refusal(alerts.getAlert(world.actor('KAZ', 'INV'), id))).toBe('not-found');
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
      expect(await refusal(alerts.takeStep(co(), id, done.version, verb, { reason: 'again' }))).toBe(
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
    expect(await refusal(alerts.getAlert(world.actor('KAZ', 'INV'), alert.id))).toBe('not-found');
    expect((await alerts.getAlert(inv(), alert.id)).status).toBe('SUSPENDED');
    expect(await refusal(alerts.takeStep(dpo, alert.id, alert.version, 'resume', { reason: 'x' }))).toBe(
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
    expect(await refusal(change({ sharedWithStates: ['KAZ', 'UZB'] }))).toBe('validation-failed');
    expect(await refusal(change({ sharing: 'ALL_MEMBERS' }))).toBe('validation-failed');
    const material = await problemOf(change({ facts: 'new facts', actionsOnHit: ['A2'] }));
    expect(material.code).toBe('transition-not-allowed');
    expect(material.faults.map(({ at: pointer }) => pointer)).toEqual(['/actionsOnHit', '/facts']);
    expect(await refusal(change({ dangerFlags: [] }))).toBe('publication-gate');
    expect(await refusal(change({ sharedWithStates: [] }))).toBe('publication-gate');
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
    const problem = await problemOf(renew('2027-01-31'));
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

describe('the list', () => {
  it('pages through a growing list without losing or repeating one', async () => {
    const { alerts } = world.services;
    const actor = world.actor('UZB', 'INV');
    const person = await someone(actor);
    const wanted: string[] = [];
    for (let index = 0; index < 5; index += 1) {
      wanted.push((await alerts.createAlert(actor, plainDraft(person, {}))).id);
      world.clock.advance(1);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await alerts.listAlerts(
        actor,
        alertQuery.parse({ limit: 2, ownState: 'true', ...(cursor && { cursor }) }),
      );
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
      world.clock.advance(1000);
      if (seen.length === 2) await alerts.createAlert(actor, plainDraft(person, {}));
    } while (cursor);
    expect(seen).toEqual([...wanted].reverse());
  });

  it('does not tell partners the day of review through a filter', async () => {
    const { alerts } = world.services;
    const person = await someone();
    const { id } = await publish(
      world,
      'KGZ',
      arrestDraft(person, offenceCodeId, { expiresOn: '2026-12-31' }),
    );
    const list = async (actor: ReturnType<typeof inv>, query: object) =>
      (await alerts.listAlerts(actor, alertQuery.parse({ personId: person, ...query }))).items;
    const partner = world.actor('KAZ', 'CO');
    expect(await list(partner, {})).toMatchObject([{ id, reviewDueOn: null }]);
    expect(await list(partner, { reviewDueBefore: '2027-12-31' })).toEqual([]);
    expect(await list(co(), { reviewDueBefore: '2027-12-31' })).toMatchObject([
      { id, reviewDueOn: '2026-07-04' },
    ]);
    expect(await list(partner, { expiresBefore: '2027-12-31' })).toHaveLength(1);
    expect(await list(partner, { ownState: 'true' })).toEqual([]);
    expect(await list(partner, { status: 'ACTIVE', type: 'ARREST_PROSECUTION' })).toHaveLength(1);
  });

  it('leaves a trace and notes what was disclosed before it answers', async () => {
    const { alerts } = world.services;
    const person = await someone();
    const { id } = await publish(world, 'KGZ', arrestDraft(person, offenceCodeId));
    const reader = world.actor('KAZ', 'INV');
    await alerts.getAlert(reader, id);
    const notes = await world.database.prisma.disclosure.findMany({
      where: { recipientId: reader.id, via: 'DETAIL' },
    });
    expect(
      notes.map(({ personId, alertIds, ownerStates }) => ({ personId, alertIds, ownerStates })),
    ).toContainEqual({
      personId: person,
      alertIds: [id],
      ownerStates: ['KGZ'],
    });
    expect(await auditTypes(id)).toContain('alert.viewed');
  });
});

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

it('readers without an agency or a role of records hold no tokens', () => {
  for (const role of ['BO1', 'NAD', 'SAD', 'AUD', 'SVC'] as const)
    expect(readerTokens(world.actor('KGZ', role))).toEqual([]);
});
