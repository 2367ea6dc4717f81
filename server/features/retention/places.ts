// Every place that holds something of a person, an alert or a case: how it is emptied, and how one sees that it is empty.
//
// A table that is not named here and holds anything about persons is found by `every-table.test.ts`.

/** What a statement's one parameter names. */
export const OF = [
  ...['persons', 'alerts', 'hits', 'checks', 'exports'],
  ...['cases', 'assetCases', 'assets', 'assistance'],
] as const;
export type Of = (typeof OF)[number];

export interface Place {
  /** What readers of the ledger see. */
  readonly place: string;
  readonly of: Of;
  /** One parameter: ids. Returns a row per row, `id` the one of the ids that it belonged to. */
  readonly erase: string;
  /** Counts what is left; one parameter: ids. */
  readonly left: string;
}

const gone = (place: string, of: Of, table: string, column: string, more = ''): Place => ({
  ...{ place, of },
  erase: `delete from ${table} where ${column} = any($1::uuid[])${more} returning ${column}::text as id`,
  left: `select count(*)::int as left from ${table} where ${column} = any($1::uuid[])${more}`,
});

/** Columns that are emptied in a row that stays for the numbers: column → what it is set to. */
function emptied(
  place: string,
  of: Of,
  table: string,
  column: string,
  fields: Readonly<Record<string, string>>,
): Place {
  const names = Object.entries(fields);
  return {
    ...{ place, of },
    erase: `update ${table} set ${names.map(([name, value]) => `"${name}" = ${value}`).join(', ')}
            where ${column} = any($1::uuid[]) returning ${column}::text as id`,
    left: `select count(*)::int as left from ${table} where ${column} = any($1::uuid[])
           and (${names.map(([name, value]) => `"${name}" is distinct from ${value}`).join(' or ')})`,
  };
}

/** Of a row about two. */
const oneOf = (first: string, second: string): string =>
  `(case when ${first} = any($1::uuid[]) then ${first} else ${second} end)::text as id`;

const NOTHING = `'{}'::text[]`;

/** The alert's row stays with its type, dates and how it ended. */
const ALERT: readonly Place[] = [
  gone('danger-flags', 'alerts', 'alert_danger_flag', 'alert_id'),
  gone('warrants', 'alerts', 'warrant', 'alert_id'),
  gone('victims', 'alerts', 'victim_of_misuse', 'alert_id'),
  emptied('offences', 'alerts', 'alert_offence', 'alert_id', {
    place: 'null',
    article_text: 'null',
    period_from: 'null',
    period_to: 'null',
  }),
  emptied('alert-history', 'alerts', 'alert_transition', 'alert_id', { reason: 'null', content: 'null' }),
  emptied('alerts', 'alerts', 'alert', 'id', {
    status: `'ERASED'::alert_status`,
    initiator_agency: 'null',
    contact_24x7: 'null',
    legal_basis: NOTHING,
    national_norm: 'null',
    external_refs: `'[]'::jsonb`,
    reason_summary: `'{}'::jsonb`,
    audience: NOTHING,
    owner_audience: NOTHING,
    caveats: NOTHING,
    facts: 'null',
    facts_place: 'null',
    facts_from: 'null',
    facts_to: 'null',
    asylum_check: 'null',
    asylum_state: 'null',
    status_note: 'null',
    limitation_date: 'null',
    max_penalty_months: 'null',
    sentence_months_left: 'null',
  }),
];

const HIT: readonly Place[] = [
  gone('hit-steps', 'hits', 'hit_step', 'hit_id'),
  gone('hit-tasks', 'hits', 'hit_task', 'hit_id'),
  gone('border-events', 'hits', 'border_event', 'hit_id'),
  gone('hits', 'hits', 'hit', 'id'),
  emptied('check-queries', 'checks', 'border_check', 'id', { query: 'null', found: 'null' }),
];

const bound = (place: string, table: string): Place => gone(place, 'alerts', table, 'alert_id');

/** Facts that were bound to one alert go with it. */
const BOUND: readonly Place[] = [
  bound('names', 'person_name'),
  bound('birth-dates', 'birth_date'),
  bound('nationalities', 'nationality'),
  bound('documents', 'identity_document'),
  bound('national-ids', 'national_id'),
  bound('marks', 'mark'),
  bound('photos', 'photo'),
];

