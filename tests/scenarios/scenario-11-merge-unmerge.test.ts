// Scenario 11: given two records of one human, when merged by two persons and later un-merged, then names, alerts and
// history return exactly.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { personBody } from '../../server/features/persons/contract.ts';
import { placeAlert } from '../support/sharing.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const TABLES = [
  'person',
  'person_name',
  'birth_date',
  'nationality',
  'identity_document',
  'national_id',
  'mark',
  'photo',
  'alert',
  'alert_transition',
  'alert_danger_flag',
  'warrant',
  'duplicate_decision',
  'disclosure',
  'break_glass',
  'person_search',
];

/** Every row of every table that speaks of persons. What counts changes up is left out: it only ever grows. */
async function dump(): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of TABLES) {
    const { rows } = await world.database.pool.query<{ row: string }>(
      `select (to_jsonb(t) - 'version' - 'updated_at' - 'person_version')::text as row from ${table} t order by 1`,
    );
    tables[table] = rows.map(({ row }) => row);
  }
  return tables;
}

/** The trace of everything that was done before: it may only grow. */
const history = async (): Promise<string[]> => {
  const { rows } = await world.database.pool.query<{ row: string }>(
    'select to_jsonb(e)::text as row from audit_event e order by id',
  );
  return rows.map(({ row }) => row);
};

async function addPhoto(personId: string, sha: string): Promise<void> {
  const { id: recordedBy, agencyId } = world.actor('KAZ', 'INV');
  await world.database.prisma.photo.create({
    data: {
      personId,
      sha256: sha.repeat(64),
      thumbSha256: sha.repeat(64),
      fileName: 'снимок.jpg',
      mediaType: 'image/jpeg',
      bytes: 1,
      width: 1,
      height: 1,
      isPrimary: true,
      sourceState: 'KAZ',
      sourceAgencyId: agencyId ?? '',
      recordedBy,
    },
  });
}

async function twoRecords() {
  const { persons } = world.services;
  const survivor = await persons.createPerson(
    world.actor('KGZ', 'INV'),
    personBody.parse({
      sex: 'U',
      birthPlace: 'Нарын',
      names: [
        { type: 'PRIMARY', family: 'Токтосунов', given: 'Эркин' },
        { type: 'ALIAS_WEAK', full: 'Эрик' },
      ],
      birthDates: [{ date: '1971' }],
      documents: [{ type: 'PASSPORT', number: 'AC100', issuingState: 'KGZ' }],
    }),
  );
  const absorbed = await persons.createPerson(
    world.actor('KAZ', 'INV'),
    personBody.parse({
      sex: 'M',
      names: [
        { type: 'PRIMARY', full: 'Токтасынов Еркин' },
        { type: 'PRIMARY', full: 'Toktassynov Yerkin' },
        { type: 'ALIAS_STRONG', full: 'Токтосунов Эркин' },
      ],
      birthDates: [{ date: '1971-08-30' }],
      nationalities: [{ country: 'KAZ' }],
      documents: [
        { type: 'PASSPORT', number: 'N200', issuingState: 'KAZ' },
        { type: 'ID', number: 'AC100', issuingState: 'KGZ', sensitivity: 'SECRET' },
      ],
      nationalIds: [{ scheme: 'OTHER', value: '710830300123' }],
      marks: [{ kind: 'SCAR', bodyPart: 'chin', description: 'small' }],
    }),
  );
  await addPhoto(absorbed.id, 'b');
  await placeAlert(world, 'KGZ', survivor.id);
  const alertId = await placeAlert(world, 'KAZ', absorbed.id);
  await persons.addPart(world.actor('KAZ', 'INV'), absorbed.id, 'marks', {
    kind: 'TATTOO',
    bodyPart: 'arm',
    description: 'of the alert',
    alertId,
  } as object);
  return { survivor, absorbed, alertId };
}

async function mergeThem(survivorId: string, absorbedId: string) {
  const { merges } = world.services;
  const proposal = await merges.propose(world.actor('KGZ', 'INV'), {
    survivorId,
    absorbedId,
    reason: 'Same prints',
  });
  return merges.approve(world.actor('KAZ', 'CO'), proposal.id, proposal.version);
}

const search = async (name: string): Promise<string[]> => {
  const { items } = await world.services.search.searchPersons(world.actor('UZB', 'INV'), {
    name,
    limit: 20,
    purpose: { code: 'P1', reference: 'test' },
  } as never);
  return items.map(({ personId }) => personId);
};

