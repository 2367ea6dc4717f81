// Emergency access as an honest officer, a curious one, and two data-protection officers see it.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AuditLab, createAuditLab } from '../../../tests/support/audit-lab.ts';
import { plantAlert, plantPerson, userActor } from '../../../tests/support/records.ts';
import type { AlertStatus, AlertType } from '../../domain/alerts/vocabulary.ts';
import { type BreakGlassService, createBreakGlassService } from './service.ts';

let lab: AuditLab;
let breakGlass: BreakGlassService;
const reason = 'Armed man at the bus station, the patrol asks now';
const investigator = () => userActor('KGZ', 'INV');

beforeAll(async () => {
  lab = await createAuditLab();
  breakGlass = createBreakGlassService(lab);
});
beforeEach(async () => {
  await lab.reset();
  await lab.pool.query('delete from break_glass');
});
afterAll(() => lab.close());

const later = (minutes: number) => {
  lab.clock.at = new Date(lab.clock.at.getTime() + minutes * 60_000);
};

async function hiddenPerson(type?: AlertType, status?: AlertStatus) {
  const person = await plantPerson(lab.database, 'UZB');
  await plantAlert(lab.database, {
    personId: person.id,
    state: 'UZB',
    ...(type && { type }),
    ...(status && { status }),
  });
  return person;
}

async function traces(type: string) {
  const { rows } = await lab.pool.query<{ outcome: string; data: object; subject: string | null }>(
    'select outcome, data, subject_id as subject from audit_event where type = $1 order by id',
    [type],
  );
  return rows;
}

test('opens one person for thirty minutes, by number as printed, and leaves a trace', async () => {
  const person = await hiddenPerson();
  const actor = investigator();
  const typed = ` ${person.registryNumber.toLowerCase().replaceAll('-', ' ')} `;
  const opened = await breakGlass.open(actor, { registryNumber: typed, reason });
  expect(opened).toMatchObject({
    personId: person.id,
    registryNumber: person.registryNumber,
    actorId: actor.id,
    endsAt: '2026-11-10T08:30:00.123Z',
    reviewDueAt: '2026-11-13T08:00:00.123Z',
    overdue: false,
    version: 1,
  });
  expect(await breakGlass.openFor(actor, lab.clock.at)).toEqual([person.id]);
  expect(await breakGlass.openFor(userActor('KGZ', 'INV', { which: 'second' }), lab.clock.at)).toEqual([]);
  expect(await traces('break-glass.opened')).toEqual([
    { outcome: 'SUCCESS', data: { breakGlassId: opened.id }, subject: person.id },
  ]);
  later(29.9);
  expect(await breakGlass.openFor(actor, lab.clock.at)).toEqual([person.id]);
  later(0.1);
  expect(await breakGlass.openFor(actor, lab.clock.at)).toEqual([]);
});

test('an officer who lost the role meanwhile looks through a closed door', async () => {
  const person = await hiddenPerson();
  await breakGlass.open(investigator(), { personId: person.id, reason });
  expect(await breakGlass.openFor({ ...investigator(), roles: ['BO2'] }, lab.clock.at)).toEqual([]);
});

test('an alert that is withdrawn or ends closes the door at once', async () => {
  const person = await plantPerson(lab.database, 'UZB');
  const endsAt = new Date(lab.clock.at.getTime() + 10 * 60_000);
  await plantAlert(lab.database, { personId: person.id, state: 'UZB', endsAt });
  await breakGlass.open(investigator(), { personId: person.id, reason });
  later(9);
  expect(await breakGlass.openFor(investigator(), lab.clock.at)).toEqual([person.id]);
  later(2);
  expect(await breakGlass.openFor(investigator(), lab.clock.at)).toEqual([]);
});

test.each<[AlertType, AlertStatus]>([
  ['DISCREET_CHECK', 'ACTIVE'],
  ['ASSET_TRACE', 'ACTIVE'],
  ['ARREST_PROSECUTION', 'DRAFT'],
  ['ARREST_PROSECUTION', 'SUSPENDED'],
  ['ARREST_PROSECUTION', 'WITHDRAWN'],
  ['ARREST_PROSECUTION', 'ARCHIVED'],
  ['ARREST_PROSECUTION', 'ERASED'],
])('never opens another state’s %s in status %s, and answers as for nobody', async (type, status) => {
  const { id } = await hiddenPerson(type, status);
  const nobody = '00000000-0000-7000-8000-999999999999';
  const answers = await Promise.all(
    [id, nobody].map((personId) =>
      breakGlass.open(investigator(), { personId, reason }).catch((problem) => ({
        code: problem.code,
        faults: problem.faults,
        extra: problem.extra,
      })),
    ),
  );
  expect(answers[0]).toEqual({ code: 'not-found', faults: [], extra: {} });
  expect(answers[1]).toEqual(answers[0]);
  expect(await traces('access.refused')).toHaveLength(2);
  expect(JSON.stringify(await lab.pool.query('select data from audit_event'))).not.toContain(id);
});

