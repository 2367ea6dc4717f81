// Who may be meant by a name and a date of birth: by keys in PostgreSQL, and by the register in this process beside it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../tests/support/alert-files.ts';
import { placeAlert } from '../../../tests/support/sharing.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import type { FullDate } from '../../domain/dates/near-dates.ts';
import type { AnalysedName } from '../../domain/names/analysed-name.ts';
import type { DatedNames } from '../../domain/names/register/dated-names.ts';
import type { CandidateSource } from './port.ts';
import { createPostgresCandidateSource } from './postgres/candidate-source.ts';
import { createResidentCandidateSource } from './resident/candidate-source.ts';
import { createResidentNames, type ResidentNames } from './resident/keeper.ts';

let world: TestWorld;
let keys: Required<CandidateSource>;
let resident: ResidentNames<DatedNames>;
/** How often the register was of no use. */
let passedOn = 0;
const people: string[] = [];
const feb15 = (year: number): FullDate => ({ year, month: 2, day: 15 });

async function make(given: string, birth: string) {
  const id = await makePerson(world, world.actor('KGZ', 'INV'), { family: 'Выдуманов', given, birth });
  await placeAlert(world, 'KGZ', id, { type: 'LOCATE_WITNESS' });
  people.push(id);
  return id;
}

beforeAll(async () => {
  world = await createTestWorld();
  for (const [given, birth] of [
    ['Азамат', '1980-02-15'],
    ['Тимур', '1981-02-15'],
    ['Болот', '1992-02-15'],
  ] as const)
    await make(given, birth);
  const { database, names, logger } = world.services;
  const { pool } = database;
  keys = createPostgresCandidateSource(pool);
  resident = createResidentNames({
    ...{ pool, logger, keyVersion: names.keyVersion },
    createRegister: names.createDatedNames,
  });
  await resident.catchUp();
});
afterAll(async () => {
  await resident.stop();
  await world.close();
});

const register = () =>
  createResidentCandidateSource(world.database.pool, resident.current, {
    find: keys.find,
    findDated: (query) => {
      passedOn += 1;
      return keys.findDated(query);
    },
    findManyDated: (query) => {
      passedOn += 1;
      return keys.findManyDated(query);
    },
  });

type Ask = { given: string; limit?: number; worth?: (names: readonly AnalysedName[]) => boolean };

async function find(source: Required<CandidateSource>, birth: FullDate, { given, limit = 10, worth }: Ask) {
  const { names } = world.services;
  const { keyVersion, nameKeysSince } = names;
  const name = names.analyse({ full: `Выдуманов ${given}` });
  const asked = {
    ...{ names: [name], births: [birth], exact: [] },
    worth: worth ?? (() => true),
    keys: () => names.datedKeys(name, [birth]),
  };
  const shared = { keyVersion, nameKeysSince, audience: ['*'], limit };
  const answer = await source.findDated({ ...asked, ...shared });
  expect(answer?.complete ?? true).toBe(true);
  // Among many questions each has its own answer.
  const other = names.analyse({ full: 'Никтоев Никто' });
  const stranger = { ...asked, names: [other], keys: () => names.datedKeys(other, [birth]) };
  const questions = [{ ...stranger, exact: ['D:NOSUCH1'] }, asked, asked];
  const [nobody, ...same] = await source.findManyDated({ questions, ...shared });
  const idsOf = (one: typeof answer) => one?.rows.map(({ personId }) => people.indexOf(personId)).sort();
  expect(same.map((one) => idsOf(one))).toEqual([idsOf(answer), idsOf(answer)]);
  // Who changed since is compared with every question.
  if (resident.current() !== null && answer !== null) expect(nobody).not.toBeNull();
  return idsOf(answer);
}

describe.each(['the keys', 'the register'])('asked of %s for nobody of another date of birth', (which) => {
  const source = () => (which === 'the keys' ? keys : register());

  it('brings equal dates by one word of the name, and dates a digit off where another begins alike', async () => {
    // 1980 and 1981 are a digit apart, 1992 is two.
    expect(await find(source(), feb15(1980), { given: 'Таалай' })).toEqual([0, 1]);
    expect(await find(source(), feb15(1980), { given: 'Азамат' })).toEqual([0]);
    expect(await find(source(), feb15(1992), { given: 'Азамат' })).toEqual([2]);
    expect(await find(source(), { ...feb15(1992), day: 16 }, { given: 'Бакыт' })).toEqual([2]);
    expect(await find(source(), { ...feb15(1992), day: 16 }, { given: 'Азамат' })).toEqual([]);
    expect(await find(source(), { year: 1965, month: 7, day: 3 }, { given: 'Азамат' })).toEqual([]);
    expect(passedOn).toBe(0);
  });

  it('leaves it to the keys of names where more come than are wanted', async () => {
    expect(await find(source(), feb15(1980), { given: 'Таалай', limit: 1 })).toBeUndefined();
    passedOn = 0;
  });

  it('leaves it to them while a row is of another version, whose keys of dates are others', async () => {
    const { pool } = world.database;
    const setVersion = (version: number) =>
      pool.query('update person_search set key_version = $2 where person_id = $1', [people[2], version]);
    await setVersion(0);
    expect(await find(source(), feb15(1980), { given: 'Азамат' })).toBeUndefined();
    await setVersion(world.services.names.keyVersion);
    await resident.catchUp();
    passedOn = 0;
  });
});

describe('the register', () => {
  it('is asked what names are worth before a row is read', async () => {
    expect(await find(register(), feb15(1980), { given: 'Азамат', worth: () => false })).toEqual([]);
  });

  it('finds who was recorded after it was filled, and never brings back who is gone or was renamed', async () => {
    const late = await make('Азамат', '1980-02-15');
    expect(await find(register(), feb15(1980), { given: 'Азамат' })).toEqual([0, 3]);
    await resident.catchUp();
    expect(await find(register(), feb15(1980), { given: 'Азамат' })).toEqual([0, 3]);
    const { pool } = world.database;
    await pool.query('delete from person_search where person_id = $1', [late]);
    expect(await find(register(), feb15(1980), { given: 'Азамат' })).toEqual([0]);
    await resident.catchUp();
    expect(await find(register(), feb15(1980), { given: 'Азамат' })).toEqual([0]);
    expect(passedOn).toBe(0);
  });

  it('passes the question on when too much has changed, or nobody kept it current', async () => {
    const { pool } = world.database;
    await pool.query('update person_change_floor set purged_below = pg_current_xact_id()::text::bigint + 1');
    expect(await find(register(), feb15(1980), { given: 'Азамат' })).toEqual([0]);
    expect(passedOn).toBe(2);
  });
});
