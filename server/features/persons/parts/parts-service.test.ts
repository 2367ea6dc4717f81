import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { problemOf } from '../../../../tests/support/problems.ts';
import { placeAlert } from '../../../../tests/support/sharing.ts';
import { createTestWorld, type TestWorld } from '../../../../tests/support/world.ts';
import type { Actor } from '../../../domain/access/actor.ts';
import { newId } from '../../../platform/ids.ts';
import { type PersonAnswer, personBody } from '../contract.ts';
import type { PersonService } from '../service.ts';
import { PART_KINDS, PART_MEMBERS, type PartMember } from './part-kinds.ts';

let world: TestWorld;
let persons: PersonService;
let inv: Actor;
let kazakh: Actor;
let person: PersonAnswer;

beforeAll(async () => {
  world = await createTestWorld();
  persons = world.services.persons;
  inv = world.actor('KGZ', 'INV');
  kazakh = world.actor('KAZ', 'INV');
});
afterAll(() => world.close());

beforeEach(async () => {
  person = await persons.createPerson(
    inv,
    personBody.parse({
      sex: 'M',
      names: [{ type: 'PRIMARY', family: 'Сыдыков', given: 'Нурбек' }],
      birthDates: [{ date: '1975-03-21' }],
    }),
  );
});

const SAMPLES: Record<PartMember, { add: object; patch: object; result: object }> = {
  names: {
    add: { type: 'ALIAS_STRONG', full: 'Sydykov N.', mrzForm: 'SYDYKOV<<N', standard: 'FREE' },
    patch: { full: 'Sydykov Nurbek', validFrom: '2020-01-01' },
    result: { full: 'Sydykov Nurbek', mrzForm: 'SYDYKOV<<N', script: 'Latn', validFrom: '2020-01-01' },
  },
  birthDates: {
    add: { date: '1976', yearFrom: 1974, yearTo: 1978, status: 'USED' },
    patch: { date: '1976-05', yearTo: null, confidence: 'LOW' },
    result: { date: '1976-05', yearFrom: 1974, yearTo: null, status: 'USED', confidence: 'LOW' },
  },
  nationalities: {
    add: { country: 'KGZ', validFrom: '1991-12-21' },
    patch: { status: 'RENOUNCED', validTo: '2020-01-01' },
    result: { country: 'KGZ', status: 'RENOUNCED', validFrom: '1991-12-21', validTo: '2020-01-01' },
  },
  documents: {
    add: { type: 'PASSPORT', number: 'АС 77', issuingState: 'KGZ', expiresOn: '2030-01-01' },
    patch: { number: 'ID-99', status: 'STOLEN' },
    result: { number: 'ID-99', normNumber: 'ID99', status: 'STOLEN', expiresOn: '2030-01-01' },
  },
  nationalIds: {
    add: { scheme: 'OTHER', value: 'x 1' },
    patch: { value: 'x-2' },
    result: { scheme: 'OTHER', value: 'x-2', normValue: 'X2' },
  },
  marks: {
    add: { kind: 'TATTOO', bodyPart: 'neck', description: 'a star', language: 'en' },
    patch: { description: 'two stars', language: null },
    result: { kind: 'TATTOO', bodyPart: 'neck', description: 'two stars', language: null },
  },
};

const add = (actor: Actor, member: PartMember, input: object) =>
  persons.addPart(actor, person.id, member, PART_KINDS[member].body.parse(input));
const change = (actor: Actor, member: PartMember, partId: string, version: number, patch: object) =>
  persons.changePart(
    actor,
    person.id,
    member,
    partId,
    version,
    PART_KINDS[member].patch.parse(patch) as object,
  );
const idOf = (answer: { part: object }) => (answer.part as { id: string }).id;

