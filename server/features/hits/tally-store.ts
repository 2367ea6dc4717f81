// Counting hits in SQL, under the same condition of visibility as every other look.
import type { Tx } from '../../platform/database/database.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { type HitReader, visibleTo } from './store.ts';

export interface TallyRow {
  /** UTC; null for hits before the time that is counted by day. */
  readonly day: string | null;
  readonly checkpoint: string | null;
  readonly count: number;
  readonly confirmed: number;
  readonly open: number;
}

export const tallyHits = (
  db: Pick<Tx['db'], '$queryRaw'>,
  reader: HitReader,
  now: Date,
  since: Date,
): Promise<TallyRow[]> =>
  db.$queryRaw<TallyRow[]>(Prisma.sql`
    select case when h.at > ${since} then to_char(h.at at time zone 'UTC', 'YYYY-MM-DD') end as day,
           case when h.at > ${since} then h.checkpoint end as checkpoint,
           count(*)::int as count,
           (count(*) filter (where h.decision = 'CONFIRMED'))::int as confirmed,
           (count(*) filter (where h.closed_at is null))::int as open
    from hit h join alert a on a.id = h.alert_id
    where h.kind = 'MATCH' and (h.at > ${since} or h.closed_at is null) and ${visibleTo(reader, now)}
    group by 1, 2`);
