// The ledger of disclosures: who was shown what, and what each side may learn of it.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type AuditLab, createAuditLab } from '../../../tests/support/audit-lab.ts';
import { plantAlert, plantPerson, userActor } from '../../../tests/support/records.ts';
import { formatRegistryNumber } from '../../domain/persons/registry-number.ts';
import { createDisclosureLedger, type DisclosureLedger } from './service.ts';

let lab: AuditLab;
let ledger: DisclosureLedger;

beforeAll(async () => {
  lab = await createAuditLab();
  ledger = createDisclosureLedger(lab);
});
beforeEach(() => lab.reset());
afterAll(() => lab.close());

const officer = userActor('KGZ', 'INV');

async function shown() {
  const person = await plantPerson(lab.database, 'UZB');
  const uzbek = await plantAlert(lab.database, { personId: person.id, state: 'UZB' });
  const secret = await plantAlert(lab.database, {
    personId: person.id,
    state: 'KAZ',
    type: 'DISCREET_CHECK',
  });
  await ledger.note(officer, 'DETAIL', [
    { personId: person.id, alertIds: [uzbek, secret], ownerStates: ['KAZ', 'UZB'] },
  ]);
  return { person, uzbek, secret };
}

const seenBy = async (state: 'KGZ' | 'KAZ' | 'UZB', personId: string) =>
  (await ledger.list(userActor(state, 'DPO'), { personId, limit: 50 })).items;

test('the recipient’s state sees the whole row', async () => {
  const { person, uzbek, secret } = await shown();
  expect(await seenBy('KGZ', person.id)).toEqual([
    {
      id: expect.any(String),
      at: '2026-11-10T08:00:00.123Z',
      personId: person.id,
      alertIds: [uzbek, secret],
      ownerStates: ['KAZ', 'UZB'],
      recipientId: officer.id,
      recipientAgencyId: officer.agencyId,
      recipientState: 'KGZ',
      via: 'DETAIL',
    },
  ]);
});

test('an owner’s state sees where its own alert went, and nothing of the other owner or the officer', async () => {
  const { person, uzbek, secret } = await shown();
  const [row] = await seenBy('UZB', person.id);
  expect(row).toMatchObject({
    alertIds: [uzbek],
    ownerStates: ['UZB'],
    recipientId: null,
    recipientState: 'KGZ',
  });
  expect(JSON.stringify(row)).not.toContain(secret);
  expect(JSON.stringify(row)).not.toContain('KAZ');
});

test('whoever may not search finds a record by its number as on paper; a typing error is said, an unknown number is empty', async () => {
  const { person } = await shown();
  const dpo = userActor('UZB', 'DPO');
  const asked = (registryNumber: string) => ledger.list(dpo, { registryNumber, limit: 50 });
  const written = ` ${person.registryNumber.toLowerCase().replaceAll('-', ' ')}`;
  expect((await asked(written)).items).toEqual(await seenBy('UZB', person.id));
  const unknown = formatRegistryNumber({ state: 'UZ', year: 2020, sequence: 987_654 });
  expect(await asked(unknown)).toEqual({ items: [], nextCursor: null });
  const mistyped = person.registryNumber.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));
  await expect(asked(mistyped)).rejects.toMatchObject({
    faults: [{ at: 'query/registryNumber', code: 'registry-number-mistyped' }],
  });
});

test('an owner sees its row also where only the alerts were noted', async () => {
  const person = await plantPerson(lab.database, 'UZB');
  const alert = await plantAlert(lab.database, { personId: person.id, state: 'KAZ' });
  await ledger.note(officer, 'CHECK', [{ personId: person.id, alertIds: [alert], ownerStates: [] }]);
  expect(await seenBy('KAZ', person.id)).toMatchObject([{ alertIds: [alert], ownerStates: ['KAZ'] }]);
  expect(await seenBy('UZB', person.id)).toEqual([]);
});

test('what was shown of a record before it was merged away is found under the survivor', async () => {
  const { person } = await shown();
  const survivor = await plantPerson(lab.database, 'UZB');
  await lab.database.prisma.person.update({ where: { id: person.id }, data: { mergedIntoId: survivor.id } });
  expect(await seenBy('UZB', survivor.id)).toHaveLength(1);
});

test('all results of a search are noted in one statement and cannot be changed', async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => plantPerson(lab.database, 'KGZ')));
  await ledger.note(
    officer,
    'SEARCH',
    people.map(({ id }) => ({ personId: id, alertIds: [], ownerStates: ['KGZ'] })),
  );
  for (const { id } of people) expect(await seenBy('KGZ', id)).toHaveLength(1);
  await ledger.note(officer, 'SEARCH', []);
  for (const statement of [
    'delete from disclosure',
    "update disclosure set via = 'X'",
    'truncate disclosure',
  ]) {
    await expect(lab.pool.query(statement)).rejects.toThrow('append-only');
  }
});

test('without a place in the ledger nothing may be shown', async () => {
  const item = { personId: '00000000-0000-7000-8000-000000000009', alertIds: [], ownerStates: [] };
  await expect(ledger.note({ ...officer, agencyId: null }, 'DETAIL', [item])).rejects.toThrow('recipient');
  await expect(ledger.note(officer, 'DETAIL', [{ ...item, personId: 'x' }])).rejects.toThrow();
});

test('pages stay put while new disclosures come in, and looking is itself recorded', async () => {
  const person = await plantPerson(lab.database, 'KGZ');
  const note = () =>
    ledger.note(officer, 'PHOTO', [{ personId: person.id, alertIds: [], ownerStates: ['KGZ'] }]);
  for (let count = 0; count < 5; count += 1) await note();
  const dpo = userActor('KGZ', 'DPO');
  const first = await ledger.list(dpo, { personId: person.id, limit: 3 });
  await note();
  const second = await ledger.list(dpo, { personId: person.id, limit: 3, cursor: first.nextCursor ?? '' });
  const seen = [...first.items, ...second.items].map(({ id }) => id);
  expect(new Set(seen).size).toBe(5);
  expect(second.nextCursor).toBeNull();
  await expect(ledger.list(dpo, { personId: person.id, limit: 3, cursor: 'WyJ4Il0' })).rejects.toMatchObject({
    faults: [{ at: 'query/cursor', code: 'unknown-cursor' }],
  });
  const { rows } = await lab.pool.query(
    "select data, subject_id from audit_event where type = 'disclosure.read'",
  );
  expect(rows).toEqual([
    { data: { count: 3 }, subject_id: person.id },
    { data: { count: 2 }, subject_id: person.id },
  ]);
});
