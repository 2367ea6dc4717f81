// What the search answers beyond the single name: filters, lists, facets, orders, places, letters that agreed, namesakes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOffenceCode, makePerson } from '../../../tests/support/alert-files.ts';
import { placeAlert } from '../../../tests/support/sharing.ts';
import { createTestWorld, type TestWorld } from '../../../tests/support/world.ts';
import { newId } from '../../platform/ids.ts';
import type { SearchAnswer } from './contract.ts';

let world: TestWorld;
let token: string;
const ids: Record<string, string> = {};

async function wanted(
  key: string,
  person: Parameters<typeof makePerson>[2],
  alert: Parameters<typeof placeAlert>[3] = {},
): Promise<string> {
  const id = await makePerson(world, world.actor('KGZ', 'INV'), person);
  ids[key] = id;
  ids[`alert of ${key}`] = await placeAlert(world, 'KGZ', id, alert);
  return id;
}

beforeAll(async () => {
  world = await createTestWorld();
  token = await world.token('KAZ', 'INV');
  const family = 'Выдуманбеков';
  await wanted('azamat', { family, given: 'Азамат', birth: '1980-02-15', document: 'AC1111111' });
  await wanted('bolot', { family, given: 'Болот', birth: '1991-05' }, { type: 'ARREST_PROSECUTION' });
  await wanted('chynara', { family: 'Выдуманбекова', given: 'Чынара', birth: '1991', sex: 'F' });
  await wanted('other', { family: 'Сочиненный', given: 'Герой', birth: '1980-01-01' }, { type: 'MISSING' });
  const { prisma } = world.database;
  const offenceCodeId = await makeOffenceCode(world, 'KGZ');
  await prisma.offenceCode.update({ where: { id: offenceCodeId }, data: { uncacArticles: [17] } });
  await prisma.alertOffence.create({
    data: { id: newId(), alertId: ids['alert of bolot'] ?? '', offenceCodeId },
  });
  await world.services.persons.changePerson(world.actor('KGZ', 'INV'), ids['azamat'] ?? '', 1, {
    birthSettlement: 'Ош шаары',
  });
  await world.database.transaction(world.actor('KGZ', 'INV'), async (tx) => {
    await tx.db.mark.create({
      data: {
        id: newId(),
        personId: ids['azamat'] ?? '',
        kind: 'TATTOO',
        bodyPart: 'левая рука',
        description: 'DEMO',
        sourceState: 'KGZ',
        sourceAgencyId: world.actor('KGZ', 'INV').agencyId ?? '',
        recordedBy: world.actor('KGZ', 'INV').id,
      },
    });
    for (const key of ['azamat', 'bolot']) await world.services.persons.refreshSearch(tx, ids[key] ?? '');
    tx.audit({ type: 'person.changed', data: { changed: ['marks'] } });
  });
});
afterAll(() => world.close());

const keyOf = (personId: string): string =>
  Object.entries(ids).find(([, id]) => id === personId)?.[0] ?? personId;

async function ask(question: object, as = token) {
  const answer = await world
    .http(as)
    .post('/v1/search/persons')
    .send({ ...question, purpose: { code: 'P1', reference: 'case-search' } });
  return { status: answer.status, body: answer.body as SearchAnswer & { errors?: unknown } };
}

async function found(question: object): Promise<string[]> {
  const { status, body } = await ask(question);
  expect([status, body]).toEqual([200, expect.anything()]);
  expect(body.total.value).toBe(body.items.length);
  return body.items.map(({ personId }) => keyOf(personId)).sort();
}

const name = 'Vydumanbekov';

