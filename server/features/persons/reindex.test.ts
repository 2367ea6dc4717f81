// Reindexing: rows of another key version are made anew, are found all along, and lose no change of the same moment.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { systemActor } from '../../domain/access/actor.ts';
import { readerTokens } from '../../domain/access/audience.ts';
import { createPostgresCandidateSource } from '../../platform/search/postgres/candidate-source.ts';
import { countOlderRows } from '../../platform/search/postgres/older-rows.ts';
import { personBody } from './contract.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const actor = systemActor('test-reindex', 'test');
const running = () => new AbortController().signal;

async function found(full: string): Promise<string[]> {
  const { items } = await world.services.search.searchPersons(world.actor('KGZ', 'INV'), {
    name: full,
    limit: 20,
    purpose: { code: 'P1', reference: 'test' },
  });
  return items.map(({ personId }) => personId);
}

const make = async (full: string): Promise<string> =>
  (
    await world.services.persons.createPerson(
      world.actor('KGZ', 'INV'),
      personBody.parse({ sex: 'M', names: [{ type: 'PRIMARY', full }] }),
    )
  ).id;

const query = async <T extends object>(text: string, values: unknown[]): Promise<T[]> =>
  (await world.database.pool.query<T>(text, values)).rows;

/** Rows as another version of the program made them, with keys that say nothing to this one. */
const makeOther = (ids: readonly string[], version: number) =>
  query(`update person_search set key_version = $2, keys = '{}' where person_id = any($1)`, [ids, version]);

const versions = async (ids: readonly string[]): Promise<number[]> =>
  (
    await query<{ version: number }>(
      `select key_version::int as version from person_search where person_id = any($1)
       order by array_position($1, person_id)`,
      [ids],
    )
  ).map(({ version }) => version);

const traced = async (): Promise<number> =>
  (
    await query<{ rows: number }>(
      `select coalesce(sum((data ->> 'rows')::int), 0)::int as rows from audit_event where type = 'search.reindexed'`,
      [],
    )
  )[0]?.rows ?? 0;

const FAMILIES = [
  'Абасов',
  'Беков',
  'Вахидов',
  'Гафуров',
  'Ершов',
  'Жолдошев',
  'Зарипов',
  'Калыков',
  'Усенов',
];

describe('reindex', () => {
  it('finds a person whose keys are of another version, and makes his row anew', async () => {
    const id = await make('Выдуманов Пример Образцович');
    await makeOther([id], 0);
    expect(await found('Vydumanov Primer')).toEqual([id]);
    const steps: number[][] = [];
    const options = { all: false, onProgress: (done: number, total: number) => steps.push([done, total]) };
    expect(await world.services.persons.reindex(actor, options)).toBe(1);
    expect(steps).toEqual([[1, 1]]);
    expect(await versions([id])).toEqual([world.services.names.keyVersion]);
    expect(await found('Vydumanov Primer')).toEqual([id]);
    expect(await world.services.persons.reindex(actor, { all: false })).toBe(0);
    expect(await world.services.persons.reindex(actor, { all: true })).toBe(1);
  });

  it('the worker makes older rows and leaves newer ones to the newer program; both are found all along', async () => {
    const { persons, names } = world.services;
    const [older, newer] = [await make('Эскиев Версия'), await make('Жаңыев Версия')];
    await makeOther([older], names.nameKeysSince - 1);
    await makeOther([newer], names.keyVersion + 1);
    for (const [name, id] of [
      ['Eskiev Versiia', older],
      ['Zhanyev Versiia', newer],
    ] as const)
      expect(await found(name)).toContain(id);
    const left = () => countOlderRows(world.database.pool, names.keyVersion);
    expect(await left()).toBe(1);
    expect(await persons.renewOlder(running())).toBe(1);
    expect(await left()).toBe(0);
    expect(await versions([older, newer])).toEqual([names.keyVersion, names.keyVersion + 1]);
    expect(await found('Eskiev Versiia')).toContain(older);
    expect(await found('Zhanyev Versiia')).toContain(newer);
    // The operator's command takes both: he may have gone back to an older program.
    expect(await persons.reindex(actor, { all: false })).toBe(1);
    expect(await versions([newer])).toEqual([names.keyVersion]);
  });

  it('older rows whose names have the same keys are asked for by name, and no longer all read with every question', async () => {
    const { names } = world.services;
    const [mine, another] = [await make('Ортоңку Нускасы'), await make('Башка Бирөө')];
    const born = { year: 1980, month: 2, day: 15 };
    const keys = names.indexKeys(names.analyse({ full: 'Ортоңку Нускасы' }), [], false);
    await query(`update person_search set key_version = $2, keys = $3 where person_id = $1`, [
      mine,
      names.nameKeysSince,
      keys,
    ]);
    await makeOther([another], names.nameKeysSince);
    const source = createPostgresCandidateSource(world.database.pool);
    const asked = names.analyse({ full: 'Ortonku Nuskasy' });
    const question = {
      ...{ keyVersion: names.keyVersion, nameKeysSince: names.nameKeysSince },
      ...{ exact: [], audience: readerTokens(world.actor('KGZ', 'INV')), limit: 10 },
    };
    const dated = {
      ...{ names: [asked], births: [born], worth: () => true },
      keys: () => names.datedKeys(asked, [born]),
    };
    expect(dated.keys()).not.toBeNull();
    expect(await source.findDated?.({ ...question, ...dated })).toBeNull();
    const { rows, complete } = await source.find({ ...question, keys: names.queryKeys(asked, [born]) });
    expect(rows.map(({ personId }) => personId)).toEqual([mine]);
    expect(complete).toBe(true);
    // What a filter asks for is of a version, too: then the older are all looked at.
    const filter = { tags: [['Y:1980']], exact: [] };
    const filtered = await source.find({ ...question, keys: names.queryKeys(asked, [born]), filter });
    expect(filtered.rows.map(({ personId }) => personId).sort()).toEqual([mine, another].sort());
    await world.services.persons.reindex(actor, { all: false });
  });

  it('two workers and the command at once make each row once', async () => {
    const { persons, names } = world.services;
    const ids: string[] = [];
    for (const family of FAMILIES) for (let n = 0; n < 6; n += 1) ids.push(await make(`${family} Эки ${n}`));
    await makeOther(ids, 0);
    const before = await traced();
    const all = await Promise.all([
      persons.renewOlder(running()),
      persons.renewOlder(running()),
      persons.reindex(actor, { all: false }),
    ]);
    expect(all.reduce((sum, rows) => sum + rows, 0)).toBe(ids.length);
    expect((await traced()) - before).toBe(ids.length);
    expect(new Set(await versions(ids))).toEqual(new Set([names.keyVersion]));
  });

  it('waits for nobody who changes a person, and takes him up afterwards; cut off, it goes on later', async () => {
    const { persons, names } = world.services;
    const ids = [await make('Кармалган Адам'), await make('Бошотулган Адам')];
    await makeOther(ids, 0);
    const cutOff = new AbortController();
    cutOff.abort();
    expect(await persons.renewOlder(cutOff.signal)).toBe(0);
    const other = await world.database.pool.connect();
    await other.query('begin');
    await other.query('select from person where id = $1::uuid for no key update', [ids[0]]);
    expect(await persons.renewOlder(running())).toBe(1);
    expect(await versions(ids)).toEqual([0, names.keyVersion]);
    await other.query('rollback');
    other.release();
    expect(await persons.renewOlder(running())).toBe(1);
    expect(await versions(ids)).toEqual([names.keyVersion, names.keyVersion]);
  });
});
