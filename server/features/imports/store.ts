// The rows of imports: files, what became of their records, and remembered mappings.
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { insertMany } from '../../platform/database/many-rows.ts';
import type { ImportStatus } from './contract.ts';

export type ImportFileRow = Prisma.ImportGetPayload<Record<never, never>>;
export type RecordRow = Prisma.ImportRowGetPayload<Record<never, never>>;
export type NewRecordRow = Prisma.ImportRowCreateManyInput;

export interface RowFilter {
  readonly after: number;
  readonly limit: number;
  readonly show: 'ALL' | 'FAULTS' | 'DUPLICATES' | 'LEFT';
}

const SHOWN: Readonly<Record<RowFilter['show'], Prisma.ImportRowWhereInput>> = {
  ALL: {},
  FAULTS: { NOT: { faults: { equals: [] } } },
  DUPLICATES: { hasDuplicates: true },
  LEFT: { fate: { notIn: ['REMOVED'] } },
};

const OPEN: ImportStatus[] = ['RUNNING', 'TAKING_BACK'];

export function createImportStore({ prisma, pool }: Pick<Database, 'prisma' | 'pool'>) {
  return {
    insert: (tx: Tx, data: Prisma.ImportUncheckedCreateInput) => tx.db.import.create({ data }),

    find: (id: string): Promise<ImportFileRow | null> => prisma.import.findUnique({ where: { id } }),

    /** The same bytes of the same agency that were not taken back. */
    findSame: (agencyId: string, kind: string, sha256: string): Promise<ImportFileRow | null> =>
      prisma.import.findFirst({
        where: { agencyId, kind, sha256, status: { notIn: ['TAKING_BACK', 'TAKEN_BACK', 'BROKEN'] } },
        orderBy: { id: 'desc' },
      }),

    list: (
      owner: { state: string; agencyId?: string },
      { limit, after }: { limit: number; after: string | undefined },
    ): Promise<ImportFileRow[]> =>
      prisma.import.findMany({
        where: { ...owner, ...(after && { id: { lt: after } }) },
        orderBy: { id: 'desc' },
        take: limit + 1,
      }),

    /** Holds the import to the end of the transaction: of two workers one waits, and finds the work done. */
    async lock(tx: Tx, id: string): Promise<ImportFileRow | null> {
      await tx.db.$queryRaw`select 1 from import where id = ${id}::uuid for update`;
      return tx.db.import.findUnique({ where: { id } });
    },

    /** @returns false when it is not that version any more */
    async change(tx: Tx, row: { id: string; version: number }, data: Prisma.ImportUncheckedUpdateManyInput) {
      const { count } = await tx.db.import.updateMany({
        where: { id: row.id, version: row.version },
        data: { ...data, version: row.version + 1 },
      });
      return count === 1;
    },

    update: (tx: Tx, id: string, data: Prisma.ImportUncheckedUpdateInput) =>
      tx.db.import.update({ where: { id }, data }),

    insertRows: (tx: Tx, data: NewRecordRow[]) => insertMany(tx, 'import_row', data),

    /**
     * Lets PostgreSQL look at the search rows again when there are half as many more as it knows of: until then it goes on reading all of
     * them for every record, as is right for a few.
     */
    async keepPlans(): Promise<void> {
      const { rows } = await pool.query<{ grown: boolean }>(
        `select s.n_mod_since_analyze > 200 + greatest(c.reltuples, 0) / 2 as grown
         from pg_class c join pg_stat_user_tables s on s.relid = c.oid where c.oid = 'person_search'::regclass`,
      );
      if (rows[0]?.grown) await pool.query('analyze person_search');
    },

    rows: (importId: string, { after, limit, show }: RowFilter): Promise<RecordRow[]> =>
      prisma.importRow.findMany({
        where: { importId, position: { gt: after }, ...SHOWN[show] },
        orderBy: { position: 'asc' },
        take: limit,
      }),

    /** Recorded rows behind a position, for taking back. */
    recorded: (tx: Tx, importId: string, after: number, limit: number) =>
      tx.db.importRow.findMany({
        where: { importId, position: { gt: after }, status: 'IMPORTED' },
        orderBy: { position: 'asc' },
        take: limit,
      }),

    async noteFates(tx: Tx, importId: string, fates: readonly { position: number; fate: string }[]) {
      await tx.db.$executeRaw`
        update import_row r set fate = f.fate
        from unnest(${fates.map(({ position }) => position)}::int[], ${fates.map(({ fate }) => fate)}::text[])
          as f (position, fate)
        where r.import_id = ${importId}::uuid and r.position = f.position`;
    },

    /** Those of the keys under which a record stands that was imported and not taken back. */
    async knownKeys(keys: readonly Buffer[]): Promise<Set<string>> {
      if (keys.length === 0) return new Set();
      const { rows } = await pool.query<{ key: string }>(
        `select encode(source_key, 'hex') as key from import_row r
         where source_key = any($1::bytea[]) and status = 'IMPORTED' and fate is distinct from 'REMOVED'
           and exists (select 1 from person p where p.id = r.person_id)`,
        [keys],
      );
      return new Set(rows.map(({ key }) => key));
    },

    /** Lines of those persons that this import recorded. */
    async linesOf(importId: string, personIds: readonly string[]): Promise<Map<string, number>> {
      const rows = await prisma.importRow.findMany({
        where: { importId, personId: { in: [...personIds] } },
        select: { personId: true, line: true },
      });
      return new Map(rows.map(({ personId, line }) => [personId ?? '', line]));
    },

    mappingOf: (agencyId: string, kind: string, columnsHash: Uint8Array<ArrayBuffer>) =>
      prisma.importMapping.findUnique({
        where: { agencyId_kind_columnsHash: { agencyId, kind, columnsHash } },
      }),

    rememberMapping: (tx: Tx, data: Prisma.ImportMappingUncheckedCreateInput) =>
      tx.db.importMapping.upsert({
        where: {
          agencyId_kind_columnsHash: {
            agencyId: data.agencyId,
            kind: data.kind,
            columnsHash: data.columnsHash,
          },
        },
        create: data,
        update: {
          mapping: data.mapping,
          options: data.options,
          updatedBy: data.updatedBy,
          updatedAt: data.updatedAt,
        },
      }),

    /** Imports in work that no worker has touched since then. */
    stranded: (before: Date) =>
      prisma.import.findMany({
        where: { status: { in: OPEN }, touchedAt: { lt: before } },
        select: { id: true },
        take: 50,
      }),

    /** Files that nobody needs any more. */
    spent: (endedBefore: Date, forgottenBefore: Date) =>
      prisma.import.findMany({
        where: {
          purgedAt: null,
          OR: [{ endedAt: { lt: endedBefore } }, { status: 'RECEIVED', createdAt: { lt: forgottenBefore } }],
        },
        select: { id: true, sha256: true },
        take: 200,
      }),

    /** @returns whether another import still needs the same bytes */
    async needed(sha256: string, exceptId: string): Promise<boolean> {
      const count = await prisma.import.count({ where: { sha256, purgedAt: null, id: { not: exceptId } } });
      return count > 0;
    },
  };
}

export type ImportStore = ReturnType<typeof createImportStore>;
