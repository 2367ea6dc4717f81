import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../tests/support/test-database.ts';
import { newId } from '../ids.ts';
import { claimDatabase, refuseWrongDatabase, WrongDatabase } from './installation.ts';

let database: TestDatabase;
let pool: pg.Pool;
const NOW = new Date('2026-11-26T06:00:00Z');

beforeEach(async () => {
  database = await cloneDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 4 });
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});

/** The emptiest person that the database takes. */
const addPerson = () =>
  pool.query(
    `insert into person (id, registry_number, source_state, source_agency_id, created_by)
     select $1, 'KG-2026-000001-0', a.state, a.id, u.id from agency a join app_user u on u.agency_id = a.id limit 1`,
    [newId()],
  );

describe('what a database is for', () => {
  test('is decided by the first start, and the other kind of server is refused from then on', async () => {
    await claimDatabase(pool, 'TRAINING', NOW);
    await claimDatabase(pool, 'TRAINING', NOW);
    await expect(claimDatabase(pool, 'REGISTRY', NOW)).rejects.toThrow(/set TRAINING=on/);
    await expect(refuseWrongDatabase(database.url, 'REGISTRY')).rejects.toThrow(WrongDatabase);
    await refuseWrongDatabase(database.url, 'TRAINING');
  });

  test('a registry is never trained on', async () => {
    await claimDatabase(pool, 'REGISTRY', NOW);
    await expect(claimDatabase(pool, 'TRAINING', NOW)).rejects.toThrow(/is a registry/);
    await expect(refuseWrongDatabase(database.url, 'TRAINING')).rejects.toThrow(WrongDatabase);
  });

  test('persons without a mark are real: training does not touch them, not even with a migration', async () => {
    await addPerson();
    await expect(refuseWrongDatabase(database.url, 'TRAINING')).rejects.toThrow(/holds persons/);
    await expect(claimDatabase(pool, 'TRAINING', NOW)).rejects.toThrow(/holds persons/);
    expect((await pool.query('select from installation')).rowCount).toBe(0);
    // A registry of before the mark goes on as one.
    await claimDatabase(pool, 'REGISTRY', NOW);
  });

  test('one of several first starts decides', async () => {
    const kinds = ['TRAINING', 'REGISTRY', 'TRAINING', 'REGISTRY'] as const;
    const ended = await Promise.allSettled(kinds.map((kind) => claimDatabase(pool, kind, NOW)));
    const { rows } = await pool.query<{ kind: string }>('select kind from installation');
    expect(rows).toHaveLength(1);
    const allowed = kinds.filter((_, at) => ended[at]?.status === 'fulfilled');
    expect(allowed).toEqual([rows[0]?.kind, rows[0]?.kind]);
  });

  test('is never changed afterwards', async () => {
    await claimDatabase(pool, 'TRAINING', NOW);
    await expect(pool.query(`update installation set kind = 'REGISTRY'`)).rejects.toThrow(/never changed/);
    await expect(pool.query('delete from installation')).rejects.toThrow(/never changed/);
  });

  test('an empty database is for whoever comes first', async () => {
    const url = new URL(database.url);
    url.pathname = '/postgres';
    await refuseWrongDatabase(url.href, 'TRAINING');
    await refuseWrongDatabase(url.href, 'REGISTRY');
  });
});
