// Freezes reports: numbers become data with a hash and a signature; later ones are new versions beside the old.
import { createHash } from 'node:crypto';
import { type Actor, may } from '../../domain/access/actor.ts';
import { calendarDateIn } from '../../domain/dates/zone.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import type { MarkedCell } from '../../domain/reports/cells.ts';
import { DEFINITIONS_VERSION } from '../../domain/reports/definitions.ts';
import { differencesOf } from '../../domain/reports/differences.ts';
import { boundsOf, type Period, periodText } from '../../domain/reports/period.ts';
import type { BuiltTables, PrintedTable } from '../../domain/reports/tables.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { canonicalJson } from '../../platform/http/idempotency.ts';
import { newId } from '../../platform/ids.ts';
import type { Signer } from '../../platform/security/signer.ts';
import type { Vault } from '../../platform/security/vault.ts';
import type { ReferenceService } from '../reference/service.ts';
import type { FreezeBody, FrozenFacts } from './contract.ts';
import { mayReadFrozen } from './scope.ts';
import {
  countPrinted,
  findVersion,
  findVersionNo,
  insertVersion,
  lastVersion,
  listVersions,
  printedCells,
  publicationsOf,
  publish,
  type VersionRow,
} from './version-store.ts';

export interface FrozenContent {
  readonly definitions: string;
  readonly tables: readonly PrintedTable[];
}

export interface VersionDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly signer: Signer;
  readonly reference: Pick<ReferenceService, 'countries' | 'zoneOf'>;
  /** The numbers of a state as they are now. */
  readonly build: (state: string, period: Period) => Promise<BuiltTables>;
}

const CELLS = 'report_version.cells';
const CODE = 'R-1';

const fault = (at: string, code: string) => new Problem('validation-failed', [{ at, code }]);
const quarterNo = ({ quarter }: Period): number => quarter ?? 0;
export const periodOfRow = ({ year, quarter }: Pick<VersionRow, 'year' | 'quarter'>): Period => ({
  year,
  quarter: quarter === 0 ? null : (quarter as 1 | 2 | 3 | 4),
});
export const contentOf = ({ content }: Pick<VersionRow, 'content'>): FrozenContent =>
  content as unknown as FrozenContent;

/** What is hashed: everything that was said, when, and by whom. */
const hashOf = (row: Omit<VersionRow, 'id' | 'sha256' | 'keyId' | 'signature'>): string => {
  const { code, state, year, quarter, version, content, previousSha256, reason, frozenBy, frozenAt } = row;
  const said = { code, state, year, quarter, version, content, previousSha256, reason, frozenBy };
  return createHash('sha256')
    .update(canonicalJson({ ...said, frozenAt: frozenAt.toISOString() }))
    .digest('hex');
};

