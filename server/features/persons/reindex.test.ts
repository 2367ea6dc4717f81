// Reindexing: rows of another key version are made anew, are found all along, and lose no change of the same moment.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { systemActor } from '../../domain/access/actor.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestWorld();
});
afterAll(() => world.close());

const actor = systemActor('test-reindex', 'test');
const name = (full: string) => ({ type: 'PRIMARY' as const, full });

async function found(full: string): Promise<number> {
  const { items } = await world.services.search.searchPersons(world.actor('KGZ', 'INV'), {
    name: full,
    limit: 20,
    purpose: { code: 'P1', reference: 'test' },
  });
  return items.length;
}

describe('reindex', () => {
  it('finds a person whose keys are of another version, and makes his row anew', async () => {
    const investigator = world.actor('KGZ', 'INV');
    const { id } = await world.services.persons.createPerson(investigator, {
      sex: 'M',
      names: [name('Выдуманов Пример Образцович')],
    } as never);
    await world.database.pool.query(
      `update person_search set key_version = 0, keys = '{}' where person_id = $1`,
      [id],
    );
    expect(await found('Vydumanov Primer')).toBe(1);
    expect(await world.services.persons.reindex(actor, { all: false })).toBe(1);
    const { rows } = await world.database.pool.query(
      'select key_version, cardinality(keys) as keys from person_search where person_id = $1',
      [id],
    );
    expect(rows[0].key_version).toBe(world.services.names.keyVersion);
    expect(rows[0].keys).toBeGreaterThan(0);
    expect(await found('Vydumanov Primer')).toBe(1);
    expect(await world.services.persons.reindex(actor, { all: false })).toBe(0);
  });
});
