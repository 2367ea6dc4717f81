import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemOf } from '../../../tests/support/problems.ts';
import { placeAlert } from '../../../tests/support/sharing.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import { type PersonBody, personBody } from './contract.ts';

let world: TestWorld;
let inv: Actor;
let kazakh: Actor;
beforeAll(async () => {
  world = await createTestWorld();
  inv = world.actor('KGZ', 'INV');
  kazakh = world.actor('KAZ', 'INV');
});
afterAll(() => world.close());

const body = (more: Partial<PersonBody> = {}): PersonBody =>
  personBody.parse({
    sex: 'M',
    names: [{ type: 'PRIMARY', family: 'Сыдыков', given: 'Нурбек', patronymic: 'Алыевич' }],
    ...more,
  });
const create = (actor: Actor, more: Partial<PersonBody> = {}) =>
  world.services.persons.createPerson(actor, body(more));
const traces = (type: string, subjectId: string) =>
  world.database.prisma.auditEvent.findMany({ where: { type, subjectId }, orderBy: { id: 'asc' } });

describe('who sees a person', () => {
  test('without an alert: the recording agency and those who act for the state; nobody else', async () => {
    const { id } = await create(inv);
    const look = (actor: Actor) => problemOf(world.services.persons.viewPerson(actor, id));
    expect(await look(inv)).toBe('done');
    expect(await look(world.actor('KGZ', 'CO'))).toBe('done');
    expect(await look(world.actor('KGZ', 'PRO'))).toBe('done');
    expect(await look(world.actor('KGZ', 'DPO'))).toBe('done');
    expect(await look(world.actor('KGZ', 'INV', { which: 'other' }))).toBe('not-found');
    expect(await look(world.actor('KGZ', 'LIA'))).toBe('not-found');
    expect(await look(kazakh)).toBe('not-found');
    expect(await look(world.actor('KAZ', 'CO'))).toBe('not-found');
    expect(await problemOf(world.services.persons.viewPerson(kazakh, newId()))).toBe('not-found');
  });

  test('an alert shared with all opens the person, row by row, as long as the clock says', async () => {
    const { id } = await create(inv, {
      birthDates: [{ date: '1980-02-15' }],
      birthPlace: 'Ош',
      documents: [
        { type: 'PASSPORT', number: 'AC1', issuingState: 'KGZ', sensitivity: 'RESTRICTED' },
        { type: 'PASSPORT', number: 'AC2', issuingState: 'KGZ', sensitivity: 'SECRET' },
        { type: 'PASSPORT', number: 'AC3', issuingState: 'KGZ' },
      ],
    });
    const alertId = await placeAlert(world, 'KGZ', id, { endsAt: new Date('2026-12-31T18:00:00Z') });
    const seen = await world.services.persons.viewPerson(kazakh, id);
    expect(seen.documents.map(({ number }) => number)).toEqual(['AC3']);
    expect(seen.alerts).toMatchObject([{ id: alertId, status: 'ACTIVE', ownerState: 'KGZ' }]);
    expect(seen.description).toMatchObject({ birthPlace: 'Ош' });
    expect(seen.names[0]?.source).toMatchObject({ own: false, recordedBy: null });
    expect(seen.quality.reasons.map(({ code }) => code)).toContain('DOCUMENT_NUMBER');

    const colleague = await world.services.persons.viewPerson(
      world.actor('KGZ', 'INV', { which: 'other' }),
      id,
    );
    expect(colleague.documents.map(({ number }) => number)).toEqual(['AC1', 'AC3']);
    const own = await world.services.persons.viewPerson(inv, id);
    expect(own.documents.map(({ number }) => number)).toEqual(['AC1', 'AC2', 'AC3']);
    expect((await world.services.persons.viewPerson(world.actor('KGZ', 'CO'), id)).documents).toHaveLength(2);

    world.clock.set('2026-12-31T18:00:00Z');
    expect(await problemOf(world.services.persons.viewPerson(kazakh, id))).toBe('not-found');
    expect((await world.services.persons.viewPerson(inv, id)).alerts).toMatchObject([{ status: 'EXPIRED' }]);
    world.clock.set('2026-11-23T06:00:00Z');
  });

  test('the look is kept with what was shown, and the ledger knows whose data it was', async () => {
    const { id } = await create(inv);
    const alertId = await placeAlert(world, 'KGZ', id);
    await world.services.persons.viewPerson(kazakh, id);
    const [trace] = await traces('person.viewed', id);
    expect(trace).toMatchObject({
      actorId: kazakh.id,
      purposeCode: 'P1',
      data: { alertIds: [alertId], breakGlass: false },
    });
    const notes = await world.database.prisma.disclosure.findMany({ where: { personId: id, via: 'DETAIL' } });
    expect(notes).toMatchObject([
      { alertIds: [alertId], ownerStates: ['KGZ'], recipientState: 'KAZ', recipientId: kazakh.id },
    ]);
  });

  test('a refused look discloses nothing and is not noted as one', async () => {
    const { id } = await create(inv);
    await problemOf(world.services.persons.viewPerson(kazakh, id));
    expect(await traces('person.viewed', id)).toEqual([]);
    expect(await world.database.prisma.disclosure.count({ where: { personId: id } })).toBe(0);
  });

  test('emergency access shows what it opens and says so; it gives no right to write', async () => {
    const { id } = await create(inv, {
      documents: [
        { type: 'PASSPORT', number: 'AC1', issuingState: 'KGZ', sensitivity: 'RESTRICTED' },
        { type: 'PASSPORT', number: 'AC2', issuingState: 'KGZ', sensitivity: 'SECRET' },
      ],
    });
    await placeAlert(world, 'KGZ', id, { sharing: 'OWNER_ONLY' });
    expect(await problemOf(world.services.persons.viewPerson(kazakh, id))).toBe('not-found');
    await world.services.breakGlass.open(kazakh, {
      personId: id,
      reason: 'He stands before me with a weapon',
    });
    const seen = await world.services.persons.viewPerson(kazakh, id);
    expect(seen.breakGlass).toBe(true);
    expect(seen.documents.map(({ number }) => number)).toEqual(['AC1']);
    expect((await traces('person.viewed', id)).at(-1)?.data).toMatchObject({ breakGlass: true });
    expect(
      await problemOf(world.services.persons.addPart(kazakh, id, 'marks', { kind: 'SCAR' } as object)),
    ).toBe('not-found');
    world.clock.advance(31 * 60_000);
    expect(await problemOf(world.services.persons.viewPerson(kazakh, id))).toBe('not-found');
    world.clock.set('2026-11-23T06:00:00Z');
  });
});

