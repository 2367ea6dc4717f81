// Warrants under an alert: written with it, added and revoked while it runs, their files shown to those who see it.
import type { Actor } from '../../domain/access/actor.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { sniffAs } from '../../platform/files/media-type.ts';
import { FileReply, type UploadedFile } from '../../platform/http/route.ts';
import type { AlertService, OpenAlert } from '../alerts/service.ts';
import type { DisclosureLedger } from '../disclosures/service.ts';
import {
  PAPER_TYPES,
  type Revocation,
  type WarrantBody,
  type WarrantChange,
  type WarrantFileFields,
  type WarrantReceipt,
} from './contract.ts';
import { changeWarrant, insertWarrant, revokeWarrant, setFile } from './store.ts';

/** A warrant as the path names it, and the version of its alert that the caller saw. */
export interface WarrantPlace {
  readonly alertId: string;
  readonly warrantId: string;
  readonly version: number;
}

export interface WarrantService {
  addWarrant(actor: Actor, alertId: string, version: number, body: WarrantBody): Promise<WarrantReceipt>;
  changeWarrant(actor: Actor, place: WarrantPlace, change: WarrantChange): Promise<WarrantReceipt>;
  revokeWarrant(actor: Actor, place: WarrantPlace, revocation: Revocation): Promise<WarrantReceipt>;
  addFile(
    actor: Actor,
    place: WarrantPlace,
    file: UploadedFile,
    fields: WarrantFileFields,
  ): Promise<WarrantReceipt>;
  openFile(actor: Actor, alertId: string, warrantId: string): Promise<FileReply>;
}

export interface WarrantDeps {
  readonly database: Database;
  readonly alerts: Pick<AlertService, 'changePapers' | 'openForReading'>;
  readonly files: Pick<FileStore, 'put' | 'open'>;
  readonly disclosures: Pick<DisclosureLedger, 'note'>;
}

function warrantOf({ row }: OpenAlert, id: string) {
  const warrant = row.warrants.find((candidate) => candidate.id === id);
  if (!warrant) throw notFound();
  return warrant;
}

/** @throws Problem `validation-failed`: a court has not yet decided what it will */
function demandPast(at: string, day: string | undefined, today: string): void {
  if (day !== undefined && day > today)
    throw new Problem('validation-failed', [{ at, code: 'day-in-future' }]);
}

function demandSpan(issuedOn: string, validUntil: string | null): void {
  if (validUntil !== null && validUntil < issuedOn)
    throw new Problem('validation-failed', [{ at: '/validUntil', code: 'until-before-from' }]);
}

export function createWarrantService({ database, alerts, files, disclosures }: WarrantDeps): WarrantService {
  return {
    addWarrant(actor, alertId, version, body) {
      return alerts.changePapers(actor, alertId, version, 'ADD', async (tx, { today }) => {
        demandPast('/issuedOn', body.issuedOn, today);
        demandSpan(body.issuedOn, body.validUntil);
        const warrantId = await insertWarrant(tx, alertId, actor.id, body);
        return {
          result: { warrantId },
          verb: 'add-warrant',
          entry: { type: 'warrant.added', data: { warrantId }, subject: { type: 'alert', id: alertId } },
        };
      });
    },

    changeWarrant(actor, { alertId, warrantId, version }, change) {
      return alerts.changePapers(actor, alertId, version, 'DRAFT', async (tx, alert) => {
        const warrant = warrantOf(alert, warrantId);
        const { issuedOn = dayOf(warrant.issuedOn), validUntil = dayOf(warrant.validUntil) } = change;
        demandPast('/issuedOn', change.issuedOn, alert.today);
        demandSpan(issuedOn, validUntil);
        await changeWarrant(tx.db, warrantId, change);
        return {
          result: { warrantId },
          verb: 'edit',
          entry: {
            type: 'warrant.changed',
            data: { warrantId, changed: Object.keys(change) },
            subject: { type: 'alert', id: alertId },
          },
        };
      });
    },

    revokeWarrant(actor, { alertId, warrantId, version }, { revokedOn, reason }) {
      return alerts.changePapers(actor, alertId, version, 'REVOKE', async (tx, alert) => {
        const warrant = warrantOf(alert, warrantId);
        if (warrant.revokedOn !== null)
          throw new Problem('conflict', [{ at: '/revokedOn', code: 'warrant-revoked' }]);
        demandPast('/revokedOn', revokedOn, alert.today);
        await revokeWarrant(tx.db, warrantId, revokedOn ?? alert.today, reason);
        return {
          result: { warrantId },
          verb: 'revoke-warrant',
          entry: {
            type: 'warrant.changed',
            data: { warrantId, changed: ['revokedOn', 'revokedReason'] },
            subject: { type: 'alert', id: alertId },
            secret: reason,
          },
        };
      });
    },

    async addFile(actor, { alertId, warrantId, version }, file, { language = null }) {
      const mediaType = await sniffAs(file.path, PAPER_TYPES);
      if (mediaType === null) throw new Problem('unreadable-file', [{ at: '/file', code: 'not-a-scan' }]);
      return alerts.changePapers(actor, alertId, version, 'ADD', async (tx, alert) => {
        const warrant = warrantOf(alert, warrantId);
        if (warrant.revokedOn !== null)
          throw new Problem('conflict', [{ at: '/file', code: 'warrant-revoked' }]);
        // What an approver has seen is not exchanged behind his back.
        if (warrant.fileSha256 !== null && alert.row.status !== 'DRAFT')
          throw new Problem('conflict', [{ at: '/file', code: 'file-is-fixed' }]);
        // Kept before the row that names it is committed; a file without a row is harmless.
        const { sha256, bytes } = await files.put(file.path);
        const name = file.originalName.slice(0, 255);
        await setFile(tx.db, warrantId, { sha256, bytes, name, mediaType, language });
        return {
          result: { warrantId },
          verb: 'add-warrant-file',
          entry: {
            type: 'warrant.file-added',
            data: { warrantId, sha256 },
            subject: { type: 'alert', id: alertId },
          },
        };
      });
    },

    async openFile(actor, alertId, warrantId) {
      const alert = await alerts.openForReading(actor, alertId);
      const warrant = warrantOf(alert, warrantId);
      if (warrant.fileSha256 === null) throw notFound();
      const { row } = alert;
      await database.record(actor, {
        type: 'warrant.file-viewed',
        data: { warrantId },
        subject: { type: 'alert', id: alertId },
      });
      await disclosures.note(actor, 'FILE', [
        { personId: row.personId, alertIds: [alertId], ownerStates: [row.ownerState] },
      ]);
      return new FileReply(
        warrant.fileMediaType ?? 'application/octet-stream',
        await files.open(warrant.fileSha256),
        warrant.fileName ?? `${warrantId}`,
      );
    },
  };
}