test('with nothing changed in between, everything is as it was, and the history only grew', async () => {
  const { survivor, absorbed, alertId } = await twoRecords();
  // A third record takes no part in any of it.
  await twoRecords();
  const uzbek = world.actor('UZB', 'INV');
  await world.services.persons.viewPerson(uzbek, absorbed.id);
  const before = await dump();
  const past = await history();

  const merge = await mergeThem(survivor.id, absorbed.id);
  const merged = await world.services.persons.viewPerson(uzbek, survivor.id);
  expect(merged.names.map(({ full, type }) => `${type} ${full}`).sort()).toEqual([
    'ALIAS_STRONG Токтасынов Еркин',
    'ALIAS_STRONG Токтосунов Эркин',
    'ALIAS_WEAK Эрик',
    'PRIMARY Toktassynov Yerkin',
    'PRIMARY Токтосунов Эркин',
  ]);
  expect(merged.sex).toBe('M');
  expect(merged.alerts.map(({ ownerState }) => ownerState).sort()).toEqual(['KAZ', 'KGZ']);
  expect(merged.photos).toHaveLength(1);
  expect(await search('Toktassynov Yerkin')).toContain(survivor.id);
  expect(await search('Toktassynov Yerkin')).not.toContain(absorbed.id);
  await expect(world.services.persons.viewPerson(uzbek, absorbed.id)).rejects.toMatchObject({
    code: 'not-found',
    extra: { mergedIntoId: survivor.id },
  });
  // The side whose record was absorbed keeps sight of its own secret row.
  const own = await world.services.persons.viewPerson(world.actor('KAZ', 'INV'), survivor.id);
  expect(own.documents.map(({ number }) => number)).toContain('AC100');
  expect(own.alerts.map(({ id }) => id)).toContain(alertId);

  const ledger = async () => (await dump())['disclosure'] ?? [];
  const shownMeanwhile = (await ledger()).filter((row) => !before['disclosure']?.includes(row));
  const undone = await world.services.merges.undo(world.actor('KAZ', 'PRO'), merge.id, merge.version, {
    reason: 'Twins',
  });
  expect(undone).toMatchObject({ status: 'UNDONE', left: [] });
  const after = await dump();
  after['disclosure'] = (after['disclosure'] ?? []).filter((row) => !shownMeanwhile.includes(row));
  expect(after).toEqual(before);
  expect((await history()).slice(0, past.length)).toEqual(past);
  expect(await search('Toktassynov Yerkin')).toContain(absorbed.id);
});

test('what was changed in between keeps its change, is named, and everything else returns', async () => {
  const { persons, merges } = world.services;
  const { survivor, absorbed, alertId } = await twoRecords();
  const before = await dump();
  const merge = await mergeThem(survivor.id, absorbed.id);
  const [kyrgyz, kazakh] = [world.actor('KGZ', 'INV'), world.actor('KAZ', 'INV')];

  const merged = await persons.viewPerson(kazakh, survivor.id);
  const renamed = merged.names.find(({ full }) => full === 'Токтасынов Еркин');
  const removed = merged.documents.find(({ number }) => number === 'N200');
  const edited = merged.nationalities[0];
  let { version } = await persons.changePart(
    kazakh,
    survivor.id,
    'names',
    renamed?.id ?? '',
    merged.version,
    {
      type: 'FORMER',
    } as object,
  );
  ({ version } = await persons.removePart(kazakh, survivor.id, 'documents', removed?.id ?? '', version));
  ({ version } = await persons.changePart(kazakh, survivor.id, 'nationalities', edited?.id ?? '', version, {
    status: 'RENOUNCED',
  } as object));
  await persons.changePerson(kyrgyz, survivor.id, version, { sex: 'F' });
  const mark = { kind: 'MOLE', bodyPart: 'back', description: 'new' };
  const stays = await persons.addPart(kyrgyz, survivor.id, 'marks', mark as object);
  const follows = await persons.addPart(kazakh, survivor.id, 'marks', { ...mark, alertId } as object);

  const undone = await merges.undo(world.actor('KGZ', 'CO'), merge.id, merge.version, { reason: 'Twins' });
  expect(undone.left.map(({ code, kind, id }) => [code, kind, id])).toEqual([
    ['ROW_GONE', 'document', removed?.id],
    ['NAME_TYPE_CHANGED', 'name', renamed?.id],
    ['FIELD_CHANGED', 'person', 'sex'],
  ]);
  const [one, other] = [
    await persons.viewPerson(kyrgyz, survivor.id),
    await persons.viewPerson(kazakh, absorbed.id),
  ];
  expect(one.sex).toBe('F');
  expect(one.marks.map(({ id }) => id)).toEqual([(stays.part as { id: string }).id]);
  expect(other.marks.map(({ id }) => id)).toContain((follows.part as { id: string }).id);
  expect(other.names.find(({ id }) => id === renamed?.id)).toMatchObject({ type: 'FORMER' });
  expect(other.nationalities).toMatchObject([{ status: 'RENOUNCED' }]);
  expect(other.alerts.map(({ id }) => id)).toContain(alertId);

  // Apart from what is named above and the two rows that were touched, every row is where it was.
  const touched = [
    renamed?.id,
    removed?.id,
    edited?.id,
    ...[stays, follows].map(({ part }) => (part as { id: string }).id),
  ];
  const rows = (tables: Record<string, string[]>) =>
    Object.entries(tables)
      .filter(([table]) => table !== 'person' && table !== 'person_search' && table !== 'disclosure')
      .map(([table, all]) => [table, all.filter((row) => !touched.some((id) => id && row.includes(id)))]);
  expect(rows(await dump())).toEqual(rows(before));
});
