// The search engine killed, stopped, emptied, locked and given wrong documents: nothing is lost, nobody waits, and what
// PostgreSQL knows is answered all the while.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchBody } from '../../server/features/search/contract.ts';
import { createSearchEngine } from '../../server/platform/search/meilisearch/engine.ts';
import { loadIndexSettings } from '../../server/platform/search/meilisearch/settings.ts';
import { createMirrorBooks } from '../../server/platform/search/mirror/books.ts';
import { createMirror } from '../../server/platform/search/mirror/mirror.ts';
import { makePerson } from '../support/alert-files.ts';
import { hasOwnEngine, startEngine, type TestEngine } from '../support/meilisearch.ts';
import { settleMirror } from '../support/search-adapters.ts';
import { placeAlert } from '../support/sharing.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

const LETTERS = 'абвгдежзиклмнопрст';
/** Names that nothing else is like. */
const nameOf = (number: number) =>
  [...String(number + 100)]
    .map((digit) => `${LETTERS[Number(digit)]}${LETTERS[Number(digit) + 8]}у`)
    .join('');

describe.skipIf(!hasOwnEngine)('the search engine in trouble', () => {
  let engine: TestEngine;
  let world: TestWorld;
  let made = 0;

  const mirrorOf = () => {
    const { mirror } = world.services;
    if (!mirror) throw new Error('the world has no mirror');
    return mirror;
  };
  const settle = () => settleMirror(world);
  const wanted = async () => {
    made += 1;
    const id = await makePerson(world, world.actor('KGZ', 'INV'), {
      family: `Тур${nameOf(made)}ев`,
      given: 'Жаныш',
      birth: `19${50 + (made % 40)}-03-04`,
    });
    await placeAlert(world, 'KGZ', id);
    return { id, name: `Тур${nameOf(made)}ев Жаныш` };
  };
  const search = (name: string) =>
    world.services.search.searchPersons(
      world.actor('KAZ', 'INV'),
      searchBody.parse({ name, purpose: { code: 'P1', reference: 'fault' } }),
    );
  /** @returns the answer, and how long it took */
  const timed = async (name: string) => {
    const started = performance.now();
    const answer = await search(name);
    return { answer, ms: performance.now() - started };
  };
  const expectFound = async ({ id, name }: { id: string; name: string }, engineName: string) => {
    const answer = await search(name);
    expect(answer.items.map(({ personId }) => personId)).toContain(id);
    expect(answer.engine).toBe(engineName);
    return answer;
  };
  /** Counts, versions and fingerprints of every row are PostgreSQL's. */
  const expectEqual = async () => {
    await settle();
    const { mirror } = mirrorOf();
    expect(await mirror.verify('persons')).toMatchObject({ missing: [], stale: [], orphaned: [] });
    const direct = createSearchEngine(engine);
    const [status] = await mirror.status();
    const rows = await mirror.countRows('persons');
    expect(await direct.count('persons')).toBe(rows - ((status?.gap.rows ?? 0) - (status?.gap.held ?? 0)));
  };
  const engineBack = () => expect.poll(() => mirrorOf().breaker.open, { timeout: 20_000 }).toBe(false);

  beforeAll(async () => {
    engine = await startEngine();
    world = await createTestWorld({ MEILI_URL: engine.url, MEILI_KEY: engine.key ?? '' });
    for (let at = 0; at < 5; at += 1) await wanted();
    await settle();
  });
  afterAll(async () => {
    await world?.close();
    await engine?.stop();
  });

  test('stopped in the middle: PostgreSQL answers within a second, at its own speed after that, and the engine is asked again when it is back', async () => {
    const person = await wanted();
    await settle();
    await expectFound(person, 'meilisearch');
    engine.signal('SIGSTOP');
    const first = await timed(person.name);
    expect(first.answer).toMatchObject({ engine: 'postgres', degraded: true });
    expect(first.answer.items.map(({ personId }) => personId)).toContain(person.id);
    const second = await timed(person.name);
    process.stdout.write(
      `engine stopped: first answer ${Math.round(first.ms)} ms, second ${Math.round(second.ms)} ms\n`,
    );
    expect(first.ms).toBeLessThan(1_500);
    expect(second.ms).toBeLessThan(first.ms);
    const late = await wanted();
    await expectFound(late, 'postgres');
    engine.signal('SIGCONT');
    await engineBack();
    await expectEqual();
    await expectFound(late, 'meilisearch');
  });

  test('killed while it takes in a batch: the batch is sent again, nothing is lost and nothing doubled', async () => {
    const people = [];
    for (let at = 0; at < 5; at += 1) people.push(await wanted());
    const { mirror } = mirrorOf();
    const round = mirror.cycle().then(
      () => 'done',
      () => 'failed',
    );
    await engine.kill();
    await round;
    await expectFound(people[0] as { id: string; name: string }, 'postgres');
    await engine.start();
    await engineBack();
    await expectEqual();
    for (const person of people) await expectFound(person, 'meilisearch');
  });

  test('started with an empty folder: seen at once, built anew, and answered from PostgreSQL meanwhile', async () => {
    const person = await wanted();
    await settle();
    const empty = await mkdtemp(join(tmpdir(), 'izdoo-engine-empty-'));
    await engine.kill();
    await engine.start(empty);
    await expectFound(person, 'postgres');
    await expectEqual();
    await engineBack();
    await expectFound(person, 'meilisearch');
    await engine.kill();
    await engine.start();
    // The old folder again, with documents of yesterday: another index in the books' eyes.
    const later = await wanted();
    await expectEqual();
    await engineBack();
    await expectFound(later, 'meilisearch');
    await rm(empty, { recursive: true, force: true });
  });

  test('a wrong key: every search is answered, every change waits', async () => {
    const locked = await createTestWorld({
      MEILI_URL: engine.url,
      MEILI_KEY: 'another-key-than-the-engine-has-0123456789',
    });
    try {
      await expect(locked.services.mirror?.mirror.cycle()).rejects.toMatchObject({ code: 'invalid_api_key' });
      const id = await makePerson(locked, locked.actor('KGZ', 'INV'), { family: 'Закрытов', given: 'Ключ' });
      await placeAlert(locked, 'KGZ', id);
      const answer = await locked.services.search.searchPersons(
        locked.actor('KAZ', 'INV'),
        searchBody.parse({ name: 'Закрытов Ключ', purpose: { code: 'P1', reference: 'fault' } }),
      );
      expect(answer).toMatchObject({ engine: 'postgres', degraded: true });
      expect(answer.items.map(({ personId }) => personId)).toEqual([id]);
    } finally {
      await locked.close();
    }
  });

  test('a document that the engine refuses is found among a batch, set aside, answered for, and tried again when asked', async () => {
    const { pool } = world.database;
    const own = createSearchEngine(engine);
    const ids = Array.from({ length: 9 }, (_, at) => `00000000-0000-4000-8000-00000000000${at}`);
    let poison = true;
    const { settings, ...versions } = loadIndexSettings('persons');
    const definition = {
      ...versions,
      // The engine fails everything that it works on together for one place on earth that is none.
      settings: { ...settings, filterableAttributes: [...(settings.filterableAttributes ?? []), '_geo'] },
      name: 'poison',
      mapperVersion: 1,
      load: async (asked: readonly string[]) =>
        ids
          .filter((id) => asked.includes(id) && !id.endsWith('7'))
          .map((id) => ({
            id,
            document: { id, ...(poison && id.endsWith('4') && { _geo: { lat: 'nowhere' } }) },
            whole: true,
          })),
      page: async () => [],
      count: async () => ids.length - 1,
    };
    const mirror = createMirror({
      pool,
      engine: own,
      definitions: [definition],
      clock: world.clock,
      logger: world.services.logger,
    });
    const books = createMirrorBooks(pool);
    const waiting = async () => {
      await mirror.cycle();
      return (await books.waiting('poison')).rows;
    };
    const held = async () => {
      const uids = (await own.indexes()).filter((uid) => uid.startsWith('poison'));
      return Promise.all(uids.map((uid) => own.count(uid)));
    };
    await mirror.cycle();
    await books.note('poison', ids);
    await expect.poll(waiting).toBe(0);
    expect(await mirror.quarantined('poison')).toMatchObject([
      { id: ids[4], problem: 'invalid_document_geo_field' },
    ]);
    expect(await held()).toEqual([7]);
    poison = false;
    expect(await mirror.retry('poison')).toBe(1);
    await expect.poll(waiting).toBe(0);
    expect(await mirror.quarantined('poison')).toEqual([]);
    expect(await held()).toEqual([8]);
    await mirror.switchOff();
    expect(await books.indexes('poison')).toEqual([]);
  });

  test('settings changed by a stranger are seen and mended: small ones set again, others built beside', async () => {
    const { mirror } = mirrorOf();
    const own = createSearchEngine(engine);
    await own.apply('persons', { searchCutoffMs: 17 });
    await own.apply('persons', { stopWords: ['жаныш'] });
    const person = await wanted();
    mirror.checkSettingsNow();
    await settle();
    expect(await own.settings('persons')).toMatchObject({ searchCutoffMs: 300, stopWords: [] });
    await expectFound(person, 'meilisearch');
    await expectEqual();
  });

  test('a rebuild lets the old index answer to the end; going back and a sweep that would do too much', async () => {
    const { mirror } = mirrorOf();
    const person = await wanted();
    await settle();
    await mirror.rebuild('persons');
    await expectFound(person, 'meilisearch');
    const during = await wanted();
    await settle();
    await expectFound(during, 'meilisearch');
    expect(await mirror.goBack('persons')).toBe(true);
    await expectFound(during, 'meilisearch');
    await expectEqual();

    const own = createSearchEngine(engine);
    const held = await own.page('persons', null, 3);
    await own.outcomes([
      await own.remove(
        'persons',
        held.map(({ id }) => id),
        'stranger',
      ),
    ]);
    await own.outcomes([
      await own.put(
        'persons',
        [{ id: '99999999-0000-4000-8000-000000000000' }, { id: person.id }],
        'stranger',
      ),
    ]);
    const differences = await mirror.sweep('persons');
    expect(differences.missing.length).toBeGreaterThanOrEqual(2);
    expect(differences.orphaned).toEqual(['99999999-0000-4000-8000-000000000000']);
    expect(differences.stale).toContain(person.id);
    await expectEqual();
  });

  test('deletions are proven: after the task a read found nothing', async () => {
    const person = await wanted();
    await settle();
    await world.database.pool.query('delete from person_search where person_id = $1', [person.id]);
    await settle();
    const { rows } = await world.database.pool.query(
      'select uid, engine_version as version from mirror_deletion where entity_id = $1',
      [person.id],
    );
    expect(rows.map(({ uid }) => uid)).toContain('persons');
    expect(await createSearchEngine(engine).fingerprints('persons', [person.id])).toEqual([]);
  });
});
