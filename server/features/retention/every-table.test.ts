// No table is forgotten: each one is emptied when a person or a case is erased, or it is said here why it is not.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { PLACES, type Place } from './places.ts';
import { PURGES } from './purge-store.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const NO_PERSONS = 'says nothing about persons recorded';
const IDS_ONLY = 'ids, codes and keyed hashes only';
const KEPT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...['_prisma_migrations', 'country', 'agency', 'app_user', 'session', 'refresh_token', 'signing_key'],
      ...['api_key', 'offence_code', 'officer_card', 'match_policy', 'legal_period', 'treaty_profile'],
      ...['number_series', 'rate_limit', 'exchange_rate', 'calendar_feed', 'webhook', 'webhook_attempt'],
      ...['mirror_index', 'mirror_sweep', 'query_key', 'passenger_list', 'import_mapping'],
      ...['report_version', 'report_publication', 'check_day', 'audit_day', 'closed_day', 'user_day'],
      ...['installation', 'training_answer', 'person_change_floor'],
    ].map((table) => [table, NO_PERSONS]),
  ),
  ...Object.fromEntries(
    [
      ...[
        'audit_event',
        'audit_seal',
        'audit_sealed',
        'audit_gone',
        'domain_event',
        'webhook_delivery',
        'asset_claim',
      ],
      ...['mirror_outbox', 'mirror_deletion', 'erasure', 'erasure_pending', 'import', 'import_row'],
    ].map((table) => [table, IDS_ONLY]),
  ),
  subject_request_step: 'goes with its request',
  export_download: 'goes with its export',
  ...Object.fromEntries(
    ['exchange_peer', 'exchange_note', 'exchange_told', 'exchange_heard', 'exchange_in_message'].map(
      (table) => [table, IDS_ONLY],
    ),
  ),
  // Taken away with the person, processes that run would not hear that they have to forget his names.
  person_change: 'ids only, and gone within two hours',
  exchange_out_message: 'what it says is taken away when it has arrived',
  idempotency_key: 'answers of one day; nobody is erased within a day',
};

it('every table of the database has its place in retention', async () => {
  const { rows } = await world.database.pool.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace
       and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  const places: readonly Place[] = Object.values(PLACES).flat();
  const statements = [...places.map(({ erase }) => erase), ...PURGES.flatMap(({ erase }) => erase)].join(
    '\n',
  );
  const forgotten = rows
    .map(({ name }) => name)
    .filter(
      (name) => !(name in KEPT) && !new RegExp(`(delete from|update) ${name}\\b`, 'u').test(statements),
    );
  expect(forgotten).toEqual([]);
  const gone = Object.keys(KEPT).filter((name) => !rows.some((row) => row.name === name));
  expect(gone).toEqual([]);
});

it('every place can be emptied and asked', async () => {
  const places: readonly Place[] = Object.values(PLACES).flat();
  const client = await world.database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('izdoo.erasing', 'on', true)`);
    for (const { place, erase, left } of places) {
      await client.query(erase, [[]]);
      expect((await client.query(left, [[]])).rows, place).toEqual([{ left: 0 }]);
    }
  } finally {
    await client.query('rollback');
    client.release();
  }
});
