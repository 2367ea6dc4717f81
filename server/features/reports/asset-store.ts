// Assets by the stage that they had reached at the end of a period, and their amounts in the currency that they are in.
import type { AssetState } from '../../domain/assets/vocabulary.ts';
import type { Reader } from '../../platform/database/replica.ts';

export interface AssetStanding {
  readonly ownerState: string;
  readonly ownerAgencyId: string;
  readonly key: string;
  readonly state: AssetState;
  readonly amount: string | null;
  readonly currency: string | null;
}

export interface DatedRate {
  readonly from: string;
  readonly on: string;
  readonly rate: string;
}

export function createAssetStandings(pool: Reader) {
  return {
    async standing(until: string): Promise<AssetStanding[]> {
      const { rows } = await pool.query<AssetStanding>(
        `select a.owner_state as "ownerState", a.owner_agency_id as "ownerAgencyId",
                coalesce(a.identifier_hashes[1], a.id::text) as key, coalesce(m."to", 'SUSPECTED') as state,
                coalesce(m.amount, a.value_amount)::text as amount,
                case when m.amount is null then a.value_currency else m.currency end as currency
         from asset a left join lateral (
           select m."to", m.amount, m.currency from asset_measure m
           where m.asset_id = a.id and m.decided_on < $1::date order by m.no desc limit 1) m on true
         where a.created_at < $1::date + 1`,
        [until],
      );
      return rows;
    },
    /** The last rate into dollars of each currency in the month before the end. */
    async rates(until: string): Promise<DatedRate[]> {
      const { rows } = await pool.query<DatedRate>(
        `select distinct on ("from") "from", to_char("on", 'YYYY-MM-DD') as "on", rate::text as rate
         from exchange_rate where "to" = 'USD' and "on" < $1::date and "on" >= $1::date - 31 order by "from", "on" desc`,
        [until],
      );
      return rows;
    },
  };
}
