// The events of hits as one reader may hear of them.
import type { Tx } from '../../platform/database/database.ts';
import { type HitReader, visibleTo } from './store.ts';

export interface BorderEventRow {
  readonly id: bigint;
  readonly at: Date;
  readonly type: string;
  readonly hitId: string | null;
  readonly checkId: string | null;
  readonly data: Record<string, unknown>;
}

/** In order of id. What the reader may not see now is left out, whatever he saw before. */
export const eventsAfter = (
  db: Tx['db'],
  reader: HitReader,
  now: Date,
  after: bigint,
  limit: number,
): Promise<BorderEventRow[]> =>
  db.$queryRaw<BorderEventRow[]>`
    select e.id, e.at, e.type, e.hit_id as "hitId", e.check_id as "checkId", e.data
    from border_event e left join hit h on h.id = e.hit_id left join alert a on a.id = h.alert_id
    where e.id > ${after}
      and (e.hit_id is not null and ${visibleTo(reader, now)}
           or e.hit_id is null and ${reader.secondLine} and e.state = ${reader.state})
    order by e.id limit ${limit}`;

/** @returns the newest event that is older than the instant; ids up to it are settled */
export async function newestBefore(db: Tx['db'], before: Date): Promise<bigint> {
  const rows = await db.$queryRaw<{ id: bigint | null }[]>`
    select max(id) as id from border_event where at < ${before}`;
  return rows[0]?.id ?? 0n;
}

export async function instantOfEvent(db: Tx['db'], id: bigint): Promise<Date | null> {
  const rows = await db.$queryRaw<{ at: Date }[]>`select at from border_event where id = ${id}`;
  return rows[0]?.at ?? null;
}

/** @returns how many old events were removed: nobody goes on from them any more */
export async function purgeEvents(db: Tx['db'], before: Date): Promise<number> {
  return db.$executeRaw`delete from border_event where at < ${before}`;
}