test('an expired alert does not open, whatever its stored status says', async () => {
  const person = await plantPerson(lab.database, 'UZB');
  await plantAlert(lab.database, {
    personId: person.id,
    state: 'UZB',
    endsAt: new Date(lab.clock.at.getTime() - 1),
  });
  await expect(breakGlass.open(investigator(), { personId: person.id, reason })).rejects.toThrow('not-found');
});

test('opens drafts of another agency of the own state, and records of the own state without alerts', async () => {
  const drafted = await plantPerson(lab.database, 'KGZ');
  await plantAlert(lab.database, { personId: drafted.id, state: 'KGZ', status: 'DRAFT' });
  const bare = await plantPerson(lab.database, 'KGZ');
  const other = userActor('KGZ', 'INV', { which: 'other' });
  await breakGlass.open(other, { personId: drafted.id, reason });
  await breakGlass.open(other, { personId: bare.id, reason });
  expect((await breakGlass.openFor(other, lab.clock.at)).sort()).toEqual([drafted.id, bare.id].sort());
});

test('a record merged away opens the one that stands for it', async () => {
  const survivor = await hiddenPerson();
  const middle = await plantPerson(lab.database, 'UZB', { mergedIntoId: survivor.id });
  const absorbed = await plantPerson(lab.database, 'UZB', { mergedIntoId: middle.id });
  const opened = await breakGlass.open(investigator(), { registryNumber: absorbed.registryNumber, reason });
  expect(opened.personId).toBe(survivor.id);
  const later = await hiddenPerson();
  await breakGlass.open(investigator(), { personId: later.id, reason });
  await lab.database.prisma.alert.updateMany({
    where: { personId: later.id },
    data: { personId: survivor.id },
  });
  await lab.database.prisma.person.update({ where: { id: later.id }, data: { mergedIntoId: survivor.id } });
  expect(await breakGlass.openFor(investigator(), lab.clock.at)).toEqual([survivor.id]);
});

test('a curious officer gets five attempts an hour, also when he fires them at once', async () => {
  const person = await hiddenPerson();
  const tries = await Promise.allSettled(
    Array.from({ length: 8 }, (_, number) =>
      breakGlass.open(investigator(), {
        personId: `00000000-0000-7000-8000-99999999990${number}`,
        reason,
      }),
    ),
  );
  const codes = tries.map((one) => (one.status === 'rejected' ? one.reason.code : 'opened')).sort();
  expect(codes).toEqual([
    ...Array<string>(5).fill('not-found'),
    ...Array<string>(3).fill('too-many-requests'),
  ]);
  await expect(breakGlass.open(investigator(), { personId: person.id, reason })).rejects.toMatchObject({
    code: 'too-many-requests',
    extra: { retryAfter: 3_600 },
  });
  // A colleague with a real emergency is not held up.
  await breakGlass.open(userActor('KGZ', 'INV', { which: 'second' }), { personId: person.id, reason });
  later(61);
  await breakGlass.open(investigator(), { personId: person.id, reason });
});

test('a mistyped number is told at once and costs no attempt', async () => {
  const { registryNumber } = await hiddenPerson();
  const wrong = registryNumber.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await expect(breakGlass.open(investigator(), { registryNumber: wrong, reason })).rejects.toMatchObject({
      faults: [{ at: '/registryNumber', code: 'registry-number-mistyped' }],
    });
  }
  await breakGlass.open(investigator(), { registryNumber, reason });
});

test('a repeated request opens once and is answered alike, found or not', async () => {
  const person = await hiddenPerson();
  const body = { personId: person.id, reason };
  const first = await breakGlass.open(userActor('KGZ', 'INV', { idempotencyKey: 'k1' }), body);
  later(1);
  expect(await breakGlass.open(userActor('KGZ', 'INV', { idempotencyKey: 'k1' }), body)).toEqual(first);
  expect(await traces('break-glass.opened')).toHaveLength(1);
  const nobody = { personId: '00000000-0000-7000-8000-999999999999', reason };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const actor = userActor('KGZ', 'INV', { idempotencyKey: 'k2' });
    await expect(breakGlass.open(actor, nobody)).rejects.toThrow('not-found');
  }
});

