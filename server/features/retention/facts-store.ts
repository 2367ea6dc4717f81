// What the rules of retention ask of records: who may be due, and everything that keeps him.
import type { Pool } from 'pg';
import type { AlertStatus } from '../../domain/alerts/vocabulary.ts';
import type { CaseFacts, EndedAlert, Holds, PersonFacts } from '../../domain/retention/rules.ts';

export interface Named {
  readonly id: string;
  /** Registry, alert or case number. */
  readonly number: string;
  /** Whose record it is. */
  readonly state: string;
}

type Found<T> = Named & { readonly facts: T };

export interface Candidates {
  readonly before: Date;
  /** Only records of this state; null: all. */
  readonly state: string | null;
  readonly after: string | null;
  readonly limit: number;
}

/** Ended alerts that may be due. */
export interface EndedCandidates extends Candidates {
  /** Withdrawn for one of these they are looked at at once, all others when they ended before `longBefore`. */
  readonly quickReasons: readonly string[];
  readonly longBefore: Date;
}

/** A page that was looked at, whether anything was found in it or not. */
export interface Looked {
  readonly ids: readonly string[];
  /** The last one looked at; null: there was nobody left. */
  readonly last: string | null;
}

const ENDED = `('EXECUTED', 'WITHDRAWN', 'EXPIRED', 'ARCHIVED')`;
const UNRESTRICTED = `('EXECUTED', 'WITHDRAWN', 'EXPIRED')`;
const heldIds = (ids: string) =>
  `exists (select 1 from legal_hold h where h.released_at is null and h.subject_id = any(${ids}))`;

interface AlertJson {
  readonly status: AlertStatus;
  readonly ownerState: string;
  readonly endedAt: string | null;
  readonly withdrawalReason: string | null;
}

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

const alertOf = ({ endedAt, ...alert }: AlertJson): EndedAlert => ({ ...alert, endedAt: dateOf(endedAt) });

/** Everybody who was ever merged into the person goes with him. */
export const FAMILY = (person: string) => `(
  with recursive family (id) as (
    select ${person}::uuid union select m.id from person m join family f on m.merged_into_id = f.id)
  select array_agg(id) from family)`;

const PERSON_FACTS = `
  select p.id, p.registry_number as number, p.source_state as state, p.source_state as "sourceState",
    p.updated_at as "changedAt", p.restricted_at is not null as "isRestricted",
    (select coalesce(json_agg(json_build_object('status', a.status, 'ownerState', a.owner_state,
       'endedAt', a.ended_at, 'withdrawalReason', a.withdrawal_reason)), '[]')
     from alert a where a.person_id = any(family.ids)) as alerts,
    exists (select 1 from extradition_case c where c.person_id = any(family.ids) and c.erased_at is null) as "hasCase",
    exists (select 1 from asset_case c where c.person_id = any(family.ids) and c.erased_at is null) as "hasAssetCase",
    exists (select 1 from hit h where h.person_id = any(family.ids) and h.closed_at is null) as "hasOpenHit",
    ${heldIds('family.ids')} as "isHeld",
    exists (select 1 from subject_request r where r.person_id = any(family.ids) and r.closed_at is null)
      as "hasOpenRequest"
  from person p cross join lateral (select ${FAMILY('p.id')} as ids) family`;

interface PersonRow extends Named, Omit<PersonFacts, 'alerts'> {
  readonly alerts: readonly AlertJson[];
}

const personOf = ({ id, number, state, alerts, ...facts }: PersonRow): Found<PersonFacts> => ({
  ...{ id, number, state },
  facts: { ...facts, alerts: alerts.map(alertOf) },
});

const STANDING =
  'p.erased_at is null and p.merged_into_id is null and ($2::text is null or p.source_state = $2)';

const MAYBE_DUE = '(a.ended_at <= $6 or (a.withdrawal_reason = any($5::text[]) and a.ended_at <= $1))';

// In order of an index, and cut to the page before anything else is asked: each page would read everything otherwise.
const ENDED_PERSONS = `
  with looked as materialized (
    select a.person_id as id from alert a
    where a.status in ${ENDED} and ${MAYBE_DUE} and ($3::uuid is null or a.person_id > $3)
    group by a.person_id order by a.person_id limit $4)
  select l.id::text as id, ${STANDING} as found from looked l join person p on p.id = l.id order by l.id`;

// Hardly anybody is without an alert, and no index tells who: so many are looked at, and no more.
const PERSONS_WITHOUT = `
  with looked as materialized (
    select * from person p where ($3::uuid is null or p.id > $3) order by p.id limit $4)
  select p.id::text as id, ${STANDING} and p.updated_at <= $1 and not exists (
    select 1 from alert a where a.person_id = p.id and a.status <> 'ERASED') as found
  from looked p order by p.id`;

const ALERT_FACTS = `
  select a.id, a.alert_number as number, a.owner_state as state, a.person_id as "personId", a.status, a.owner_state as "ownerState",
    a.ended_at as "endedAt", a.withdrawal_reason as "withdrawalReason",
    ${heldIds('array[a.id, a.person_id]')} as "isHeld",
    p.restricted_at is not null as "isRestricted", false as "hasOpenRequest",
    exists (select 1 from extradition_case c where c.alert_id = a.id and c.erased_at is null) as "hasCase",
    exists (select 1 from hit h where h.alert_id = a.id and h.closed_at is null) as "hasOpenHit"
  from alert a join person p on p.id = a.person_id`;

