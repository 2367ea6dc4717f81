// The reports that wait with their check: taken by one process, written with their events and their trace.
import type { Pool } from 'pg';
import type { Actor } from '../../domain/access/actor.ts';
import type { AuditEntry } from '../../domain/audit/event.ts';
import { auditInsert } from '../../platform/database/audit-writer.ts';
import type { Database } from '../../platform/database/database.ts';
import { withoutText } from '../../platform/database/query-keys.ts';
import type { Vault } from '../../platform/security/vault.ts';
import { hitCtes, hitParameters } from '../hits/opening.ts';
import { referenceOf } from './check-traveller.ts';
import { CHECK_FOUND, CHECK_QUERY, type FoundRow } from './store.ts';

interface Row {
  readonly id: string;
  readonly at: Date;
  readonly state: string;
  readonly agency_id: string;
  readonly checkpoint: string | null;
  readonly lane: string | null;
  readonly direction: string | null;
  readonly transport: string | null;
  readonly query: Buffer;
  readonly found: Buffer;
}

const READ = `
  select id, at, state, agency_id, checkpoint, lane, direction, transport, query, found
  from border_check where id = $1 and follow_up`;

// Two processes may read the same row; the one whose update finds the mark still set writes the reports.
const WRITE = `with written as (
  update border_check set follow_up = false where id = $2 and follow_up returning id), ${hitCtes(3, 4, 5)}`;

export async function openWaitingReports(
  { pool }: Pick<Database, 'pool'>,
  vault: Vault,
  actor: Actor,
  checkId: string,
): Promise<void> {
  const { rows } = await pool.query<Row>(READ, [checkId]);
  const [row] = rows;
  if (!row) return;
  const { silent } = JSON.parse(vault.decrypt(CHECK_FOUND, row.found)) as FoundRow;
  const check = {
    id: row.id,
    at: row.at,
    reference: referenceOf(row.id),
    state: row.state,
    agencyId: row.agency_id,
    checkpoint: row.checkpoint ?? undefined,
    lane: row.lane ?? undefined,
    direction: row.direction ?? undefined,
    transport: row.transport ?? undefined,
    travellerKey: null,
    asked: JSON.parse(vault.decrypt(CHECK_QUERY, row.query)) as object,
  };
  const entries = silent.map(
    (hit): AuditEntry => ({
      type: 'hit.reported',
      data: { checkId: row.id, alertId: hit.alertId },
      subject: { type: 'hit', id: hit.id },
    }),
  );
  const audit = auditInsert(actor, entries, row.at, withoutText);
  await pool.query({
    name: 'check-reports',
    text: `${WRITE} ${audit.text} where exists (select from written)`,
    values: [...audit.values, row.id, ...hitParameters(check, silent, vault)],
  });
}

/** @returns ids of checks whose reports wait since before the instant */
export async function waitingChecks(pool: Pool, before: Date): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from border_check where follow_up and at < $1 order by at limit 100',
    [before],
  );
  return rows.map(({ id }) => id);
}
