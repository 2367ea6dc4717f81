import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemOf } from '../../../tests/support/problems.ts';
import { placeAlert } from '../../../tests/support/sharing.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { Actor } from '../../domain/access/actor.ts';
import { newId } from '../../platform/ids.ts';
import { type PersonBody, personBody, personPatch } from './contract.ts';

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

describe('recording a person', () => {
  test('the answer is the record, with a registry number of the state and what was made of the input', async () => {
    const person = await create(inv, {
      birthDates: [{ date: '1975-03' }],
      documents: [{ type: 'PASSPORT', number: 'ас 123-45', issuingState: 'KGZ' }],
      marks: [{ kind: 'SCAR', bodyPart: 'left hand', description: 'about 4 cm' }],
    });
    expect(person.registryNumber).toMatch(/^KG-2026-\d{6}-\d$/);
    expect(person.version).toBe(1);
    expect(person.names).toMatchObject([{ full: 'Сыдыков Нурбек Алыевич', script: 'Cyrl', type: 'PRIMARY' }]);
    expect(person.birthDates).toMatchObject([{ date: '1975-03', display: '1975-03-??' }]);
    expect(person.documents).toMatchObject([{ number: 'ас 123-45', normNumber: 'AC12345' }]);
    expect(person.source).toEqual({ state: 'KGZ', agencyId: inv.agencyId, own: true });
    expect(person.warnings).toEqual([]);
    expect(await traces('person.created', person.id)).toHaveLength(1);
  });

  test('numbers of a state and year rise by one, and records made at once get different ones', async () => {
    const made = await Promise.all(Array.from({ length: 5 }, () => create(kazakh)));
    const sequence = made
      .map(({ registryNumber }) => Number(registryNumber.slice(8, 14)))
      .sort((a, b) => a - b);
    expect(new Set(sequence).size).toBe(5);
    expect((sequence[4] as number) - (sequence[0] as number)).toBe(4);
    expect(made[0]?.registryNumber.slice(0, 3)).toBe('KZ-');
  });

  test('what looks wrong but may be true is kept and warned of', async () => {
    const person = await create(inv, {
      names: [{ type: 'PRIMARY', full: 'Сыдыкoв Нурбек' }],
      birthDates: [{ date: '1975-01-01' }],
      nationalIds: [{ scheme: 'KG_PIN', value: '12103197500123' }],
      documents: [{ type: 'ID', number: 'Щ123', issuingState: 'KGZ' }],
    });
    expect(person.warnings.map(({ at, code }) => `${at} ${code}`)).toEqual([
      '/names/0/full MIXED_SCRIPT',
      '/birthDates/0/date FIRST_OF_JANUARY',
      '/documents/0/number UNUSUAL_SIGNS',
      '/nationalIds/0/value BIRTH_DATE_DIFFERS',
      '/nationalIds/0/value SEX_DIFFERS',
    ]);
    expect(person.warnings.every(({ text }) => /^[A-Z1-9].{10,}/.test(text))).toBe(true);
    expect(person.nationalIds).toMatchObject([{ value: '12103197500123' }]);
  });

  test('what cannot be true is refused with every place named, and leaves nothing behind', async () => {
    const count = () => world.database.prisma.person.count();
    const before = await count();
    const refusal = await problemOf(
      create(inv, {
        deceasedOn: '2026-01-01',
        birthCountry: 'ZZZ',
        names: [
          { type: 'ALIAS_WEAK', full: '…' },
          { type: 'NICKNAME', patronymic: 'Алыевич' },
        ],
        birthDates: [
          { date: '1975-02-31' },
          { date: '03/04/1975' },
          { date: '1975', yearFrom: 1980, yearTo: 1985 },
        ],
        nationalities: [{ country: 'QQQ' }],
        documents: [
          { type: 'ID', number: '--', issuingState: 'KGZ', issuedOn: '2026-01-02', expiresOn: '2026-01-01' },
        ],
        marks: [{ kind: 'SCAR', bodyPart: 'hand', description: 'x', alertId: newId() }],
      }),
    );
    expect(refusal.split(' ').slice(1).join(' ').split(', ').sort()).toEqual(
      [
        '/deceasedOn:DEATH_NOT_REPORTED',
        '/names:NO_PRIMARY',
        '/names/0/full:NO_LETTERS',
        '/names/1/full:NEITHER_PARTS_NOR_FULL',
        '/birthDates/0/date:NO_SUCH_DAY',
        '/birthDates/1/date:NOT_A_DATE',
        '/birthDates/2/date:YEAR_OUTSIDE_RANGE',
        '/documents/0/number:EMPTY',
        '/documents/0/expiresOn:ENDS_BEFORE_START',
        '/marks/0/alertId:UNKNOWN_ALERT',
        '/birthCountry:UNKNOWN_COUNTRY',
        '/nationalities/0/country:UNKNOWN_COUNTRY',
      ].sort(),
    );
    expect(await count()).toBe(before);
  });

  test('one primary name per script; spellings of other scripts stand beside it', async () => {
    const latin = { type: 'PRIMARY', full: 'Sydykov Nurbek' } as const;
    const cyrillic = { type: 'PRIMARY', full: 'Сыдыков Нурбек' } as const;
    expect((await create(inv, { names: [cyrillic, latin] })).names).toHaveLength(2);
    expect(await problemOf(create(inv, { names: [cyrillic, latin, cyrillic] }))).toBe(
      'validation-failed /names/2/type:SECOND_PRIMARY_IN_SCRIPT',
    );
  });

  test('the body is strict: members of the registry, machine-made names and empty lists cannot be sent', () => {
    const refused = [
      { ...body(), registryNumber: 'KG-2026-000001-1' },
      { ...body(), sourceState: 'KAZ' },
      { ...body(), names: [] },
      { ...body(), names: [{ type: 'TRANSLITERATED', full: 'X' }] },
      { ...body(), names: [{ type: 'PRIMARY', full: '   ' }] },
      { ...body(), names: [{ type: 'PRIMARY', full: 'X', sourceState: 'KAZ' }] },
      { ...body(), heightCm: 1.5 },
      { ...body(), describedOn: '0001-01-01' },
    ];
    for (const input of refused) expect(personBody.safeParse(input).success).toBe(false);
  });

  test('a repeated request makes one person', async () => {
    const again = () => world.actor('KGZ', 'INV', { idempotencyKey: 'one person' });
    const [first, second] = [await create(again()), await create(again())];
    expect(second).toEqual(first);
    expect(await traces('person.created', first.id)).toHaveLength(1);
  });
});

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

