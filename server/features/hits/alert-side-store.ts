// What second line has to know of the alert behind a hit: owner, validity, contact, dangers, warrants; read fresh every time.
import type { Tx } from '../../platform/database/database.ts';

export interface AlertSideRow {
  readonly id: string;
  readonly alertNumber: string;
  readonly type: string;
  readonly ownerState: string;
  readonly ownerAgency: string | null;
  readonly contact24x7: string | null;
  readonly issuedOn: string | null;
  readonly endsAt: Date | null;
  readonly verifiedAt: Date | null;
  readonly extraditionWill: string | null;
  readonly actions: readonly string[];
  readonly dangerFlags: readonly { flag: string; reason: string; since: string }[];
  readonly warrants: readonly {
    kind: string;
    number: string;
    issuingAuthority: string;
    issuedOn: string;
    revoked: boolean;
  }[];
  /** Of an alert that another installation keeps: when that was last heard of. */
  readonly heardAt: Date | null;
  readonly keptElsewhere: boolean;
  readonly victims: number;
}

export async function readAlertSide(db: Tx['db'], alertId: string, now: Date): Promise<AlertSideRow | null> {
  const rows = await db.$queryRaw<AlertSideRow[]>`
    select a.id, a.alert_number as "alertNumber", a.type::text as type, a.owner_state as "ownerState",
      g.name as "ownerAgency", coalesce(a.contact_24x7, g.contact_24x7) as "contact24x7",
      to_char(coalesce(a.issued_on, a.valid_from), 'YYYY-MM-DD') as "issuedOn", a.ends_at as "endsAt",
      (select max(t.at) from alert_transition t where t.alert_id = a.id and t.verb in ('approve', 'renew', 'resume')) as "verifiedAt",
      a.extradition_will as "extraditionWill", coalesce(a.actions_on_hit, '{}') as actions,
      coalesce((select jsonb_agg(jsonb_build_object('flag', f.flag, 'reason', f.reason, 'since', f.since))
        from alert_danger_flag f where f.alert_id = a.id
          and f.expires_on >= (${now}::timestamptz at time zone coalesce(c.time_zone, 'UTC'))::date), '[]') as "dangerFlags",
      coalesce((select jsonb_agg(jsonb_build_object('kind', w.kind, 'number', w.number, 'issuingAuthority', w.issuing_authority,
          'issuedOn', w.issued_on, 'revoked', w.revoked_on is not null) order by w.issued_on desc)
        from warrant w where w.alert_id = a.id), '[]') as warrants,
      p.heard_at as "heardAt", a.peer_id is not null as "keptElsewhere",
      (select count(*)::int from victim_of_misuse v where v.alert_id = a.id) as victims
    from alert a left join agency g on g.id = a.owner_agency_id left join country c on c.alpha3 = a.owner_state
      left join exchange_peer p on p.id = a.peer_id
    where a.id = ${alertId}::uuid`;
  return rows[0] ?? null;
}
