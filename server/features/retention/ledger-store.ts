// The tables of the ledger: entries, what they still have to prove, and the emptying of places.
import type { Pool } from 'pg';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { FAMILY } from './facts-store.ts';
import { type ErasedKind, type Of, PLACES, type Place } from './places.ts';

/** What an erasure is about: ids by what they name. */
export type Subjects = Readonly<Record<Of, readonly string[]>>;

const NONE: Subjects = {
  ...{ persons: [], alerts: [], hits: [], checks: [] },
  ...{ cases: [], assetCases: [], assets: [], assistance: [] },
};

export interface Entry {
  readonly id: string;
  readonly at: Date;
  readonly kind: ErasedKind;
  readonly rule: string;
  readonly state: string;
  readonly subjectKey: Uint8Array;
  readonly numberKey: Uint8Array;
  readonly places: Readonly<Record<string, number>>;
}

export interface EntryRow extends Entry {
  readonly proof: Readonly<Record<string, string>>;
  readonly provenAt: Date | null;
}

export interface Pending {
  readonly erasureId: string;
  readonly kind: ErasedKind;
  readonly subjects: Subjects;
  readonly files: readonly string[];
  readonly since: Date;
}

const COLUMNS = `e.id, e.at, e.kind, e.rule, e.state, e.subject_key as "subjectKey", e.number_key as "numberKey",
  e.places, e.proof, e.proven_at as "provenAt"`;

const column = async (tx: Tx, sql: string, ids: readonly string[]): Promise<string[]> =>
  (await tx.db.$queryRawUnsafe<{ id: string }[]>(sql, [...ids])).map(({ id }) => id);

const HITS = {
  person: 'person_id',
  alert: 'alert_id',
} as const;

/** Reads what belongs to the record, which the caller has locked. */
export async function subjectsOf(tx: Tx, kind: ErasedKind, id: string): Promise<Subjects> {
  if (kind === 'case') {
    const assistance = await column(
      tx,
      'select id::text from assistance_request where extradition_case_id = any($1::uuid[]) and asset_case_id is null',
      [id],
    );
    return { ...NONE, cases: [id], assistance };
  }
  if (kind === 'asset-case') {
    const assistance = await column(
      tx,
      'select id::text from assistance_request where asset_case_id = any($1::uuid[])',
      [id],
    );
    // A thing that another case still claims stays until that one goes.
    const assets = await column(
      tx,
      `select c.asset_id::text as id from asset_claim c where c.asset_case_id = any($1::uuid[]) and not exists (
         select 1 from asset_claim o join asset_case a on a.id = o.asset_case_id
         where o.asset_id = c.asset_id and a.erased_at is null and a.id <> c.asset_case_id)`,
      [id],
    );
    return { ...NONE, assetCases: [id], assistance, assets };
  }
  const persons =
    kind === 'person'
      ? await column(tx, `select unnest(${FAMILY('($1::text[])[1]')})::text as id`, [id])
      : [];
  const alerts =
    kind === 'alert'
      ? [id]
      : await column(tx, 'select id::text from alert where person_id = any($1::uuid[])', persons);
  const owners = kind === 'person' ? persons : alerts;
  const hits = await column(tx, `select id::text from hit where ${HITS[kind]} = any($1::uuid[])`, owners);
  const checks = await column(tx, 'select check_id::text as id from hit where id = any($1::uuid[])', hits);
  return { ...NONE, persons, alerts, hits, checks };
}

const FILES: Readonly<Record<ErasedKind, readonly (readonly [Of, string])[]>> = {
  person: [
    [
      'persons',
      'select unnest(array[sha256, thumb_sha256])::text as id from photo where person_id = any($1::uuid[])',
    ],
    [
      'alerts',
      'select file_sha256::text as id from warrant where alert_id = any($1::uuid[]) and file_sha256 is not null',
    ],
  ],
  alert: [
    [
      'alerts',
      'select unnest(array[sha256, thumb_sha256])::text as id from photo where alert_id = any($1::uuid[])',
    ],
    [
      'alerts',
      'select file_sha256::text as id from warrant where alert_id = any($1::uuid[]) and file_sha256 is not null',
    ],
  ],
  case: [
    [
      'cases',
      `select v.sha256::text as id from case_file_version v join case_file f on f.id = v.file_id
       where f.case_id = any($1::uuid[])`,
    ],
  ],
  'asset-case': [],
};