describe('changing what the recording side says', () => {
  test('only what is named changes; null clears; the version counts up', async () => {
    const { id, version } = await create(inv, { heightCm: 178, build: 'SLIM' });
    const patch = personPatch.parse({ heightCm: null, hairColour: 'GREY', describedOn: '2026-03-01' });
    const changed = await world.services.persons.changePerson(inv, id, version, patch);
    expect(changed.version).toBe(2);
    expect(changed.description).toMatchObject({
      heightCm: null,
      build: 'SLIM',
      hairColour: 'GREY',
      describedOn: '2026-03-01',
    });
    expect((await traces('person.changed', id))[0]?.data).toEqual({
      changed: ['describedOn', 'hairColour', 'heightCm'],
    });
    expect(await problemOf(world.services.persons.changePerson(inv, id, version, patch))).toBe(
      'version-mismatch',
    );
  });

  test('of two changes of one version exactly one is carried out', async () => {
    const { id, version } = await create(inv);
    const change = (heightCm: number) =>
      problemOf(world.services.persons.changePerson(inv, id, version, { heightCm }));
    expect((await Promise.all([change(170), change(180)])).sort()).toEqual(['done', 'version-mismatch']);
  });

  test('who sees it may not change it unless his side recorded it', async () => {
    const { id, version } = await create(inv);
    await placeAlert(world, 'KGZ', id);
    const change = (actor: Actor) =>
      problemOf(world.services.persons.changePerson(actor, id, version, { heightCm: 170 }));
    expect(await change(kazakh)).toBe('forbidden');
    expect(await change(world.actor('KGZ', 'INV', { which: 'other' }))).toBe('forbidden');
    expect(await change(world.actor('KGZ', 'LIA'))).toBe('forbidden');
    expect(await change(world.actor('KGZ', 'PRO'))).toBe('done');
  });

  test('a day of death needs a death', async () => {
    const { id, version } = await create(inv);
    const change = (patch: object, at: number) =>
      problemOf(world.services.persons.changePerson(inv, id, at, personPatch.parse(patch)));
    expect(await change({ deceasedOn: '2026-01-01' }, version)).toBe(
      'validation-failed /deceasedOn:DEATH_NOT_REPORTED',
    );
    expect(await change({ deceased: 'REPORTED', deceasedOn: '2026-01-01' }, version)).toBe('done');
    expect(await change({ deceased: 'NO' }, version + 1)).toBe(
      'validation-failed /deceasedOn:DEATH_NOT_REPORTED',
    );
  });
});

describe('duplicates', () => {
  const namesakes = {
    names: [{ type: 'PRIMARY', full: 'Бердибеков Чолпонбай' } as const],
    birthDates: [{ date: '1961-07-09' }],
  };

  test('are found with what the actor may see, kept in the log, and gone when somebody decided', async () => {
    const [one, other, foreign] = [
      await create(inv, namesakes),
      await create(inv, namesakes),
      await create(kazakh, namesakes),
    ];
    const { persons } = world.services;
    const found = async (actor: Actor, id: string) =>
      (await persons.checkDuplicates(actor, id)).items.map(({ personId }) => personId);
    expect(await found(inv, one.id)).toEqual([other.id]);
    expect(await found(kazakh, foreign.id)).toEqual([]);
    expect(await problemOf(persons.checkDuplicates(kazakh, one.id))).toBe('not-found');
    expect((await traces('duplicates.checked', one.id))[0]?.data).toEqual({ candidates: [other.id] });

    const decision = { otherId: other.id, same: false, reason: 'Different fathers' };
    await persons.decideDuplicate(inv, one.id, decision);
    expect(await found(inv, one.id)).toEqual([]);
    expect(await found(inv, other.id)).toEqual([]);
    const [trace] = await traces('duplicates.decided', one.id);
    expect(JSON.stringify(trace?.data)).not.toContain('fathers');
    await persons.decideDuplicate(inv, other.id, { ...decision, otherId: one.id, same: true });
    expect(await world.database.prisma.duplicateDecision.findMany()).toMatchObject([{ same: true }]);
  });

  test('are decided only by those who see both and work on one', async () => {
    const [one, other] = [await create(inv), await create(inv)];
    const decide = (actor: Actor, id: string, otherId: string) =>
      problemOf(world.services.persons.decideDuplicate(actor, id, { otherId, same: false, reason: 'x' }));
    expect(await decide(kazakh, one.id, other.id)).toBe('not-found');
    expect(await decide(inv, one.id, one.id)).toBe('validation-failed /otherId:SAME_RECORD');
    expect(await decide(inv, one.id, newId())).toBe('not-found');
    for (const { id } of [one, other]) await placeAlert(world, 'KGZ', id);
    expect(await decide(kazakh, one.id, other.id)).toBe('forbidden');
  });
});
