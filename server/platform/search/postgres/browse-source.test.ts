// The PostgreSQL adapter on real rows: filters within name look-ups, lists by filters alone, beginnings of names.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/support/alert-files.ts';
import { placeAlert } from '../../../../tests/support/sharing.ts';
import { createTestWorld, type TestWorld } from '../../../../tests/support/world.ts';
import type { FullDate } from '../../../domain/dates/near-dates.ts';
import type { RowFilter } from '../port.ts';
import { createPostgresBrowseSource } from './browse-source.ts';
import { createPostgresCandidateSource } from './candidate-source.ts';

let world: TestWorld;
const people: string[] = [];
beforeAll(async () => {
  world = await createTestWorld();
  for (const [given, birth] of [
    ['Азамат', '1980-02-15'],
    ['Тимур', '1981-02-15'],
    ['Болот', '1992-02-15'],
  ] as const) {
    const id = await makePerson(world, world.actor('KGZ', 'INV'), { family: 'Выдуманов', given, birth });
    await placeAlert(world, 'KGZ', id, { type: given === 'Болот' ? 'MISSING' : 'LOCATE_WITNESS' });
    people.push(id);
  }
});
afterAll(() => world.close());

const filterOf = (...tags: string[][]): RowFilter => ({ tags, exact: [] });

async function browse(filter: RowFilter, more: { after?: string; limit?: number; audience?: string[] } = {}) {
  const { after = null, limit = 10, audience = ['*'] } = more;
  const source = createPostgresBrowseSource(world.database.pool);
  const { keyVersion } = world.services.names;
  const { rows, complete } = await source.browse({ filter, keyVersion, audience, after, limit });
  return { ids: rows.map(({ personId }) => people.indexOf(personId)), complete };
}

describe('postgres', () => {
  it('lists by filters, the newest record first, page after page', async () => {
    // The clock stands still, so the order of the ids is chance.
    const order = people.toSorted((a, b) => (a < b ? 1 : -1)).map((id) => people.indexOf(id));
    expect(await browse(filterOf(['O:KGZ']))).toEqual({ ids: order, complete: true });
    expect((await browse(filterOf(['O:KGZ']), { limit: 2 })).ids).toEqual(order.slice(0, 2));
    const after = people[order[1] ?? 0] ?? '';
    expect((await browse(filterOf(['O:KGZ']), { limit: 2, after })).ids).toEqual(order.slice(2));
    expect((await browse(filterOf(['O:KGZ'], ['T:MISSING', 'T:INFORMATION']))).ids).toEqual([2]);
    expect((await browse(filterOf(['Y:1980', 'Y:1981'], ['T:MISSING']))).ids).toEqual([]);
    expect((await browse(filterOf(['O:KGZ']), { audience: ['s:UZB#d'] })).ids).toEqual([]);
  });

  it('says when rows of another version are about, whose tags are not known', async () => {
    const { pool } = world.database;
    const { rows } = await pool.query('select key_version from person_search where person_id = $1', [
      people[0],
    ]);
    await pool.query('update person_search set key_version = 0 where person_id = $1', [people[0]]);
    expect((await browse(filterOf(['O:KGZ']))).complete).toBe(false);
    await pool.query('update person_search set key_version = $2 where person_id = $1', [
      people[0],
      rows[0].key_version,
    ]);
  });

  it('narrows the candidates of a name, not only the first ones', async () => {
    const { names, database } = world.services;
    const source = createPostgresCandidateSource(database.pool);
    const ask = async (filter?: RowFilter) => {
      const { rows } = await source.find({
        keys: names.queryKeys(names.analyse({ full: 'Выдуманов' })),
        keyVersion: names.keyVersion,
        nameKeysSince: names.nameKeysSince,
        exact: [],
        audience: ['*'],
        limit: 1,
        ...(filter && { filter }),
      });
      return rows.map(({ personId }) => people.indexOf(personId));
    };
    expect(await ask()).toHaveLength(1);
    for (const [year, person] of [
      ['Y:1980', 0],
      ['Y:1981', 1],
      ['Y:1992', 2],
    ] as const)
      expect(await ask(filterOf([year], ['O:KGZ']))).toEqual([person]);
    expect(await ask({ tags: [], exact: ['D:NOSUCH1'] })).toEqual([]);
  });

  describe('asked for nobody of another date of birth', () => {
    const find = async (birth: FullDate, given: string, limit = 10) => {
      const { names, database } = world.services;
      const name = names.analyse({ full: `Выдуманов ${given}` });
      const source = createPostgresCandidateSource(database.pool);
      const { keyVersion, nameKeysSince } = names;
      const worth = () => true;
      const keys = () => names.datedKeys(name, [birth]);
      expect(keys()).not.toBeNull();
      const question = { names: [name], births: [birth], worth, keys, exact: [] };
      const shared = { keyVersion, nameKeysSince, audience: ['*'], limit };
      const answer = await source.findDated?.({ ...question, ...shared });
      expect(answer?.complete ?? true).toBe(true);
      // Among many questions each has its own answer.
      const questions = [
        { ...question, keys: () => ({ keys: [], near: [], companions: [] }), exact: ['D:NOSUCH1'] },
        ...[question, question],
      ];
      const [nobody, ...same] = (await source.findManyDated?.({ questions, ...shared })) ?? [];
      const rowsOf = (one: typeof answer) => one?.rows ?? null;
      expect(same.map(rowsOf)).toEqual([rowsOf(answer), rowsOf(answer)]);
      expect(nobody?.rows ?? []).toEqual([]);
      return answer?.rows.map(({ personId }) => people.indexOf(personId)).sort();
    };

    it('brings equal dates by one word of the name, and dates a digit off where another begins alike', async () => {
      // 1980 and 1981 are a digit apart, 1992 is two.
      expect(await find({ year: 1980, month: 2, day: 15 }, 'Таалай')).toEqual([0, 1]);
      expect(await find({ year: 1980, month: 2, day: 15 }, 'Азамат')).toEqual([0]);
      expect(await find({ year: 1992, month: 2, day: 15 }, 'Азамат')).toEqual([2]);
      expect(await find({ year: 1992, month: 2, day: 16 }, 'Бакыт')).toEqual([2]);
      expect(await find({ year: 1992, month: 2, day: 16 }, 'Азамат')).toEqual([]);
      expect(await find({ year: 1965, month: 7, day: 3 }, 'Азамат')).toEqual([]);
    });

    it('leaves it to the keys of names where more come than are wanted', async () => {
      expect(await find({ year: 1980, month: 2, day: 15 }, 'Таалай', 1)).toBeUndefined();
    });

    it('leaves it to them while a row is of another version, whose keys of dates are others', async () => {
      const { pool } = world.database;
      const { keyVersion } = world.services.names;
      await pool.query('update person_search set key_version = 0 where person_id = $1', [people[2]]);
      expect(await find({ year: 1980, month: 2, day: 15 }, 'Азамат')).toBeUndefined();
      await pool.query('update person_search set key_version = $2 where person_id = $1', [
        people[2],
        keyVersion,
      ]);
    });
  });

  it('finds names by how their words begin', async () => {
    const source = createPostgresBrowseSource(world.database.pool);
    const suggest = async (beginnings: string[], audience = ['*']) =>
      (await source.suggest({ beginnings, audience, limit: 10 })).rows.map(({ personId }) =>
        people.indexOf(personId),
      );
    expect((await suggest(['vi'])).sort()).toEqual([0, 1, 2]);
    expect(await suggest(['vi', 'tim'])).toEqual([1]);
    expect(await suggest(['vi'], ['s:UZB'])).toEqual([]);
  });
});