describe.each(PART_MEMBERS)('%s', (member) => {
  const sample = SAMPLES[member];

  test('are added, changed where named, and removed; each step counts the version up and leaves a trace', async () => {
    const added = await add(inv, member, sample.add);
    const partId = idOf(added);
    expect(added.version).toBe(2);
    expect(added.part).toMatchObject(sample.add);
    const changed = await change(inv, member, partId, 2, sample.patch);
    expect(changed.version).toBe(3);
    expect(changed.part).toMatchObject(sample.result);
    const seen = await persons.viewPerson(inv, person.id);
    expect((seen[member] as { id: string }[]).find(({ id }) => id === partId)).toEqual(changed.part);
    expect(await persons.removePart(inv, person.id, member, partId, 3)).toEqual({ version: 4 });
    expect((await persons.viewPerson(inv, person.id))[member]).toHaveLength(person[member].length);
    const { part } = PART_KINDS[member];
    const traces = await world.database.prisma.auditEvent.findMany({
      where: { subjectId: person.id, type: { startsWith: 'person.part' } },
      orderBy: { id: 'asc' },
    });
    expect(traces.map(({ type, data }) => [type, data])).toEqual([
      ['person.part-added', { part, partId }],
      ['person.part-changed', { part, partId }],
      ['person.part-removed', { part, partId }],
    ]);
  });

  test('an empty patch changes nothing but the version', async () => {
    const added = await add(inv, member, sample.add);
    const same = await change(inv, member, idOf(added), 2, {});
    expect(same.part).toEqual(added.part);
  });

  test('belong to their side: the other state adds where it works on an alert, and changes only its own', async () => {
    expect(await problemOf(add(kazakh, member, sample.add))).toBe('not-found');
    await placeAlert(world, 'KGZ', person.id);
    expect(await problemOf(add(kazakh, member, sample.add))).toBe('forbidden');
    await placeAlert(world, 'KAZ', person.id, { status: 'DRAFT', sharing: 'OWNER_ONLY' });
    const [own, foreign] = [await add(inv, member, sample.add), await add(kazakh, member, sample.add)];
    const { version } = foreign;
    expect(await problemOf(change(kazakh, member, idOf(own), version, sample.patch))).toBe('forbidden');
    expect(await problemOf(persons.removePart(kazakh, person.id, member, idOf(own), version))).toBe(
      'forbidden',
    );
    // The draft opens nothing of Kazakhstan's to Kyrgyzstan: the row does not exist there.
    expect(await problemOf(change(inv, member, idOf(foreign), version, sample.patch))).toBe('not-found');
    expect(await problemOf(persons.removePart(inv, person.id, member, idOf(foreign), version))).toBe(
      'not-found',
    );
    const seen = await persons.viewPerson(inv, person.id);
    expect((seen[member] as { id: string }[]).map(({ id }) => id)).not.toContain(idOf(foreign));
    expect((await change(kazakh, member, idOf(foreign), version, sample.patch)).part).toMatchObject(
      sample.result,
    );
  });

  test('an old version is refused, and so is a row of another person', async () => {
    const added = await add(inv, member, sample.add);
    expect(await problemOf(change(inv, member, idOf(added), 1, sample.patch))).toBe('version-mismatch');
    expect(await problemOf(persons.removePart(inv, person.id, member, idOf(added), 1))).toBe(
      'version-mismatch',
    );
    const other = await persons.createPerson(
      inv,
      personBody.parse({ sex: 'U', names: [{ type: 'PRIMARY', full: 'Асанов' }] }),
    );
    expect(await problemOf(persons.removePart(inv, other.id, member, idOf(added), other.version))).toBe(
      'not-found',
    );
    expect(await problemOf(persons.removePart(inv, person.id, member, newId(), added.version))).toBe(
      'not-found',
    );
  });
});

describe('names of a person', () => {
  test('one primary per script and state; the recording state keeps one', async () => {
    const primary = { type: 'PRIMARY', full: 'Сыдыков Нурбек Алыевич' };
    expect(await problemOf(add(inv, 'names', primary))).toBe(
      'validation-failed /type:SECOND_PRIMARY_IN_SCRIPT',
    );
    const [first] = person.names;
    expect(await problemOf(persons.removePart(inv, person.id, 'names', first?.id ?? '', 1))).toBe(
      'conflict :NO_PRIMARY',
    );
    expect(await problemOf(change(inv, 'names', first?.id ?? '', 1, { type: 'FORMER' }))).toBe(
      'validation-failed /type:NO_PRIMARY',
    );
    await placeAlert(world, 'KAZ', person.id);
    const theirs = await add(kazakh, 'names', primary);
    expect(await problemOf(persons.removePart(kazakh, person.id, 'names', idOf(theirs), 2))).toBe('done');
    const latin = await add(inv, 'names', { type: 'PRIMARY', full: 'Sydykov Nurbek' });
    expect(await problemOf(persons.removePart(inv, person.id, 'names', first?.id ?? '', latin.version))).toBe(
      'done',
    );
  });

  test('a text made of the parts follows them, a text of the source stays', async () => {
    const [made] = person.names;
    const changed = await change(inv, 'names', made?.id ?? '', 1, { patronymic: 'Алыевич' });
    expect(changed.part).toMatchObject({ full: 'Сыдыков Нурбек Алыевич' });
    const written = await add(inv, 'names', { type: 'FORMER', full: 'НУРБЕК Сыдыков', family: 'Сыдыков' });
    const kept = await change(inv, 'names', idOf(written), written.version, { given: 'Нурбек' });
    expect(kept.part).toMatchObject({ full: 'НУРБЕК Сыдыков', given: 'Нурбек' });
  });

  test('a machine-made spelling is seen and not touched', async () => {
    const id = newId();
    await world.database.prisma.personName.create({
      data: {
        id,
        personId: person.id,
        type: 'TRANSLITERATED',
        full: 'Sydykov Nurbek',
        script: 'Latn',
        sourceState: 'KGZ',
        sourceAgencyId: inv.agencyId ?? '',
        recordedBy: inv.id,
      },
    });
    expect(await problemOf(change(inv, 'names', id, 1, { full: 'X' }))).toBe('forbidden :MACHINE_MADE');
    expect(await problemOf(persons.removePart(inv, person.id, 'names', id, 1))).toBe(
      'forbidden :MACHINE_MADE',
    );
    expect(PART_KINDS.names.body.safeParse({ type: 'TRANSLITERATED', full: 'X' }).success).toBe(false);
  });
});

