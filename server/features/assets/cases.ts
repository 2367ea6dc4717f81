// Asset cases: one recovery effort of one state.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { formatAlertNumber } from '../../domain/alerts/alert-number.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { nextNumber } from '../../platform/database/number-series.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { AssetCaseChange, AssetCaseQuery, NewAssetCase } from './contract.ts';
import { type AssetDeps, demandVersion, reading, sideOf, todayOf } from './parts.ts';
import { findCase, insertCase, listCases, updateCase } from './store.ts';
import { caseViewOf } from './view.ts';
import type { AssetCaseView, Page } from './view-contract.ts';

export interface AssetCaseService {
  createCase(actor: Actor, body: NewAssetCase): Promise<AssetCaseView>;
  changeCase(actor: Actor, id: string, version: number, change: AssetCaseChange): Promise<AssetCaseView>;
  viewCase(actor: Actor, id: string): Promise<AssetCaseView>;
  listCases(actor: Actor, query: AssetCaseQuery): Promise<Page<AssetCaseView>>;
  /** Whether the actor may link the case. */
  caseExists(actor: Actor, id: string): Promise<boolean>;
}

export const cursorShape = z.tuple([z.uuid()]);
export const afterOf = (cursor: string | undefined): string | undefined =>
  cursor === undefined ? undefined : decodeCursor(cursor, cursorShape)[0];

function columnsOf({ totalDamage, closed: _, ...content }: AssetCaseChange) {
  const given = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
  return {
    ...given,
    ...(totalDamage !== undefined && {
      damageAmount: totalDamage?.amount ?? null,
      damageCurrency: totalDamage?.currency ?? null,
    }),
  };
}

export function createAssetCases(deps: AssetDeps): AssetCaseService {
  const { database, persons, caseExists } = deps;

  /** A case names only a person and an extradition case that exist for its author. */
  async function demandLinks(actor: Actor, { personId, extraditionCaseId }: AssetCaseChange): Promise<void> {
    if (personId) await persons.openForReading(actor, personId);
    if (extraditionCaseId && !(await caseExists(actor, extraditionCaseId)))
      throw new Problem('validation-failed', [
        { at: '/extraditionCaseId', code: 'unknown-extradition-case' },
      ]);
  }

  return {
    async createCase(actor, body) {
      const { state, agencyId } = sideOf(actor);
      await demandLinks(actor, body);
      const year = Number((await todayOf(deps, actor)).slice(0, 4));
      return database.transaction(actor, async (tx) => {
        const sequence = await nextNumber(tx, `asset-case:${state}:${year}`);
        const caseNumber = `AC-${formatAlertNumber({ state, year, sequence })}`;
        const { title, route } = body;
        const row = await insertCase(tx.db, {
          ...columnsOf(body),
          title,
          route,
          id: newId(tx.now.getTime()),
          caseNumber,
          ownerState: state,
          ownerAgencyId: agencyId,
          createdBy: actor.id,
          createdAt: tx.now,
          updatedAt: tx.now,
        });
        const subject = { type: 'asset-case' as const, id: row.id };
        tx.audit({ type: 'asset-case.created', subject, data: { caseNumber } });
        return caseViewOf(row);
      });
    },

    async changeCase(actor, id, version, change) {
      await demandLinks(actor, change);
      return database.transaction(actor, async (tx) => {
        const row = await findCase(tx.db, actor, id);
        if (!row) throw notFound();
        demandVersion(row, version);
        await updateCase(tx.db, row, {
          ...columnsOf(change),
          ...(change.closed !== undefined && { closedAt: change.closed ? tx.now : null }),
          updatedAt: tx.now,
        });
        const subject = { type: 'asset-case' as const, id };
        tx.audit({ type: 'asset-case.changed', subject, data: { changed: Object.keys(change) } });
        const changed = await findCase(tx.db, actor, id);
        if (!changed) throw notFound();
        return caseViewOf(changed);
      });
    },

    async viewCase(actor, id) {
      const row = await reading(findCase(database.prisma, actor, id));
      if (!row) throw notFound();
      await database.record(actor, {
        type: 'asset-case.viewed',
        subject: { type: 'asset-case', id },
        data: {},
      });
      return caseViewOf(row);
    },

    async listCases(actor, { limit, cursor, ...filter }) {
      const after = afterOf(cursor);
      const rows = await reading(listCases(database.prisma, actor, filter, { limit, after }));
      const { items, nextCursor } = toPage(rows, limit, ({ id }) => [id]);
      await database.record(actor, { type: 'asset-case.listed', data: { count: items.length } });
      return { items: items.map(caseViewOf), nextCursor };
    },

    caseExists: async (actor, id) => (await reading(findCase(database.prisma, actor, id))) !== null,
  };
}
