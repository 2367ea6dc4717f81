// The files of a case: received, kept for ever as they were, certified, signed over, handed out with a trace.
import type { Actor } from '../../domain/access/actor.ts';
import { DOCUMENTS, type DocumentCode, type DocumentFacts } from '../../domain/cases/documents.ts';
import { calendarDateIn } from '../../domain/dates/zone.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { dateOf } from '../../platform/database/calendar-day.ts';
import { FileReply, type UploadedFile } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { isFrozen, type OpenCase, openCase, seesFile } from './case-access.ts';
import type { CaseFileView, Certificate, ManifestView, NewCaseFile } from './contract.ts';
import { createIntake } from './intake.ts';
import { type CaseFileDeps, reading } from './parts.ts';
import { createSealing } from './sealing.ts';
import {
  certify,
  type Db,
  type FileRow,
  insertFile,
  insertVersion,
  lastManifest,
  lockCase,
  readCase,
  readFiles,
  share,
} from './store.ts';
import { documentFactsOf, fileViewOf, isRequestDocument } from './view.ts';

export interface VersionPlace {
  readonly caseId: string;
  readonly fileId: string;
  readonly no: number;
}

/** What the procedure asks of the file before it judges a step. */
export interface CaseFileFacts {
  readonly documents: readonly DocumentFacts[];
  readonly manifest: { readonly signed: string | null; readonly current: string | null };
}

export interface CaseFileService {
  /** @throws Problem `unreadable-file` by content, `unavailable` without the virus scanner, `conflict` once sent */
  addFile(actor: Actor, caseId: string, file: UploadedFile | null, body: NewCaseFile): Promise<CaseFileView>;
  addVersion(actor: Actor, caseId: string, fileId: string, file: UploadedFile | null): Promise<CaseFileView>;
  /** Once per version. */
  certify(actor: Actor, place: VersionPlace, certificate: Certificate): Promise<CaseFileView>;
  /** Puts a private file into the file that both sides see; it cannot be taken back. */
  share(actor: Actor, caseId: string, fileId: string): Promise<CaseFileView>;
  list(actor: Actor, caseId: string): Promise<{ items: CaseFileView[] }>;
  download(actor: Actor, place: VersionPlace): Promise<FileReply>;
  viewManifest(actor: Actor, caseId: string): Promise<ManifestView>;
  /** @throws Problem `conflict` with the codes whose translations carry no certificate */
  sign(actor: Actor, caseId: string): Promise<ManifestView>;
  originals(actor: Actor, caseId: string): Promise<FileReply>;
  /** For the procedure, in its own transaction. */
  factsOf(db: Db, caseId: string): Promise<CaseFileFacts>;
  /** Whether the actor may know of the case. */
  caseExists(actor: Actor, caseId: string): Promise<boolean>;
  /** For the printed file: the case and the files that the actor sees. */
  openForPrinting(actor: Actor, caseId: string): Promise<{ opened: OpenCase; files: FileRow[] }>;
}

