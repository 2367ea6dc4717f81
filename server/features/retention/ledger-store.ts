// The tables of the ledger: entries, what they still have to prove, and looking into places again.
import type { Pool } from 'pg';
import type { Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import type { Subjects } from './lot-store.ts';
import type { ErasedKind, Place } from './places.ts';

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

/** An entry with what it still has to prove. */
export interface NewEntry {
  readonly entry: Entry;
  readonly subjects: Subjects;
  readonly files: readonly string[];
}

export async function insertEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  await tx.db.erasure.createMany({
    data: entries.map(({ entry: { id, at, kind, rule, state, places, ...keys } }) => ({
      ...{ id, at, kind, rule, state, places: { ...places } },
      subjectKey: new Uint8Array(keys.subjectKey),
      numberKey: new Uint8Array(keys.numberKey),
    })),
  });
  await tx.db.erasurePending.createMany({
    data: entries.map(({ entry: { id, at }, subjects, files }) => ({
      erasureId: id,
      subjects: { ...subjects } as Record<string, readonly string[]> as Prisma.InputJsonObject,
      files: [...files],
      since: at,
    })),
  });
}

export type Proof = Readonly<Record<string, string>>;

export async function saveProofs(tx: Tx, proofs: ReadonlyMap<string, Proof>): Promise<void> {
  const rows = [...proofs].map(([id, proof]) => ({ id, proof }));
  await tx.db.$executeRaw`
    update erasure e set proof = one.proof, proven_at = ${tx.now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as one (id uuid, proof jsonb) where e.id = one.id`;
  await tx.db.erasurePending.deleteMany({ where: { erasureId: { in: [...proofs.keys()] } } });
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
    /** In the order in which they were erased; what cannot be proved yet holds up nothing that comes later. */
    async pending(after: string | null, limit: number): Promise<Pending[]> {
      const { rows } = await pool.query<Pending>(
        `select p.erasure_id as "erasureId", e.kind, p.subjects, p.files, p.since
         from erasure_pending p join erasure e on e.id = p.erasure_id
         where $1::uuid is null or p.erasure_id > $1 order by p.erasure_id limit $2`,
        [after, limit],
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
    /** Whether any table names the file: every column for digests is asked, also those of tables to come; of many rows by an index. */
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
    /** Persons of whom another installation was told, and whether some have not said yet that they erased them. */
    async otherInstallations(
      persons: readonly string[],
    ): Promise<{ told: ReadonlySet<string>; waiting: boolean }> {
      const { rows } = await pool.query<{ id: string; waiting: boolean }>(
        `select t.thing_id as id, t.live or not exists (
           select 1 from exchange_out_message m where m.peer_id = t.peer_id and m.thing_id = t.thing_id
             and m.kind = 'person.erased' and m.status = 'DELIVERED') as waiting
         from exchange_told t join exchange_peer p on p.id = t.peer_id and p.status <> 'CLOSED'
         where t.thing = 'PERSON' and t.thing_id = any($1::uuid[])`,
        [persons],
      );
      return { told: new Set(rows.map(({ id }) => id)), waiting: rows.some(({ waiting }) => waiting) };
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
