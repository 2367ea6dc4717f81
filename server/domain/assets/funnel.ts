// How much of what was found was secured, confiscated and returned: each asset once, each amount in its own currency.
import { type Money, type Rate, type Total, totalIn } from './money.ts';
import type { AssetState } from './vocabulary.ts';

export const FUNNEL_STAGES = ['IDENTIFIED', 'SECURED', 'CONFISCATED', 'RETURNED', 'OUT'] as const;
export type FunnelStage = (typeof FUNNEL_STAGES)[number];

const STAGE: Readonly<Record<AssetState, FunnelStage>> = {
  SUSPECTED: 'IDENTIFIED',
  TRACED: 'IDENTIFIED',
  FREEZE_REQUESTED: 'IDENTIFIED',
  FROZEN: 'SECURED',
  SEIZED: 'SECURED',
  CONFISCATION_REQUESTED: 'SECURED',
  CONFISCATED: 'CONFISCATED',
  RETURN_NEGOTIATED: 'CONFISCATED',
  RETURNED: 'RETURNED',
  DISPOSED_LOCALLY: 'RETURNED',
  VICTIM_COMPENSATED: 'RETURNED',
  RELEASED: 'OUT',
  LOST: 'OUT',
  REFUSED: 'OUT',
};

export interface FunnelAsset {
  /** What makes two records one asset: the register's number where it is known, else the record itself. */
  readonly key: string;
  readonly state: AssetState;
  /** What counts in its stage: of the last measure (of all instalments when returned), or the value; empty: nobody knows. */
  readonly amounts: readonly Money[];
}

export interface FunnelLine {
  readonly stage: FunnelStage;
  readonly count: number;
  /** Assets without any known amount. */
  readonly unvalued: number;
  readonly total: Total;
}

/** An asset that is named twice counts once: two cases may claim one house. */
export function funnelOf(
  assets: readonly FunnelAsset[],
  currency: string,
  rates: readonly Rate[],
): FunnelLine[] {
  const once = [...new Map(assets.map((asset) => [asset.key, asset])).values()];
  return FUNNEL_STAGES.map((stage) => {
    const here = once.filter(({ state }) => STAGE[state] === stage);
    return {
      stage,
      count: here.length,
      unvalued: here.filter(({ amounts }) => amounts.length === 0).length,
      total: totalIn(
        currency,
        here.flatMap(({ amounts }) => amounts),
        rates,
      ),
    };
  });
}
