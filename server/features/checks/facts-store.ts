// What is true of those who may be the traveller, read at once when they are known: the alerts on them that are in force, the state
// of the document, and what second line decided about its bearer before.
import type { DocumentProblem, RecordedDocument } from '../../domain/checks/told.ts';
import type { MatchDocument } from '../../domain/matching/match.ts';
import type { Database } from '../../platform/database/database.ts';
import { askPrepared } from '../../platform/database/prepared.ts';
import { together } from '../../platform/database/together.ts';
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

// Facts of a person are worked out for remembered pairs only. One statement, because to send another costs more than to read it; a row
// for each of those who are asked about together.
const FACTS = {
  name: 'check-facts',
  text: `
  select
    (select json_agg(fact) from (
      select d.person_id, d.status as problem, d.source_state = asked.state as own, d.alert_id is not null as bound
      from identity_document d
      where d.norm_number = asked.number and d.issuing_state = asked.issuing
        and d.status in ('LOST', 'STOLEN', 'REVOKED', 'FORGED', 'GENUINE_FRAUDULENTLY_OBTAINED')
        and (d.sensitivity = 'NORMAL' or d.source_state = asked.state and d.sensitivity = 'RESTRICTED')
      union all
      select p.person_id, null, false, false
      from non_identity_pair p
      where p.traveller_key = decode(asked.traveller, 'hex') and p.state = asked.state and p.revoked_at is null
        and asked.now < p.ends_at and p.facts = person_known_facts(p.person_id)) as fact) as facts,
    (select json_agg(alert) from (${inForceSql('asked.ids', 'asked.tokens', 'asked.now')}) as alert) as alerts
  from json_to_recordset($1::json) as asked (place int, number text, issuing bpchar, state bpchar, traveller text,
    now timestamptz, ids uuid[], tokens text[])
  order by asked.place`,
};

const rowsOf = <T>(json: string | null | undefined): readonly T[] => (json ? (JSON.parse(json) as T[]) : []);

const askedOf = (question: FactsQuestion, place: number) => ({
  place,
  number: question.document?.number ?? '',
  issuing: question.document?.state ?? '',
  state: question.state,
  traveller: question.travellerKey.toString('hex'),
  now: question.now,
  ids: question.personIds.length === 0 ? [NOBODY] : question.personIds,
  tokens: question.tokens,
});

function factsOf([found, inForce]: readonly (string | null)[]): TravellerFacts {
  const facts = rowsOf<FactRow>(found);
  return {
    documents: facts.flatMap(({ person_id: personId, problem, own, bound }) =>
      problem === null ? [] : [{ personId, problem, own, bound }],
    ),
    knownDifferent: new Set(facts.flatMap((row) => (row.problem === null ? [row.person_id] : []))),
    alerts: inForceByPerson(rowsOf<InForceRow>(inForce)),
  };
}

export type ReadTravellerFacts = (question: FactsQuestion) => Promise<TravellerFacts>;

export const createTravellerFacts = ({ pool }: Pick<Database, 'pool'>): ReadTravellerFacts =>
  together(async (questions) =>
    (await askPrepared(pool, FACTS, [JSON.stringify(questions.map(askedOf))])).rows.map(factsOf),
  );
