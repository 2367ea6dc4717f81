// Imports as people use them: a file comes in, its columns get their meaning, it is looked at, started, followed, and if wrong taken back.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { actsForState, owns } from '../../domain/access/ownership.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { namesPersons, suggestMapping, type TableMapping } from '../../domain/imports/table-fields.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import type { UploadedFile } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { createImportCare, type ImportCare } from './care.ts';
import type {
  ImportDetail,
  ImportKind,
  ImportPage,
  ImportQuery,
  ImportStatus,
  MappingBody,
  StartBody,
} from './contract.ts';
import { recognise } from './import-file.ts';
import { GO_ON, type ImportParts, optionsOf, subjectOf } from './parts.ts';
import { createPreview, type ImportPreview } from './preview.ts';
import { createResults, type ImportResults } from './results.ts';
import type { ImportFileRow } from './store.ts';
import { importDetailOf, importViewOf } from './views.ts';

export { createFindLikely } from './likely-duplicates.ts';
export type { ImportParts } from './parts.ts';
export { createImportStore } from './store.ts';

export interface ImportService extends ImportPreview, ImportResults, ImportCare {
  /** The same bytes again are the same import. @throws Problem `unreadable-file`, `too-large` */
  upload(actor: Actor, file: UploadedFile | null, kind: ImportKind): Promise<ImportDetail>;
  list(actor: Actor, query: ImportQuery): Promise<ImportPage>;
  get(actor: Actor, id: string): Promise<ImportDetail>;
  map(actor: Actor, id: string, version: number, body: MappingBody): Promise<ImportDetail>;
  start(actor: Actor, id: string, version: number, body: StartBody): Promise<ImportDetail>;
  takeBack(actor: Actor, id: string, version: number, reason: string): Promise<ImportDetail>;
}

const idPlace = z.tuple([z.uuid()]);

