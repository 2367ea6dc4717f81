// Counts for the overview that belong to one table each.
import type { Database } from '../../platform/database/database.ts';

export interface AlertCounts {
  readonly submitted: number;
  readonly returned: number;
  readonly ending: number;
}

export interface AlertReader {
  readonly tokens: readonly string[];
  readonly userId: string;
}

export function createOverviewStore({ prisma }: Pick<Database, 'prisma'>) {
  return {
    /** Of the alerts that are the reader's side's work: one pass over them. */
    async alerts({ tokens, userId }: AlertReader, now: Date, soon: Date): Promise<AlertCounts> {
      const [row] = await prisma.$queryRaw<AlertCounts[]>`
        select (count(*) filter (where a.status = 'SUBMITTED' and a.author_id <> ${userId}::uuid))::int as submitted,
               (count(*) filter (where a.status = 'DRAFT' and a.author_id = ${userId}::uuid and exists (
                  select 1 from alert_transition t where t.alert_id = a.id and t.verb = 'return')))::int as returned,
               (count(*) filter (where a.status in ('ACTIVE', 'LOCATED') and a.ends_at > ${now}
                  and a.ends_at <= ${soon}))::int as ending
        from alert a where a.status in ('SUBMITTED', 'DRAFT', 'ACTIVE', 'LOCATED')
          and a.owner_audience && ${[...tokens]}::text[]`;
      return row ?? { submitted: 0, returned: 0, ending: 0 };
    },
    lists: (state: string): Promise<number> =>
      prisma.passengerList.count({ where: { state, status: 'SCREENED' } }),
    /** Notice goes to the state of the officer and to every state whose data he opened. */
    emergencies: (state: string): Promise<number> =>
      prisma.breakGlass.count({
        where: { reviewedAt: null, OR: [{ state }, { ownerStates: { has: state } }] },
      }),
  };
}