const PERSON: readonly Place[] = [
  gone('names', 'persons', 'person_name', 'person_id'),
  gone('birth-dates', 'persons', 'birth_date', 'person_id'),
  gone('nationalities', 'persons', 'nationality', 'person_id'),
  gone('documents', 'persons', 'identity_document', 'person_id'),
  gone('national-ids', 'persons', 'national_id', 'person_id'),
  gone('marks', 'persons', 'mark', 'person_id'),
  gone('photos', 'persons', 'photo', 'person_id'),
  gone('search-rows', 'persons', 'person_search', 'person_id'),
  {
    place: 'saved-questions',
    of: 'persons',
    // A question that only resembled him may be about somebody else: it stays, and forgets him.
    erase: `delete from saved_subject s using subject_match m
            where m.subject_id = s.id and m.person_id = any($1::uuid[]) and m.band <> 'POSSIBLE'
            returning m.person_id::text as id`,
    left: `select count(*)::int as left from subject_match where person_id = any($1::uuid[]) and band <> 'POSSIBLE'`,
  },
  gone('question-matches', 'persons', 'subject_match', 'person_id'),
  {
    place: 'passenger-lines',
    of: 'persons',
    erase: `delete from passenger_line l using passenger_list p
            where p.id = l.list_id and l.found_ids && $1::uuid[] and p.status = 'PURGED'
            returning (select one::text from unnest(l.found_ids) as one where one = any($1::uuid[]) limit 1) as id`,
    left: `select count(*)::int as left from passenger_line l join passenger_list p on p.id = l.list_id
           where l.found_ids && $1::uuid[] and p.status = 'PURGED'`,
  },
  gone('corrections', 'persons', 'correction_proposal', 'person_id'),
  gone('not-same-memory', 'persons', 'non_identity_pair', 'person_id'),
  {
    place: 'duplicate-decisions',
    of: 'persons',
    erase: `delete from duplicate_decision where person_a_id = any($1::uuid[]) or person_b_id = any($1::uuid[])
            returning ${oneOf('person_a_id', 'person_b_id')}`,
    left: `select count(*)::int as left from duplicate_decision
           where person_a_id = any($1::uuid[]) or person_b_id = any($1::uuid[])`,
  },
  {
    place: 'merges',
    of: 'persons',
    erase: `delete from person_merge where survivor_id = any($1::uuid[]) or absorbed_id = any($1::uuid[])
            returning ${oneOf('survivor_id', 'absorbed_id')}`,
    left: `select count(*)::int as left from person_merge
           where survivor_id = any($1::uuid[]) or absorbed_id = any($1::uuid[])`,
  },
  gone('export-registers', 'persons', 'export_person', 'person_id'),
  emptied('export-reasons', 'exports', 'export', 'id', { reason: `''`, purpose_ref: `''` }),
  emptied('export-decisions', 'exports', 'export_decision', 'export_id', { note: 'null' }),
  emptied('emergency-accesses', 'persons', 'break_glass', 'person_id', { reason: `''`, review_note: 'null' }),
  emptied('holds', 'persons', 'legal_hold', 'subject_id', { reason: `''` }),
  {
    place: 'mirror-gaps',
    of: 'persons',
    erase: 'delete from mirror_gap where entity_id = any($1::uuid[]) returning entity_id::text as id',
    left: 'select count(*)::int as left from mirror_gap where entity_id = any($1::uuid[])',
  },
  emptied('persons', 'persons', 'person', 'id', {
    owner_audience: NOTHING,
    sex: `'U'::sex`,
    deceased: `'NO'::deceased`,
    deceased_on: 'null',
    identity_status: `'UNCONFIRMED'::identity_status`,
    birth_place: 'null',
    birth_settlement: 'null',
    birth_region: 'null',
    birth_country: 'null',
    languages: NOTHING,
    height_cm: 'null',
    weight_kg: 'null',
    build: 'null',
    hair_colour: 'null',
    eye_colour: 'null',
    described_on: 'null',
  }),
];

const inCase = (place: string, table: string): Place => gone(place, 'cases', table, 'case_id');