const ALERT_PAGE = `and ($2::text is null or a.owner_state = $2) and ($3::uuid is null or a.id > $3)
  order by a.id limit $4`;

type AlertFacts = EndedAlert & Holds & { readonly hasCase: boolean; readonly hasOpenHit: boolean };
type AlertFound = Found<AlertFacts> & { readonly personId: string };
type AlertLine = Named & AlertFacts & { readonly personId: string };

const alertFound = ({ id, number, state, personId, ...facts }: AlertLine): AlertFound => ({
  ...{ id, number, state, personId },
  facts,
});

const CASE_FACTS = `
  select c.id, c.case_number as number, c.requesting_state as state, c.closed_at as "closedAt",
    array[c.requesting_state, c.requested_state]::text[] as states,
    ${heldIds('array[c.id, c.person_id]')} as "isHeld", false as "isRestricted", false as "hasOpenRequest"
  from extradition_case c`;

const ASSET_CASE_FACTS = `
  select c.id, c.case_number as number, c.owner_state as state, c.closed_at as "closedAt",
    array[c.owner_state]::text[] as states,
    ${heldIds('array[c.id, c.person_id]')} as "isHeld", false as "isRestricted", false as "hasOpenRequest"
  from asset_case c`;

const named = <T extends Named>({ id, number, state, ...facts }: T): Found<Omit<T, keyof Named>> => ({
  ...{ id, number, state },
  facts,
});

export function createFactsStore(pool: Pool) {
  const values = ({ before, state, after, limit }: Candidates) => [before, state, after, limit];
  const endedValues = ({ quickReasons, longBefore, ...candidates }: EndedCandidates) => [
    ...values(candidates),
    ...[quickReasons, longBefore],
  ];
  async function look(sql: string, parameters: unknown[]): Promise<Looked> {
    const { rows } = await pool.query<{ id: string; found: boolean }>(sql, parameters);
    return { ids: rows.flatMap(({ id, found }) => (found ? [id] : [])), last: rows.at(-1)?.id ?? null };
  }
  return {
    async persons(ids: readonly string[]): Promise<Found<PersonFacts>[]> {
      const { rows } = await pool.query<PersonRow>(
        `${PERSON_FACTS} where p.id = any($1::uuid[]) and p.erased_at is null order by p.id`,
        [ids],
      );
      return rows.map(personOf);
    },
    /** Persons of alerts that ended. */
    endedPersons: (candidates: EndedCandidates) => look(ENDED_PERSONS, endedValues(candidates)),
    /** Persons without an alert whose records are that old; `limit` is how many are looked at. */
    personsWithout: (candidates: Candidates) => look(PERSONS_WITHOUT, values(candidates)),
    async alerts(ids: readonly string[]): Promise<AlertFound[]> {
      const { rows } = await pool.query<AlertLine>(
        `${ALERT_FACTS} where a.id = any($1::uuid[]) and a.status <> 'ERASED' order by a.id`,
        [ids],
      );
      return rows.map(alertFound);
    },
    /** Ended alerts that may have to go, of whatever person. */
    async oldAlerts(candidates: EndedCandidates): Promise<AlertFound[]> {
      const { rows } = await pool.query<AlertLine>(
        `${ALERT_FACTS} where a.status in ${ENDED} and ${MAYBE_DUE} ${ALERT_PAGE}`,
        endedValues(candidates),
      );
      return rows.map(alertFound);
    },
    /** Ended alerts that are not in the archive. */
    async unrestrictedAlerts(candidates: Candidates): Promise<AlertFound[]> {
      const { rows } = await pool.query<AlertLine>(
        `${ALERT_FACTS} where a.status in ${UNRESTRICTED} and a.ended_at <= $1 ${ALERT_PAGE}`,
        values(candidates),
      );
      return rows.map(alertFound);
    },
    async cases(kind: 'case' | 'asset-case', ids: readonly string[]): Promise<Found<CaseFacts>[]> {
      const { rows } = await pool.query<Named & CaseFacts>(
        `${kind === 'case' ? CASE_FACTS : ASSET_CASE_FACTS} where c.id = any($1::uuid[]) and c.erased_at is null`,
        [ids],
      );
      return rows.map(named);
    },
    async oldCases(kind: 'case' | 'asset-case', candidates: Candidates): Promise<Found<CaseFacts>[]> {
      const owner = kind === 'case' ? 'c.requesting_state' : 'c.owner_state';
      const { rows } = await pool.query<Named & CaseFacts>(
        `${kind === 'case' ? CASE_FACTS : ASSET_CASE_FACTS}
         where c.erased_at is null and c.closed_at <= $1 and ($2::text is null or ${owner} = $2)
           and ($3::uuid is null or c.id > $3) order by c.id limit $4`,
        values(candidates),
      );
      return rows.map(named);
    },
  };
}

export type FactsStore = ReturnType<typeof createFactsStore>;
