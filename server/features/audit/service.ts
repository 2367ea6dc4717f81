// Reading, exporting and checking the audit log. Whoever looks into it stands in it himself.
import { Readable } from 'node:stream';
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import type { AuditVerification } from '../../domain/audit/verification.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { parseRegistryNumber } from '../../domain/persons/registry-number.ts';
import type { Clock } from '../../platform/clock.ts';
import { createAuditHeads } from '../../platform/database/audit-heads.ts';
import { createAuditSigner } from '../../platform/database/audit-signer.ts';
import { verifyAudit } from '../../platform/database/audit-verifier.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Reader } from '../../platform/database/replica.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { ReferenceService } from '../reference/service.ts';
import type {
  AuditExportQuery,
  AuditFilter,
  AuditName,
  AuditPage,
  AuditQuery,
  AuditRow,
  AuditRowDetail,
  SealPage,
} from './contract.ts';
import { asCsv, asJson } from './export.ts';
import { createShortening, type ShorteningReport } from './shortening.ts';
import { type AuditStore, createAuditStore, type Place } from './store.ts';

const EXPORT_PAGE = 2_000;

const rowPlace = z.tuple([z.iso.datetime(), z.string().regex(/^\d{1,18}$/)]);

function placeOf(cursor: string | undefined): Place | null {
  if (cursor === undefined) return null;
  const [at, id] = decodeCursor(cursor, rowPlace);
  return [at, id];
}

const sealPlace = z.tuple([z.number().int()]);

interface AuditExport {
  readonly mediaType: string;
  readonly fileName: string;
  readonly content: Readable;
}

export interface AuditService {
  /** The rows that people of the actor's state caused, newest first. */
  list(actor: Actor, query: AuditQuery): Promise<AuditPage>;
  /** One row with its encrypted text. @throws Problem `not-found` also for rows of other states */
  get(actor: Actor, rowId: string): Promise<AuditRowDetail>;
  /** Whom the ids of rows stand for, as far as the actor's state may know it. */
  names(actor: Actor, ids: readonly string[]): Promise<{ items: AuditName[] }>;
  exportRows(actor: Actor, query: AuditExportQuery): Promise<AuditExport>;
  listSeals(actor: Actor, page: { limit: number; cursor?: string | undefined }): Promise<SealPage>;
  /** Checks the whole log. @throws Problem `conflict` while another check is running */
  verify(actor: Actor, onProgress?: (done: number, total: number) => void): Promise<AuditVerification>;
  /** Takes months away whose legal time is over. @throws Error for a log that is not sound: it stays as it is */
  shorten(actor: Actor): Promise<ShorteningReport>;
}

export interface AuditParts {
  /** How long the log is kept. */
  reference: Pick<ReferenceService, 'retention'>;
  database: Database;
  /** For periods that are over. */
  reader: Reader;
  clock: Clock;
  vault: Vault;
  /** Where the exported heads of the chain lie. */
  dataDir: string;
}

/** A period that ended so long ago gets no more rows, and a replica that may be read has all of them. */
const SETTLED_MS = 5 * 60_000;

const stateOf = (actor: Actor): string => {
  if (actor.state === null) throw notFound();
  return actor.state;
};

