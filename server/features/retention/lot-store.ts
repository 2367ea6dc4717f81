// A lot: records of one kind that go in one transaction, with everything that belongs to each of them. One statement serves all of them.
import type { Tx } from '../../platform/database/database.ts';
import { type ErasedKind, OF, type Of, PLACES } from './places.ts';

/** What an erasure is about: ids by what they name. */
export type Subjects = Readonly<Record<Of, readonly string[]>>;

export interface Lot {
  /** Of all records together. */
  readonly all: Subjects;
  of(record: string): Subjects;
  /** @returns the record to which an id belongs; where it belongs to several, one of them */
  recordOf(id: string): string;
}

interface Belonging {
  readonly owner: string;
  readonly id: string;
}

const belongings = (tx: Tx, sql: string, ids: readonly string[]): Promise<Belonging[]> =>
  ids.length === 0 ? Promise.resolve([]) : tx.db.$queryRawUnsafe<Belonging[]>(sql, [...ids]);

/** Everybody who was ever merged into the person goes with him. */
const FAMILIES = `
  with recursive family (owner, id) as (
    select id, id from unnest($1::uuid[]) as id
    union select f.owner, m.id from person m join family f on m.merged_into_id = f.id)
  select owner::text, id::text from family`;

// Where persons were chosen one by one its words are about them; where by a rule, they stay as long as somebody is in it.
const EXPORTS = `
  select p.person_id::text as owner, e.id::text as id from export_person p join export e on e.id = p.export_id
  where p.person_id = any($1::uuid[]) and (e.selection ->> 'persons' is not null or not exists (
    select 1 from export_person o where o.export_id = e.id and o.person_id <> all($1::uuid[])))`;

const hitsBy = (column: 'person_id' | 'alert_id') =>
  `select ${column}::text as owner, id::text from hit where ${column} = any($1::uuid[])`;

function emptyLot(records: readonly string[]) {
  const own = new Map(
    records.map((id) => [id, Object.fromEntries(OF.map((of) => [of, new Set<string>()]))] as const),
  ) as Map<string, Record<Of, Set<string>>>;
  const owners = new Map<string, string>(records.map((id) => [id, id]));
  const all = (of: Of): string[] => [...new Set([...own.values()].flatMap((one) => [...one[of]]))];
  return {
    all,
    /** Notes what belongs to a record, by way of something that is known to belong to it. */
    add(of: Of, found: readonly Belonging[]): void {
      for (const { owner, id } of found) {
        const record = owners.get(owner);
        if (record === undefined) continue;
        if (!owners.has(id)) owners.set(id, record);
        own.get(record)?.[of].add(id);
      }
    },
    close: (): Lot => ({
      all: Object.fromEntries(OF.map((of) => [of, all(of)])) as unknown as Subjects,
      of: (record) => {
        const sets = own.get(record);
        return Object.fromEntries(OF.map((of) => [of, [...(sets?.[of] ?? [])]])) as unknown as Subjects;
      },
      recordOf: (id) => owners.get(id) ?? records[0] ?? id,
    }),
  };
}

/** Locks what the erasures are about, so that nothing about it changes meanwhile; in one order, so that two never wait for each other. */
export async function lockSubjects(tx: Tx, kind: ErasedKind, ids: readonly string[]): Promise<void> {
  const which =
    kind === 'alert'
      ? 'id in (select person_id from alert where id = any($1::uuid[]))'
      : 'id = any($1::uuid[])';
  const table = { person: 'person', alert: 'person', case: 'extradition_case', 'asset-case': 'asset_case' }[
    kind
  ];
  await tx.db.$queryRawUnsafe(`select 1 from ${table} where ${which} order by id for no key update`, [
    ...ids,
  ]);
}

/** Reads what belongs to the records, which the caller has locked. */
export async function gatherLot(tx: Tx, kind: ErasedKind, ids: readonly string[]): Promise<Lot> {
  const lot = emptyLot(ids);
  const themselves = ids.map((id) => ({ owner: id, id }));
  if (kind === 'case') {
    lot.add('cases', themselves);
    const assistance = await belongings(
      tx,
      `select extradition_case_id::text as owner, id::text from assistance_request
       where extradition_case_id = any($1::uuid[]) and asset_case_id is null`,
      ids,
    );
    lot.add('assistance', assistance);
    return lot.close();
  }
  if (kind === 'asset-case') {
    lot.add('assetCases', themselves);
    const assistance = await belongings(
      tx,
      'select asset_case_id::text as owner, id::text from assistance_request where asset_case_id = any($1::uuid[])',
      ids,
    );
    lot.add('assistance', assistance);
    // A thing that another case still claims stays until that one goes.
    const assets = await belongings(
      tx,
      `select c.asset_case_id::text as owner, c.asset_id::text as id from asset_claim c
       where c.asset_case_id = any($1::uuid[]) and not exists (
         select 1 from asset_claim o join asset_case a on a.id = o.asset_case_id
         where o.asset_id = c.asset_id and a.erased_at is null and a.id <> all($1::uuid[]))`,
      ids,
    );
    lot.add('assets', assets);
    return lot.close();
  }
  if (kind === 'person') {
    lot.add('persons', await belongings(tx, FAMILIES, ids));
    const alerts = await belongings(
      tx,
      'select person_id::text as owner, id::text from alert where person_id = any($1::uuid[])',
      lot.all('persons'),
    );
    lot.add('alerts', alerts);
    lot.add('hits', await belongings(tx, hitsBy('person_id'), lot.all('persons')));
    lot.add('exports', await belongings(tx, EXPORTS, lot.all('persons')));
  } else {
    lot.add('alerts', themselves);
    lot.add('hits', await belongings(tx, hitsBy('alert_id'), ids));
  }
  const checks = await belongings(
    tx,
    'select id::text as owner, check_id::text as id from hit where id = any($1::uuid[])',
    lot.all('hits'),
  );
  lot.add('checks', checks);
  return lot.close();
}

