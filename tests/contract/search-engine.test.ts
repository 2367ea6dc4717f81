// What the mirror relies on in the engine, on a real server: these have to hold on every version that it is used with.
import { randomUUID } from 'node:crypto';
import { Meilisearch } from 'meilisearch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNameEngine } from '../../server/domain/names/engine.ts';
import { loadNameTables } from '../../server/platform/name-tables/name-tables.ts';
import {
  createSearchEngine,
  EngineRefused,
  type SearchEngine,
} from '../../server/platform/search/meilisearch/engine.ts';
import { KEYS } from '../../server/platform/search/meilisearch/keys.ts';
import { nameQueries } from '../../server/platform/search/meilisearch/name-queries.ts';
import {
  compareSettings,
  isKnownEngine,
  loadIndexSettings,
} from '../../server/platform/search/meilisearch/settings.ts';
import { hasEngine, openEngine } from '../support/meilisearch.ts';

describe.skipIf(!hasEngine)('the search engine', () => {
  const names = createNameEngine(loadNameTables());
  const { settings } = loadIndexSettings('persons');
  const uid = `contract_${randomUUID()}`;
  let address: Awaited<ReturnType<typeof openEngine>>;
  let engine: SearchEngine;

  const documentOf = (id: string, name: string, more: object = {}) => {
    const { own, cyrl, latn, glued, skeletons } = names.spellings(names.analyse({ full: name }));
    return {
      ...{
        id,
        h: `h-${id}`,
        v: 1,
        nameOwn: own,
        nameCyrl: cyrl,
        nameLatn: latn,
        nameGlued: glued,
        nameKeys: skeletons,
      },
      ...{ born: [], year: [], tags: ['t'] },
      ...more,
    };
  };
  const done = async (ticket: Awaited<ReturnType<SearchEngine['put']>>) =>
    (await engine.outcomes([ticket]))[0];
  const put = async (...documents: { id: string }[]) => done(await engine.put(uid, documents, randomUUID()));
  const remove = async (...ids: string[]) => done(await engine.remove(uid, ids, randomUUID()));
  const find = (
    name: string,
    tags: string[][] = [],
    births: { year: number; month?: number; day?: number }[] = [],
  ) =>
    engine.ids(
      nameQueries(uid, {
        spellings: [names.spellings(names.analyse({ full: name }))],
        births: births as never,
        tags,
      }),
      100,
      10_000,
    );
  const raw = async (q: string, more: object = {}) =>
    (
      await new Meilisearch({ host: address.url, ...(address.key && { apiKey: address.key }) })
        .index(uid)
        .search(q, more)
    ).hits.map(({ id }) => id as string);

  beforeAll(async () => {
    address = await openEngine();
    engine = createSearchEngine({ url: address.url, key: address.key });
    await engine.create(uid);
    await engine.apply(uid, settings);
    await put(
      documentOf('kasym', 'Қасым Тоқаев'),
      documentOf('ivanov', 'Иванов Сергей', { born: [19_800_302], year: [1980] }),
      documentOf('shevchenko', 'Shevchenko Taras'),
      documentOf('vodkin', 'Петров-Водкин Кузьма'),
      documentOf('saltykov', 'Салтыков-Щедрин Михаил'),
      documentOf('lukasz', 'Łukasz Nowak'),
      documentOf('uzbek', 'Oʻzbekov Botir'),
    );
  });
  afterAll(async () => {
    if (!address) return;
    await engine.drop(uid);
    await address.stop();
  });

  test('is of a version that the program was tried with', async () => {
    const version = await engine.version();
    process.stdout.write(`search engine ${version}\n`);
    expect(isKnownEngine(version)).toBe(true);
  });

  test('gives settings back as they were set, and nothing has to be sent again', async () => {
    const held = await engine.settings(uid);
    expect(compareSettings(settings, held)).toBe('none');
    expect(compareSettings({ ...settings, searchCutoffMs: 100 }, held)).toBe('cheap');
    expect(compareSettings({ ...settings, stopWords: ['ибн'] }, held)).toBe('rebuild');
  });

  test('knows no scripts and folds no Cyrillic letter; our spellings do', async () => {
    const inOwn = { attributesToSearchOn: ['nameOwn'] };
    expect(await raw('касым ', inOwn)).toEqual([]);
    expect(await raw('kasym ', inOwn)).toEqual([]);
    expect(await raw('lukasz ', inOwn)).toEqual([]);
    expect((await find('Lukasz Nowak'))[0]).toBe('lukasz');
    for (const name of ['Касым Токаев', 'Kassym Tokayev', 'TOKAEV KASYM'])
      expect((await find(name))[0]).toBe('kasym');
    expect((await find('Иванов Сергей'))[0]).toBe('ivanov');
    expect((await find('Ivanov Sergey'))[0]).toBe('ivanov');
    expect((await find('Шевченко Тарас'))[0]).toBe('shevchenko');
    expect((await find('Chevchenko Taras'))[0]).toBe('shevchenko');
    expect((await find("O'zbekov Botir"))[0]).toBe('uzbek');
  });

  test('finds what is written together and apart', async () => {
    for (const name of ['Петров Водкин', 'петровводкин', 'Кузьма Петров-Водкин', 'petroffvodkinkuzma'])
      expect((await find(name))[0]).toBe('vodkin');
    // Hardly two persons have one in common: as words of the index they would be its whole vocabulary.
    expect(settings.searchableAttributes).not.toContain('nameGlued');
  });

  test('reads a minus and quotes as operators, so that we never send them', async () => {
    expect(await raw('салтыков -щедрин')).toEqual([]);
    expect((await find('Салтыков -Щедрин'))[0]).toBe('saltykov');
    expect((await find('"Салтыков Щедрин"'))[0]).toBe('saltykov');
    expect(
      nameQueries(uid, { spellings: [names.spellings(names.analyse({ full: '' }))], births: [], tags: [] }),
    ).toEqual([]);
    expect((await raw('-')).length).toBeGreaterThan(3);
  });

  test('takes ten words and drops the rest silently; one unknown word loses nobody', async () => {
    const ten = 'аа бб вв гг дд ее жж зз ии кк';
    expect(await raw(`${ten} иванов`, { matchingStrategy: 'all' })).toEqual(
      await raw(ten, { matchingStrategy: 'all' }),
    );
    expect((await find('Иванов Сергей Неизвестнович'))[0]).toBe('ivanov');
    expect((await find('Зюзькин Иванов'))[0]).toBe('ivanov');
  });

  test('a document that several queries find comes once, and weights order', async () => {
    const found = await find('Иванов Сергей', [], [{ year: 1980, month: 3, day: 2 }]);
    expect(found.filter((id) => id === 'ivanov')).toHaveLength(1);
    expect(found[0]).toBe('ivanov');
  });

  test('filter values are data, whatever stands in them', async () => {
    const value = `x" OR id EXISTS OR tags = "y \\ ' \n`;
    await put(documentOf('strange', 'Странный Тег', { tags: [value] }));
    expect(await find('Странный Тег', [[value]])).toEqual(['strange']);
    expect(await find('Иванов Сергей', [['x" OR id EXISTS OR tags = "t']])).toEqual([]);
    expect(await find('Иванов Сергей', [['t'], ['t', 'u']])).toContain('ivanov');
    expect(await find('Иванов Сергей', [['t'], ['u']])).toEqual([]);
  });

  test('replaces whole documents; one wrong id spoils its task and nothing else', async () => {
    await put(documentOf('whole', 'Целый Документ', { extra: 1 }));
    await put({ id: 'whole', h: 'h2' } as { id: string });
    expect(await find('Целый Документ')).not.toContain('whole');
    const wrong = await put(documentOf('good', 'Хороший Сосед'), documentOf('а/б', 'Плохой Номер'));
    expect(wrong).toMatchObject({ status: 'failed', code: 'invalid_document_id' });
    expect(await engine.fingerprints(uid, ['good'])).toEqual([]);
    expect(await put(documentOf('good', 'Хороший Сосед'))).toMatchObject({
      status: 'succeeded',
      received: 1,
      indexed: 1,
    });
  });

  test('deletes what is there and what is not, and a read proves it', async () => {
    await put(documentOf('going', 'Уходящий Человек'));
    expect(await remove('going', 'never-there')).toMatchObject({ status: 'succeeded' });
    expect(await engine.fingerprints(uid, ['going', 'never-there'])).toEqual([]);
    expect(await find('Уходящий Человек')).not.toContain('going');
    const tickets = [
      await engine.remove(uid, ['going'], randomUUID()),
      await engine.put(uid, [documentOf('going', 'Уходящий Человек')], randomUUID()),
    ];
    await engine.outcomes(tickets);
    expect(await find('Уходящий Человек')).toContain('going');
  });

  test('pages through documents in order of id', async () => {
    const ids: string[] = [];
    for (let after: string | null = null; ; after = ids.at(-1) ?? null) {
      const page = await engine.page(uid, after, 3);
      if (page.length === 0) break;
      ids.push(...page.map(({ id }) => id));
    }
    expect(ids).toEqual([...ids].sort());
    expect(ids).toHaveLength(await engine.count(uid));
  });

  test('takes no task for ours that does not carry our mark', async () => {
    const ticket = await engine.put(uid, [documentOf('mark', 'Меченый Документ')], 'our mark');
    const [ours, strangers] = await engine.outcomes([ticket, { ...ticket, tag: 'another mark' }]);
    expect(ours?.status).toBe('succeeded');
    expect(strangers?.status).toBe('lost');
    expect((await engine.outcomes([{ ...ticket, uid: 9_999_999 }]))[0]?.status).toBe('lost');
  });

  test('swaps two indexes with everything in them, and nobody meets a hole', async () => {
    const other = `${uid}_other`;
    await engine.create(other);
    await engine.apply(other, settings);
    await engine.outcomes([await engine.put(other, [documentOf('other', 'Другой Человек')], randomUUID())]);
    const before = [await engine.index(uid), await engine.index(other)];
    let searching = true;
    const failures: unknown[] = [];
    const loop = (async () => {
      while (searching) await find('Другой Человек').catch((error) => failures.push(error));
    })();
    await engine.swap(uid, other);
    expect(await find('Другой Человек')).toEqual(['other']);
    expect([await engine.index(other), await engine.index(uid)]).toEqual(before);
    await engine.swap(uid, other);
    searching = false;
    await loop;
    expect(failures).toEqual([]);
    await expect(engine.swap(uid, `${uid}_nowhere`)).rejects.toThrow(EngineRefused);
    expect(await engine.index(uid)).toEqual(before[0]);
    await engine.drop(other);
  });

  test('makes keys that search and nothing else, and the same ones when asked again', async () => {
    const made = await engine.createKeys(KEYS);
    expect(await engine.createKeys(KEYS)).toEqual(made);
    const searching = createSearchEngine({ url: address.url, key: made[0]?.key });
    await expect(searching.put('persons', [{ id: 'x' }], 'x')).rejects.toMatchObject({
      code: 'invalid_api_key',
    });
    await expect(searching.fingerprints('persons', ['x'])).rejects.toMatchObject({ code: 'invalid_api_key' });
    await expect(searching.createKeys(KEYS)).rejects.toMatchObject({ code: 'invalid_api_key' });
    const nobody = createSearchEngine({ url: address.url, key: undefined });
    await expect(nobody.version()).rejects.toMatchObject({ code: 'missing_authorization_header' });
    const mirroring = createSearchEngine({ url: address.url, key: made[1]?.key });
    expect(await mirroring.version()).toBe(await engine.version());
    await expect(mirroring.createKeys(KEYS)).rejects.toMatchObject({ code: 'invalid_api_key' });
  });
});
