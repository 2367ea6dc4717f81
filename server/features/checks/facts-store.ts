// What is true of those who may be the traveller, read at once when they are known: the alerts on them that are in force, the state
// of the document, and what second line decided about its bearer before.
import type { DocumentProblem, RecordedDocument } from '../../domain/checks/told.ts';
import type { MatchDocument } from '../../domain/matching/match.ts';
import type { Database } from '../../platform/database/database.ts';
import { askPrepared } from '../../platform/database/prepared.ts';
import { asProblem } from '../../platform/database/problems.ts';
import { type InForceAlert, type InForceRow, inForceByPerson, inForceSql } from '../alerts/in-force.ts';

export interface TravellerFacts {
  readonly documents: readonly RecordedDocument[];
  /** Persons of whom this state's second line decided that the bearer is not they. */
  readonly knownDifferent: ReadonlySet<string>;
  /** By person, the deciding one first. */
  readonly alerts: ReadonlyMap<string, readonly InForceAlert[]>;
}

export interface FactsQuestion {
  readonly state: string;
  /** What the reader holds. */
  readonly tokens: readonly string[];
  readonly now: Date;
  readonly document: MatchDocument | undefined;
  /** Keyed hash; empty when the traveller is not named well enough to be remembered. */
  readonly travellerKey: Buffer;
  readonly personIds: readonly string[];
}

interface FactRow {
  readonly person_id: string;
  readonly problem: DocumentProblem | null;
  readonly own: boolean;
  readonly bound: boolean;
}

/** Asked when there is nobody to ask about, so that every check sends the same statements. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

// Facts of a person are worked out for remembered pairs only. One statement, because to send another costs more than to read it.
const FACTS = {
  name: 'check-facts',
  text: `
  select
    (select json_agg(fact) from (
      select d.person_id, d.status as problem, d.source_state = $3 as own, d.alert_id is not null as bound
      from identity_document d
      where d.norm_number = $1 and d.issuing_state = $2
        and d.status in ('LOST', 'STOLEN', 'REVOKED', 'FORGED', 'GENUINE_FRAUDULENTLY_OBTAINED')
        and (d.sensitivity = 'NORMAL' or d.source_state = $3 and d.sensitivity = 'RESTRICTED')
      union all
      select p.person_id, null, false, false
      from non_identity_pair p
      where p.traveller_key = $4 and p.state = $3 and p.revoked_at is null and $5 < p.ends_at
        and p.facts = person_known_facts(p.person_id)) as fact) as facts,
    (select json_agg(alert) from (${inForceSql(6, 7, 5)}) as alert) as alerts`,
};

const rowsOf = <T>(json: string | null | undefined): readonly T[] => (json ? (JSON.parse(json) as T[]) : []);

export async function readTravellerFacts(
  { pool }: Pick<Database, 'pool'>,
  { state, tokens, now, document, travellerKey, personIds }: FactsQuestion,
): Promise<TravellerFacts> {
  const { rows } = await askPrepared(pool, FACTS, [
    document?.number ?? '',
    document?.state ?? '',
    state,
    travellerKey,
    now,
    personIds.length === 0 ? [NOBODY] : personIds,
    tokens,
  ]).catch((error) => Promise.reject(asProblem(error)));
  const facts = rowsOf<FactRow>(rows[0]?.[0]);
  return {
    documents: facts.flatMap(({ person_id: personId, problem, own, bound }) =>
      problem === null ? [] : [{ personId, problem, own, bound }],
    ),
    knownDifferent: new Set(facts.flatMap((row) => (row.problem === null ? [row.person_id] : []))),
    alerts: inForceByPerson(rowsOf<InForceRow>(rows[0]?.[1])),
  };
}