const WARRANT_FILES =
  'select alert_id::text as owner, file_sha256::text as id from warrant where alert_id = any($1::uuid[]) and file_sha256 is not null';
const photosBy = (column: 'person_id' | 'alert_id') =>
  `select ${column}::text as owner, unnest(array[sha256, thumb_sha256])::text as id from photo where ${column} = any($1::uuid[])`;

const FILES: Readonly<Record<ErasedKind, readonly (readonly [Of, string])[]>> = {
  person: [
    ['persons', photosBy('person_id')],
    ['alerts', WARRANT_FILES],
  ],
  alert: [
    ['alerts', photosBy('alert_id')],
    ['alerts', WARRANT_FILES],
  ],
  case: [
    [
      'cases',
      `select f.case_id::text as owner, v.sha256::text as id from case_file_version v
       join case_file f on f.id = v.file_id where f.case_id = any($1::uuid[])`,
    ],
  ],
  'asset-case': [],
};

/** @returns record → digests of the files that its rows name */
export async function filesOf(tx: Tx, kind: ErasedKind, lot: Lot): Promise<Map<string, Set<string>>> {
  const files = new Map<string, Set<string>>();
  for (const [of, sql] of FILES[kind])
    for (const { owner, id } of await belongings(tx, sql, lot.all[of])) {
      const record = lot.recordOf(owner);
      files.set(record, (files.get(record) ?? new Set()).add(id));
    }
  return files;
}

/** Empties every place of the kind. @returns record → place → rows */
export async function emptyPlaces(
  tx: Tx,
  kind: ErasedKind,
  lot: Lot,
): Promise<Map<string, Record<string, number>>> {
  await tx.db.$executeRaw`select set_config('izdoo.erasing', 'on', true)`;
  const counts = new Map<string, Record<string, number>>();
  for (const { place, of, erase } of PLACES[kind]) {
    if (lot.all[of].length === 0) continue;
    for (const { id } of await tx.db.$queryRawUnsafe<{ id: string }[]>(erase, [...lot.all[of]])) {
      const record = lot.recordOf(id);
      const own = counts.get(record) ?? {};
      own[place] = (own[place] ?? 0) + 1;
      counts.set(record, own);
    }
  }
  return counts;
}

const TOMBSTONE: Readonly<Record<ErasedKind, readonly [Of, string] | null>> = {
  person: [
    'persons',
    `update person set erased_at = $2, updated_at = $2, version = version + 1 where id = any($1::uuid[])`,
  ],
  alert: null,
  case: [
    'cases',
    `update extradition_case set erased_at = $2, version = version + 1 where id = any($1::uuid[])`,
  ],
  'asset-case': [
    'assetCases',
    `update asset_case set erased_at = $2, version = version + 1 where id = any($1::uuid[])`,
  ],
};

/** Marks the rows that stay for the numbers. */
export async function markErased(tx: Tx, kind: ErasedKind, lot: Lot): Promise<void> {
  const tombstone = TOMBSTONE[kind];
  if (tombstone !== null) await tx.db.$executeRawUnsafe(tombstone[1], [...lot.all[tombstone[0]]], tx.now);
}

/** @returns record → states whose people were ever shown the person, or took a file with him in it */
export async function shownTo(tx: Tx, lot: Lot): Promise<Map<string, Set<string>>> {
  const shown = await belongings(
    tx,
    `select person_id::text as owner, recipient_state::text as id from disclosure where person_id = any($1::uuid[])
     union select p.person_id::text, e.state::text from export e join export_person p on p.export_id = e.id
       where p.person_id = any($1::uuid[]) and exists (select 1 from export_download d where d.export_id = e.id)`,
    lot.all.persons,
  );
  const states = new Map<string, Set<string>>();
  for (const { owner, id } of shown) {
    const record = lot.recordOf(owner);
    states.set(record, (states.get(record) ?? new Set()).add(id));
  }
  return states;
}

/** @returns those of the persons for whom a line of a passenger list waits: it is asked again without them */
export async function screenedFor(tx: Tx, persons: readonly string[]): Promise<string[]> {
  const found = await belongings(
    tx,
    `select distinct one::text as id, one::text as owner from passenger_line l, unnest(l.found_ids) as one
     where l.found_ids && $1::uuid[] and one = any($1::uuid[])`,
    persons,
  );
  return found.map(({ id }) => id);
}

/** @returns persons of the alerts, each once */
export async function personsOfAlerts(tx: Tx, alerts: readonly string[]): Promise<string[]> {
  const found = await belongings(
    tx,
    'select distinct person_id::text as id, person_id::text as owner from alert where id = any($1::uuid[])',
    alerts,
  );
  return found.map(({ id }) => id);
}
