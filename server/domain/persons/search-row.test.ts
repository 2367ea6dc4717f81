import { describe, expect, test } from 'vitest';
import { mayUse, type SourceFacts } from '../access/scope.ts';
import type { NameEngine } from '../names/engine.ts';
import { isFoundAlike, type SearchAggregate, searchRow } from './search-row.ts';

// The row takes whatever the engine gives: this one shows what it was asked.
const engine: NameEngine = {
  keyVersion: 7,
  nameKeysSince: 7,
  analyse: (input) =>
    ({
      tokens: (input.full ?? '').split(/\s+/u).map((word) => ({ sounds: word.toLowerCase(), role: 'any' })),
      otherReadings: [],
      hints: [],
      years: [],
      asked: input,
    }) as never,
  indexKeys: (name) => [JSON.stringify(name).length, 1],
  queryKeys: () => [],
  datedKeys: () => null,
  createDatedNames: () => {
    throw new Error('not asked');
  },
  compare: () => {
    throw new Error('not asked');
  },
  score: () => {
    throw new Error('not asked');
  },
  pack: (name) => JSON.stringify((name as unknown as { asked: object }).asked),
  unpack: () => {
    throw new Error('not asked');
  },
  spellings: () => ({ own: [], cyrl: [], latn: [], glued: [], skeletons: [] }),
  forms: () => ({ cyrl: [], latn: [], glued: [] }),
};

const KG: SourceFacts = { sourceState: 'KGZ', sourceAgencyId: 'a1', sensitivity: 'NORMAL', alertId: null };
const KZ: SourceFacts = { ...KG, sourceState: 'KAZ', sourceAgencyId: 'b1' };
const day = (text: string) => new Date(`${text}T00:00:00Z`);
const alertOf = (state: string, audience: string[]) => ({
  id: `alert-${state}`,
  type: 'MISSING' as const,
  status: 'ACTIVE' as const,
  uncacArticles: [17],
  ownerState: state,
  audience,
  startsAt: day('2026-01-01'),
  endsAt: day('2027-01-01'),
});
const birth = { year: 1975, month: null, day: null, isApproximate: false, yearFrom: null, yearTo: null };
const person = (more: Partial<SearchAggregate> = {}): SearchAggregate => ({
  id: 'p',
  version: 3,
  sex: 'M',
  ownerAudience: ['a:a1#W', 's:KGZ#W'],
  mergedIntoId: null,
  names: [{ ...KG, id: 'n1', type: 'PRIMARY', full: 'Сыдыков Нурбек' }],
  births: [],
  nationalities: [],
  documents: [],
  nationalIds: [],
  marks: [],
  birthPlace: { ...KG, texts: [] },
  alerts: [],
  ...more,
});

const rowOf = (more: Partial<SearchAggregate> = {}) => {
  const row = searchRow(person(more), engine);
  if (!row) throw new Error('a row was expected');
  return row;
};
const asked = (more: Partial<SearchAggregate['names'][number]>) =>
  rowOf({ names: [{ ...KG, id: 'n', type: 'PRIMARY', full: '', ...more }] }).names.map(({ packed }) =>
    JSON.parse(packed),
  );

