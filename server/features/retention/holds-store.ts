// The table of legal holds.
import type { Pool } from 'pg';
import type { Tx } from '../../platform/database/database.ts';
import type { HoldBody, HoldView } from './contract.ts';

type HoldRow = Omit<HoldView, 'setAt' | 'releasedAt'> & {
  readonly setAt: Date;
  readonly releasedAt: Date | null;
};

const COLUMNS = `h.id, h.subject_type as "subjectType", h.subject_id as "subjectId", h.reason, h.set_by as "setBy",
  h.set_at as "setAt", h.released_at as "releasedAt", h.version,
  coalesce((select registry_number from person where id = h.subject_id),
    (select case_number from extradition_case where id = h.subject_id),
    (select case_number from asset_case where id = h.subject_id)) as number`;

const viewOf = ({ setAt, releasedAt, ...row }: HoldRow): HoldView => ({
  ...row,
  setAt: setAt.toISOString(),
  releasedAt: releasedAt?.toISOString() ?? null,
});

export interface HoldSubject {
  readonly subjectType: HoldBody['subjectType'];
  readonly subjectId: string;
}

const BY_NUMBER: Readonly<Record<HoldBody['subjectType'], string>> = {
  person: 'select id from person where registry_number = $1',
  case: 'select id from extradition_case where case_number = $1',
  'asset-case': 'select id from asset_case where case_number = $1',
};

const OWN: Readonly<Record<HoldBody['subjectType'], string>> = {
  person: `select 1 from person p where p.id = $1 and p.erased_at is null and (p.source_state = $2
    or exists (select 1 from alert a where a.person_id = p.id and a.owner_state = $2))`,
  case: `select 1 from extradition_case c where c.id = $1 and c.erased_at is null
    and $2 in (c.requesting_state, case when c.shared_at is not null then c.requested_state end)`,
  'asset-case': 'select 1 from asset_case c where c.id = $1 and c.erased_at is null and c.owner_state = $2',
};

export function createHoldStore(pool: Pool) {
  return {
    async list(state: string, released: boolean, before: string | null, limit: number): Promise<HoldView[]> {
      const { rows } = await pool.query<HoldRow>(
        `select ${COLUMNS} from legal_hold h where h.state = $1 and ($2 or h.released_at is null)
           and ($3::uuid is null or h.id < $3) order by h.id desc limit $4`,
        [state, released, before, limit],
      );
      return rows.map(viewOf);
    },
    async get(id: string, state: string): Promise<HoldView | null> {
      const { rows } = await pool.query<HoldRow>(
        `select ${COLUMNS} from legal_hold h where h.id = $1 and h.state = $2`,
        [id, state],
      );
      return rows[0] ? viewOf(rows[0]) : null;
    },
    /** Whether the state has a part in the record: its own, or one with an alert or a case of its own. */
    async isOwn({ subjectType, subjectId }: HoldSubject, state: string): Promise<boolean> {
      const { rowCount } = await pool.query(OWN[subjectType], [subjectId, state]);
      return rowCount !== 0;
    },
    async idOf(subjectType: HoldBody['subjectType'], number: string): Promise<string | null> {
      const { rows } = await pool.query<{ id: string }>(BY_NUMBER[subjectType], [number]);
      return rows[0]?.id ?? null;
    },
  };
}

export async function insertHold(
  tx: Tx,
  hold: HoldSubject & {
    readonly reason: string;
    readonly id: string;
    readonly state: string;
    readonly setBy: string;
  },
): Promise<void> {
  await tx.db.legalHold.create({ data: { ...hold, setAt: tx.now } });
}

/** @returns false when it was released or changed meanwhile */
export async function releaseHold(tx: Tx, id: string, version: number, by: string): Promise<boolean> {
  const { count } = await tx.db.legalHold.updateMany({
    where: { id, version, releasedAt: null },
    data: { releasedAt: tx.now, releasedBy: by, version: version + 1 },
  });
  return count === 1;
}