export function createCaseFileService(deps: CaseFileDeps): CaseFileService {
  const { database, files, disclosures, reference, clock } = deps;
  const intake = createIntake(deps);
  const sealing = createSealing(deps);

  async function open(db: Db, actor: Actor, caseId: string) {
    const opened = openCase(await readCase(db, caseId), actor);
    const rows = await readFiles(db, caseId);
    return { opened, rows, visible: rows.filter((row) => seesFile(actor, opened, row)) };
  }

  function find(rows: readonly FileRow[], fileId: string): FileRow {
    const row = rows.find(({ id }) => id === fileId);
    if (!row) throw notFound();
    return row;
  }

  /** A file is changed by the side that made it, until it is sent. */
  function demandChange({ row, side }: OpenCase, file: { side: string; code: string }): void {
    if (file.side !== side) throw new Problem('forbidden');
    if (isFrozen({ row, side }, isRequestDocument(file.code)))
      throw new Problem('conflict', [{ at: '/code', code: 'file-is-sent', params: { document: file.code } }]);
  }

  async function demandPast(at: string, day: string | undefined, state: string): Promise<void> {
    const today = calendarDateIn(await reference.zoneOf(state), clock.now());
    if (day !== undefined && day > today)
      throw new Problem('validation-failed', [{ at, code: 'day-in-future' }]);
  }

  function demandFit({ side }: OpenCase, body: NewCaseFile, visible: readonly FileRow[]): void {
    const maker = DOCUMENTS[body.code as DocumentCode].side;
    if (maker !== 'BOTH' && maker !== side)
      throw new Problem('validation-failed', [{ at: '/code', code: 'document-of-other-side' }]);
    if (body.translationOf === undefined) return;
    const original = visible.find(({ id }) => id === body.translationOf);
    if (!original || original.translationOfId !== null)
      throw new Problem('validation-failed', [{ at: '/translationOf', code: 'unknown-original' }]);
    if (original.code !== body.code && body.code !== 'D20')
      throw new Problem('validation-failed', [{ at: '/code', code: 'code-of-original' }]);
    if (original.language === body.language)
      throw new Problem('validation-failed', [{ at: '/language', code: 'language-of-original' }]);
  }

  const shown = (opened: OpenCase, row: FileRow): CaseFileView =>
    fileViewOf(row, row.visibleTo === 'BOTH' && isFrozen(opened, isRequestDocument(row.code)));

  async function again(db: Db, actor: Actor, caseId: string, fileId: string): Promise<CaseFileView> {
    const { opened, visible } = await open(db, actor, caseId);
    return shown(opened, find(visible, fileId));
  }

  return {
    async addFile(actor, caseId, upload, body) {
      // Nobody makes the server read a file for a case that he may not see.
      const { opened, visible } = await reading(open(database.prisma, actor, caseId));
      const { side } = opened;
      demandChange(opened, { side, code: body.code });
      demandFit(opened, body, visible);
      await demandPast('/certifiedOn', body.certifiedOn, actor.state ?? '');
      const received = await intake.receive(actor, caseId, upload);
      return database.transaction(actor, async (tx) => {
        await lockCase(tx.db, caseId);
        const now = await open(tx.db, actor, caseId);
        demandChange(now.opened, { side, code: body.code });
        demandFit(now.opened, body, now.visible);
        const id = newId(tx.now.getTime());
        const { code, language, sensitivity, certifiedBy = null, certifiedOn = null } = body;
        await insertFile(
          tx.db,
          {
            id,
            caseId,
            code,
            side,
            visibleTo: body.shared ? 'BOTH' : side,
            language,
            translationOfId: body.translationOf ?? null,
            sensitivity,
            agencyId: actor.agencyId ?? '',
            createdBy: actor.id,
            createdAt: tx.now,
          },
          {
            ...received,
            id: newId(tx.now.getTime()),
            fileId: id,
            no: 1,
            certifiedBy,
            certifiedOn: dateOf(certifiedOn),
            uploadedBy: actor.id,
            uploadedAt: tx.now,
          },
        );
        const data = { fileId: id, code, sha256: received.sha256 };
        tx.audit({ type: 'case-file.added', subject: { type: 'case', id: caseId }, data });
        return again(tx.db, actor, caseId, id);
      });
    },

    async addVersion(actor, caseId, fileId, upload) {
      const { opened, visible } = await reading(open(database.prisma, actor, caseId));
      demandChange(opened, find(visible, fileId));
      const received = await intake.receive(actor, caseId, upload);
      return database.transaction(actor, async (tx) => {
        await lockCase(tx.db, caseId);
        const now = await open(tx.db, actor, caseId);
        const file = find(now.visible, fileId);
        demandChange(now.opened, file);
        const no = file.version + 1;
        await insertVersion(tx.db, {
          ...received,
          id: newId(tx.now.getTime()),
          fileId,
          no,
          uploadedBy: actor.id,
          uploadedAt: tx.now,
        });
        const data = { fileId, code: file.code, no, sha256: received.sha256 };
        tx.audit({ type: 'case-file.version-added', subject: { type: 'case', id: caseId }, data });
        return again(tx.db, actor, caseId, fileId);
      });
    },

    async certify(actor, { caseId, fileId, no }, certificate) {
      await demandPast('/certifiedOn', certificate.certifiedOn, actor.state ?? '');
      return database.transaction(actor, async (tx) => {
        await lockCase(tx.db, caseId);
        const { opened, visible } = await open(tx.db, actor, caseId);
        const file = find(visible, fileId);
        demandChange(opened, file);
        const version = file.versions.find((candidate) => candidate.no === no);
        if (!version) throw notFound();
        const { certifiedBy, certifiedOn } = certificate;
        if (!(await certify(tx.db, version.id, { certifiedBy, certifiedOn: dateOf(certifiedOn) })))
          throw new Problem('conflict', [{ at: '/certifiedBy', code: 'certificate-is-fixed' }]);
        tx.audit({
          type: 'case-file.certified',
          subject: { type: 'case', id: caseId },
          data: { fileId, no },
        });
        return again(tx.db, actor, caseId, fileId);
      });
    },

    share: (actor, caseId, fileId) =>
      database.transaction(actor, async (tx) => {
        await lockCase(tx.db, caseId);
        const { opened, visible } = await open(tx.db, actor, caseId);
        const file = find(visible, fileId);
        demandChange(opened, file);
        if (file.visibleTo === 'BOTH') throw new Problem('conflict', [{ at: '/', code: 'file-is-shared' }]);
        await share(tx.db, fileId);
        tx.audit({ type: 'case-file.shared', subject: { type: 'case', id: caseId }, data: { fileId } });
        return again(tx.db, actor, caseId, fileId);
      }),

    async list(actor, caseId) {
      const { opened, visible } = await reading(open(database.prisma, actor, caseId));
      const data = { count: visible.length };
      await database.record(actor, { type: 'case-file.listed', subject: { type: 'case', id: caseId }, data });
      return { items: visible.map((row) => shown(opened, row)) };
    },

    async download(actor, { caseId, fileId, no }) {
      const { opened, visible } = await reading(open(database.prisma, actor, caseId));
      const version = find(visible, fileId).versions.find((candidate) => candidate.no === no);
      if (!version) throw notFound();
      const { sha256 } = version;
      await database.record(actor, {
        type: 'case-file.downloaded',
        subject: { type: 'case', id: caseId },
        data: { fileId, no, sha256 },
      });
      const { personId, alertId, requestingState } = opened.row;
      await disclosures.note(actor, 'FILE', [
        { personId, alertIds: [alertId], ownerStates: [requestingState] },
      ]);
      return new FileReply(version.mediaType, await files.open(sha256), version.fileName);
    },

    async viewManifest(actor, caseId) {
      const { opened, rows } = await reading(open(database.prisma, actor, caseId));
      const data = { count: rows.length };
      await database.record(actor, { type: 'case-file.listed', subject: { type: 'case', id: caseId }, data });
      return sealing.view(opened, rows, await reading(lastManifest(database.prisma, caseId)));
    },

    sign: (actor, caseId) =>
      database.transaction(actor, async (tx) => {
        await lockCase(tx.db, caseId);
        const { opened, rows } = await open(tx.db, actor, caseId);
        const manifest = await sealing.sign(tx, actor, opened, rows);
        return sealing.view(opened, rows, manifest);
      }),

    async originals(actor, caseId) {
      const { opened } = await reading(open(database.prisma, actor, caseId));
      return sealing.archive(actor, opened, await reading(lastManifest(database.prisma, caseId)));
    },

    async factsOf(db, caseId) {
      const row = await readCase(db, caseId);
      if (!row) throw notFound();
      const rows = await readFiles(db, caseId);
      const signed = (await lastManifest(db, caseId))?.sha256 ?? null;
      return { documents: documentFactsOf(rows), manifest: { signed, current: sealing.hashOf(row, rows) } };
    },

    caseExists: (actor, caseId) =>
      reading(readCase(database.prisma, caseId)).then((row) => {
        try {
          return openCase(row, actor) !== null;
        } catch (error) {
          if (error instanceof Problem && error.code === 'not-found') return false;
          throw error;
        }
      }),

    async openForPrinting(actor, caseId) {
      const { opened, visible } = await reading(open(database.prisma, actor, caseId));
      return { opened, files: visible };
    },
  };
}
