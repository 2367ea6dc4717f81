// The histories of all cases, as few rows as they are made of: steps with the local day, articles, decisions.
import type { CaseHistory, CaseStepFact } from '../../domain/reports/case-facts.ts';
import type { CustodyFact } from '../../domain/reports/custody-facts.ts';
import type { Reader } from '../../platform/database/replica.ts';

export interface StoredCase extends CaseHistory {
  readonly custody: readonly CustodyFact[];
  readonly rqAgencyId: string;
}

interface CaseRow {
  readonly id: string;
  readonly requesting: string;
  readonly requested: string;
  readonly rqAgencyId: string;
  readonly personId: string;
  readonly treaty: string;
  readonly articles: number[];
}

interface StepRow extends CaseStepFact {
  readonly caseId: string;
}

interface DecisionRow {
  readonly caseId: string;
  readonly kind: string;
  readonly grounds: string[];
}

const byCase = <T extends { readonly caseId: string }>(rows: readonly T[]): Map<string, T[]> => {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const own = found.get(row.caseId);
    if (own) own.push(row);
    else found.set(row.caseId, [row]);
  }
  return found;
};

/** The day of the requested state decides, so that the two states of a case read one date. Drafts are no cases yet. */
export async function readHistories(pool: Reader, until: string): Promise<StoredCase[]> {
  const { rows: cases } = await pool.query<CaseRow>(
    `select c.id, c.requesting_state as requesting, c.requested_state as requested, c.rq_agency_id as "rqAgencyId",
            c.person_id as "personId", c.treaty_code as treaty, coalesce(o.articles, '{}') as articles
     from extradition_case c
     left join (select case_id, array_agg(distinct n) as articles
                from case_offence, unnest(uncac_articles) as n group by case_id) o on o.case_id = c.id
     where c.shared_at is not null and c.created_at < $1::date + 2`,
    [until],
  );
  const { rows: steps } = await pool.query<StepRow>(
    `select e.case_id as "caseId", e.verb, e."from", e."to",
            to_char(e.occurred_at at time zone coalesce(z.time_zone, 'UTC'), 'YYYY-MM-DD') as day
     from case_event e
     join extradition_case c on c.id = e.case_id and c.shared_at is not null
     left join country z on z.alpha3 = c.requested_state
     where e."to" is not null order by e.case_id, e.seq`,
  );
  const { rows: decisions } = await pool.query<DecisionRow>(
    `select distinct on (case_id, kind = 'REFUSE') case_id as "caseId", kind, grounds
     from case_decision order by case_id, kind = 'REFUSE', decided_at desc`,
  );
  const { rows: custody } = await pool.query<CustodyFact & { caseId: string }>(
    `select r.case_id as "caseId", r."to",
            to_char(r.at at time zone coalesce(z.time_zone, 'UTC'), 'YYYY-MM-DD') as day
     from custody_record r
     join extradition_case c on c.id = r.case_id and c.shared_at is not null
     left join country z on z.alpha3 = c.requested_state
     where r."to" <> 'DEAD' or r.confirmed_at is not null order by r.case_id, r.at, r.id`,
  );
  const stepsOf = byCase(steps);
  const custodyOf = byCase(custody);
  const decisionsOf = byCase(decisions);
  return cases.map(({ id, ...row }): StoredCase => {
    const own = decisionsOf.get(id) ?? [];
    return {
      ...row,
      // What happens after the period is no part of it.
      steps: (stepsOf.get(id) ?? []).filter(({ day }) => day < until),
      custody: custodyOf.get(id) ?? [],
      isPartial: own.some(({ kind }) => kind === 'PARTIAL'),
      grounds: own.find(({ kind }) => kind === 'REFUSE')?.grounds ?? [],
    };
  });
}
