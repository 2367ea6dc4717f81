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