describe('filters', () => {
  it.each([
    [{}, ['azamat', 'bolot', 'chynara']],
    [{ sexes: ['F'] }, ['chynara']],
    [{ nationalities: ['KGZ', 'UZB'] }, ['azamat', 'bolot', 'chynara']],
    [{ nationalities: ['UZB'] }, []],
    [{ birthYearFrom: 1990 }, ['bolot', 'chynara']],
    [{ birthYearFrom: 1979, birthYearTo: 1981 }, ['azamat']],
    [{ birthPlace: 'Osh' }, ['azamat']],
    [{ markKind: 'TATTOO', markBodyPart: 'рука' }, ['azamat']],
    [{ markKind: 'SCAR' }, []],
    [{ documentNumber: 'ac 111-1111' }, ['azamat']],
    [{ ownerStates: ['KGZ'] }, ['azamat', 'bolot', 'chynara']],
    [{ ownerStates: ['KAZ'] }, []],
    [{ alertTypes: ['ARREST_PROSECUTION', 'ARREST_SENTENCE'] }, ['bolot']],
    [{ uncacArticles: [17, 18] }, ['bolot']],
    [{ uncacArticles: [18] }, []],
    [{ uncacArticles: [17], alertTypes: ['MISSING'] }, []],
    [{ alertStatuses: ['ACTIVE'], sexes: ['M'] }, ['azamat', 'bolot']],
    [{ alertStatuses: ['EXPIRED'] }, []],
  ])('a name within %o', async (filters, expected) => {
    expect(await found({ name, filters })).toEqual(expected);
  });

  it('list persons without a name, the newest alert first, without scores', async () => {
    expect(await found({ filters: { alertTypes: ['MISSING', 'ARREST_PROSECUTION'] } })).toEqual([
      'bolot',
      'other',
    ]);
    const { body } = await ask({ filters: { ownerStates: ['KGZ'] }, facets: true });
    expect(body.total).toEqual({ value: 4, relation: 'EXACT' });
    expect(body.items[0]).toMatchObject({ score: null, band: null, matchedName: null, reasons: [] });
    expect(body.namesakes).toBeNull();
    // What else is known of the person narrows a list.
    expect(await found({ sex: 'F', filters: { ownerStates: ['KGZ'] } })).toEqual(['chynara']);
    expect(await found({ birthDate: '1980', filters: { ownerStates: ['KGZ'] } })).toEqual([
      'azamat',
      'other',
    ]);
  });

  it('see alerts only as the asker does, and the clock', async () => {
    const late = await wanted(
      'late',
      { family: 'Истекший', given: 'Срок' },
      { endsAt: new Date('2026-11-23T06:00:01Z') },
    );
    const hidden = { filters: { alertTypes: ['DISCREET_CHECK'] } };
    await placeAlert(world, 'UZB', late, { type: 'DISCREET_CHECK', sharing: 'OWNER_ONLY' });
    expect(await found(hidden)).toEqual([]);
    expect(await found({ name: 'Истекший Срок', filters: { alertStatuses: ['ACTIVE'] } })).toEqual(['late']);
    world.clock.advance(2_000);
    expect(await found({ name: 'Истекший Срок', filters: { alertStatuses: ['ACTIVE'] } })).toEqual([]);
    const own = await world.token('KGZ', 'INV');
    const { body } = await ask({ filters: { alertStatuses: ['EXPIRED'] } }, own);
    expect(body.items.map(({ alerts }) => alerts.map(({ status }) => status))).toEqual([['EXPIRED']]);
    world.clock.advance(-2_000);
  });

  it.each([
    [{ filters: {} }, '', 'nothing-asked'],
    [
      { filters: { birthYearFrom: 1990, birthYearTo: 1980 } },
      '/filters/birthYearTo',
      'range-ends-before-it-begins',
    ],
    [{ name, filters: { birthPlace: '—' } }, '/filters/birthPlace', 'no-word-in-text'],
    [{ name, filters: { documentNumber: '--' } }, '/filters/documentNumber', 'no-number-in-text'],
    [{ name, cursor: 'nonsense' }, '/cursor', 'unknown-cursor'],
  ])('%o is refused where it is wrong', async (question, at, code) => {
    const { status, body } = await ask(question);
    expect(status).toBe(422);
    expect(body.errors).toEqual([expect.objectContaining({ at, code })]);
  });
});

describe('facets', () => {
  it('count what is shown, and only that', async () => {
    const { body } = await ask({ name, facets: true, limit: 1 });
    expect(body.items).toHaveLength(1);
    expect(body.facets).toEqual({
      sex: [
        { value: 'M', count: 2 },
        { value: 'F', count: 1 },
      ],
      nationality: [{ value: 'KGZ', count: 3 }],
      birthDecade: [
        { value: '1990', count: 2 },
        { value: '1980', count: 1 },
      ],
      ownerState: [{ value: 'KGZ', count: 3 }],
      alertType: [
        { value: 'LOCATE_WITNESS', count: 2 },
        { value: 'ARREST_PROSECUTION', count: 1 },
      ],
      alertStatus: [{ value: 'ACTIVE', count: 3 }],
      uncacArticle: [{ value: '17', count: 1 }],
    });
    expect((await ask({ name })).body.facets).toBeNull();
  });
});

