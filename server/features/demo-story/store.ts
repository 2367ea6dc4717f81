// Whom the story can be told about: invented persons under alerts in force, each taken once.
import type pg from 'pg';

export interface Suspect {
  readonly alertId: string;
  readonly personId: string;
  readonly type: string;
  readonly ownerState: string;
  readonly offenceIds: readonly string[];
  readonly name: string;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  readonly document: { readonly number: string; readonly state: string };
  /** Wanted by another state as well. */
  readonly isWantedTwice: boolean;
  /** The story told of this alert before: in a case, at the border. */
  readonly hasCase: boolean;
  readonly hasHit: boolean;
}

export interface StoryStore {
  /** Always the same ones in the same order, however much of the story has been told. */
  suspects(): Promise<Suspect[]>;
  /** Whether there is a demo registry without the end of its story, in which nobody has worked yet. */
  isUnfinished(): Promise<boolean>;
  userIds(): Promise<Map<string, string>>;
  agencyIds(): Promise<Map<string, string>>;
  /** Whatever was recorded before anybody worked here is demo data. */
  markDemo(): Promise<void>;
}

export function createStoryStore(pool: pg.Pool): StoryStore {
  const pairs = async (sql: string) => {
    const { rows } = await pool.query<{ key: string; value: string }>(sql);
    return new Map(rows.map(({ key, value }) => [key, value]));
  };
  return {
    async suspects() {
      // The hand-made people stay as the guides describe them: their alerts say something of their own.
      // The story changes the status of alerts that it tells of, and those it told of are known by what it left.
      const { rows } = await pool.query<Omit<Suspect, 'document'> & { number: string; issuer: string }>(
        `with told as (
           select alert_id from extradition_case union select alert_id from hit
         )
         select distinct on (a.owner_state, a.alert_number) a.id as "alertId", a.person_id as "personId", a.type::text as type,
           a.owner_state as "ownerState",
           array(select o.id::text from alert_offence o where o.alert_id = a.id) as "offenceIds",
           n.full as name, make_date(b.year, b.month, b.day)::text as "birthDate", d.number, d.issuing_state as issuer,
           exists (select 1 from alert other where other.person_id = a.person_id and other.id <> a.id) as "isWantedTwice",
           exists (select 1 from extradition_case c where c.alert_id = a.id) as "hasCase",
           exists (select 1 from hit h where h.alert_id = a.id) as "hasHit"
         from alert a
         join person_name n on n.person_id = a.person_id and n.type = 'PRIMARY'
         join birth_date b on b.person_id = a.person_id and b.day is not null
         join identity_document d on d.person_id = a.person_id
         where (a.status = 'ACTIVE' or a.id in (select alert_id from told)) and a.demo and a.reason_summary->>'en' = 'DEMO: invented allegation'
         order by a.owner_state, a.alert_number, d.number`,
      );
      return rows.map(({ number, issuer, ...row }) => ({ ...row, document: { number, state: issuer } }));
    },
    async isUnfinished() {
      const { rows } = await pool.query<{ unfinished: boolean }>(
        `select exists (select from app_user where demo) and not exists (select from session)
           and not exists (
             select from audit_event where type = 'seed.run' and subject_id = 'seed' and data->>'persons' = '0'
           ) as unfinished`,
      );
      return rows[0]?.unfinished ?? false;
    },
    userIds: () => pairs('select login as key, id::text as value from app_user'),
    agencyIds: () => pairs('select code as key, id::text as value from agency'),
    async markDemo() {
      for (const table of ['extradition_case', 'asset_case', 'asset', 'assistance_request'])
        await pool.query(`update ${table} set demo = true`);
    },
  };
}