describe('searchRow', () => {
  test('nobody merged away or nameless has a row', () => {
    expect(searchRow(person({ mergedIntoId: 'q' }), engine)).toBeNull();
    expect(searchRow(person({ names: [] }), engine)).toBeNull();
  });

  test('keys of all names are joined without repetition', () => {
    const { keys, keyVersion, personVersion } = rowOf({
      names: [
        { ...KG, id: 'n1', type: 'PRIMARY', full: 'Сыдыков Нурбек' },
        { ...KG, id: 'n2', type: 'ALIAS_WEAK', full: 'Нур' },
      ],
    });
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBe(3);
    expect({ keyVersion, personVersion }).toEqual({ keyVersion: 7, personVersion: 3 });
  });

  test('a name is marked as undated where a reader of it may know no full date', () => {
    const names = [{ ...KG, id: 'n1', type: 'PRIMARY' as const, full: 'Сыдыков Нурбек' }];
    const marked = (births: Partial<SearchAggregate>['births']) => {
      const asked: (boolean | undefined)[] = [];
      const listening: NameEngine = {
        ...engine,
        indexKeys(_name, _births, undated) {
          asked.push(undated);
          return [1];
        },
      };
      searchRow(person({ names, ...(births && { births }) }), listening);
      return asked[0];
    };
    expect(marked([{ ...KG, ...birth }])).toBe(false);
    expect(marked([])).toBe(true);
    expect(marked([{ ...KG, ...birth, sensitivity: 'SECRET' }])).toBe(true);
    expect(marked([{ ...KG, ...birth, yearFrom: 1973, yearTo: 1977 }])).toBe(true);
  });

  test('parts are used when they hold the whole name, else the text as written', () => {
    expect(asked({ full: 'Сыдыков Нурбек', family: 'Сыдыков', given: 'Нурбек' })).toEqual([
      { family: 'Сыдыков', given: 'Нурбек' },
    ]);
    expect(asked({ full: 'Сыдыков Нурбек Алыевич', family: 'Сыдыков', given: 'Нурбек' })).toEqual([
      { full: 'Сыдыков Нурбек Алыевич' },
    ]);
    expect(asked({ full: 'Сыдыков', family: 'Сыдыков' })).toEqual([{ full: 'Сыдыков' }]);
  });

  test('the machine-readable spelling is a second name of the row', () => {
    expect(asked({ full: 'Сыдыков Нурбек', mrzForm: 'SYDYKOV<<NURBEK', language: 'ky' })).toEqual([
      { full: 'Сыдыков Нурбек', language: 'ky' },
      { mrz: 'SYDYKOV<<NURBEK' },
    ]);
  });

  test('a partial date stays partial, a range stays a range, "about" keeps the year', () => {
    const { births } = rowOf({
      births: [
        { ...KG, ...birth },
        { ...KG, ...birth, month: 3 },
        { ...KG, ...birth, yearFrom: 1973, yearTo: 1977 },
        { ...KG, ...birth, month: 3, day: 21, yearFrom: 1974 },
        { ...KG, ...birth, month: 3, day: 21, isApproximate: true },
      ],
    });
    expect(births).toEqual([
      { year: 1975, scope: 0 },
      { year: 1975, month: 3, scope: 0 },
      { from: 1973, to: 1977, scope: 0 },
      { from: 1974, to: 1975, scope: 0 },
      { year: 1975, month: 3, day: 21, scope: 0 },
      { year: 1975, scope: 0 },
    ]);
  });

  test('documents and national ids are looked up exactly', () => {
    const row = rowOf({
      documents: [{ ...KG, normNumber: 'AC1234567', issuingState: 'KGZ' }],
      nationalIds: [{ ...KZ, normValue: '750321300123' }],
    });
    expect(row.exact).toEqual(['D:AC1234567', 'N:750321300123']);
    expect(row.documents).toEqual([{ number: 'AC1234567', state: 'KGZ', scope: 0 }]);
    expect(row.nationalIds).toEqual([{ value: '750321300123', scope: 1 }]);
  });

  test('carries what it can be filtered by; birthplace and marks with who may use them', () => {
    const row = rowOf({
      births: [
        { ...KG, ...birth },
        { ...KG, ...birth, yearFrom: 1977, yearTo: 1979 },
        { ...KG, ...birth, yearFrom: 1900, yearTo: 1990 },
      ],
      nationalities: [{ ...KG, country: 'KGZ' }],
      birthPlace: { ...KG, texts: ['Osh City', 'Osh'] },
      marks: [{ ...KG, sensitivity: 'SECRET', kind: 'SCAR', bodyPart: 'left hand' }],
      alerts: [alertOf('KAZ', ['*'])],
    });
    expect([...row.tags].sort()).toEqual(
      [
        ...['S:M', 'N:KGZ', 'Y:1975', 'Y:1977', 'Y:1978', 'Y:1979', 'P:osh', 'P:city'],
        ...['M:SCAR', 'B:left', 'M:SCAR:left', 'B:hand', 'M:SCAR:hand'],
        ...['O:KAZ', 'T:MISSING', 'A:ACTIVE', 'U:17'],
      ].sort(),
    );
    const scopeOfTag = (tag: string) => row.traits.find((trait) => trait.tag === tag)?.scope ?? -1;
    const now = day('2026-06-01').getTime();
    const mayUseTag = (tag: string, tokens: string[]) =>
      mayUse(row.scopes[scopeOfTag(tag)] as never, tokens, now);
    expect(mayUseTag('P:osh', ['s:KGZ#W'])).toBe(true);
    expect(mayUseTag('M:SCAR', ['s:KGZ#W'])).toBe(false);
    expect(mayUseTag('M:SCAR', ['a:a1#W'])).toBe(true);
    expect(row.traits.filter(({ tag }) => tag === 'P:osh')).toHaveLength(1);
  });

  test('the row of a person whose alert ended does not change when it is archived; any other change is told', () => {
    const ended = { ...alertOf('KGZ', []), status: 'WITHDRAWN' as const };
    for (const after of [
      { ...ended, status: 'ARCHIVED' as const },
      { ...ended, status: 'EXPIRED' as const },
      { ...ended, status: 'ACTIVE' as const },
      { ...ended, audience: ['s:KGZ'] },
      { ...ended, audience: ['s:KGZ'], endsAt: day('2028-01-01') },
      { ...ended, uncacArticles: [] },
    ]) {
      const [one, other] = [ended, after].map((alert) => JSON.stringify(rowOf({ alerts: [alert] })));
      expect(isFoundAlike(ended, after), JSON.stringify(after)).toBe(one === other);
    }
    expect(isFoundAlike(ended, { ...ended, status: 'ARCHIVED' })).toBe(true);
  });

  test('carries how its names begin', () => {
    expect(rowOf({ names: [{ ...KG, id: 'n', type: 'PRIMARY', full: 'abc ab' }] }).beginnings).toEqual([
      'a',
      'ab',
      'abc',
    ]);
  });

  test('rows of one source share a scope; an alert opens the rows of its own side only', () => {
    const now = day('2026-06-01').getTime();
    const row = rowOf({
      names: [
        { ...KG, id: 'n1', type: 'PRIMARY', full: 'А' },
        { ...KG, id: 'n2', type: 'FORMER', full: 'Б' },
        { ...KG, id: 'n3', type: 'FORMER', full: 'В', sensitivity: 'SECRET' },
        { ...KZ, id: 'n4', type: 'PRIMARY', full: 'Г' },
      ],
      alerts: [alertOf('KAZ', ['s:KAZ', '*'])],
    });
    expect(row.names.map(({ scope }) => scope)).toEqual([0, 0, 1, 2]);
    expect(row.scopes.map((scope) => mayUse(scope, ['*', 's:UZB'], now))).toEqual([false, false, true]);
    expect(row.scopes.map((scope) => mayUse(scope, ['a:a1#W'], now))).toEqual([true, true, false]);
    expect(row.audience).toEqual(expect.arrayContaining(['a:a1#W', 's:KGZ#W', '*', 's:KAZ', 'a:b1#W']));
  });

  test('a discreet alert opens nothing to those it is not listed to', () => {
    const row = rowOf({ alerts: [alertOf('KGZ', ['s:KGZ#D', 's:UZB#d'])] });
    const now = day('2026-06-01').getTime();
    expect(row.audience).not.toContain('*');
    expect(row.scopes.map((scope) => mayUse(scope, ['*', 's:KAZ', 's:KAZ#d'], now))).toEqual([false]);
    expect(row.scopes.map((scope) => mayUse(scope, ['s:UZB#d'], now))).toEqual([true]);
  });
});
