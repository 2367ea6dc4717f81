// Keeps every border check together with its hits and its audit row: one statement, written before the answer leaves.
import type { Actor } from '../../domain/access/actor.ts';
import type { AuditEntry } from '../../domain/audit/event.ts';
import type { ToldOutcome } from '../../domain/checks/told.ts';
import { auditInsert } from '../../platform/database/audit-writer.ts';
import type { Database } from '../../platform/database/database.ts';
import { askPrepared } from '../../platform/database/prepared.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { withoutText } from '../../platform/database/query-keys.ts';
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

const WRITE = `with written as (
  insert into border_check (id, at, actor_id, agency_id, state, origin, checkpoint, lane, direction, device, transport,
    query, corrected, outcome, told, policy_code, policy_version, found, degraded, elapsed_ms, follow_up, replayed_at)
  values ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)
  on conflict (id) do nothing returning id)`;

// To prepare the inserts of hits costs as much as to write the check, and nearly all checks open none.
const WRITE_WITH_HITS = `${WRITE}, ${hitCtes(24, 25, 26)}`;

const TELL = `with changed as (
  update border_check set told = 'UNAVAILABLE', replayed_at = $3 where id = $2 and replayed_at is null returning id)`;

export const createCheckStore = (database: Database, vault: Vault): CheckStore => ({
  async write(actor, row, entry) {
    const audit = auditInsert(actor, [entry], row.replayedAt ?? row.at, withoutText);
    // A silent report is opened after the answer: here SILENT is as CLEAR.
    const opens = row.hits.length > 0 || row.replayed !== undefined;
    try {
      const { count } = await askPrepared(
        database.pool,
        {
          name: opens ? 'check-write-hits' : 'check-write',
          text: `${opens ? WRITE_WITH_HITS : WRITE} ${audit.text} where exists (select from written)`,
        },
        [
          ...audit.values,
          row.id,
          row.at,
          actor.id,
          row.agencyId,
          row.state,
          row.origin,
          row.checkpoint,
          row.lane,
          row.direction,
          row.device,
          row.transport,
          vault.encrypt(CHECK_QUERY, JSON.stringify(row.asked)),
          row.corrected,
          row.outcome,
          row.told,
          row.policy.code,
          row.policy.version,
          vault.encrypt(CHECK_FOUND, JSON.stringify(row.found)),
          row.degraded,
          row.elapsedMs,
          row.found.silent.length > 0,
          row.replayedAt,
          ...(opens ? hitParameters(row, row.hits, vault) : []),
        ],
      );
      return count === 1;
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
      await database.pool.query({
        name: 'check-late',
        text: `${TELL} ${audit.text} where exists (select from changed)`,
        values: [...audit.values, id, at],
      });
    } catch (error) {
      throw asProblem(error);
    }
  },
});
