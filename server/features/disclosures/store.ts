// The table of disclosures.
import type { Pool } from 'pg';
import type { DisclosureVia, DisclosureView } from './contract.ts';

interface Note {
  readonly id: string;
  readonly personId: string;
  readonly alertIds: readonly string[];
  readonly ownerStates: readonly string[];
}

interface Recipient {
  readonly at: Date;
  readonly recipientId: string;
  readonly recipientAgencyId: string;
  readonly recipientState: string;
  readonly via: DisclosureVia;
  readonly requestId: string;
}

export interface DisclosureStore {
  insert(recipient: Recipient, notes: readonly Note[]): Promise<void>;
  personByNumber(registryNumber: string): Promise<string | null>;
  /** Newest first, after the place `[at, id]` when given. */
  list(
    state: string,
    personId: string,
    limit: number,
    after: readonly [string, string] | null,
  ): Promise<DisclosureView[]>;
}

const INSERT = `
  insert into disclosure (id, at, person_id, alert_ids, owner_states, recipient_id, recipient_agency_id,
                          recipient_state, via, request_id)
  select note.id, $2, note.person_id, note.alert_ids, note.owner_states, $3, $4, $5, $6, $7
  from jsonb_to_recordset($1::jsonb) as note (id uuid, person_id uuid, alert_ids uuid[], owner_states text[])`;

// A state learns where its own data went. What other states added to the same picture is not its business:
// the existence of their alerts least of all. Records merged into the person were shown under their own id.
const LIST = `
  select d.id, to_char(d.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, d.person_id as "personId",
         case when d.recipient_state = $1 then d.alert_ids else own.alert_ids end as "alertIds",
         case when d.recipient_state = $1 then d.owner_states else array[$1] end as "ownerStates",
         case when d.recipient_state = $1 then d.recipient_id end as "recipientId",
         d.recipient_agency_id as "recipientAgencyId", d.recipient_state as "recipientState", d.via
  from disclosure d
  cross join lateral (
    select coalesce(array_agg(a.id order by a.id), '{}') as alert_ids
    from alert a where a.id = any(d.alert_ids) and a.owner_state = $1) own
  where d.person_id in (select $2::uuid union all select p.id from person p where p.merged_into_id = $2)
    and (d.recipient_state = $1 or $1 = any(d.owner_states) or own.alert_ids <> '{}')
    and ($4::timestamptz is null or (d.at, d.id) < ($4::timestamptz, $5::uuid))
  order by d.at desc, d.id desc
  limit $3`;

export const createDisclosureStore = (pool: Pool): DisclosureStore => ({
  async insert(recipient, notes) {
    const rows = notes.map((note) => ({
      id: note.id,
      person_id: note.personId,
      alert_ids: note.alertIds,
      owner_states: note.ownerStates,
    }));
    await pool.query({
      name: 'disclosure-insert',
      text: INSERT,
      values: [
        JSON.stringify(rows),
        recipient.at,
        recipient.recipientId,
        recipient.recipientAgencyId,
        recipient.recipientState,
        recipient.via,
        recipient.requestId,
      ],
    });
  },
  async personByNumber(registryNumber) {
    const { rows } = await pool.query<{ id: string }>('select id from person where registry_number = $1', [
      registryNumber,
    ]);
    return rows[0]?.id ?? null;
  },
  async list(state, personId, limit, after) {
    const { rows } = await pool.query<DisclosureView>(LIST, [
      state,
      personId,
      limit,
      after?.[0] ?? null,
      after?.[1] ?? null,
    ]);
    return rows;
  },
});
