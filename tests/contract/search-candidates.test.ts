// What every adapter of search owes: the same people found, the same rights kept, the newest state, whatever engine answers.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchBody } from '../../server/features/search/contract.ts';
import { makePerson, plainDraft, publish } from '../support/alert-files.ts';
import type { TestState } from '../support/people.ts';
import { type SearchWorld, throughBothAdapters } from '../support/search-adapters.ts';
import { placeAlert } from '../support/sharing.ts';

throughBothAdapters((open) => {
  let world: SearchWorld;
  let known: string;

  const wanted = async (family: string, given: string, state: TestState = 'KGZ', document?: string) => {
    const id = await makePerson(world, world.actor(state, 'INV'), {
      family,
      given,
      ...(document !== undefined && { document }),
    });
    await placeAlert(world, state, id);
    return id;
  };
  const search = async (fields: object, state: TestState = 'KAZ', role: 'INV' | 'CO' = 'INV') =>
    world.services.search.searchPersons(
      world.actor(state, role),
      searchBody.parse({ ...fields, purpose: { code: 'P1', reference: 'contract' } }),
    );
  const idsOf = async (...args: Parameters<typeof search>) =>
    (await search(...args)).items.map(({ personId }) => personId);

  beforeAll(async () => {
    world = await open();
    known = await wanted('Жумабаев-Токоев', 'Азамат', 'KGZ', 'AN5550001');
    await wanted('Осмонова', 'Гүлнара');
    await wanted('Нурланов', 'Бектур');
    await world.settle();
  });
  afterAll(() => world.close());

  test.each([
    'Жумабаев-Токоев Азамат',
    'азамат жумабаев токоев',
    'Jumabayev-Tokoev Azamat',
    'Zhumabaev Azamat',
    'ЖУМАБАЕВТОКОЕВ АЗАМАТ',
    'Жумабаев\u2010Токоев Азамат',
    'Жумабев Токоев Азамат',
    'Жумабаeв Токоев Азамат',
    'Жумабаев -Токоев "Азамат"',
    ';evf,ftd fpfvfn',
  ])('%s finds him', async (name) => {
    const answer = await search({ name });
    expect(answer.items.map(({ personId }) => personId)).toContain(known);
    expect(answer).toMatchObject({ engine: world.adapter, degraded: false });
  });

  test('Kazakh and Kyrgyz letters are found from Latin and plain Cyrillic', async () => {
    for (const name of ['Osmonova Gulnara', 'Осмонова Гулнара', 'Осмонова Гүлнара'])
      expect((await search({ name })).items[0]?.matchedName?.full).toContain('Осмонова');
  });

  test('signs alone ask nothing, and nothing of them reaches an engine as an operator', async () => {
    for (const name of ['-', '"', '*', ' "" ', '--'])
      await expect(search({ name })).rejects.toMatchObject({ code: 'validation-failed' });
    for (const name of ['Жумабаев" Токоев\\ Азамат', '"Жумабаев Токоев" Азамат\n', 'Жумабаев Токоев -Азамат'])
      expect(await idsOf({ name })).toContain(known);
    const answer = await search({ name: 'x" OR id EXISTS OR tags = "y' });
    expect(answer).toMatchObject({ items: [], engine: world.adapter, degraded: false });
  });

  test('a number finds without a name', async () => {
    expect(await idsOf({ document: { number: 'an 555-0001' } })).toEqual([known]);
    expect(await idsOf({ document: { number: 'AN5550002' } })).toEqual([]);
  });

  test('what was written a moment ago is found, before any index knows it', async () => {
    const id = await wanted('Чекирбаев', 'Манас');
    expect(await idsOf({ name: 'Chekirbaev Manas' })).toEqual([id]);
    await world.settle();
    const answer = await search({ name: 'Chekirbaev Manas' });
    expect(answer).toMatchObject({ engine: world.adapter, degraded: false });
    expect(answer.items.map(({ personId }) => personId)).toEqual([id]);
  });

  test('a withdrawn alert is gone at once for others, and the own side still finds the record', async () => {
    const id = await makePerson(world, world.actor('KGZ', 'INV'), { family: 'Дыйканбаев', given: 'Алтай' });
    const alert = await publish(world, 'KGZ', plainDraft(id, {}));
    await world.settle();
    expect(await idsOf({ name: 'Dyikanbaev Altai' })).toEqual([id]);
    await world.services.alerts.takeStep(world.actor('KGZ', 'CO'), alert.id, alert.version, 'withdraw', {
      reason: 'contract',
    });
    expect(await idsOf({ name: 'Dyikanbaev Altai' })).toEqual([]);
    expect(await idsOf({ name: 'Dyikanbaev Altai' }, 'KGZ')).toEqual([id]);
    await world.settle();
    expect(await idsOf({ name: 'Dyikanbaev Altai' })).toEqual([]);
    expect(await idsOf({ name: 'Dyikanbaev Altai' }, 'KGZ')).toEqual([id]);
  });

  test('an alert that ended by the clock is gone, whatever job did not run and whatever an index holds', async () => {
    const id = await makePerson(world, world.actor('KGZ', 'INV'), { family: 'Кыштообаев', given: 'Эмил' });
    await placeAlert(world, 'KGZ', id, { endsAt: new Date(world.clock.now().getTime() + 60_000) });
    await world.settle();
    expect(await idsOf({ name: 'Kyshtoobaev Emil' })).toEqual([id]);
    const before = world.clock.now();
    world.clock.advance(61_000);
    expect(await idsOf({ name: 'Kyshtoobaev Emil' })).toEqual([]);
    world.clock.set(before);
  });

  test('an alert that begins later is found from that moment on, without anything being written', async () => {
    const id = await makePerson(world, world.actor('KGZ', 'INV'), { family: 'Сарыгулов', given: 'Тимур' });
    const before = world.clock.now();
    await placeAlert(world, 'KGZ', id, { startsAt: new Date(before.getTime() + 60_000) });
    await world.settle();
    expect(await idsOf({ name: 'Sarygulov Timur' })).toEqual([]);
    world.clock.advance(61_000);
    expect(await idsOf({ name: 'Sarygulov Timur' })).toEqual([id]);
    world.clock.set(before);
  });

  test('who is listed finds, who is not does not, and the answers of the latter differ in nothing', async () => {
    const essence = async () => {
      const { asOf: _, ...answer } = await search({ name: 'Акматов Илгиз' });
      return answer;
    };
    const before = await essence();
    const id = await makePerson(world, world.actor('KGZ', 'INV'), { family: 'Акматов', given: 'Илгиз' });
    await placeAlert(world, 'KGZ', id, {
      type: 'DISCREET_CHECK',
      sharing: 'LISTED',
      sharedWithStates: ['UZB'],
    });
    await world.settle();
    expect(await essence()).toEqual(before);
    expect(await idsOf({ name: 'Akmatov Ilgiz' }, 'UZB')).toEqual([id]);
    expect(await idsOf({ name: 'Akmatov Ilgiz' }, 'KGZ', 'CO')).toEqual([id]);
  });

  test('of a person known to all, what only some may use finds him for them alone', async () => {
    const id = await wanted('Белекбаев', 'Самат');
    await world.database.prisma.personName.create({
      data: {
        personId: id,
        type: 'ALIAS_STRONG',
        full: 'Кочкорбаев Улан',
        script: 'Cyrl',
        sourceState: 'KGZ',
        sourceAgencyId: world.actor('KGZ', 'INV').agencyId ?? '',
        sensitivity: 'RESTRICTED',
        recordedBy: world.actor('KGZ', 'INV').id,
      },
    });
    await world.database.transaction(world.actor('KGZ', 'CO'), async (tx) => {
      await world.services.persons.refreshSearch(tx, id);
      tx.audit({ type: 'alert.changed', data: { changed: ['test'] }, subject: { type: 'person', id } });
    });
    await world.settle();
    expect(await idsOf({ name: 'Kochkorbaev Ulan' }, 'KGZ')).toContain(id);
    expect(await idsOf({ name: 'Kochkorbaev Ulan' }, 'KAZ')).not.toContain(id);
    expect(await idsOf({ name: 'Belekbaev Samat' }, 'KAZ')).toContain(id);
  });

  test('pages are complete and disjoint', async () => {
    const ids = new Set<string>();
    for (let at = 0; at < 7; at += 1) ids.add(await wanted('Ташбаев', 'Кубат'));
    await world.settle();
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof search>> = await search({
        name: 'Ташбаев Кубат',
        limit: 2,
        ...(cursor && { cursor }),
      });
      expect(page.total.value).toBe(7);
      seen.push(...page.items.map(({ personId }) => personId));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(ids);
  });
});