describe('lists', () => {
  test('hold what the actor may see, newest first, in pages that inserts do not shift', async () => {
    const uzbek = world.actor('UZB', 'INV');
    const made: string[] = [];
    for (let i = 0; i < 5; i++) {
      world.clock.advance(1_000);
      made.unshift((await create(uzbek)).id);
    }
    const page = (cursor?: string) =>
      world.services.persons.listPersons(uzbek, { limit: 2, cursor, ownState: 'true' } as never);
    const first = await page();
    world.clock.advance(1_000);
    await create(uzbek);
    const second = await page(first.nextCursor as string);
    const third = await page(second.nextCursor as string);
    expect([first, second, third].flatMap(({ items }) => items.map(({ id }) => id))).toEqual(made);
    expect(third.nextCursor).toBeNull();
    expect(await problemOf(page('nonsense'))).toContain('query/cursor');
  });

  test('own and foreign records are told apart, and the list is kept in the log and the ledger', async () => {
    const { id } = await create(inv);
    await placeAlert(world, 'KGZ', id);
    const list = (ownState?: 'true' | 'false') =>
      world.services.persons.listPersons(kazakh, { limit: 200, cursor: undefined, ownState } as never);
    expect((await list('false')).items.map((item) => item.id)).toContain(id);
    expect((await list('true')).items.map((item) => item.id)).not.toContain(id);
    expect((await list()).items.find((item) => item.id === id)).toMatchObject({
      names: [{ type: 'PRIMARY', full: 'Сыдыков Нурбек Алыевич' }],
      source: { state: 'KGZ', own: false },
    });
    expect(await world.database.prisma.disclosure.count({ where: { personId: id, via: 'SEARCH' } })).toBe(2);
    expect(
      await world.database.prisma.auditEvent.count({ where: { type: 'person.listed', actorId: kazakh.id } }),
    ).toBe(3);
  });
});

describe('a list of one who sees little', () => {
  test('reaches what is older than thousands of records that are not his', async () => {
    const uzbek = world.actor('UZB', 'INV', { which: 'other' });
    const { id } = await create(uzbek);
    await world.database.pool.query(`
      insert into person (id, registry_number, source_state, source_agency_id, owner_audience, created_by)
      select ('02000000-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'XX-' || i, 'KAZ', gen_random_uuid(),
             array['a:other#W'], gen_random_uuid()
      from generate_series(1, 5001) i`);
    const list = (ownState?: string) =>
      world.services.persons.listPersons(uzbek, { limit: 50, cursor: undefined, ownState } as never);
    const ids = async (ownState?: string) => (await list(ownState)).items.map((item) => item.id);
    expect(await ids('true')).toEqual([id]);
    expect(await ids()).toContain(id);
    expect(await ids('false')).not.toContain(id);
    await world.database.pool.query(`delete from person where registry_number like 'XX-%'`);
  });
});

describe('the registry number', () => {
  test('finds the one record as it is read from paper, for those who may see it', async () => {
    const { id, registryNumber } = await create(inv);
    const written = registryNumber.toLowerCase().replaceAll('-', ' ');
    const ask = async (actor: Actor, number: string) =>
      (await world.services.persons.listPersons(actor, { limit: 20, registryNumber: number })).items.map(
        (person) => person.id,
      );
    expect(await ask(inv, written)).toEqual([id]);
    expect(await ask(kazakh, registryNumber)).toEqual([]);
    expect(await ask(inv, 'KG-2026-999999-9')).toEqual([]);
    expect(await ask(inv, 'no number')).toEqual([]);
  });
});
