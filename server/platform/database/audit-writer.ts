// Turns audit entries into rows. Rows are only ever inserted; sealing them is another process's work.
import type { Actor } from '../../domain/access/actor.ts';
import type { AuditEntry } from '../../domain/audit/event.ts';
import type { SealText } from './query-keys.ts';

/** Reads all entries from its one parameter. */
export const AUDIT_INSERT = `
  insert into audit_event (at, type, outcome, actor_id, actor_kind, session_id, agency_id, state, request_id, ip,
                           purpose_code, purpose_ref, subject_type, subject_id, data, sealed_data)
  select at, type, outcome, actor_id, actor_kind, session_id, agency_id, state, request_id, ip,
         purpose_code, purpose_ref, subject_type, subject_id, data, decode(sealed, 'base64')
  from jsonb_to_recordset($1::jsonb) as row (
    at timestamptz, type text, outcome text, actor_id text, actor_kind text, session_id text, agency_id uuid,
    state char(3), request_id text, ip text, purpose_code text, purpose_ref text, subject_type text,
    subject_id text, data jsonb, sealed text)`;

/** @returns what the parameter of the statement holds of each entry */
export const auditRows = (
  actor: Actor,
  entries: readonly AuditEntry[],
  now: Date,
  seal: SealText,
): object[] =>
  entries.map((entry) => ({
    at: now.toISOString(),
    type: entry.type,
    outcome: entry.outcome ?? 'SUCCESS',
    actor_id: actor.id,
    actor_kind: actor.kind,
    session_id: actor.sessionId,
    agency_id: actor.agencyId,
    state: actor.state,
    request_id: actor.requestId,
    ip: actor.ip,
    purpose_code: actor.purpose?.code ?? null,
    purpose_ref: actor.purpose?.reference ?? null,
    subject_type: entry.subject?.type ?? null,
    subject_id: entry.subject?.id ?? null,
    data: entry.data,
    sealed: entry.secret === undefined ? null : seal(entry.secret).toString('base64'),
  }));

/** @returns the statement and its one parameter that insert all entries at once */
export const auditInsert = (
  actor: Actor,
  entries: readonly AuditEntry[],
  now: Date,
  seal: SealText,
): { text: string; values: [string] } => ({
  text: AUDIT_INSERT,
  values: [JSON.stringify(auditRows(actor, entries, now, seal))],
});
