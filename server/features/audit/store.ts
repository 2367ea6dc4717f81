// Reading the audit log and its seals; writing is platform/database's.

import type { Reader } from '../../platform/database/replica.ts';
import type { AuditFilter, AuditName, AuditRow, SealView } from './contract.ts';

/** Place of a row in the order of time. */
export type Place = readonly [at: string, id: string];

export interface AuditStore {
  /** Rows of one state, newest first, after the place. */
  list(state: string, filter: AuditFilter, limit: number, after: Place | null): Promise<AuditRow[]>;
  find(state: string, id: string): Promise<{ row: AuditRow; sealedData: Buffer | null } | null>;
  /** How many rows an export holds, and the last id that belongs to it. */
  measure(state: string, filter: AuditFilter): Promise<{ count: number; lastId: string }>;
  /** Rows up to `lastId`, oldest first, after the place. */
  next(
    state: string,
    filter: AuditFilter,
    lastId: string,
    limit: number,
    after: Place | null,
  ): Promise<AuditRow[]>;
  seals(limit: number, before: number | null): Promise<SealView[]>;
  /** The id of an account or key of the state by its login or name. */
  actorBy(state: string, text: string): Promise<string | null>;
  /** The id of what has this number. */
  subjectBy(number: string): Promise<string | null>;
  /** Accounts, keys and numbers of the state, agencies of all states; the other ids are passed over. */
  names(state: string, ids: readonly string[]): Promise<AuditName[]>;
}

const ROW = `
  e.id::text as id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.type, e.outcome,
  e.actor_kind as "actorKind", e.actor_id as "actorId", e.session_id as "sessionId", e.agency_id as "agencyId",
  e.state, e.request_id as "requestId", e.ip, e.purpose_code as "purposeCode",
  e.purpose_ref as "purposeReference", e.subject_type as "subjectType", e.subject_id as "subjectId", e.data,
  e.sealed_data is not null as "hasSecret",
  (select s.seal_no::text from audit_sealed s where s.event_id = e.id) as "sealNo"`;

/** Conditions with their values; every reader is bound to a state. */
function conditions(state: string, filter: AuditFilter): { texts: string[]; values: unknown[] } {
  const texts: string[] = [];
  const values: unknown[] = [];
  const add = (text: string, value: unknown) => {
    if (value === undefined) return;
    values.push(value);
    texts.push(text.replace('?', `$${values.length}`));
  };
  add('e.state = ?', state);
  add('e.at >= ?::timestamptz', filter.from);
  add('e.at < ?::timestamptz', filter.to);
  add('e.actor_id = ?', filter.actorId);
  add('e.type = ?', filter.type);
  add('e.subject_id = ?', filter.subjectId);
  add('e.agency_id = ?::uuid', filter.agencyId);
  add('e.outcome = ?', filter.outcome);
  return { texts, values };
}

export function createAuditStore(pool: Reader): AuditStore {
  async function page(
    state: string,
    filter: AuditFilter,
    limit: number,
    after: Place | null,
    order: { sign: '<' | '>'; by: 'asc' | 'desc' },
    lastId?: string,
  ): Promise<AuditRow[]> {
    const { texts, values } = conditions(state, filter);
    if (after) {
      values.push(...after);
      texts.push(
        `(e.at, e.id) ${order.sign} ($${values.length - 1}::timestamptz, $${values.length}::bigint)`,
      );
    }
    if (lastId !== undefined) {
      values.push(lastId);
      texts.push(`e.id <= $${values.length}::bigint`);
    }
    values.push(limit);
    const { rows } = await pool.query<AuditRow>(
      `select ${ROW} from audit_event e where ${texts.join(' and ')}
       order by e.at ${order.by}, e.id ${order.by} limit $${values.length}`,
      values,
    );
    return rows;
  }

  return {
    list: (state, filter, limit, after) => page(state, filter, limit, after, { sign: '<', by: 'desc' }),
    next: (state, filter, lastId, limit, after) =>
      page(state, filter, limit, after, { sign: '>', by: 'asc' }, lastId),
    async find(state, id) {
      const { rows } = await pool.query<AuditRow & { sealedData: Buffer | null }>(
        `select ${ROW}, e.sealed_data as "sealedData" from audit_event e where e.id = $1 and e.state = $2`,
        [id, state],
      );
      const [found] = rows;
      if (!found) return null;
      const { sealedData, ...row } = found;
      return { row, sealedData };
    },
    async measure(state, filter) {
      const { texts, values } = conditions(state, filter);
      const { rows } = await pool.query<{ count: number; lastId: string }>(
        `select count(*)::float8 as count, coalesce(max(e.id), 0)::text as "lastId"
         from audit_event e where ${texts.join(' and ')}`,
        values,
      );
      return rows[0] ?? { count: 0, lastId: '0' };
    },
    async actorBy(state, text) {
      const { rows } = await pool.query<{ id: string }>(
        `select u.id from app_user u join agency a on a.id = u.agency_id
         where lower(u.login) = lower($2) and a.state = $1
         union all
         select k.id from api_key k join agency a on a.id = k.agency_id where k.name = $2 and a.state = $1
         limit 1`,
        [state, text],
      );
      return rows[0]?.id ?? null;
    },
    async subjectBy(number) {
      const { rows } = await pool.query<{ id: string }>(
        `select id from person where registry_number = $1
         union all select id from alert where alert_number = $1
         union all select id from extradition_case where case_number = $1
         limit 1`,
        [number],
      );
      return rows[0]?.id ?? null;
    },
    async names(state, ids) {
      const { rows } = await pool.query<AuditName>(
        `select u.id, 'USER' as kind, u.display_name as name from app_user u
           join agency a on a.id = u.agency_id where u.id = any($2::uuid[]) and a.state = $1
         union all
         select k.id, 'KEY', k.name from api_key k
           join agency a on a.id = k.agency_id where k.id = any($2::uuid[]) and a.state = $1
         union all
         select a.id, 'AGENCY', a.name from agency a where a.id = any($2::uuid[])
         union all
         select p.id, 'NUMBER', p.registry_number from person p where p.id = any($2::uuid[]) and p.source_state = $1
         union all
         select l.id, 'NUMBER', l.alert_number from alert l where l.id = any($2::uuid[]) and l.owner_state = $1
         union all
         select c.id, 'NUMBER', c.case_number from extradition_case c
           where c.id = any($2::uuid[]) and c.requesting_state = $1`,
        [state, ids],
      );
      return rows;
    },
    async seals(limit, before) {
      const { rows } = await pool.query<SealView>(
        `select no::float8 as no, to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "sealedAt",
                count, settled_id::text as "settledId", encode(previous_hash, 'hex') as "previousHash",
                encode(hash, 'hex') as hash, key_id as "keyId", encode(signature, 'hex') as signature
         from audit_seal where $2::bigint is null or no < $2 order by no desc limit $1`,
        [limit, before],
      );
      return rows;
    },
  };
}
