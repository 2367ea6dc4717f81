// Rows of agencies.
import type { Database, Tx } from '../../platform/database/database.ts';
import type { AgencyChange, AgencyName, AgencyView, NewAgency } from './contract.ts';

const COLUMNS = {
  id: true,
  code: true,
  state: true,
  name: true,
  kind: true,
  contact24x7: true,
  active: true,
  demo: true,
  version: true,
} as const;

export function createAgencyStore({ prisma }: Pick<Database, 'prisma'>) {
  return {
    /** By state and code; `limit + 1` rows to know of a next page. */
    list: (
      filter: { state?: string | undefined; active?: boolean | undefined },
      { limit, after }: { limit: number; after?: { state: string; code: string } | undefined },
    ): Promise<AgencyView[]> =>
      prisma.agency.findMany({
        where: {
          ...(filter.state !== undefined && { state: filter.state }),
          ...(filter.active !== undefined && { active: filter.active }),
          ...(after && {
            OR: [{ state: { gt: after.state } }, { state: after.state, code: { gt: after.code } }],
          }),
        },
        orderBy: [{ state: 'asc' }, { code: 'asc' }],
        take: limit + 1,
        select: COLUMNS,
      }),

    names: (): Promise<AgencyName[]> =>
      prisma.agency.findMany({
        where: { active: true },
        orderBy: [{ state: 'asc' }, { code: 'asc' }],
        select: { id: true, state: true, code: true, name: true },
      }),

    find: (id: string): Promise<AgencyView | null> =>
      prisma.agency.findUnique({ where: { id }, select: COLUMNS }),

    findByCode: (code: string): Promise<AgencyView | null> =>
      prisma.agency.findUnique({ where: { code }, select: COLUMNS }),

    isMember: async (state: string): Promise<boolean> =>
      (await prisma.country.count({ where: { alpha3: state, member: true } })) > 0,

    insert: (tx: Tx, { contact24x7, ...agency }: NewAgency & { id: string; demo: boolean }) =>
      tx.db.agency.create({
        data: { ...agency, contact24x7: contact24x7 ?? null, createdAt: tx.now },
        select: COLUMNS,
      }),

    /** @returns false when the row has another version by now */
    async change(
      tx: Tx,
      { id, version }: { id: string; version: number },
      change: AgencyChange,
    ): Promise<boolean> {
      const data = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      const { count } = await tx.db.agency.updateMany({
        where: { id, version },
        data: { ...data, version: { increment: 1 } },
      });
      return count === 1;
    },
  };
}