test('gives notice to the own state and to the state whose data were opened, and to nobody else', async () => {
  const person = await hiddenPerson();
  await plantAlert(lab.database, {
    personId: person.id,
    state: 'KAZ',
    type: 'DISCREET_CHECK',
  });
  const opened = await breakGlass.open(investigator(), { personId: person.id, reason });
  const seenBy = async (state: 'KGZ' | 'UZB' | 'KAZ') =>
    (await breakGlass.list(userActor(state, 'DPO'), { limit: 10 })).items;
  expect(await seenBy('KGZ')).toEqual([opened]);
  expect(await seenBy('UZB')).toEqual([opened]);
  // Its secret alert was not opened, so there is nothing to tell, and nobody learns that it exists.
  expect(await seenBy('KAZ')).toEqual([]);
  expect(JSON.stringify(opened)).not.toContain('KAZ');
  expect(await traces('break-glass.listed')).toHaveLength(3);
});

test('a review is held once, by another person than the one reviewed, on what was seen', async () => {
  const person = await hiddenPerson();
  const opened = await breakGlass.open(investigator(), { personId: person.id, reason });
  const verdict = { justified: true, note: 'The patrol confirms it' };
  const owner = userActor('UZB', 'DPO');
  const himself = userActor('KGZ', 'DPO', { id: investigator().id });
  await expect(breakGlass.review(himself, opened.id, 1, verdict)).rejects.toThrow('own-work');
  await expect(breakGlass.review(userActor('KAZ', 'DPO'), opened.id, 1, verdict)).rejects.toThrow(
    'not-found',
  );
  await expect(breakGlass.review(owner, opened.id, 2, verdict)).rejects.toThrow('version-mismatch');
  const reviewed = await breakGlass.review(owner, opened.id, 1, verdict);
  expect(reviewed).toMatchObject({
    justified: true,
    reviewedBy: owner.id,
    version: 2,
    endsAt: opened.endsAt,
  });
  await expect(breakGlass.review(userActor('KGZ', 'DPO'), opened.id, 2, verdict)).rejects.toThrow('conflict');
  expect((await breakGlass.list(owner, { limit: 10, reviewed: 'true' })).items).toEqual([reviewed]);
  expect((await breakGlass.list(owner, { limit: 10, reviewed: 'false' })).items).toEqual([]);
});

test('of two reviews at once one is held', async () => {
  const person = await hiddenPerson();
  const opened = await breakGlass.open(investigator(), { personId: person.id, reason });
  const results = await Promise.allSettled([
    breakGlass.review(userActor('UZB', 'DPO'), opened.id, 1, { justified: true, note: 'fine' }),
    breakGlass.review(userActor('KGZ', 'DPO'), opened.id, 1, { justified: false, note: 'not fine' }),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await traces('break-glass.reviewed')).toHaveLength(1);
});

test('an access found unjustified while it is open ends at once', async () => {
  const person = await hiddenPerson();
  const opened = await breakGlass.open(investigator(), { personId: person.id, reason });
  later(5);
  await breakGlass.review(userActor('KGZ', 'DPO'), opened.id, 1, { justified: false, note: 'No emergency' });
  expect(await breakGlass.openFor(investigator(), lab.clock.at)).toEqual([]);
});

test('a review that is due is shown as such, and held late it is marked late', async () => {
  const person = await hiddenPerson();
  const opened = await breakGlass.open(investigator(), { personId: person.id, reason });
  later(72 * 60 + 1);
  const [due] = (await breakGlass.list(userActor('UZB', 'DPO'), { limit: 10 })).items;
  expect(due?.overdue).toBe(true);
  const late = await breakGlass.review(userActor('UZB', 'DPO'), opened.id, 1, {
    justified: true,
    note: 'ok',
  });
  expect(late.overdue).toBe(false);
  expect((await traces('break-glass.reviewed'))[0]?.data).toEqual({
    breakGlassId: opened.id,
    justified: true,
    late: true,
  });
});

test('pages stay put while new accesses come in', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => hiddenPerson()));
  for (const person of people) {
    await breakGlass.open(investigator(), { personId: person.id, reason });
    later(1);
  }
  const dpo = userActor('UZB', 'DPO');
  const first = await breakGlass.list(dpo, { limit: 2 });
  const extra = await hiddenPerson();
  await breakGlass.open(investigator(), { personId: extra.id, reason });
  const second = await breakGlass.list(dpo, { limit: 2, cursor: first.nextCursor ?? '' });
  expect([...first.items, ...second.items].map(({ personId }) => personId)).toEqual(
    people.map(({ id }) => id).reverse(),
  );
  expect(second.nextCursor).toBeNull();
});
