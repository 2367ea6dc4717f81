// Innocent people whose identity a wanted person uses: recorded by the owner with their consent, recognised by second line.
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { Clock } from '../../platform/clock.ts';
import { dateOf, dayOf } from '../../platform/database/calendar-day.ts';
import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { newId, newSecret } from '../../platform/ids.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { AlertService } from '../alerts/service.ts';
import type { HitService } from '../hits/service.ts';
import type { VictimBody, VictimRecognition, VictimView } from './contract.ts';
import { deleteVictim, deleteWithoutAlert, insertVictim, type VictimRow, victimsOf } from './store.ts';

const DETAILS = 'victim_of_misuse.details';
const CODE = 'victim_of_misuse.code';

export interface VictimDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly alerts: Pick<AlertService, 'openForReading'>;
  readonly hits: Pick<HitService, 'alertOfOpenHit'>;
}

/** Ten digits that can be read out at a counter. */
function newCode(): string {
  const number = Buffer.from(newSecret(8), 'base64url').readBigUInt64BE() % 10_000_000_000n;
  const digits = String(number).padStart(10, '0');
  return `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`;
}

const bare = (code: string): string => code.replace(/\D/g, '');

export type VictimService = ReturnType<typeof createVictimService>;

export function createVictimService({ database, clock, vault, alerts, hits }: VictimDeps) {
  /** @throws Problem `not-found`, `forbidden`: only the owner's people know of victims, and only while the alert lives */
  async function openOwn(actor: Actor, alertId: string) {
    const { row } = await alerts.openForReading(actor, alertId);
    if (row.ownerState !== actor.state) throw new Problem('forbidden');
    if (['EXECUTED', 'WITHDRAWN', 'EXPIRED', 'ARCHIVED', 'ERASED'].includes(row.status)) throw notFound();
  }

  const digestOf = (alertId: string, code: string) => vault.digest(CODE, `${alertId} ${bare(code)}`);

  const viewOf = (row: VictimRow): VictimView => ({
    ...(JSON.parse(vault.decrypt(DETAILS, row.details)) as Omit<
      VictimView,
      'id' | 'consentOn' | 'recordedAt'
    >),
    id: row.id,
    consentOn: dayOf(row.consentOn),
    recordedAt: row.recordedAt.toISOString(),
  });

  return {
    async record(actor: Actor, alertId: string, { consentOn, ...details }: VictimBody) {
      await openOwn(actor, alertId);
      if (consentOn > clock.now().toISOString().slice(0, 10))
        throw new Problem('validation-failed', [{ at: '/consentOn', code: 'IN_FUTURE' }]);
      const id = newId(clock.now().getTime());
      const code = newCode();
      await database.transaction(actor, async (tx) => {
        await insertVictim(tx.db, {
          id,
          alertId,
          details: vault.encrypt(DETAILS, JSON.stringify(details)),
          code: digestOf(alertId, code),
          consentOn: dateOf(consentOn),
          recordedBy: actor.id,
          recordedAt: tx.now,
        });
        tx.audit({
          type: 'victim.recorded',
          data: { victimId: id, alertId },
          subject: { type: 'alert', id: alertId },
        });
      });
      return { id, code };
    },

    async list(actor: Actor, alertId: string): Promise<{ items: VictimView[] }> {
      await openOwn(actor, alertId);
      const rows = await victimsOf(database.prisma, alertId).catch((error) =>
        Promise.reject(asProblem(error)),
      );
      await database.record(actor, {
        type: 'victim.listed',
        data: { count: rows.length },
        subject: { type: 'alert', id: alertId },
      });
      return { items: rows.map(viewOf) };
    },

    async remove(actor: Actor, alertId: string, victimId: string): Promise<void> {
      await openOwn(actor, alertId);
      await database.transaction(actor, async (tx) => {
        if (!(await deleteVictim(tx.db, alertId, victimId))) throw notFound();
        tx.audit({
          type: 'victim.removed',
          data: { victimId, alertId },
          subject: { type: 'alert', id: alertId },
        });
      });
    },

    /** Second line compares what is shown with the traveller and decides; the code alone lets nobody pass. */
    async recognise(actor: Actor, hitId: string, code: string): Promise<VictimRecognition> {
      const alertId = await hits.alertOfOpenHit(actor, hitId);
      const digest = digestOf(alertId, code);
      const rows = await victimsOf(database.prisma, alertId).catch((error) =>
        Promise.reject(asProblem(error)),
      );
      const row = rows.find((candidate) => digest.equals(candidate.code));
      await database.record(actor, {
        type: 'victim.recognised',
        outcome: row ? 'SUCCESS' : 'FAILED',
        data: { hitId, recognised: row !== undefined },
        subject: { type: 'hit', id: hitId },
      });
      return { recognised: row !== undefined, victim: row ? viewOf(row) : null };
    },

    purgeVictims: () => deleteWithoutAlert(database).catch((error) => Promise.reject(asProblem(error))),
  };
}