const hashOf = (columns: readonly string[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(JSON.stringify(columns)).digest());

export function createImportService(parts: ImportParts): ImportService {
  const { database, clock, files, store } = parts;

  /** An import exists for the side that sent it. */
  async function own(actor: Actor, id: string): Promise<ImportFileRow> {
    const row = await store.find(id);
    if (!row || !owns(actor, { state: row.state, agencyId: row.agencyId })) throw notFound();
    return row;
  }

  function demand(row: ImportFileRow, ...statuses: ImportStatus[]): void {
    const status = row.status as ImportStatus;
    if (!statuses.includes(status)) throw new Problem('transition-not-allowed', [], { status, allowed: [] });
  }

  async function mappingFor(agencyId: string, kind: ImportKind, columns: readonly string[]) {
    const kept = await store.mappingOf(agencyId, kind, hashOf(columns));
    return kept
      ? { mapping: kept.mapping as TableMapping, options: kept.options as object }
      : { mapping: suggestMapping(columns, kind === 'ALERTS'), options: { language: 'ru' } };
  }

  return {
    ...createPreview(parts, own),
    ...createResults(parts, own),
    ...createImportCare(parts),

    async upload(actor, file, kind) {
      const { agencyId, state, purpose } = actor;
      if (!file) throw new Problem('validation-failed', [{ at: '/file', code: 'required' }]);
      if (agencyId === null || state === null || purpose === null) throw new Problem('forbidden');
      const { sha256, bytes } = await files.put(file.path);
      const same = await store.findSame(agencyId, kind, sha256);
      if (same) {
        await database.record(actor, { type: 'import.viewed', data: {}, subject: subjectOf(same.id) });
        return importDetailOf(same);
      }
      const facts = await recognise(files, sha256, bytes);
      const id = newId(clock.now().getTime());
      const proposed = await mappingFor(agencyId, kind, facts.columns);
      const row = await database.transaction(actor, async (tx) => {
        tx.audit({
          type: 'import.received',
          data: { source: facts.source, format: facts.format, records: facts.records },
          subject: subjectOf(id),
        });
        return store.insert(tx, {
          ...{ id, agencyId, state, kind, sha256, ...facts },
          columns: [...facts.columns],
          ...{ mapping: proposed.mapping, options: proposed.options },
          fileName: file.originalName.slice(0, 200),
          status: 'RECEIVED',
          purposeCode: purpose.code,
          purposeRef: purpose.reference,
          roles: [],
          locale: actor.locale,
          createdBy: actor.id,
          createdAt: tx.now,
          touchedAt: tx.now,
        });
      });
      return importDetailOf(row);
    },

    async list(actor, { limit, cursor }) {
      const { state, agencyId } = actor;
      if (state === null || agencyId === null) throw new Problem('forbidden');
      const after = cursor === undefined ? undefined : decodeCursor(cursor, idPlace)[0];
      const owner = actsForState(actor) ? { state } : { state, agencyId };
      const page = toPage(await store.list(owner, { limit, after }), limit, ({ id }) => [id]);
      await database.record(actor, { type: 'import.listed', data: { count: page.items.length } });
      return { items: page.items.map(importViewOf), nextCursor: page.nextCursor };
    },

    async get(actor, id) {
      const row = await own(actor, id);
      await database.record(actor, { type: 'import.viewed', data: {}, subject: subjectOf(id) });
      return importDetailOf(row);
    },

    async map(actor, id, version, { mapping, options, remember }) {
      const row = await own(actor, id);
      demand(row, 'RECEIVED');
      const unknown = Object.keys(mapping).filter((column) => !row.columns.includes(column));
      if (unknown.length > 0)
        throw new Problem('validation-failed', [{ at: '/mapping', code: 'import-unknown-column' }]);
      await database.transaction(actor, async (tx) => {
        if (!(await store.change(tx, { id, version }, { mapping, options })))
          throw new Problem('version-mismatch');
        if (remember)
          await store.rememberMapping(tx, {
            ...{ id: newId(tx.now.getTime()), agencyId: row.agencyId, kind: row.kind },
            columnsHash: hashOf(row.columns),
            ...{ mapping, options, updatedBy: actor.id, updatedAt: tx.now },
          });
        const data = { columns: Object.keys(mapping).length, remembered: remember };
        tx.audit({ type: 'import.mapped', data, subject: subjectOf(id) });
      });
      return importDetailOf(await own(actor, id));
    },

    async start(actor, id, version, { duplicates }) {
      const row = await own(actor, id);
      demand(row, 'RECEIVED');
      if (row.source === 'TABLE' && !namesPersons(row.mapping as TableMapping))
        throw new Problem('validation-failed', [{ at: '/mapping', code: 'import-mapping-without-name' }]);
      await database.transaction(actor, async (tx) => {
        const begun = await store.change(
          tx,
          { id, version },
          {
            status: 'RUNNING',
            options: {
              ...optionsOf(row),
              duplicates,
              actorKind: actor.kind === 'api-key' ? 'api-key' : 'user',
            },
            roles: [...actor.roles],
            locale: actor.locale,
            startedBy: actor.id,
            startedAt: tx.now,
            touchedAt: tx.now,
          },
        );
        if (!begun) throw new Problem('version-mismatch');
        await tx.enqueue(GO_ON, { importId: id });
        tx.audit({ type: 'import.started', data: { duplicates }, subject: subjectOf(id) });
      });
      return importDetailOf(await own(actor, id));
    },

    async takeBack(actor, id, version, reason) {
      const row = await own(actor, id);
      demand(row, 'RECEIVED', 'RUNNING', 'DONE', 'BROKEN');
      const nothingYet = row.status === 'RECEIVED';
      await database.transaction(actor, async (tx) => {
        const begun = await store.change(
          tx,
          { id, version },
          {
            status: nothingYet ? 'TAKEN_BACK' : 'TAKING_BACK',
            takenBackBy: actor.id,
            takeBackReason: reason,
            touchedAt: tx.now,
            endedAt: nothingYet ? tx.now : null,
          },
        );
        if (!begun) throw new Problem('version-mismatch');
        if (!nothingYet) await tx.enqueue(GO_ON, { importId: id });
        tx.audit({
          type: 'import.take-back',
          data: { from: row.status },
          subject: subjectOf(id),
          secret: reason,
        });
      });
      return importDetailOf(await own(actor, id));
    },
  };
}
