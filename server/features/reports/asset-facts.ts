// Assets by the stage that they had reached at the end of a period: how many, and their sum in dollars at the rate of that day.
import { funnelOf } from '../../domain/assets/funnel.ts';
import type { Fact } from '../../domain/reports/cells.ts';
import { boundsOf, type Period } from '../../domain/reports/period.ts';
import type { Reader } from '../../platform/database/replica.ts';
import { createAssetStandings } from './asset-store.ts';

interface AssetWish {
  readonly period: Period;
  readonly state: string;
  readonly agencyId: string | null;
}

export function createAssetFacts(reader: Reader) {
  const assets = createAssetStandings(reader);
  return async function assetsOf({ period, state, agencyId }: AssetWish, lastQuarter: string) {
    const { until } = boundsOf(period);
    const [all, rates] = [await assets.standing(until), await assets.rates(until)];
    const sums = new Map<string, number | null>();
    const facts: Fact[] = [];
    for (const owner of new Set(all.map(({ ownerState }) => ownerState))) {
      const own = all.filter(
        (one) => one.ownerState === owner && (agencyId === null || one.ownerAgencyId === agencyId),
      );
      const lines = funnelOf(
        own.map(({ key, state: at, amount, currency }) => ({
          ...{ key, state: at },
          amounts: amount !== null && currency !== null ? [{ amount, currency }] : [],
        })),
        'USD',
        rates.map((rate) => ({ ...rate, to: 'USD', source: '' })),
      );
      for (const { stage, count, total } of lines) {
        facts.push({ family: 'asset', rq: owner, rd: '', quarter: lastQuarter, group: stage, count });
        if (owner === state)
          sums.set(`assets ${stage}`, total.total === null ? null : Number(total.total.amount));
      }
    }
    return { facts, sums };
  };
}
