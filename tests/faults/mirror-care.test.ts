// Care of the mirror on a real engine: a newer program keeps it, a sweep that would do too much asks first, keys and switching off.
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CommandContext } from '../../server/cli/context.ts';
import { registerMirrorCommands } from '../../server/cli/mirror.ts';
import { createJobs } from '../../server/jobs.ts';
import { createSearchEngine } from '../../server/platform/search/meilisearch/engine.ts';
import { MirrorGuard } from '../../server/platform/search/mirror/mirror.ts';
import { NewerMirror } from '../../server/platform/search/mirror/targets.ts';
import type { Services } from '../../server/services.ts';
import { makeStranger } from '../support/alert-files.ts';
import { hasOwnEngine, startEngine, type TestEngine } from '../support/meilisearch.ts';
import { settleMirror } from '../support/search-adapters.ts';
import { placeAlert } from '../support/sharing.ts';
import { createTestWorld, type TestWorld } from '../support/world.ts';

const COPIES = 150;

describe.skipIf(!hasOwnEngine)('care of the mirror', () => {
  let engine: TestEngine;
  let world: TestWorld;
  const query = (text: string, values: unknown[] = []) => world.database.pool.query(text, values);
  const mirrorOf = () => {
    const { mirror } = world.services;
    if (!mirror) throw new Error('the world has no mirror');
    return mirror.mirror;
  };
  const own = () => createSearchEngine(engine);

  /** What `izdoo mirror …` prints. */
  async function run(...options: string[]): Promise<string> {
    const context = {
      withServices: (work: (services: Services) => Promise<unknown>) => work(world.services),
    } as unknown as CommandContext;
    const program = new Command('izdoo').exitOverride();
    registerMirrorCommands(program, context);
    let printed = '';
    const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += String(text);
      return true;
    });
    await program.parseAsync(['mirror', ...options], { from: 'user' }).finally(() => spy.mockRestore());
    return printed;
  }

  beforeAll(async () => {
    engine = await startEngine();
    world = await createTestWorld({ MEILI_URL: engine.url, MEILI_KEY: engine.key ?? '' });
    const id = await makeStranger(world, world.actor('KGZ', 'INV'));
    await placeAlert(world, 'KGZ', id);
    // Rows enough for the guard of a sweep: copies of the one, with their alerts.
    const copies = (table: string, key: string, change: string) =>
      query(
        `insert into ${table} select (jsonb_populate_record(t, ${change})).*
         from ${table} t, generate_series(1, ${COPIES}) n where t.${key} = $1`,
        [id],
      );
    const copyId = `'00000000-0000-4000-8000-' || lpad(n::text, 12, '0')`;
    await copies('person', 'id', `jsonb_build_object('id', ${copyId}, 'registry_number', 'COPY-' || n)`);
    await copies(
      'alert',
      'person_id',
      `jsonb_build_object('id', gen_random_uuid(), 'person_id', ${copyId}, 'alert_number', 'COPY-' || n)`,
    );
    await copies('person_search', 'person_id', `jsonb_build_object('person_id', ${copyId})`);
    await settleMirror(world);
  });
  afterAll(async () => {
    await world?.close();
    await engine?.stop();
  });

  test('an index of a newer program is left to it: nothing is delivered, PostgreSQL answers, and the keeper waits', async () => {
    await query('update mirror_index set mapper_version = mapper_version + 1');
    await query('update person_search set person_version = person_version + 1');
    await expect(mirrorOf().cycle()).rejects.toThrow(NewerMirror);
    expect((await mirrorOf().status())[0]?.waiting.rows).toBeGreaterThan(100);
    await query('update mirror_index set mapper_version = mapper_version - 1');
    await settleMirror(world);
    expect(await mirrorOf().verify('persons')).toMatchObject({ missing: [], stale: [], orphaned: [] });
  });

  test('a sweep that would repair too much repairs nothing, says so, and may be forced', async () => {
    const held = await own().page('persons', null, 120);
    await own().outcomes([
      await own().remove(
        'persons',
        held.map(({ id }) => id),
        'stranger',
      ),
    ]);
    await expect(mirrorOf().sweep('persons')).rejects.toThrow(MirrorGuard);
    expect((await mirrorOf().status())[0]).toMatchObject({
      waiting: { rows: 0 },
      lastSweep: { missing: held.length, repaired: false },
    });
    // The nightly job bears it: the log and a figure call somebody.
    await createJobs(world.services)
      .find(({ name }) => name === 'sweep-mirror')
      ?.run({});
    expect(world.logs.some((line) => line.includes('somebody has to look first'))).toBe(true);
    expect(await run('sweep', '--force')).toContain(`${held.length} missing`);
    await settleMirror(world);
    expect(await mirrorOf().verify('persons')).toMatchObject({ missing: [], stale: [], orphaned: [] });
    expect(await run('status')).toContain('not confirmed   0');
  });

  test('the two keys do what the product needs and no more, and are the same when made again', async () => {
    const lines = (await run('keys', '--drop-others')).trim().split('\n');
    expect(lines.map((line) => line.split(' MEILI_KEY=')[0]?.trim())).toEqual([
      'izdoo search',
      'izdoo mirror',
      expect.stringMatching(/^\d+ other keys taken away$/),
    ]);
    const keys = lines.slice(0, 2).map((line) => line.split('MEILI_KEY=')[1] ?? '');
    expect(
      (await run('keys'))
        .trim()
        .split('\n')
        .map((line) => line.split('MEILI_KEY=')[1]),
    ).toEqual(keys);
    const [searcher, keeper] = keys.map((key) => createSearchEngine({ url: engine.url, key }));
    await expect(searcher?.remove('persons', ['x'], 'stranger')).rejects.toMatchObject({
      code: 'invalid_api_key',
    });
    await expect(searcher?.page('persons', null, 1)).rejects.toMatchObject({ code: 'invalid_api_key' });
    expect(await keeper?.count('persons')).toBeGreaterThan(100);
    await expect(keeper?.createKeys([])).rejects.toMatchObject({ code: 'invalid_api_key' });
    const all = await fetch(`${engine.url}/keys`, { headers: { Authorization: `Bearer ${keys[1]}` } });
    expect(all.status).toBe(403);
  });

  test('switched off, nothing is noted any more and the engine holds nothing; the next round builds anew', async () => {
    await run('off');
    await query('update person_search set person_version = person_version + 1');
    const { rows } = await query('select count(*)::int as notes from mirror_outbox');
    expect(rows).toEqual([{ notes: 0 }]);
    expect(await own().index('persons')).toBeNull();
    await settleMirror(world);
    expect(await mirrorOf().verify('persons')).toMatchObject({ missing: [], stale: [], orphaned: [] });
  });
});
