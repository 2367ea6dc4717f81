// What was found, secured, confiscated and returned, in one currency at rates of a named day; and those rates.
import { z } from 'zod';
import type { Actor } from '../../domain/access/actor.ts';
import { type FunnelAsset, funnelOf } from '../../domain/assets/funnel.ts';
import { type Money, type Rate, shareOf } from '../../domain/assets/money.ts';
import type { AssetState } from '../../domain/assets/vocabulary.ts';
import { addDays } from '../../domain/dates/calendar-date.ts';
import { notFound } from '../../domain/errors.ts';
import { dateOf, dayOf } from '../../platform/database/calendar-day.ts';
import { decodeCursor, toPage } from '../../platform/http/cursor.ts';
import type { RateBody, RateQuery, TotalsQuery } from './contract.ts';
import { type AssetDeps, demandPast, reading, todayOf } from './parts.ts';
import { insertRate, listRates, type RateRow, ratesInto } from './rate-store.ts';
import { type AssetRow, findCase, readForTotals } from './store.ts';
import { moneyOf } from './view.ts';
import type { Page, TotalsView } from './view-contract.ts';

export interface AssetTotals {
  /** Each asset once. Currencies without a rate leave the total open instead of being left out. */
  totals(actor: Actor, query: TotalsQuery): Promise<TotalsView>;
  recordRate(actor: Actor, body: RateBody): Promise<Rate>;
  listRates(actor: Actor, query: RateQuery): Promise<Page<Rate>>;
}

/** An older rate says nothing about the day that is asked for. */
const OLDEST_RATE_DAYS = 31;

const rateCursor = z.tuple([z.iso.date(), z.string(), z.string()]);

const rateOf = ({ from, to, on, rate, source }: RateRow): Rate => ({
  from,
  to,
  on: dayOf(on),
  rate: rate.toFixed(10).replace(/0+$/, '').replace(/\.$/, ''),
  source,
});

/** Money that came back adds up over its instalments; every other stage has the amount of its own measure. */
function amountsOf(row: AssetRow): Money[] {
  const measures = row.measures.filter(({ to }) => to === row.state);
  const counted = row.state === 'RETURNED' ? measures : measures.slice(-1);
  const amounts = counted.flatMap(({ amount, currency }) => moneyOf(amount, currency) ?? []);
  const value = moneyOf(row.valueAmount, row.valueCurrency);
  return amounts.length > 0 || value === null ? amounts : [value];
}

function funnelAssetOf(row: AssetRow, assetCaseId: string | undefined): FunnelAsset {
  const [hash] = row.identifierHashes;
  const share = row.claims.find((claim) => claim.assetCaseId === assetCaseId)?.share.toString() ?? '1';
  return {
    key: hash ?? row.id,
    state: row.state as AssetState,
    amounts: amountsOf(row).map((amount) => shareOf(amount, share)),
  };
}

export function createAssetTotals(deps: AssetDeps): AssetTotals {
  const { database } = deps;
  return {
    async totals(actor, { currency, rateDate, assetCaseId }) {
      const db = database.prisma;
      if (assetCaseId !== undefined && !(await reading(findCase(db, actor, assetCaseId)))) throw notFound();
      const since = dateOf(addDays(rateDate, -OLDEST_RATE_DAYS));
      const [rows, rateRows] = await reading(
        Promise.all([
          readForTotals(db, actor, assetCaseId),
          ratesInto(db, currency, since, dateOf(rateDate)),
        ]),
      );
      const rates = rateRows.map(rateOf);
      const lines = funnelOf(
        rows.map((row) => funnelAssetOf(row, assetCaseId)),
        currency,
        rates,
      );
      await database.record(actor, { type: 'asset.totalled', data: { currency, count: rows.length } });
      const used = new Set(lines.flatMap(({ total }) => total.rates));
      return {
        currency,
        rateDate,
        stages: lines.map(({ total, ...line }) => ({
          ...line,
          sums: [...total.sums],
          total: total.total,
          missingRates: [...total.missing],
        })),
        rates: rates.filter((rate) => used.has(rate)),
      };
    },

    async recordRate(actor, body) {
      demandPast('/on', body.on, await todayOf(deps, actor));
      return database.transaction(actor, async (tx) => {
        await insertRate(tx.db, body, { by: actor.id, at: tx.now });
        const { from, to, on } = body;
        tx.audit({ type: 'exchange-rate.recorded', data: { from, to, on } });
        return body;
      });
    },

    async listRates(_actor, { limit, cursor, from, to }) {
      const [on, base, quote] = cursor === undefined ? [] : decodeCursor(cursor, rateCursor);
      const after = on && base && quote ? ([on, base, quote] as const) : undefined;
      const rows = await reading(listRates(database.prisma, { from, to }, { limit, after }));
      const { items, nextCursor } = toPage(rows, limit, (row) => [dayOf(row.on), row.from, row.to]);
      return { items: items.map(rateOf), nextCursor };
    },
  };
}
