// The register of exports, and the choice of the persons that are in one.
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import type { Selection } from './contract.ts';

const PARTS = {
  decisions: { orderBy: { id: 'asc' } },
  downloads: { orderBy: { id: 'asc' } },
} satisfies Prisma.ExportInclude;

export type ExportRow = Prisma.ExportGetPayload<{ include: typeof PARTS }>;

export interface RegisterFilter {
  readonly status?: string | undefined;
  readonly personId?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

// A person exists for a reader through an alert that he may see now, or because his side recorded it.
const CHOICE = `
  select p.id
  from person p
  where p.merged_into_id is null
    and (p.owner_audience && $1::text[] or exists (
      select 1 from alert a where a.person_id = p.id
        and (a.owner_audience && $1::text[] or (a.audience && $1::text[] and a.starts_at <= $2 and $2 < a.ends_at))))
    and ($3::uuid[] is null or p.id = any($3::uuid[]))
    and ($4::char(3) is null or p.source_state = $4::char(3))
    and ($5::text is null or exists (
      select 1 from alert a where a.person_id = p.id and a.type::text = $5
        and (a.owner_audience && $1::text[] or (a.audience && $1::text[] and a.starts_at <= $2 and $2 < a.ends_at))))
    and ($6::date is null or p.created_at >= $6::date)
    and ($7::date is null or p.created_at < $7::date + 1)
  order by p.id
  limit $8`;

export function createExportStore({ prisma, pool }: Pick<Database, 'prisma' | 'pool'>) {
  return {
    /** @returns the persons that the reader may see now and that the selection means */
    async choose(
      { personIds, ownState, alertType, recordedFrom, recordedTo }: Selection,
      reader: { readonly tokens: readonly string[]; readonly state: string; readonly now: Date },
      limit: number,
    ): Promise<string[]> {
      const { rows } = await pool.query<{ id: string }>(CHOICE, [
        ...[reader.tokens, reader.now, personIds ?? null, ownState ? reader.state : null],
        ...[alertType ?? null, recordedFrom ?? null, recordedTo ?? null, limit],
      ]);
      return rows.map(({ id }) => id);
    },

    async nextNumber({ db }: Tx, series: string): Promise<number> {
      const [row] = await db.$queryRaw<{ number: bigint }[]>`
        insert into number_series (name, next) values (${series}, 2)
        on conflict (name) do update set next = number_series.next + 1
        returning next - 1 as number`;
      if (!row) throw new Error('a number series gave no number');
      return Number(row.number);
    },

    async insert(
      tx: Tx,
      data: Prisma.ExportUncheckedCreateInput,
      personIds: readonly string[],
    ): Promise<void> {
      await tx.db.export.create({ data });
      await tx.db.exportPerson.createMany({
        data: personIds.map((personId) => ({ exportId: data.id as string, personId })),
      });
    },

    find: (id: string, state: string): Promise<ExportRow | null> =>
      prisma.export.findFirst({ where: { id, state }, include: PARTS }),

    /** Held to the end of the transaction: two who decide at once decide one after the other. */
    async lock(tx: Tx, id: string): Promise<ExportRow | null> {
      await tx.db.$queryRaw`select 1 from export where id = ${id}::uuid for update`;
      return tx.db.export.findUnique({ where: { id }, include: PARTS });
    },

    list: (state: string, { status, personId, after, limit }: RegisterFilter): Promise<ExportRow[]> =>
      prisma.export.findMany({
        where: {
          state,
          ...(status && { status }),
          ...(personId && { persons: { some: { personId } } }),
          ...(after && { id: { lt: after } }),
        },
        include: PARTS,
        orderBy: { id: 'desc' },
        take: limit,
      }),

    personsOf: async (exportId: string): Promise<string[]> => {
      const rows = await prisma.exportPerson.findMany({
        where: { exportId },
        select: { personId: true },
        orderBy: { personId: 'asc' },
      });
      return rows.map(({ personId }) => personId);
    },

    addDecision: (tx: Tx, data: Prisma.ExportDecisionUncheckedCreateInput) =>
      tx.db.exportDecision.create({ data }),

    addDownload: (tx: Tx, data: Prisma.ExportDownloadUncheckedCreateInput) =>
      tx.db.exportDownload.create({ data }),

    update: (tx: Tx, id: string, data: Prisma.ExportUncheckedUpdateInput) =>
      tx.db.export.update({ where: { id }, data: { ...data, version: { increment: 1 } } }),

    over: (now: Date) =>
      prisma.export.findMany({
        where: { status: { in: ['REQUESTED', 'READY'] }, expiresAt: { lte: now } },
        select: { id: true },
        take: 200,
      }),

    /** Names of accounts, for people who read the register. */
    async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
      const rows = await prisma.user.findMany({
        where: { id: { in: [...new Set(ids)] } },
        select: { id: true, displayName: true },
      });
      return new Map(rows.map(({ id, displayName }) => [id, displayName]));
    },
  };
}
