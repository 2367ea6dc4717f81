// Assets as records: found, described, claimed by cases, listed.
import type { Actor } from '../../domain/access/actor.ts';
import { addShares, SHARE_DIGITS } from '../../domain/assets/money.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { dateOf } from '../../platform/database/calendar-day.ts';
import { toPage } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import type { Vault } from '../../platform/security/vault.ts';
import { isOwn } from './access.ts';
import { afterOf } from './cases.ts';
import type { AssetChange, AssetQuery, ClaimsBody, NewAsset } from './contract.ts';
import { sealIdentifiers } from './identifiers.ts';
import {
  type AssetDeps,
  demandPast,
  demandVersion,
  openAsset,
  reading,
  sideOf,
  todayOf,
  viewAsset,
} from './parts.ts';
import { findCase, insertAsset, insertMeasure, listAssets, replaceClaims, updateAsset } from './store.ts';
import { assetLineOf } from './view.ts';
import type { AssetLine, AssetView, Page } from './view-contract.ts';

export interface AssetRecords {
  /** A new asset is SUSPECTED; the case claims the share that is named. */
  addAsset(actor: Actor, assetCaseId: string, body: NewAsset): Promise<AssetView>;
  changeAsset(actor: Actor, id: string, version: number, change: AssetChange): Promise<AssetView>;
  /** Replaces all claims. @throws Problem `validation-failed` when the shares exceed the whole */
  setClaims(actor: Actor, id: string, version: number, body: ClaimsBody): Promise<AssetView>;
  viewAsset(actor: Actor, id: string): Promise<AssetView>;
  listAssets(actor: Actor, query: AssetQuery): Promise<Page<AssetLine>>;
}

function columnsOf(vault: Vault, { value, identifiers, ...content }: AssetChange) {
  const given = Object.fromEntries(Object.entries(content).filter(([, one]) => one !== undefined));
  return {
    ...given,
    ...(identifiers !== undefined && sealIdentifiers(vault, identifiers)),
    ...(value !== undefined && {
      valueAmount: value?.amount ?? null,
      valueCurrency: value?.currency ?? null,
      valuedOn: dateOf(value?.on ?? null),
      valueMethod: value?.method ?? null,
      valueSource: value?.source ?? null,
    }),
  };
}

const DAY_MS = 86_400_000;

export function createAssetRecords(deps: AssetDeps): AssetRecords {
  const { database, clock, vault, reference } = deps;

  /** Also countries that are no members: money travels further than treaties. */
  async function demandCountry(country: string | undefined): Promise<void> {
    if (country === undefined) return;
    const { items } = await reference.countries();
    if (!items.some(({ alpha3 }) => alpha3 === country))
      throw new Problem('validation-failed', [{ at: '/country', code: 'unknown-state' }]);
  }

  return {
    async addAsset(actor, assetCaseId, { share, source, ...body }) {
      const { state, agencyId } = sideOf(actor);
      await demandCountry(body.country);
      const today = await todayOf(deps, actor);
      demandPast('/value/on', body.value?.on, today);
      return database.transaction(actor, async (tx) => {
        if (!(await findCase(tx.db, actor, assetCaseId))) throw notFound();
        const id = newId(tx.now.getTime());
        const { type, description, country } = body;
        await insertAsset(tx.db, {
          ...columnsOf(vault, body),
          type,
          description,
          country,
          id,
          ownerState: state,
          ownerAgencyId: agencyId,
          state: 'SUSPECTED',
          createdBy: actor.id,
          createdAt: tx.now,
          updatedAt: tx.now,
        });
        await replaceClaims(tx.db, id, [{ assetCaseId, share }]);
        await insertMeasure(tx.db, {
          id: newId(tx.now.getTime()),
          assetId: id,
          no: 0,
          from: null,
          to: 'SUSPECTED',
          decidedOn: dateOf(today),
          reason: source,
          recordedBy: actor.id,
          recordedState: state,
          recordedAt: tx.now,
        });
        tx.audit({ type: 'asset.created', subject: { type: 'asset', id }, data: { assetCaseId } });
        return viewAsset(deps, tx.db, actor, id, tx.now);
      });
    },

    async changeAsset(actor, id, version, change) {
      await demandCountry(change.country);
      demandPast('/value/on', change.value?.on, await todayOf(deps, actor));
      return database.transaction(actor, async (tx) => {
        const row = await openAsset(tx.db, actor, id);
        if (!isOwn(actor, row)) throw new Problem('forbidden');
        demandVersion(row, version);
        await updateAsset(tx.db, row, { ...columnsOf(vault, change), updatedAt: tx.now });
        const subject = { type: 'asset' as const, id };
        tx.audit({ type: 'asset.changed', subject, data: { changed: Object.keys(change) } });
        return viewAsset(deps, tx.db, actor, id, tx.now);
      });
    },

    setClaims: (actor, id, version, { claims }) =>
      database.transaction(actor, async (tx) => {
        const row = await openAsset(tx.db, actor, id);
        if (!isOwn(actor, row)) throw new Problem('forbidden');
        demandVersion(row, version);
        const cases = claims.map(({ assetCaseId }) => assetCaseId);
        if (new Set(cases).size < cases.length)
          throw new Problem('validation-failed', [{ at: '/claims', code: 'repeated' }]);
        if (addShares(claims.map(({ share }) => share)) > SHARE_DIGITS)
          throw new Problem('validation-failed', [{ at: '/claims', code: 'shares-exceed-whole' }]);
        for (const [at, assetCaseId] of cases.entries()) {
          if (await findCase(tx.db, actor, assetCaseId)) continue;
          throw new Problem('validation-failed', [
            { at: `/claims/${at}/assetCaseId`, code: 'unknown-asset-case' },
          ]);
        }
        await updateAsset(tx.db, row, { updatedAt: tx.now });
        await replaceClaims(tx.db, id, claims);
        tx.audit({ type: 'asset.claimed', subject: { type: 'asset', id }, data: { assetCaseIds: cases } });
        return viewAsset(deps, tx.db, actor, id, tx.now);
      }),

    async viewAsset(actor, id) {
      const view = await reading(viewAsset(deps, database.prisma, actor, id, clock.now()));
      await database.record(actor, { type: 'asset.viewed', subject: { type: 'asset', id }, data: {} });
      return view;
    },

    async listAssets(actor, { limit, cursor, lapsingWithin, ...filter }) {
      const now = clock.now();
      // The last day itself counts.
      const lapsesBefore =
        lapsingWithin === undefined ? undefined : new Date(now.getTime() + (lapsingWithin + 1) * DAY_MS);
      const page = { limit, after: afterOf(cursor) };
      const rows = await reading(listAssets(database.prisma, actor, { ...filter, lapsesBefore }, page));
      const { items, nextCursor } = toPage(rows, limit, ({ id }) => [id]);
      await database.record(actor, { type: 'asset.listed', data: { count: items.length } });
      return { items: items.map((row) => assetLineOf(row, now)), nextCursor };
    },
  };
}