const through = (place: string, table: string, column: string, parent: string): Place => {
  const where = `where ${column} in (select id from ${parent} where case_id = any($1::uuid[]))`;
  return {
    ...{ place, of: 'cases' },
    erase: `delete from ${table} ${where}
            returning (select p.case_id::text from ${parent} p where p.id = ${column}) as id`,
    left: `select count(*)::int as left from ${table} ${where}`,
  };
};

const LAST_OF_GROUP = `select c.competing_group_id from extradition_case c where c.id = any($1::uuid[]) and not exists (
  select 1 from extradition_case o where o.competing_group_id = c.competing_group_id and o.erased_at is null
    and o.id <> all($1::uuid[]))`;

/** The case's row stays with its states, treaty, dates and how it ended. */
const CASE: readonly Place[] = [
  {
    place: 'competing-requests',
    of: 'cases',
    // The reasons why one request went first belong to all of them: they go with the last.
    erase: `update competing_group g set criteria = '[]' where id in (${LAST_OF_GROUP})
            returning (select c.id::text from extradition_case c
              where c.competing_group_id = g.id and c.id = any($1::uuid[]) limit 1) as id`,
    left: `select count(*)::int as left from competing_group where criteria <> '[]' and id in (${LAST_OF_GROUP})`,
  },
  through('clock-changes', 'case_deadline_change', 'deadline_id', 'case_deadline'),
  inCase('clocks', 'case_deadline'),
  inCase('case-history', 'case_event'),
  inCase('custody', 'custody_record'),
  inCase('refusal-checks', 'refusal_check'),
  inCase('decisions', 'case_decision'),
  inCase('matters', 'case_matter'),
  inCase('comments', 'case_comment'),
  inCase('case-tasks', 'case_task'),
  inCase('assignments', 'case_assignment'),
  inCase('case-mail', 'case_mail'),
  through('file-versions', 'case_file_version', 'file_id', 'case_file'),
  inCase('case-files', 'case_file'),
  inCase('manifests', 'case_manifest'),
  {
    place: 'exchange-letters',
    of: 'cases',
    erase: `delete from exchange_letter where case_number in (
      select case_number from extradition_case where id = any($1::uuid[]))
      returning (select c.id::text from extradition_case c where c.case_number = exchange_letter.case_number) as id`,
    left: `select count(*)::int as left from exchange_letter where case_number in (
      select case_number from extradition_case where id = any($1::uuid[]))`,
  },
  emptied('case-offences', 'cases', 'case_offence', 'case_id', { article_text: 'null' }),
  emptied('cases', 'cases', 'extradition_case', 'id', {
    rq_reference: 'null',
    rd_reference: 'null',
    treaty_override: 'null',
    surrender_place: 'null',
    signed_manifest: 'null',
    outcome: 'null',
  }),
];

const ASSISTANCE: readonly Place[] = [
  emptied('assistance-steps', 'assistance', 'assistance_step', 'request_id', {
    reference: 'null',
    reason: 'null',
  }),
  emptied('assistance', 'assistance', 'assistance_request', 'id', { subject: `''`, legal_basis: `''` }),
];

const ASSET_CASE: readonly Place[] = [
  emptied('asset-measures', 'assets', 'asset_measure', 'asset_id', {
    reference: 'null',
    authority: 'null',
    reason: 'null',
  }),
  emptied('asset-warnings', 'assets', 'asset_warning', 'asset_id', { note: 'null' }),
  emptied('assets', 'assets', 'asset', 'id', {
    description: `''`,
    identifiers: 'null',
    identifier_hashes: NOTHING,
    registered_owner: 'null',
    beneficial_owner: 'null',
    value_source: 'null',
  }),
  emptied('asset-cases', 'assetCases', 'asset_case', 'id', {
    title: `''`,
    note: 'null',
    legal_basis: 'null',
    person_id: 'null',
  }),
];

/** In the order in which they are emptied: what refers to a row before the row. */
export const PLACES = {
  person: [...HIT, ...PERSON, ...ALERT],
  alert: [...HIT, ...BOUND, ...ALERT],
  case: [...CASE, ...ASSISTANCE],
  'asset-case': [...ASSISTANCE, ...ASSET_CASE],
} as const satisfies Record<string, readonly Place[]>;

export type ErasedKind = keyof typeof PLACES;
