// A register in memory and the database beside it: whoever is in neither is missed at the border.
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../../../tests/support/test-database.ts';
import type { DatedPerson } from '../../../domain/names/register/dated-names.ts';
import { copyLine, copyText } from '../../database/copy.ts';
import { newId } from '../../ids.ts';
import { MOST_CHANGED, purgeChanges, sincePosition } from './changes.ts';
import { createResidentNames, type ResidentNames } from './keeper.ts';
import type { KeptNames } from './names-register.ts';

const KEY_VERSION = 7;

class Recorded implements KeptNames {
  readonly known = new Map<string, DatedPerson>();
  words = 0;
  get persons(): number {
    return this.known.size;
  }
  put(person: DatedPerson): void {
    this.known.set(person.id, person);
    this.words += 1;
  }
  remove(id: string): void {
    this.known.delete(id);
  }
  packed(id: string): string | undefined {
    return this.known.get(id)?.names[0]?.packed;
  }
}

let copy: TestDatabase;
let pool: pg.Pool;
let keepers: ResidentNames<Recorded>[] = [];
let warnings: string[] = [];

beforeAll(async () => {
  copy = await cloneDatabase();
  pool = new pg.Pool({ connectionString: copy.url });
  // The database is dropped while the last connections still say goodbye.
  pool.on('error', () => undefined);
});
afterAll(async () => {
  await pool.end();
  await copy.drop();
});
beforeEach(async () => {
  warnings = [];
  await pool.query('delete from person_search');
});
afterEach(async () => {
  await Promise.all(keepers.map((keeper) => keeper.stop()));
  keepers = [];
});

function keep(more: { pool?: pg.Pool; createRegister?: () => Recorded } = {}): ResidentNames<Recorded> {
  const keeper = createResidentNames({
    ...{ pool, createRegister: () => new Recorded(), keyVersion: KEY_VERSION, ...more },
    logger: {
      info: () => undefined,
      warn: (...args: unknown[]) => warnings.push(String(args.at(-1))),
    } as never,
  });
  keepers.push(keeper);
  return keeper;
}

/** Filled once, and from then on only brought up to date when a test says so. */
async function filled(): Promise<ResidentNames<Recorded>> {
  const keeper = keep();
  await keeper.catchUp();
  return keeper;
}

const standing = (keeper: ResidentNames<Recorded>) => {
  const now = keeper.current();
  if (!now) throw new Error('the register should be filled');
  return now;
};

type Queried = Pick<pg.Pool | pg.PoolClient, 'query'>;

const name = (packed: string, scope = 0) => ({ id: newId(), type: 'PRIMARY', raw: packed, packed, scope });

async function write(db: Queried, ids: readonly string[], packed = 'one', version = KEY_VERSION) {
  await db.query(
    `insert into person_search (person_id, person_version, key_version, keys, names, births, sex, nationalities, documents,
       national_ids, exact, scopes, audience)
     select id, 1, $2, '{}', $3, '[{"year": 1980, "scope": 0}]', 'M', '[]', '[]', '[]', '{}', '[]', '{}' from unnest($1::uuid[]) as id`,
    [ids, version, JSON.stringify([name(packed)])],
  );
}

const rename = (db: Queried, ids: readonly string[], packed: string) =>
  db.query(
    `update person_search set names = jsonb_set(names, '{0,packed}', to_jsonb($2::text)) where person_id = any($1)`,
    [ids, packed],
  );

async function since(position: string): Promise<{ holds: boolean; ids: string[] }> {
  const { rows } = await pool.query<{ holds: boolean; ids: string[] }>(
    `with ${sincePosition(1)} select holds, array(select person_id from changed order by 1) as ids from register`,
    [position],
  );
  const [row] = rows;
  if (!row) throw new Error('one row is always given');
  return row;
}

async function copyMany(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  const client = await pool.connect();
  const columns = [
    ...['person_id', 'person_version', 'key_version', 'keys', 'names', 'births', 'sex', 'nationalities'],
    ...['documents', 'national_ids', 'exact', 'scopes', 'audience'],
  ];
  const none = { json: [] };
  const text = ids
    .map((id) =>
      copyLine([
        id,
        1,
        KEY_VERSION,
        [1],
        { json: [name('many')] },
        none,
        'M',
        none,
        none,
        none,
        [],
        none,
        [],
      ]),
    )
    .join('');
  await copyText(client, 'person_search', columns, text);
  client.release();
  return ids;
}

