// Freezes that run out: both sides are warned in time, and an order that is over stays on the list until a measure answers it.
import { type Actor, systemActor } from '../../domain/access/actor.ts';
import { FREEZE_WARNINGS, standingWarning } from '../../domain/assets/freeze-clock.ts';
import { notFound, Problem } from '../../domain/errors.ts';
import { dayOf } from '../../platform/database/calendar-day.ts';
import { toPage } from '../../platform/http/cursor.ts';
import { newId } from '../../platform/ids.ts';
import { afterOf } from './cases.ts';
import type { WarningQuery } from './contract.ts';
import { type AssetDeps, reading } from './parts.ts';
import { warningViewOf } from './view.ts';
import type { Page, WarningView } from './view-contract.ts';
import {
  countWarnings,
  findLapsing,
  findWarning,
  insertWarnings,
  type LapsingAsset,
  listWarnings,
  markDone,
} from './warning-store.ts';

export interface AssetWarnings {
  /** Raises what is due, once per side, order and threshold. @returns how many warnings were raised */
  warnOfExpiry(now: Date): Promise<number>;
  listWarnings(actor: Actor, query: WarningQuery): Promise<Page<WarningView>>;
  /** @throws Problem `conflict` for an order that is over: only a measure answers it */
  finishWarning(actor: Actor, id: string, note: string): Promise<WarningView>;
  /** Open ones of the actor's side; the caller leaves the trace. */
  tallyWarnings(actor: Actor): Promise<number>;
}

const DAY_MS = 86_400_000;
const AT_ONCE = 500;

export function createAssetWarnings(deps: AssetDeps): AssetWarnings {
  const { database, reference } = deps;

  async function warn(
    asset: LapsingAsset,
    members: ReadonlyMap<string, string | null>,
    now: Date,
  ): Promise<number> {
    const { ownerState, executingState } = asset;
    const expiresOn = dayOf(asset.expiresOn);
    if (expiresOn === null || asset.expiresOn === null) return 0;
    const known = executingState === null ? undefined : members.get(executingState);
    const zone = known ?? (await reference.zoneOf(ownerState));
    const days = standingWarning({ expiresOn, zone }, now);
    if (days === null) return 0;
    const states =
      executingState !== null && members.has(executingState) ? [ownerState, executingState] : [ownerState];
    const warning = { assetId: asset.id, expiresOn: asset.expiresOn, days, states: [...new Set(states)] };
    const raised = await database
      .transaction(systemActor('warn-of-freeze-expiry', newId()), async (tx) => {
        const warned = await insertWarnings(tx.db, { ...warning, raisedAt: tx.now });
        // All sides have this warning already: nothing changes, so nothing is traced.
        if (warned.length === 0) throw new Problem('conflict');
        const subject = { type: 'asset' as const, id: asset.id };
        tx.audit({ type: 'asset.freeze-warning', subject, data: { days, states: warned } });
        return warned.length;
      })
      .catch((error: unknown) => {
        if (error instanceof Problem && error.code === 'conflict') return 0;
        throw error;
      });
    return raised;
  }

  return {
    tallyWarnings: (actor) => countWarnings(database.prisma, actor),

    async warnOfExpiry(now) {
      const horizon = new Date(now.getTime() + (FREEZE_WARNINGS[0] + 2) * DAY_MS);
      const { items } = await reference.countries();
      const members = new Map(
        items.filter(({ member }) => member).map(({ alpha3, timeZone }) => [alpha3, timeZone]),
      );
      let raised = 0;
      let after: string | undefined;
      for (;;) {
        const batch = await reading(findLapsing(database.prisma, horizon, after, AT_ONCE));
        for (const asset of batch) raised += await warn(asset, members, now);
        after = batch.at(-1)?.id;
        if (batch.length < AT_ONCE) return raised;
      }
    },

    async listWarnings(actor, { open, limit, cursor }) {
      const page = { limit, after: afterOf(cursor) };
      const rows = await reading(listWarnings(database.prisma, actor, open, page));
      const { items, nextCursor } = toPage(rows, limit, ({ id }) => [id]);
      await database.record(actor, { type: 'asset.warnings-listed', data: { count: items.length } });
      return { items: items.map(warningViewOf), nextCursor };
    },

    finishWarning: (actor, id, note) =>
      database.transaction(actor, async (tx) => {
        const row = await findWarning(tx.db, actor, id);
        if (!row) throw notFound();
        if (row.days === 0) throw new Problem('conflict', [{ at: '/', code: 'freeze-is-over' }]);
        if (!(await markDone(tx.db, id, { at: tx.now, by: actor.id, note })))
          throw new Problem('conflict', [{ at: '/', code: 'warning-is-done' }]);
        const subject = { type: 'asset' as const, id: row.assetId };
        tx.audit({
          type: 'asset.warning-done',
          subject,
          data: { warningId: id, days: row.days },
          secret: note,
        });
        return warningViewOf({ ...row, doneAt: tx.now, note });
      }),
  };
}
