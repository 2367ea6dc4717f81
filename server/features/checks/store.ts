// Keeps every border check together with its hits and its audit row: one statement, written before the answer leaves. Checks that open
// no hit are kept several at once where several come.
import type { Actor } from '../../domain/access/actor.ts';
import type { AuditEntry } from '../../domain/audit/event.ts';
import type { ToldOutcome } from '../../domain/checks/told.ts';
import { AUDIT_INSERT, auditInsert, auditRows } from '../../platform/database/audit-writer.ts';
import type { Database } from '../../platform/database/database.ts';
import { askPrepared } from '../../platform/database/prepared.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { withoutText } from '../../platform/database/query-keys.ts';
import { together } from '../../platform/database/together.ts';
import type { Vault } from '../../platform/security/vault.ts';
import { type HitOpening, hitCtes, hitParameters, type OpeningCheck } from '../hits/opening.ts';

/** Who asked for a check: an officer, a list of passengers, news about a saved question, or the spool of an outage. */
export type CheckOrigin = 'BOOTH' | 'LIST' | 'RESCREEN' | 'REPLAY';

/** What was found, as it waits in its encrypted column. */
export interface FoundRow {
  readonly matches: readonly object[];
  /** Reports that are written after the answer, so that the answer takes as long as without them. */
  readonly silent: readonly HitOpening[];
}

export interface CheckRow extends OpeningCheck {
  readonly origin: CheckOrigin;
  readonly device: string | undefined;
  readonly corrected: readonly string[];
  readonly outcome: string;
  readonly told: ToldOutcome;
  readonly policy: { readonly code: string; readonly version: number };
  readonly found: FoundRow;
  readonly hits: readonly HitOpening[];
  readonly degraded: boolean;
  readonly elapsedMs: number;
  readonly replayedAt: Date | null;
}

export interface CheckStore {
  /** @returns false when a check with this id was kept before: then nothing is written */
  write(actor: Actor, row: CheckRow, entry: AuditEntry): Promise<boolean>;
  /** A check that was written after its caller had been told that there is no answer: the log says so from now on. */
  tellUnavailable(actor: Actor, id: string, at: Date): Promise<void>;
}

export const CHECK_QUERY = 'border_check.query';
export const CHECK_FOUND = 'border_check.found';

// $1 are the audit rows and $2 the checks, of which each is written that was not kept before.
const WRITTEN = `with written as (
  insert into border_check (id, at, actor_id, agency_id, state, origin, checkpoint, lane, direction, device, transport,
    query, corrected, outcome, told, policy_code, policy_version, found, degraded, elapsed_ms, follow_up, replayed_at)
  select id, at, actor_id, agency_id, state, origin, checkpoint, lane, direction, device, transport,
    decode(query, 'base64'), corrected, outcome, told, policy_code, policy_version, decode(found, 'base64'), degraded,
    elapsed_ms, follow_up, replayed_at
  from json_to_recordset($2::json) as row (
    id uuid, at timestamptz, actor_id uuid, agency_id uuid, state char(3), origin text, checkpoint text, lane text,
    direction text, device text, transport text, query text, corrected text[], outcome text, told text,
    policy_code text, policy_version int, found text, degraded boolean, elapsed_ms real, follow_up boolean,
    replayed_at timestamptz)
  on conflict (id) do nothing returning id)`;
const TRACES = `${AUDIT_INSERT} where subject_id in (select id::text from written) returning subject_id`;

const WRITE = { name: 'check-write', text: `${WRITTEN} ${TRACES}` };

// To prepare the inserts of hits costs as much as to write the check, and nearly all checks open none.
const WRITE_WITH_HITS = { name: 'check-write-hits', text: `${WRITTEN}, ${hitCtes(3, 4, 5)} ${TRACES}` };

const TELL = `with changed as (
  update border_check set told = 'UNAVAILABLE', replayed_at = $3 where id = $2 and replayed_at is null returning id)`;

/** A check and its trace as statements read them. */
interface Kept {
  readonly id: string;
  readonly check: object;
  readonly trace: object;
}

export function createCheckStore(database: Database, vault: Vault): CheckStore {
  const { pool } = database;

  const keptOf = (actor: Actor, row: CheckRow, entry: AuditEntry): Kept => ({
    id: row.id,
    check: {
      id: row.id,
      at: row.at,
      actor_id: actor.id,
      agency_id: row.agencyId,
      state: row.state,
      origin: row.origin,
      checkpoint: row.checkpoint,
      lane: row.lane,
      direction: row.direction,
      device: row.device,
      transport: row.transport,
      query: vault.encrypt(CHECK_QUERY, JSON.stringify(row.asked)).toString('base64'),
      corrected: row.corrected,
      outcome: row.outcome,
      told: row.told,
      policy_code: row.policy.code,
      policy_version: row.policy.version,
      found: vault.encrypt(CHECK_FOUND, JSON.stringify(row.found)).toString('base64'),
      degraded: row.degraded,
      elapsed_ms: row.elapsedMs,
      follow_up: row.found.silent.length > 0,
      replayed_at: row.replayedAt,
    },
    trace: auditRows(actor, [entry], row.replayedAt ?? row.at, withoutText)[0] as object,
  });

  /** @returns of each whether it was new */
  async function writeAll(
    kept: readonly Kept[],
    statement: typeof WRITE,
    more: readonly string[],
  ): Promise<boolean[]> {
    const [traces, checks] = [kept.map(({ trace }) => trace), kept.map(({ check }) => check)];
    const { rows } = await askPrepared(pool, statement, [
      JSON.stringify(traces),
      JSON.stringify(checks),
      ...more,
    ]);
    const written = new Set(rows.map(([id]) => id));
    return kept.map(({ id }) => written.has(id));
  }

  const writeTogether = together((kept: readonly Kept[]) => writeAll(kept, WRITE, []));

  return {
    async write(actor, row, entry) {
      const kept = keptOf(actor, row, entry);
      // A silent report is opened after the answer: here SILENT is as CLEAR.
      const opens = row.hits.length > 0 || row.replayed !== undefined;
      if (!opens) return writeTogether(kept);
      try {
        const [isNew = false] = await writeAll([kept], WRITE_WITH_HITS, hitParameters(row, row.hits, vault));
        return isNew;
      } catch (error) {
        throw asProblem(error);
      }
    },

    async tellUnavailable(actor, id, at) {
      const audit = auditInsert(
        actor,
        [{ type: 'check.late', subject: { type: 'check', id }, data: {} }],
        at,
        withoutText,
      );
      try {
        await pool.query({
          name: 'check-late',
          text: `${TELL} ${audit.text} where exists (select from changed)`,
          values: [...audit.values, id, at],
        });
      } catch (error) {
        throw asProblem(error);
      }
    },
  };
}