test('it is filled page by page, without rows of another key version, and follows every kind of change', async () => {
  const many = await copyMany(1_203);
  const [other, mine] = [newId(), newId()];
  await write(pool, [other], 'other', KEY_VERSION - 1);
  await write(pool, [mine]);
  const keeper = keep();
  expect([keeper.current(), keeper.figures()]).toEqual([
    null,
    { ready: false, persons: 0, words: 0, behindSeconds: null },
  ]);
  keeper.start();
  await keeper.settled();
  const { names } = standing(keeper);
  expect(new Set(names.known.keys())).toEqual(new Set([...many, mine]));
  expect(names.known.get(mine)).toEqual({
    id: mine,
    names: [{ packed: 'one', undated: false }],
    births: [{ year: 1980 }],
  });
  expect(keeper.figures()).toMatchObject({ ready: true, persons: 1_204, words: 1_204 });

  const more = await copyMany(1_100);
  const [first = ''] = many;
  await rename(pool, [mine], 'two');
  await pool.query('delete from person_search where person_id = $1', [first]);
  await pool.query('update person_search set key_version = $1 where person_id = $2', [KEY_VERSION, other]);
  await keeper.catchUp();
  expect(standing(keeper).names).toBe(names);
  expect(new Set(names.known.keys())).toEqual(new Set([...many.slice(1), ...more, mine, other]));
  expect(names.packed(mine)).toBe('two');
  await pool.query('update person_search set key_version = $1 where person_id = $2', [KEY_VERSION + 1, mine]);
  await keeper.catchUp();
  expect(names.known.has(mine)).toBe(false);
  expect(warnings).toEqual([]);
});

test('what is committed and not applied is named beside the position; changes of other columns, and none, are not', async () => {
  const [changed, gone, same] = [newId(), newId(), newId()];
  await write(pool, [changed, gone, same]);
  const keeper = await filled();
  const { position } = standing(keeper);
  expect(await since(position)).toEqual({ holds: true, ids: [] });
  await pool.query(`update person_search set sex = 'F', audience = '{s:KGZ}' where person_id = $1`, [same]);
  await rename(pool, [same], 'one');
  await rename(pool, [changed], 'two');
  await pool.query(
    `insert into person_search select * from person_search where person_id = $1
     on conflict (person_id) do update set births = '[{"from": 1970, "to": 1975, "scope": 0}]'`,
    [changed],
  );
  await pool.query('delete from person_search where person_id = $1', [gone]);
  expect(await since(position)).toEqual({ holds: true, ids: [changed, gone].sort() });
  await keeper.catchUp();
  const { names, position: later } = standing(keeper);
  expect(names.known.get(changed)).toEqual({
    id: changed,
    names: [{ packed: 'two', undated: true }],
    births: [],
  });
  expect(names.known.has(gone)).toBe(false);
  expect((await since(later)).ids).toEqual([]);
});

test('a transaction that stays open holds nothing back, and nothing of it is lost when it ends', async () => {
  const [early, late, undone] = [newId(), newId(), newId()];
  const keeper = await filled();
  const [open, failing] = [await pool.connect(), await pool.connect()];
  try {
    await open.query('begin');
    await write(open, [early]);
    await failing.query('begin');
    await write(failing, [undone]);
    // Numbered later, committed first.
    await write(pool, [late]);
    await keeper.catchUp();
    const { names, position } = standing(keeper);
    expect([...names.known.keys()]).toEqual([late]);
    expect(await since(position)).toEqual({ holds: true, ids: [] });
    await rename(pool, [late], 'two');
    await keeper.catchUp();
    const { position: before } = standing(keeper);
    await open.query('commit');
    await failing.query('rollback');
    expect(await since(before)).toEqual({ holds: true, ids: [early] });
    await keeper.catchUp();
    expect(new Set(names.known.keys())).toEqual(new Set([early, late]));
    expect((await since(standing(keeper).position)).ids).toEqual([]);
  } finally {
    open.release();
    failing.release();
  }
});

test('a person changed while the others are read is as he was last', async () => {
  const ids = (await copyMany(300)).sort();
  const [first = '', second = ''] = ids;
  let asked = 0;
  const slow = new Proxy(pool, {
    get: (target, key) =>
      key === 'query'
        ? async (...args: [pg.QueryConfig]) => {
            const answer = await target.query(...args);
            if (args[0].name === 'register-load' && ++asked === 1) {
              await rename(pool, [first], 'two');
              await pool.query('delete from person_search where person_id = $1', [second]);
            }
            return answer;
          }
        : Reflect.get(target, key),
  });
  const keeper = keep({ pool: slow });
  await keeper.catchUp();
  const { names } = standing(keeper);
  expect(asked).toBe(2);
  expect([names.persons, names.packed(first), names.known.has(second)]).toEqual([299, 'two', false]);
});