describe('orders and places', () => {
  const filters = { ownerStates: ['KGZ'], alertStatuses: ['ACTIVE'] };
  const pages = async (question: object) => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body }: { body: SearchAnswer } = await ask({
        ...question,
        limit: 1,
        ...(cursor && { cursor }),
      });
      seen.push(...body.items.map(({ personId }) => keyOf(personId)));
      cursor = body.nextCursor;
    } while (cursor !== null);
    return seen;
  };

  it.each([
    ['name', ['azamat', 'bolot', 'chynara', 'late', 'other'].sort()],
    ['birthYear', undefined],
    ['newestAlert', undefined],
    ['registryNumber', undefined],
  ] as const)('by %s, page after page, the same as at once', async (sort, same) => {
    const { body } = await ask({ filters, sort, limit: 50 });
    const whole = body.items.map(({ personId }) => keyOf(personId));
    expect(await pages({ filters, sort })).toEqual(whole);
    if (same) expect([...whole].sort()).toEqual(same);
    if (sort === 'birthYear') expect(whole.slice(-2).sort()).toEqual(['bolot', 'chynara']);
  });

  it('a place holds while persons come in before it', async () => {
    const { body } = await ask({ filters, sort: 'birthYear', limit: 2 });
    const first = body.items.map(({ personId }) => keyOf(personId));
    await wanted('elder', { family: 'Старейший', given: 'Первый', birth: '1930-01-01' });
    const next = await ask({ filters, sort: 'birthYear', limit: 50, cursor: body.nextCursor });
    const rest = next.body.items.map(({ personId }) => keyOf(personId));
    expect([...first, ...rest].sort()).toEqual(['azamat', 'bolot', 'chynara', 'late', 'other']);
  });

  it('a place of another question is refused', async () => {
    const { body } = await ask({ name, limit: 1 });
    const { status, body: problem } = await ask({ name: 'Сочиненный', limit: 1, cursor: body.nextCursor });
    expect(status).toBe(422);
    expect(problem.errors).toEqual([
      expect.objectContaining({ at: '/cursor', code: 'cursor-of-other-question' }),
    ]);
  });
});

describe('the stored name', () => {
  it('shows which of its words agreed', async () => {
    const { body } = await ask({ name: 'Azamat Vydumanbekov' });
    const matched = body.items[0]?.matchedName;
    const shown = matched?.highlights.map(({ start, end, reason }) => [
      matched.full.slice(start, end),
      reason,
    ]);
    expect(shown).toEqual([
      ['Выдуманбеков', 'transliteration'],
      ['Азамат', 'transliteration'],
    ]);
    const namesakes = (await ask({ name })).body.items;
    const other = namesakes.find(({ personId }) => personId === ids['bolot'])?.matchedName;
    expect(other?.highlights.map(({ start, end }) => other.full.slice(start, end))).toEqual(['Выдуманбеков']);
  });

  it.each(['Выдуманбеков', 'Выдуманбеков А.'])('"%s" says how many namesakes there are', async (question) => {
    const { body } = await ask({ name: question });
    expect(body.namesakes).toMatchObject({ ambiguous: true, relation: 'EXACT' });
    expect(body.namesakes?.groups[0]?.persons).toBe(1);
    expect(body.namesakes?.groups.map((group) => group.name)).toContain('Выдуманбеков Азамат');
    expect((await ask({ name: 'Выдуманбеков Азамат' })).body.namesakes).toEqual({
      value: 1,
      relation: 'EXACT',
      ambiguous: false,
      groups: [],
    });
  });
});

describe('records like one that is being written', () => {
  it('are those that may be the same human being; half-typed values are passed over', async () => {
    const own = world.http(await world.token('KGZ', 'INV'));
    const like = (body: object) =>
      own.post('/v1/search/duplicates').send({ ...body, purpose: { code: 'P6', reference: 'case-search' } });
    const answer = await like({
      names: [{ family: 'Vydumanbekov', given: 'Azamat' }, { family: '…' }],
      birthDates: ['1980-02-15', '19'],
      documents: [{ number: '-' }],
    });
    expect(answer.status).toBe(200);
    expect(answer.body.items[0]).toMatchObject({ personId: ids['azamat'], band: 'STRONG' });
    const except = await like({ names: [{ full: 'Выдуманбеков Азамат' }], exceptId: ids['azamat'] });
    expect(except.body.items.map(({ personId }: { personId: string }) => personId)).not.toContain(
      ids['azamat'],
    );
    expect((await like({})).body).toEqual({ items: [] });
  });
});
