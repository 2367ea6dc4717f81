// Rows of passenger lists and their lines, as people read and change them.
import type { ListState } from '../../domain/passengers/list-state.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

export type ListRow = Prisma.PassengerListGetPayload<Record<never, never>>;
export type LineRow = Prisma.PassengerLineGetPayload<Record<never, never>>;

export interface NewLine {
  readonly id: string;
  readonly position: number;
  readonly line: number;
  readonly lineKey: Buffer;
  readonly traveller: Buffer;
  readonly keys: readonly number[];
  readonly exact: readonly string[];
}

/** Lines that tell something; the others need no second look when somebody asks for findings. */
export interface Counted {
  readonly screened: number;
  readonly found: readonly { readonly found: Uint8Array; readonly review: string | null }[];
}

export interface ListFilter {
  readonly status?: ListState | undefined;
  readonly checkpoint?: string | undefined;
  readonly carrier?: string | undefined;
  readonly number?: string | undefined;
  readonly date?: string | undefined;
}

export function createListStore({ prisma, pool }: Pick<Database, 'prisma' | 'pool'>) {
  return {
    findByContent: (
      agencyId: string,
      contentHash: Uint8Array<ArrayBuffer>,
      tx?: Tx,
    ): Promise<ListRow | null> =>
      (tx?.db ?? prisma).passengerList.findUnique({
        where: { agencyId_contentHash: { agencyId, contentHash } },
      }),

    /** @returns false when the same content came a moment ago */
    async insert(tx: Tx, data: Prisma.PassengerListCreateManyInput): Promise<boolean> {
      const { count } = await tx.db.passengerList.createMany({ data, skipDuplicates: true });
      return count === 1;
    },

    /** Lines that the flight has already are left out. @returns how many are new */
    async insertLines(tx: Tx, listId: string, lines: readonly NewLine[]): Promise<number> {
      if (lines.length === 0) return 0;
      const { count } = await tx.db.passengerLine.createMany({
        data: lines.map(({ lineKey, traveller, keys, exact, ...rest }) => ({
          ...rest,
          listId,
          keys: [...keys],
          exact: [...exact],
          lineKey: new Uint8Array(lineKey),
          traveller: new Uint8Array(traveller),
          foundIds: [],
        })),
        skipDuplicates: true,
      });
      return count;
    },

    noteRepeated: (tx: Tx, id: string, lineCount: number, repeatedCount: number) =>
      tx.db.passengerList.update({ where: { id }, data: { lineCount, repeatedCount } }),

    find: (id: string, state: string): Promise<ListRow | null> =>
      prisma.passengerList.findFirst({ where: { id, state } }),

    list: (
      state: string,
      { date, ...filter }: ListFilter,
      { limit, after }: { limit: number; after: string | undefined },
    ): Promise<ListRow[]> => {
      const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
      return prisma.passengerList.findMany({
        where: {
          state,
          ...given,
          ...(date && { flightDate: new Date(date) }),
          ...(after && { id: { lt: after } }),
        },
        orderBy: { id: 'desc' },
        take: limit + 1,
      });
    },

    /** @returns false when it is not that version any more */
    async change(
      tx: Tx,
      { id, version }: { id: string; version: number },
      data: Prisma.PassengerListUncheckedUpdateManyInput,
    ): Promise<boolean> {
      const { count } = await tx.db.passengerList.updateMany({
        where: { id, version },
        data: { ...data, version: version + 1 },
      });
      return count === 1;
    },

    clearNews: (tx: Tx, listId: string) =>
      tx.db.passengerLine.updateMany({ where: { listId, isNews: true }, data: { isNews: false } }),

    async counts(listIds: readonly string[]): Promise<Map<string, Counted>> {
      const { rows } = await pool.query<{ id: string; screened: number; found: Counted['found'] | null }>(
        `select list_id as id, count(screened_at)::int as screened,
           json_agg(json_build_object('found', encode(found, 'base64'), 'review', review))
             filter (where found is not null) as found
         from passenger_line where list_id = any($1::uuid[]) group by list_id`,
        [listIds],
      );
      return new Map(
        rows.map(({ id, screened, found }) => [
          id,
          {
            screened,
            found: (found ?? []).map((one) => ({
              ...one,
              found: Buffer.from(one.found as unknown as string, 'base64'),
            })),
          },
        ]),
      );
    },

    lines: (
      listId: string,
      { after, limit, onlyFound }: { after: number; limit: number; onlyFound: boolean },
    ): Promise<LineRow[]> =>
      prisma.passengerLine.findMany({
        where: { listId, position: { gt: after }, ...(onlyFound && { found: { not: null } }) },
        orderBy: { position: 'asc' },
        take: limit,
      }),

    findLine: (listId: string, id: string): Promise<LineRow | null> =>
      prisma.passengerLine.findFirst({ where: { id, listId } }),

    reviewLine: (tx: Tx, id: string, data: Prisma.PassengerLineUncheckedUpdateInput) =>
      tx.db.passengerLine.update({ where: { id }, data }),
  };
}