test('with many changes, or many of one person, the question is answered without it', async () => {
  const keeper = await filled();
  const { position } = standing(keeper);
  const id = newId();
  await write(pool, [id]);
  for (let change = 1; change < MOST_CHANGED; change += 1) await rename(pool, [id], `name ${change}`);
  expect(await since(position)).toEqual({ holds: true, ids: [id] });
  await rename(pool, [id], 'one more');
  expect((await since(position)).holds).toBe(false);
  await keeper.catchUp();
  expect(await since(standing(keeper).position)).toEqual({ holds: true, ids: [] });
});

test('a purge takes what every register has, and one that slept too long learns it and is filled anew', async () => {
  const hourPasses = () => pool.query(`update person_change_floor set next_at = now() - interval '1 hour'`);
  const counted = async () =>
    (await pool.query<{ count: number }>('select count(*)::int as count from person_change')).rows[0]?.count;
  const id = newId();
  const keeper = await filled();
  const { names, position } = standing(keeper);
  await write(pool, [id]);
  await hourPasses();
  await purgeChanges(pool);
  expect(await since(position)).toEqual({ holds: true, ids: [id] });
  // Started twice, as a job may be, it goes no further.
  await purgeChanges(pool);
  expect(await since(position)).toEqual({ holds: true, ids: [id] });
  await hourPasses();
  expect(await purgeChanges(pool)).toBeGreaterThan(0);
  expect(await counted()).toBe(0);
  expect((await since(position)).holds).toBe(false);
  await keeper.catchUp();
  expect([keeper.current(), names.persons]).toEqual([null, 0]);
  await keeper.catchUp();
  expect(standing(keeper).names.known.has(id)).toBe(true);
  expect((await since(standing(keeper).position)).holds).toBe(true);
  expect(warnings).toEqual(['the register of names cannot be kept current: it is filled anew']);
  await hourPasses();
  await keeper.catchUp();
  await purgeChanges(pool);
  expect((await since(standing(keeper).position)).holds).toBe(true);
});

test('what a dump brings along of another database counts for nothing', async () => {
  await pool.query(`insert into person_change values (9000000000000, $1)`, [newId()]);
  await pool.query('update person_change_floor set purged_below = 8000000000000, next_below = 9000000000000');
  const keeper = await filled();
  expect(await since(standing(keeper).position)).toEqual({ holds: true, ids: [] });
});

test('a database that is away is told once an outage; the register stays as it is', async () => {
  let away = true;
  const broken = new Proxy(pool, {
    get: (target, key) =>
      key === 'query' && away ? () => Promise.reject(new Error('away')) : Reflect.get(target, key),
  });
  const keeper = keep({ pool: broken });
  for (let pass = 0; pass < 3; pass += 1) await keeper.catchUp();
  expect([keeper.current(), warnings.length]).toEqual([null, 1]);
  away = false;
  await keeper.catchUp();
  const before = standing(keeper);
  away = true;
  for (let pass = 0; pass < 3; pass += 1) await keeper.catchUp();
  expect(standing(keeper)).toBe(before);
  expect(warnings).toHaveLength(2);
});

test('it stops in the middle of a page, and is not offered', async () => {
  await copyMany(1_200);
  let taken = 0;
  const stopped = new Promise<void>((resolve) => {
    const keeper = keep({
      createRegister: () =>
        Object.assign(new Recorded(), {
          put: () => {
            taken += 1;
            if (taken === 100) void keeper.stop().then(resolve);
          },
        }),
    });
    keeper.start();
  });
  await stopped;
  expect(taken).toBeLessThan(1_200);
  const [keeper] = keepers;
  await keeper?.settled();
  expect(keeper?.current()).toBeNull();
  keeper?.start();
  await keeper?.catchUp();
  expect(keeper?.current()).toBeNull();
});

test('of another life of the database a register says nothing, and is filled anew', async () => {
  const keeper = await filled();
  const { position } = standing(keeper);
  const [snapshot = '', life = ''] = position.split('@');
  const [started, table] = life.split('/');
  for (const other of [`1${started}/${table}`, `${started}/1${table}`])
    expect(await since(`${snapshot}@${other}`)).toEqual({ holds: false, ids: [] });
  expect((await since(`9000000000000:9000000000000:@${life}`)).holds).toBe(false);
  const client = await pool.connect();
  const id = newId();
  await client.query('begin');
  await client.query('create table another (like person_search including all)');
  await client.query('drop table person_search');
  await client.query('alter table another rename to person_search');
  await write(client, [id]);
  await client.query('commit');
  client.release();
  await keeper.catchUp();
  expect(keeper.current()).toBeNull();
  await keeper.catchUp();
  expect([...standing(keeper).names.known.keys()]).toEqual([id]);
});
