// The PostgreSQL adapter on real rows: filters within name look-ups, lists by filters alone, beginnings of names.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/support/alert-files.ts';
import { placeAlert } from '../../../../tests/support/sharing.ts';
import { createTestWorld, type TestWorld } from '../../../../tests/support/world.ts';
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