describe('rows bound to an alert', () => {
  test('only to an alert of the own state on this person; who does not see the alert does not see the row', async () => {
    const shared = await placeAlert(world, 'KGZ', person.id);
    const hidden = await placeAlert(world, 'KGZ', person.id, { sharing: 'OWNER_ONLY' });
    const theirs = await placeAlert(world, 'KAZ', person.id);
    const mark = (alertId: string) => ({ ...SAMPLES.marks.add, alertId });
    expect(await problemOf(add(inv, 'marks', mark(theirs)))).toBe('validation-failed /alertId:UNKNOWN_ALERT');
    expect(await problemOf(add(inv, 'marks', mark(newId())))).toBe(
      'validation-failed /alertId:UNKNOWN_ALERT',
    );
    const [open, closed] = [await add(inv, 'marks', mark(shared)), await add(inv, 'marks', mark(hidden))];
    const uzbek = await persons.viewPerson(world.actor('UZB', 'INV'), person.id);
    expect(uzbek.marks.map(({ id }) => id)).toEqual([idOf(open)]);
    expect((await persons.viewPerson(inv, person.id)).marks.map(({ id }) => id)).toContain(idOf(closed));
  });
});

describe('the search row', () => {
  const row = () => world.database.prisma.personSearch.findUniqueOrThrow({ where: { personId: person.id } });

  test('is made in the same transaction as every change', async () => {
    const before = await row();
    const added = await add(inv, 'documents', { type: 'ID', number: 'ID 1', issuingState: 'KGZ' });
    expect(await row()).toMatchObject({ personVersion: 2, exact: ['D:ID1'] });
    await change(inv, 'documents', idOf(added), 2, { number: 'ID 2' });
    expect(await row()).toMatchObject({ personVersion: 3, exact: ['D:ID2'] });
    await persons.removePart(inv, person.id, 'documents', idOf(added), 3);
    const { personVersion, ...after } = await row();
    expect(personVersion).toBe(4);
    expect({ ...after, personVersion: 1 }).toEqual(before);
    const names = await add(inv, 'names', { type: 'ALIAS_STRONG', full: 'Zhumabaev Azamat' });
    expect((await row()).keys.length).toBeGreaterThan(before.keys.length);
    expect((await row()).names as object[]).toHaveLength(2);
    expect(idOf(names)).toBeTruthy();
  });

  test('nothing is written when the change fails', async () => {
    const before = await row();
    await problemOf(add(inv, 'names', { type: 'PRIMARY', full: 'Второй' }));
    expect(await row()).toEqual(before);
  });

  test('of many changes at once none is missing from it', async () => {
    await Promise.all([
      ...Array.from({ length: 6 }, (_, i) =>
        add(inv, 'documents', { type: 'ID', number: `N${i}`, issuingState: 'KGZ' }),
      ),
      placeAlert(world, 'KAZ', person.id, { sharing: 'OWNER_ONLY' }),
      placeAlert(world, 'UZB', person.id, { sharing: 'OWNER_ONLY' }),
    ]);
    const now = await row();
    expect([...now.exact].sort()).toEqual(['D:N0', 'D:N1', 'D:N2', 'D:N3', 'D:N4', 'D:N5']);
    expect(now.personVersion).toBe(7);
    const before = structuredClone(now);
    await world.database.transaction(inv, async (tx) => {
      await persons.refreshSearch(tx, person.id);
      tx.audit({ type: 'person.changed', data: { changed: [] } });
    });
    expect(await row()).toEqual(before);
  });
});
