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
  /** Without alerts that are restricted already. */
  readonly unrestricted?: boolean;
  readonly limit: number;
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

const STANDING = `p.erased_at is null and p.merged_into_id is null and ($2::text is null or p.source_state = $2)
    and ($3::uuid is null or p.id > $3)`;

// Two ways to be due, each with an index of its own; who has neither an old alert nor an old record is not looked at. Each way is cut to
// the page by itself: among very many, all of them would be gathered for every page.
const PERSON_IDS = `
  select id from (
    (select distinct p.id from alert a join person p on p.id = a.person_id
     where a.status in ${ENDED} and a.ended_at <= $1 and ${STANDING} order by p.id limit $4)
    union
    (select p.id from person p where p.updated_at <= $1 and ${STANDING}
       and not exists (select 1 from alert a where a.person_id = p.id and a.status <> 'ERASED')
     order by p.id limit $4)) as old
  order by id limit $4`;

const ALERT_FACTS = `
  select a.id, a.alert_number as number, a.owner_state as state, a.person_id as "personId", a.status, a.owner_state as "ownerState",
    a.ended_at as "endedAt", a.withdrawal_reason as "withdrawalReason",
    ${heldIds('array[a.id, a.person_id]')} as "isHeld",
    p.restricted_at is not null as "isRestricted", false as "hasOpenRequest",
    exists (select 1 from extradition_case c where c.alert_id = a.id and c.erased_at is null) as "hasCase",
    exists (select 1 from hit h where h.alert_id = a.id and h.closed_at is null) as "hasOpenHit"
  from alert a join person p on p.id = a.person_id`;

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
  return {
    async persons(ids: readonly string[]): Promise<Found<PersonFacts>[]> {
      const { rows } = await pool.query<PersonRow>(
        `${PERSON_FACTS} where p.id = any($1::uuid[]) and p.erased_at is null order by p.id`,
        [ids],
      );
      return rows.map(personOf);
    },
    async oldPersons(candidates: Candidates): Promise<Found<PersonFacts>[]> {
      const { rows } = await pool.query<{ id: string }>(PERSON_IDS, values(candidates));
      return rows.length === 0 ? [] : this.persons(rows.map(({ id }) => id));
    },
    async alerts(ids: readonly string[]): Promise<AlertFound[]> {
      const { rows } = await pool.query<AlertLine>(
        `${ALERT_FACTS} where a.id = any($1::uuid[]) and a.status <> 'ERASED' order by a.id`,
        [ids],
      );
      return rows.map(alertFound);
    },
    /** Ended alerts, of whatever person. */
    async oldAlerts(candidates: Candidates): Promise<AlertFound[]> {
      const { rows } = await pool.query<AlertLine>(
        `${ALERT_FACTS} where a.status in ${candidates.unrestricted ? UNRESTRICTED : ENDED} and a.ended_at <= $1 and ($2::text is null or a.owner_state = $2)
           and ($3::uuid is null or a.id > $3) order by a.id limit $4`,
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
