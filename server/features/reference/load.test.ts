// The loader on a real database: repeatable, never rewriting a published version.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEST_SECRET } from '../../../tests/support/people.ts';
import { cloneDatabase, type TestDatabase } from '../../../tests/support/test-database.ts';
import { systemClock } from '../../platform/clock.ts';
import { createDatabase, type Database } from '../../platform/database/database.ts';
import { createVault } from '../../platform/security/vault.ts';
import { loadReferenceData } from './load.ts';

let clone: TestDatabase;
let database: Database;

beforeAll(async () => {
  clone = await cloneDatabase();
  database = createDatabase({ url: clone.url, clock: systemClock, vault: createVault(TEST_SECRET) });
});

afterAll(async () => {
  await database.close();
  await clone.drop();
});

const traces = async () =>
  (await database.pool.query("select count(*)::int as n from audit_event where type = 'reference.loaded'"))
    .rows[0]?.n as number;

it('writes nothing and leaves no trace when all is there', async () => {
  const before = await traces();
  expect(await loadReferenceData(database)).toEqual({ written: {}, kept: [] });
  expect(await traces()).toBe(before);
});

it('brings back what is missing and leaves a trace', async () => {
  const before = await traces();
  await database.pool.query("delete from officer_card where action = 'A1'");
  await database.pool.query("update country set name_en = 'x', member = false where alpha3 = 'KGZ'");
  expect((await loadReferenceData(database)).written).toEqual({ officer_card: 1, country: 1 });
  expect(await traces()).toBe(before + 1);
  const { rows } = await database.pool.query("select name_en, member from country where alpha3 = 'KGZ'");
  expect(rows).toEqual([{ name_en: 'Kyrgyzstan', member: false }]);
});

it('keeps the content of a published version and says so', async () => {
  await database.pool.query("update officer_card set text_en = 'local words' where action = 'A2'");
  await database.pool.query("update officer_card set verified_by = 'a lawyer' where action = 'L1'");
  expect(await loadReferenceData(database)).toEqual({ written: {}, kept: ['officer_card A2 1'] });
  const { rows } = await database.pool.query("select text_en from officer_card where action = 'A2'");
  expect(rows).toEqual([{ text_en: 'local words' }]);
});

it('lets two processes load at once', async () => {
  await database.pool.query('delete from match_policy');
  const results = await Promise.all([loadReferenceData(database), loadReferenceData(database)]);
  const written = results.reduce((sum, result) => sum + (result.written['match_policy'] ?? 0), 0);
  const { rows } = await database.pool.query('select count(*)::int as n from match_policy');
  expect(rows[0]?.n).toBe(written);
});
