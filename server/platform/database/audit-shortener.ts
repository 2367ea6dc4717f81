// Takes months of the audit log away whose legal time is over: their partition goes, seals and hashes stay, signed notes say what went.
import type pg from 'pg';
import { type GoneMonth, noteBytes } from './audit-gone.ts';
import type { AuditSigner } from './audit-signer.ts';

/** UNSEALED: rows that no seal names would leave nothing behind. HELD: a legal hold is on somebody whom a row is about. */
export type Shortened = readonly GoneMonth[] | 'UNSEALED' | 'HELD';

/** A partition whose months are over: one, or several where no worker had made partitions for their rows. */
export interface DuePartition {
  readonly months: readonly string[];
  readonly isOther: boolean;
}

export interface AuditShortener {
  /** Partitions all of whose months ended at or before the instant, oldest first. */
  due(cutoff: Date): Promise<DuePartition[]>;
  take(partition: DuePartition, now: Date): Promise<Shortened>;
}

const OTHER = 'audit_event_other';
const tableOf = ({ months: [month = ''], isOther }: DuePartition): string => {
  if (isOther) return OTHER;
  if (!/^\d{4}-\d{2}$/.test(month)) throw new Error(`no month: ${month}`);
  return `audit_event_${month.replace('-', '_')}`;
};

/** Whoever writes to the log waits for at most so long while rows are taken out of it. */
const LOCK_TIMEOUT = '2s';

const MONTH = `to_char(at at time zone 'UTC', 'YYYY-MM')`;

const DUE = `
  select replace(right(c.relname, 7), '_', '-') as month, false as other
  from pg_inherits i join pg_class c on c.oid = i.inhrelid
  where i.inhparent = 'audit_event'::regclass and c.relname ~ '^audit_event_\\d{4}_\\d{2}$'
    and (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC' <= $1
  union all
  select distinct ${MONTH}, true from ${OTHER}
  where (select (date_trunc('month', max(at) at time zone 'UTC') + interval '1 month') at time zone 'UTC' <= $1 from ${OTHER})
  order by 1`;

async function take(client: pg.PoolClient, signer: AuditSigner, partition: DuePartition, goneAt: Date) {
  const table = tableOf(partition);
  await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
  // Here a row of today may come at any time: not while it is looked at.
  if (partition.isOther)
    await client.query('lock table audit_event, audit_event_other in access exclusive mode');
  const stands = await client.query<{ unsealed: boolean; held: boolean }>(
    `select exists (select 1 from ${table} e where not exists (select 1 from audit_sealed s where s.event_id = e.id)) as unsealed,
            exists (select 1 from ${table} e join legal_hold l on l.subject_id::text = e.subject_id where l.released_at is null) as held`,
  );
  if (stands.rows[0]?.unsealed) return 'UNSEALED';
  if (stands.rows[0]?.held) return 'HELD';
  const { rows } = await client.query<{ month: string; rows: number; ids: string }>(
    `select ${MONTH} as month, count(*)::float8 as rows, range_agg(int8range(id, id, '[]'))::text as ids from ${table} group by 1`,
  );
  const found = new Map(rows.map((row) => [row.month, row]));
  // One came since it was found to be over.
  if ([...found.keys()].some((month) => !partition.months.includes(month))) return 'UNSEALED';
  const gone = partition.months.map((month): GoneMonth => {
    const { rows: count = 0, ids = '{}' } = found.get(month) ?? {};
    return { month, goneAt, rows: count, ids };
  });
  for (const one of gone) {
    await client.query(
      `insert into audit_gone (month, rows, ids, gone_at, key_id, signature) values ($1, $2, $3, $4, $5, $6)`,
      [one.month, one.rows, one.ids, goneAt.toISOString(), signer.keyId, signer.sign(noteBytes(one))],
    );
    // Sums of single accounts live no longer than what they were made of.
    await client.query(`delete from user_day where utc_day < ($1 || '-01')::date + interval '1 month'`, [
      one.month,
    ]);
  }
  await client.query(`alter table audit_event detach partition ${table}`);
  await client.query(`drop table ${table}`);
  if (partition.isOther)
    await client.query(`create table ${OTHER} partition of audit_event default;
      create trigger ${OTHER}_no_truncate before truncate on ${OTHER} for each statement execute function refuse_change()`);
  return gone;
}

export function createAuditShortener(pool: pg.Pool, signer: AuditSigner): AuditShortener {
  return {
    async due(cutoff) {
      const { rows } = await pool.query<{ month: string; other: boolean }>(DUE, [cutoff]);
      const others = rows.flatMap(({ month, other }) => (other ? [month] : []));
      return [
        ...rows.flatMap(({ month, other }) => (other ? [] : [{ months: [month], isOther: false }])),
        ...(others.length > 0 ? [{ months: others, isOther: true }] : []),
      ];
    },
    async take(partition, now) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const result = await take(client, signer, partition, now);
        await client.query('commit');
        client.release();
        return result;
      } catch (error) {
        client.release(true);
        throw error;
      }
    },
  };
}
