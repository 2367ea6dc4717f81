// Keeps every border check together with its audit row: one statement, written before the answer leaves.
import type { Actor } from '../../domain/access/actor.ts';
import type { AuditEntry } from '../../domain/audit/event.ts';
import { auditInsert } from '../../platform/database/audit-writer.ts';
import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import type { Vault } from '../../platform/security/vault.ts';

export interface CheckRow {
  readonly id: string;
  readonly at: Date;
  readonly checkpoint: string | undefined;
  readonly lane: string | undefined;
  readonly direction: string | undefined;
  readonly device: string | undefined;
  readonly query: object;
  readonly outcome: string;
  readonly policy: { readonly code: string; readonly version: number };
  readonly found: readonly object[];
  readonly degraded: boolean;
  readonly elapsedMs: number;
}

export interface CheckStore {
  write(actor: Actor, row: CheckRow, entry: AuditEntry): Promise<void>;
}

const CHECK = `with written as (
  insert into border_check (id, at, actor_id, agency_id, state, checkpoint, lane, direction, device, query, outcome,
    policy_code, policy_version, found, degraded, elapsed_ms)
  values ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17))`;

export const createCheckStore = (database: Database, vault: Vault): CheckStore => ({
  async write(actor, row, entry) {
    const audit = auditInsert(actor, [entry], row.at, vault);
    try {
      await database.pool.query({
        name: 'check-write',
        text: `${CHECK} ${audit.text}`,
        values: [
          ...audit.values,
          row.id,
          row.at,
          actor.id,
          actor.agencyId,
          actor.state,
          row.checkpoint,
          row.lane,
          row.direction,
          row.device,
          vault.encrypt('border_check.query', JSON.stringify(row.query)),
          row.outcome,
          row.policy.code,
          row.policy.version,
          vault.encrypt('border_check.found', JSON.stringify(row.found)),
          row.degraded,
          row.elapsedMs,
        ],
      });
    } catch (error) {
      throw asProblem(error);
    }
  },
});
