// Reads the tables of law and practice; of versioned rows those that are current at an instant.
import type { Role } from '../../domain/access/role.ts';
import type { Database } from '../../platform/database/database.ts';
import { asProblem } from '../../platform/database/problems.ts';
import type {
  CountryView,
  LegalPeriodView,
  MatchPolicyView,
  OffenceCodeQuery,
  OffenceCodeView,
  OfficerCardView,
} from './contract.ts';

const VERIFIED = `source, verified_by as "verifiedBy", to_char(verified_on, 'YYYY-MM-DD') as "verifiedOn"`;

const COUNTRIES = `
  select alpha3, alpha2, name_ky as "nameKy", name_ru as "nameRu", name_kk as "nameKk", name_en as "nameEn",
         time_zone as "timeZone", member, coalesce(successors, '{}') as successors, source
  from country order by alpha3`;

// Law begins and ends with days of the state that made it.
const OFFENCE_CODES = `
  select o.id, o.state, o.code_name as "codeName", o.article, o.part, o.point,
         to_char(o.valid_from, 'YYYY-MM-DD') as "validFrom", to_char(o.valid_to, 'YYYY-MM-DD') as "validTo",
         o.title_orig as "titleOrig", o.title_ru as "titleRu", o.title_en as "titleEn",
         o.min_penalty_months as "minPenaltyMonths", o.max_penalty_months as "maxPenaltyMonths", o.seriousness,
         coalesce(o.uncac_articles, '{}') as "uncacArticles", o.source, o.verified_by as "verifiedBy",
         to_char(o.verified_on, 'YYYY-MM-DD') as "verifiedOn"
  from offence_code o
  join country c on c.alpha3 = o.state
  cross join lateral (select ($1::timestamptz at time zone coalesce(c.time_zone, 'UTC'))::date as day) today
  where o.valid_from <= today.day and (o.valid_to is null or today.day <= o.valid_to)
    and ($2::text is null or o.state = $2) and ($3::text is null or o.article = $3)
  order by o.state, o.code_name, o.article, o.part nulls first, o.point nulls first, o.id`;

const OFFICER_CARDS = `
  select distinct on (action) action, version, text_ky as "textKy", text_ru as "textRu", text_kk as "textKk",
         text_en as "textEn", coalesce(visible_to, '{}')::text[] as "visibleTo",
         to_char(valid_from, 'YYYY-MM-DD') as "validFrom", ${VERIFIED}
  from officer_card where valid_from <= ($1::timestamptz at time zone 'UTC')::date
  order by action, version desc`;

const MATCH_POLICIES = `
  select distinct on (code) code, version, settings, valid_from as "validFrom", source, approved_by as "approvedBy"
  from match_policy where valid_from <= $1::timestamptz
  order by code, version desc`;

const POLICY_VERSIONS = `
  select code, version, settings, valid_from as "validFrom", source, approved_by as "approvedBy"
  from match_policy order by code, version desc`;

const LEGAL_PERIODS = `
  select distinct on (code) code, version, settings, to_char(valid_from, 'YYYY-MM-DD') as "validFrom", ${VERIFIED}
  from legal_period where valid_from <= ($1::timestamptz at time zone 'UTC')::date
  order by code, version desc`;

export type OfficerCardRow = OfficerCardView & { readonly visibleTo: readonly Role[] };

export interface ReferenceStore {
  countries(): Promise<CountryView[]>;
  offenceCodes(now: Date, query: OffenceCodeQuery): Promise<OffenceCodeView[]>;
  officerCards(now: Date): Promise<OfficerCardRow[]>;
  matchPolicies(now: Date): Promise<MatchPolicyView[]>;
  /** Past and coming versions too, newest first. */
  policyVersions(): Promise<MatchPolicyView[]>;
  legalPeriods(now: Date): Promise<LegalPeriodView[]>;
}

export function createReferenceStore({ pool }: Pick<Database, 'pool'>): ReferenceStore {
  const read = <T extends object>(text: string, values: readonly unknown[] = []) =>
    pool.query<T>(text, [...values]).then(
      ({ rows }) => rows,
      (error) => Promise.reject(asProblem(error)),
    );
  const policies = async (text: string, values: readonly unknown[] = []): Promise<MatchPolicyView[]> =>
    (await read<Omit<MatchPolicyView, 'validFrom'> & { validFrom: Date }>(text, values)).map((row) => ({
      ...row,
      validFrom: row.validFrom.toISOString(),
    }));
  return {
    countries: () => read(COUNTRIES),
    offenceCodes: (now, { state, article }) => read(OFFENCE_CODES, [now, state ?? null, article ?? null]),
    officerCards: (now) => read(OFFICER_CARDS, [now]),
    matchPolicies: (now) => policies(MATCH_POLICIES, [now]),
    policyVersions: () => policies(POLICY_VERSIONS),
    legalPeriods: (now) => read(LEGAL_PERIODS, [now]),
  };
}