export async function filesOf(tx: Tx, kind: ErasedKind, subjects: Subjects): Promise<string[]> {
  const found = [];
  for (const [of, sql] of FILES[kind]) found.push(...(await column(tx, sql, subjects[of])));
  return [...new Set(found)];
}

/** Empties every place of the kind. @returns place → rows */
export async function emptyPlaces(
  tx: Tx,
  kind: ErasedKind,
  subjects: Subjects,
  more: readonly Place[],
): Promise<Record<string, number>> {
  await tx.db.$executeRaw`select set_config('izdoo.erasing', 'on', true)`;
  const counts: Record<string, number> = {};
  for (const { place, of, erase } of [...more, ...PLACES[kind]]) {
    if (subjects[of].length === 0) continue;
    const rows = await tx.db.$executeRawUnsafe(erase, [...subjects[of]]);
    if (rows > 0) counts[place] = (counts[place] ?? 0) + rows;
  }
  return counts;
}

const TOMBSTONE: Readonly<Record<ErasedKind, string | null>> = {
  person: `update person set erased_at = $2, updated_at = $2, version = version + 1 where id = any($1::uuid[])`,
  alert: null,
  case: `update extradition_case set erased_at = $2, version = version + 1 where id = any($1::uuid[])`,
  'asset-case': `update asset_case set erased_at = $2, version = version + 1 where id = any($1::uuid[])`,
};

/** Marks the row that stays for the numbers. */
export async function markErased(tx: Tx, kind: ErasedKind, subjects: Subjects): Promise<void> {
  const sql = TOMBSTONE[kind];
  const ids = {
    person: subjects.persons,
    alert: [],
    case: subjects.cases,
    'asset-case': subjects.assetCases,
  }[kind];
  if (sql !== null) await tx.db.$executeRawUnsafe(sql, [...ids], tx.now);
}

/** States whose people were ever shown the person, or took a file with him in it. */
export const shownTo = async (tx: Tx, persons: readonly string[]): Promise<string[]> =>
  column(
    tx,
    `select recipient_state::text as id from disclosure where person_id = any($1::uuid[])
     union select e.state::text from export e join export_person p on p.export_id = e.id
       where p.person_id = any($1::uuid[]) and exists (select 1 from export_download d where d.export_id = e.id)`,
    persons,
  );

export async function insertEntry(tx: Tx, entry: Entry, subjects: Subjects, files: readonly string[]) {
  const { id, at, kind, rule, state, places } = entry;
  const [subjectKey, numberKey] = [new Uint8Array(entry.subjectKey), new Uint8Array(entry.numberKey)];
  await tx.db.erasure.create({ data: { id, at, kind, rule, state, subjectKey, numberKey, places } });
  await tx.db.erasurePending.create({
    data: {
      erasureId: id,
      subjects: { ...subjects } as Record<string, readonly string[]> as Prisma.InputJsonObject,
      files: [...files],
      since: at,
    },
  });
}

export async function saveProof(tx: Tx, erasureId: string, proof: Record<string, string>): Promise<void> {
  await tx.db.erasure.update({ where: { id: erasureId }, data: { proof, provenAt: tx.now } });
  await tx.db.erasurePending.delete({ where: { erasureId } });
}

/** Locks what the erasure is about, so that nothing about it changes meanwhile. */
export async function lockSubject(tx: Tx, kind: ErasedKind, id: string): Promise<void> {
  const person = kind === 'alert' ? '(select person_id from alert where id = $1::uuid)' : '$1::uuid';
  const table = { person: 'person', alert: 'person', case: 'extradition_case', 'asset-case': 'asset_case' }[
    kind
  ];
  await tx.db.$queryRawUnsafe(`select 1 from ${table} where id = ${person} for no key update`, id);
}

