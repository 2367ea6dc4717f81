// Takes a month of the audit log away whose legal time is over: its partition goes, seals and hashes stay, a signed note says what went.
import type pg from 'pg';
import { type GoneMonth, noteBytes } from './audit-gone.ts';
import type { AuditSigner } from './audit-signer.ts';

/** UNSEALED: rows that no seal names would leave nothing behind. HELD: a legal hold is on somebody whom a row is about. */
export type Shortened = GoneMonth | 'UNSEALED' | 'HELD';

export interface AuditShortener {
  /** Months that ended at or before the instant and are still there, oldest first. */
  due(cutoff: Date): Promise<string[]>;
  take(month: string, now: Date): Promise<Shortened>;
}

const tableOf = (month: string): string => {
  if (!/^\d{4}-\d{2}$/.test(month)) throw new Error(`no month: ${month}`);
  return `audit_event_${month.replace('-', '_')}`;
};

/** Whoever writes to the log waits for at most so long while a month is taken out of it. */
const LOCK_TIMEOUT = '2s';

async function take(client: pg.PoolClient, signer: AuditSigner, month: string, goneAt: Date) {
  const table = tableOf(month);
  await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
  const stands = await client.query<{ unsealed: boolean; held: boolean }>(
    `select exists (select 1 from ${table} e where not exists (select 1 from audit_sealed s where s.event_id = e.id)) as unsealed,
            exists (select 1 from ${table} e join legal_hold l on l.subject_id::text = e.subject_id where l.released_at is null) as held`,
  );
  if (stands.rows[0]?.unsealed) return 'UNSEALED';
  if (stands.rows[0]?.held) return 'HELD';
  const { rows } = await client.query<{ rows: number; ids: string }>(
    `select count(*)::float8 as rows, coalesce(range_agg(int8range(id, id, '[]')), '{}')::text as ids from ${table}`,
  );
  const gone: GoneMonth = { month, goneAt, rows: rows[0]?.rows ?? 0, ids: rows[0]?.ids ?? '{}' };
  await client.query(
    `insert into audit_gone (month, rows, ids, gone_at, key_id, signature) values ($1, $2, $3, $4, $5, $6)`,
    [month, gone.rows, gone.ids, goneAt.toISOString(), signer.keyId, signer.sign(noteBytes(gone))],
  );
  // Sums of single accounts live no longer than what they were made of.
  await client.query(`delete from user_day where utc_day < ($1 || '-01')::date + interval '1 month'`, [
    month,
  ]);
  await client.query(`alter table audit_event detach partition ${table}`);
  await client.query(`drop table ${table}`);
  return gone;
}

export function createAuditShortener(pool: pg.Pool, signer: AuditSigner): AuditShortener {
  return {
    async due(cutoff) {
      const { rows } = await pool.query<{ month: string }>(
        `select replace(right(c.relname, 7), '_', '-') as month
         from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = 'audit_event'::regclass and c.relname ~ '^audit_event_\\d{4}_\\d{2}$'
           and (to_date(right(c.relname, 7), 'YYYY_MM') + interval '1 month') at time zone 'UTC' <= $1
         order by 1`,
        [cutoff],
      );
      return rows.map(({ month }) => month);
    },
    async take(month, now) {
      const client = await pool.connect();
      try {
        await client.query('begin');
        const result = await take(client, signer, month, now);
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