/** Which members a filter has may be read in the log; the values may name a person and are encrypted. */
const traceOf = (filter: AuditFilter) => {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  return {
    filter: given.map(([name]) => name),
    secret: given.length === 0 ? undefined : JSON.stringify(Object.fromEntries(given)),
  };
};

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function createAuditService(parts: AuditParts): AuditService {
  const { database, reader, clock, vault, dataDir } = parts;
  const store = createAuditStore(database.pool);
  const old = createAuditStore(reader);
  /** What was written by then is known everywhere: rows are committed seconds after their instant. */
  const storeFor = ({ to }: AuditFilter): AuditStore =>
    to !== undefined && Date.parse(to) < clock.now().getTime() - SETTLED_MS ? old : store;
  /** People type a login or a number; what is neither stays as it is, for ids that are no UUIDs. */
  const resolved = async <F extends AuditFilter>(state: string, filter: F): Promise<F> => {
    const { actorId, subjectId } = filter;
    const actor = actorId === undefined || ID.test(actorId) ? null : await store.actorBy(state, actorId);
    if (subjectId === undefined || ID.test(subjectId)) return { ...filter, actorId: actor ?? actorId };
    const reading = parseRegistryNumber(subjectId);
    const number = reading.ok ? reading.text : subjectId.trim().toUpperCase();
    const subject = (await store.subjectBy(number)) ?? (await store.actorBy(state, subjectId));
    return { ...filter, actorId: actor ?? actorId, subjectId: subject ?? subjectId };
  };
  const signer = createAuditSigner(vault);
  const heads = createAuditHeads(dataDir);

  async function readSecret(
    sealedData: Buffer | null,
  ): Promise<Pick<AuditRowDetail, 'secret' | 'secretState'>> {
    if (sealedData === null) return { secret: null, secretState: 'NONE' };
    try {
      return { secret: await database.queryKeys.open(sealedData), secretState: 'READABLE' };
    } catch {
      return { secret: null, secretState: 'UNREADABLE' };
    }
  }

  async function* pagesOf(
    state: string,
    filter: AuditFilter,
    lastId: string,
  ): AsyncGenerator<readonly AuditRow[]> {
    let after: Place | null = null;
    for (;;) {
      const rows: AuditRow[] = await storeFor(filter).next(state, filter, lastId, EXPORT_PAGE, after);
      yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < EXPORT_PAGE) return;
      after = [last.at, last.id];
    }
  }

  return {
    shorten: createShortening({ ...parts, signer, heads }),

    async list(actor, { limit, cursor, ...filter }) {
      const state = stateOf(actor);
      const rows = await storeFor(filter).list(
        state,
        await resolved(state, filter),
        limit + 1,
        placeOf(cursor),
      );
      const page = toPage(rows, limit, ({ at, id }) => [at, id]);
      const { filter: names, secret } = traceOf(filter);
      await database.record(actor, {
        type: 'audit.read',
        data: { filter: names, count: page.items.length },
        ...(secret !== undefined && { secret }),
      });
      return page;
    },
    async get(actor, rowId) {
      const found = await store.find(stateOf(actor), rowId);
      if (!found) throw notFound();
      const detail = { ...found.row, ...(await readSecret(found.sealedData)) };
      await database.record(actor, {
        type: 'audit.read',
        data: { filter: ['id'], count: 1, secret: detail.secretState === 'READABLE' },
        subject: { type: 'audit', id: rowId },
      });
      return detail;
    },
    async names(actor, ids) {
      const items = await store.names(stateOf(actor), ids);
      await database.record(actor, { type: 'audit.read', data: { filter: ['names'], count: items.length } });
      return { items };
    },
    async exportRows(actor, { format, ...asked }) {
      const state = stateOf(actor);
      const filter = await resolved(state, asked);
      const { count, lastId } = await storeFor(filter).measure(state, filter);
      const { filter: names, secret } = traceOf(asked);
      await database.record(actor, {
        type: 'audit.exported',
        data: { filter: names, count, format },
        ...(secret !== undefined && { secret }),
      });
      const pages = pagesOf(state, filter, lastId);
      const stamp = clock.now().toISOString().slice(0, 19).replaceAll(':', '');
      return {
        mediaType: format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json',
        fileName: `audit-${state}-${stamp}.${format}`,
        content: Readable.from(format === 'csv' ? asCsv(pages) : asJson(pages)),
      };
    },
    async listSeals(actor, { limit, cursor }) {
      const before = cursor === undefined ? null : decodeCursor(cursor, sealPlace)[0];
      const page = toPage(await store.seals(limit + 1, before), limit, ({ no }) => [no]);
      await database.record(actor, {
        type: 'audit.read',
        data: { filter: ['seals'], count: page.items.length },
      });
      return { ...page, publicKey: signer.publicKeyPem };
    },
    async verify(actor, onProgress) {
      const result = await verifyAudit({
        pool: database.pool,
        signer,
        heads,
        ...(onProgress && { onProgress }),
      });
      if (!result) throw new Problem('conflict');
      const { sound, sealed, unsealed } = result;
      await database.record(actor, {
        type: 'audit.verified',
        data: { sound, sealed, unsealed },
        outcome: sound ? 'SUCCESS' : 'FAILED',
      });
      return result;
    },
  };
}
