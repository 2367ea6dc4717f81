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

/** Few enough that none of their rows is waited for by others of the process. */
const PAGE = 250;

const CASES = `
  select c.id, c.requesting_state as requesting, c.requested_state as requested, c.rq_agency_id as "rqAgencyId",
         c.person_id as "personId", c.treaty_code as treaty,
         array(select distinct n from case_offence o, unnest(o.uncac_articles) as n where o.case_id = c.id order by 1) as articles
  from extradition_case c
  where c.shared_at is not null and c.created_at < $1::date + 2 and ($2::uuid is null or c.id > $2)
  order by c.id limit ${PAGE}`;

const STEPS = `
  select e.case_id as "caseId", e.verb, e."from", e."to",
         to_char(e.occurred_at at time zone coalesce(z.time_zone, 'UTC'), 'YYYY-MM-DD') as day
  from case_event e
  join extradition_case c on c.id = e.case_id
  left join country z on z.alpha3 = c.requested_state
  where e.case_id = any($1::uuid[]) and e."to" is not null order by e.case_id, e.seq`;

const DECISIONS = `
  select distinct on (case_id, kind = 'REFUSE') case_id as "caseId", kind, grounds
  from case_decision where case_id = any($1::uuid[]) order by case_id, kind = 'REFUSE', decided_at desc`;

const CUSTODY = `
  select r.case_id as "caseId", r."to",
         to_char(r.at at time zone coalesce(z.time_zone, 'UTC'), 'YYYY-MM-DD') as day
  from custody_record r
  join extradition_case c on c.id = r.case_id
  left join country z on z.alpha3 = c.requested_state
  where r.case_id = any($1::uuid[]) and (r."to" <> 'DEAD' or r.confirmed_at is not null) order by r.case_id, r.at, r.id`;

const byCase = <T extends { readonly caseId: string }>(rows: readonly T[]): Map<string, T[]> => {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const own = found.get(row.caseId);
    if (own) own.push(row);
    else found.set(row.caseId, [row]);
  }
  return found;
};

/**
 * The day of the requested state decides, so that the two states of a case read one date. Drafts are no cases yet.
 * @returns a page after another: rows of very many cases at once would hold the process while they are read
 */
export async function* readHistories(pool: Reader, until: string): AsyncGenerator<StoredCase[]> {
  for (let after: string | null = null; ; ) {
    const { rows: cases }: { rows: CaseRow[] } = await pool.query<CaseRow>(CASES, [until, after]);
    after = cases.at(-1)?.id ?? null;
    if (after === null) return;
    const ids = cases.map(({ id }) => id);
    const { rows: steps } = await pool.query<StepRow>(STEPS, [ids]);
    const { rows: decisions } = await pool.query<DecisionRow>(DECISIONS, [ids]);
    const { rows: custody } = await pool.query<CustodyFact & { caseId: string }>(CUSTODY, [ids]);
    const stepsOf = byCase(steps);
    const custodyOf = byCase(custody);
    const decisionsOf = byCase(decisions);
    yield cases.map(({ id, ...row }): StoredCase => {
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
}