export function createLedgerStore(pool: Pool) {
  const read = async (sql: string, values: unknown[]): Promise<EntryRow[]> =>
    (await pool.query<EntryRow>(`select ${COLUMNS} from erasure e ${sql}`, values)).rows;
  return {
    entries: (state: string, before: string | null, limit: number) =>
      read('where e.state = $1 and ($2::uuid is null or e.id < $2) order by e.id desc limit $3', [
        state,
        before,
        limit,
      ]),
    byKey: (state: string, key: Buffer) =>
      read('where e.state = $1 and (e.number_key = $2 or e.subject_key = $2) order by e.id', [state, key]),
    async entry(id: string, state: string | null): Promise<EntryRow | null> {
      return (await read('where e.id = $1 and ($2::text is null or e.state = $2)', [id, state]))[0] ?? null;
    },
    after: (id: string | null, limit: number) =>
      read('where ($1::uuid is null or e.id > $1) order by e.id limit $2', [id, limit]),
    async known(ids: readonly string[]): Promise<Set<string>> {
      const { rows } = await pool.query<{ id: string }>('select id from erasure where id = any($1::uuid[])', [
        ids,
      ]);
      return new Set(rows.map(({ id }) => id));
    },
    async pending(limit: number): Promise<Pending[]> {
      const { rows } = await pool.query<Pending>(
        `select p.erasure_id as "erasureId", e.kind, p.subjects, p.files, p.since
         from erasure_pending p join erasure e on e.id = p.erasure_id order by p.since, p.erasure_id limit $1`,
        [limit],
      );
      return rows;
    },
    async countPending(state: string): Promise<number> {
      const { rows } = await pool.query<{ count: number }>(
        `select count(*)::int as count from erasure_pending p join erasure e on e.id = p.erasure_id where e.state = $1`,
        [state],
      );
      return rows[0]?.count ?? 0;
    },
    /** @returns how many rows the place still holds */
    async left({ left }: Place, ids: readonly string[]): Promise<number> {
      const { rows } = await pool.query<{ left: number }>(left, [ids]);
      return rows[0]?.left ?? 0;
    },
    /** Whether any table names the file: every column for digests of files is asked, also those of tables to come. */
    async isNamed(sha256: string): Promise<boolean> {
      const { rows: columns } = await pool.query<{ table: string; column: string }>(
        `select table_name as table, column_name as column from information_schema.columns
         where table_schema = 'public' and column_name like '%sha256' and table_name <> 'case_manifest'`,
      );
      for (const { table, column: name } of columns) {
        const { rowCount } = await pool.query(`select 1 from "${table}" where "${name}" = $1 limit 1`, [
          sha256,
        ]);
        if (rowCount) return true;
      }
      return false;
    },
    /** Other installations that were told of the persons: how many, and how many have not said yet that they erased them. */
    async otherInstallations(persons: readonly string[]): Promise<{ told: number; waiting: number }> {
      const { rows } = await pool.query<{ told: number; waiting: number }>(
        `select count(*)::int as told, (count(*) filter (where t.live or not exists (
           select 1 from exchange_out_message m where m.peer_id = t.peer_id and m.thing_id = t.thing_id
             and m.kind = 'person.erased' and m.status = 'DELIVERED')))::int as waiting
         from exchange_told t join exchange_peer p on p.id = t.peer_id and p.status <> 'CLOSED'
         where t.thing = 'PERSON' and t.thing_id = any($1::uuid[])`,
        [persons],
      );
      return rows[0] ?? { told: 0, waiting: 0 };
    },
    /** Changes of these rows that the search mirror has not confirmed; none without a mirror. */
    async unconfirmed(ids: readonly string[]): Promise<number> {
      const { rows } = await pool.query<{ count: number }>(
        'select count(*)::int as count from mirror_outbox where entity_id = any($1::uuid[])',
        [ids],
      );
      return rows[0]?.count ?? 0;
    },
  };
}

export type LedgerStore = ReturnType<typeof createLedgerStore>;
