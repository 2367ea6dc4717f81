// What a restored database holds: records that are not erased in it, and entries that come back to its ledger.
import type { Pool } from 'pg';
import type { Named } from './facts-store.ts';
import type { ErasedKind } from './places.ts';

const LIVING: Readonly<Record<ErasedKind, string>> = {
  person: `select id, registry_number as number, source_state as state from person
           where erased_at is null and merged_into_id is null`,
  alert: `select id, alert_number as number, owner_state as state from alert where status <> 'ERASED'`,
  case: 'select id, case_number as number, requesting_state as state from extradition_case where erased_at is null',
  'asset-case':
    'select id, case_number as number, owner_state as state from asset_case where erased_at is null',
};

const PAGE = 5_000;

export interface LedgerLine {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly rule: string;
  readonly state: string;
  readonly places: Readonly<Record<string, number>>;
  readonly subjectKey: string;
  readonly numberKey: string;
}

export const createRestoredStore = (pool: Pool) => ({
  async *living(kind: ErasedKind): AsyncGenerator<Named> {
    for (let after: string | null = null; ; ) {
      const { rows }: { rows: Named[] } = await pool.query<Named>(
        `select * from (${LIVING[kind]}) as one where $1::uuid is null or id > $1 order by id limit ${PAGE}`,
        [after],
      );
      yield* rows;
      after = rows.at(-1)?.id ?? null;
      if (after === null) return;
    }
  },
  async insert(lines: readonly LedgerLine[]): Promise<void> {
    if (lines.length === 0) return;
    await pool.query(
      `insert into erasure (id, at, kind, rule, state, subject_key, number_key, places)
       select id, at, kind, rule, state, decode("subjectKey", 'hex'), decode("numberKey", 'hex'), places
       from jsonb_to_recordset($1::jsonb) as one (id uuid, at timestamptz, kind text, rule text, state text,
         "subjectKey" text, "numberKey" text, places jsonb)
       on conflict do nothing`,
      [JSON.stringify(lines)],
    );
  },
});
