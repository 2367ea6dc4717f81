// What the registry knows of a traveller's document: its state, and what second line decided about its bearer before.
import type { DocumentProblem, RecordedDocument } from '../../domain/checks/told.ts';
import type { MatchDocument } from '../../domain/matching/match.ts';
import type { Database } from '../../platform/database/database.ts';

export interface TravellerFacts {
  readonly documents: readonly RecordedDocument[];
  /** Persons of whom this state's second line decided that the bearer is not they. */
  readonly knownDifferent: ReadonlySet<string>;
}

interface Row {
  readonly person_id: string;
  readonly problem: DocumentProblem | null;
  readonly own: boolean;
  readonly bound: boolean;
}

// One statement for both, asked of every traveller alike. Facts of a person are worked out for remembered pairs only.
const FACTS = `
  select d.person_id, d.status as problem, d.source_state = $3 as own, d.alert_id is not null as bound
  from identity_document d
  where d.norm_number = $1 and d.issuing_state = $2
    and d.status in ('LOST', 'STOLEN', 'REVOKED', 'FORGED', 'GENUINE_FRAUDULENTLY_OBTAINED')
    and (d.sensitivity = 'NORMAL' or d.source_state = $3 and d.sensitivity = 'RESTRICTED')
  union all
  select p.person_id, null, false, false
  from non_identity_pair p
  where p.traveller_key = $4 and p.state = $3 and p.revoked_at is null and $5 < p.ends_at
    and p.facts = person_known_facts(p.person_id)`;

/** @param travellerKey keyed hash; empty when the traveller is not named well enough to be remembered */
export async function readTravellerFacts(
  { pool }: Pick<Database, 'pool'>,
  state: string,
  document: MatchDocument | undefined,
  travellerKey: Buffer,
  now: Date,
): Promise<TravellerFacts> {
  const { rows } = await pool.query<Row>({
    name: 'check-traveller-facts',
    text: FACTS,
    values: [document?.number ?? '', document?.state ?? '', state, travellerKey, now],
  });
  return {
    documents: rows.flatMap(({ person_id: personId, problem, own, bound }) =>
      problem === null ? [] : [{ personId, problem, own, bound }],
    ),
    knownDifferent: new Set(rows.flatMap((row) => (row.problem === null ? [row.person_id] : []))),
  };
}