export function createReportVersions({ database, clock, vault, signer, reference, build }: VersionDeps) {
  const { prisma } = database;

  const isIntact = (row: VersionRow): boolean =>
    hashOf(row) === row.sha256 && signer.verify(Buffer.from(row.sha256, 'hex'), Buffer.from(row.signature));

  async function factsOf(actor: Actor, rows: readonly VersionRow[]): Promise<FrozenFacts[]> {
    const sent = await publicationsOf(
      prisma,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      ...{ id: row.id, code: CODE, state: row.state, version: row.version, reason: row.reason },
      ...periodOfRow(row),
      frozenBy: row.state === actor.state ? row.frozenBy : null,
      frozenAt: row.frozenAt.toISOString(),
      ...{ sha256: row.sha256, previousSha256: row.previousSha256, keyId: row.keyId },
      signature: Buffer.from(row.signature).toString('base64'),
      publicKey: signer.publicKeyPem,
      isIntact: isIntact(row),
      // To whom a report went is the matter of its state.
      publishedTo: sent
        .filter(
          ({ versionId, toState }) =>
            versionId === row.id && (row.state === actor.state || toState === actor.state),
        )
        .map(({ toState }) => toState),
    }));
  }

  /** @throws Problem `not-found` also for what was not published to the reader's state */
  async function demandReadable(actor: Actor, row: VersionRow | null): Promise<VersionRow> {
    const reach = mayReadFrozen(actor);
    if (row === null || reach === 'NONE') throw notFound();
    if (row.state === actor.state && reach === 'OWN_AND_RECEIVED') return row;
    const sent = await publicationsOf(prisma, [row.id]);
    if (!sent.some(({ toState }) => toState === actor.state)) throw notFound();
    return row;
  }

  async function demandOver(state: string, period: Period, now: Date): Promise<void> {
    const today = calendarDateIn(await reference.zoneOf(state), now);
    if (today < boundsOf(period).until) throw fault('/year', 'period-not-over');
  }

  return {
    factsOf,

    /** Everything printed about the year so far, with its true numbers. */
    async printedBefore(year: number): Promise<MarkedCell[]> {
      const rows = await printedCells(prisma, CODE, year);
      return rows.flatMap(({ cells }) => JSON.parse(vault.decrypt(CELLS, cells)) as MarkedCell[]);
    },

    async list(actor: Actor): Promise<VersionRow[]> {
      const reach = mayReadFrozen(actor);
      return reach === 'NONE' || actor.state === null
        ? []
        : listVersions(database, actor.state, reach === 'OWN_AND_RECEIVED');
    },

    readById: async (actor: Actor, id: string) => demandReadable(actor, await findVersion(prisma, id)),

    readByNumber: async (actor: Actor, state: string, period: Period, version: number) =>
      demandReadable(
        actor,
        await findVersionNo(
          prisma,
          { code: CODE, state, year: period.year, quarter: quarterNo(period) },
          version,
        ),
      ),

    /** The newest version that the reader may see. */
    async readLast(actor: Actor, state: string, period: Period): Promise<VersionRow> {
      const rows = await this.list(actor);
      const found = rows.find(
        (row) => row.state === state && row.year === period.year && row.quarter === quarterNo(period),
      );
      if (!found) throw notFound();
      return found;
    },

    before: (row: VersionRow): Promise<VersionRow | null> => {
      const { code, state, year, quarter, version } = row;
      return version === 1
        ? Promise.resolve(null)
        : findVersionNo(prisma, { code, state, year, quarter }, version - 1);
    },

    async freeze(
      actor: Actor,
      { year, quarter, reason }: FreezeBody,
    ): Promise<{ id: string; version: number }> {
      const { state } = actor;
      if (state === null || !may(actor, 'report.freeze')) throw notFound();
      const period: Period = { year, quarter: (quarter ?? null) as Period['quarter'] };
      const place = { code: CODE, state, year, quarter: quarterNo(period) };
      await demandOver(state, period, clock.now());
      const known = await countPrinted(prisma, CODE, year);
      // Before the transaction: numbers of a large year take longer than one should be open.
      const { tables, cells } = await build(state, period);
      return database.transaction(actor, async (tx) => {
        // One at a time, and none beside another: what may be printed depends on what was.
        await tx.db.$executeRaw`select pg_advisory_xact_lock(4991208)`;
        if ((await countPrinted(tx.db, CODE, year)) !== known) throw new Problem('conflict');
        const last = await lastVersion(tx.db, place);
        if (last && reason === undefined) throw fault('/reason', 'reason-required');
        const differences = last ? differencesOf(contentOf(last).tables, tables) : [];
        if (last && differences.length === 0) throw fault('/year', 'nothing-changed');
        const said = {
          ...place,
          version: (last?.version ?? 0) + 1,
          content: JSON.parse(JSON.stringify({ definitions: DEFINITIONS_VERSION, tables })),
          previousSha256: last?.sha256 ?? null,
          reason: reason ?? null,
          frozenBy: actor.id,
          frozenAt: tx.now,
        };
        const sha256 = hashOf(said);
        const id = newId();
        await insertVersion(tx.db, {
          ...said,
          id,
          sha256,
          cells: Uint8Array.from(vault.encrypt(CELLS, JSON.stringify(cells))),
          keyId: signer.keyId,
          signature: Uint8Array.from(signer.sign(Buffer.from(sha256, 'hex'))),
        });
        tx.audit({
          type: 'report.frozen',
          data: {
            ...{ code: CODE, period: periodText(period), version: said.version, sha256 },
            differences: differences.length,
          },
          subject: { type: 'report', id },
        });
        return { id, version: said.version };
      });
    },

    /** Sends a version to other states. Somebody else than who froze it: four eyes see what leaves the state. */
    async publish(actor: Actor, id: string, states: readonly string[]): Promise<VersionRow> {
      if (actor.state === null || !may(actor, 'report.freeze')) throw notFound();
      const row = await findVersion(prisma, id);
      if (!row || row.state !== actor.state) throw notFound();
      if (row.frozenBy === actor.id) throw new Problem('own-work');
      if (states.includes(actor.state)) throw fault('/states', 'own-state');
      const { items } = await reference.countries();
      const isMember = (state: string) => items.some(({ alpha3, member }) => member && alpha3 === state);
      if (!states.every(isMember)) throw fault('/states', 'unknown-state');
      await database.transaction(actor, async (tx) => {
        await publish(tx.db, id, states, { publishedBy: actor.id, publishedAt: tx.now });
        tx.audit({
          type: 'report.published',
          data: {
            ...{ code: CODE, period: periodText(periodOfRow(row)), version: row.version },
            states: [...states],
          },
          subject: { type: 'report', id },
        });
      });
      return row;
    },
  };
}

export type ReportVersions = ReturnType<typeof createReportVersions>;
