// The end of the legal time of the audit log: month after month goes, and only from a log that is sound.
import type { Actor } from '../../domain/access/actor.ts';
import { Problem } from '../../domain/errors.ts';
import { addMonths } from '../../domain/retention/periods.ts';
import type { Clock } from '../../platform/clock.ts';
import type { AuditHeads } from '../../platform/database/audit-heads.ts';
import { createAuditShortener } from '../../platform/database/audit-shortener.ts';
import type { AuditSigner } from '../../platform/database/audit-signer.ts';
import { verifyAudit } from '../../platform/database/audit-verifier.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ReferenceService } from '../reference/service.ts';

export interface ShorteningReport {
  readonly gone: readonly { readonly month: string; readonly rows: number }[];
  /** Months whose time is over and that stay: rows without a seal, or a legal hold. */
  readonly kept: readonly { readonly month: string; readonly because: 'UNSEALED' | 'HELD' }[];
}

export interface ShorteningParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly signer: AuditSigner;
  readonly heads: AuditHeads;
  readonly reference: Pick<ReferenceService, 'retention'>;
}

export function createShortening({ database, clock, signer, heads, reference }: ShorteningParts) {
  const shortener = createAuditShortener(database.pool, signer);

  /** Evidence is not thrown away: a log in which anything was changed stays as it is. */
  async function demandSound(actor: Actor): Promise<void> {
    const result = await verifyAudit({ pool: database.pool, signer, heads });
    if (!result) throw new Problem('conflict');
    if (result.sound) return;
    const { sealed, unsealed } = result;
    await database.record(actor, {
      type: 'audit.verified',
      data: { sound: false, sealed, unsealed },
      outcome: 'FAILED',
    });
    throw new Error('the audit log is not sound, so nothing of it is taken away');
  }

  return async function shorten(actor: Actor): Promise<ShorteningReport> {
    const now = clock.now();
    // One partition holds the rows of all states: the longest of their periods decides.
    const months = (await reference.retention()).longest('auditMonths');
    const due = await shortener.due(addMonths(now, -months));
    const gone: { month: string; rows: number }[] = [];
    const kept: { month: string; because: 'UNSEALED' | 'HELD' }[] = [];
    if (due.length > 0) await demandSound(actor);
    for (const partition of due) {
      const result = await shortener.take(partition, now);
      if (typeof result === 'string') {
        kept.push(...partition.months.map((month) => ({ month, because: result })));
        continue;
      }
      for (const { month, rows } of result) {
        gone.push({ month, rows });
        await database.record(actor, { type: 'audit.shortened', data: { month, rows } });
      }
    }
    return { gone, kept };
  };
}
