// Invented persons: repeatable, consistent with themselves, and mixed as promised.
import { describe, expect, it } from 'vitest';
import { loadPopulationTables } from '../../platform/name-lists/load.ts';
import { checkNationalId } from '../documents/national-id.ts';
import { detectScript, nameFindings } from '../persons/name-rules.ts';
import { createMix } from './mix.ts';
import { parseNameList } from './name-list.ts';
import { generatePerson, type InventedPerson, ordinaryTraveller } from './person.ts';
import { createRandom, digits } from './random.ts';
import { createSampler, draw } from './sampler.ts';
import { buildPopulationTables } from './tables.ts';
import { TRADITIONS, type TraditionCode } from './tradition.ts';

const tables = loadPopulationTables();
const mix = createMix(2026);
const persons = (count: number, of = mix, seed = 1): InventedPerson[] =>
  Array.from({ length: count }, (_, index) => generatePerson(createRandom(seed, index), tables, of));
const only = (code: TraditionCode) => createMix(2026, { [code]: 1 });
const share = (of: readonly unknown[], all: readonly unknown[]) => of.length / all.length;

describe('a person', () => {
  it('is the same for the same seed and index, whoever came before, and another one otherwise', () => {
    const alone = generatePerson(createRandom(1, 41), tables, mix);
    expect(persons(50)[41]).toEqual(alone);
    expect(generatePerson(createRandom(2, 41), tables, mix)).not.toEqual(alone);
  });

  it.each(TRADITIONS)('%s: has names that the registry takes', (code) => {
    for (const { names } of persons(120, { ...only(code), manyNames: 0.5 })) {
      expect(nameFindings(names)).toEqual([]);
      expect(new Set(names.map(({ full }) => full)).size).toBe(names.length);
      for (const { full, script, mrzForm } of names) {
        expect(detectScript(full)).toEqual({ script, mixed: false });
        expect(full).toBe(full.normalize('NFC').trim());
        if (mrzForm !== null) expect(mrzForm).toMatch(/^[A-Z]+(?:<[A-Z]+)*<<[A-Z]+(?:<[A-Z]+)*$/u);
      }
    }
  });

  it('has national ids that agree with birth and sex', () => {
    const withId = persons(1_500, { ...mix, withNationalId: 1 }).filter(
      ({ nationalIds }) => nationalIds.length > 0,
    );
    const schemes = new Set(withId.flatMap(({ nationalIds }) => nationalIds.map(({ scheme }) => scheme)));
    expect([...schemes].sort()).toEqual(['KG_PIN', 'KZ_IIN', 'RU_INN', 'RU_SNILS', 'UZ_PINFL']);
    for (const { nationalIds, birth, sex } of withId)
      for (const { scheme, value } of nationalIds)
        expect(checkNationalId(scheme, value, { births: [birth], sex }).warnings).toEqual([]);
  });

  it('lives in time: adult, documents after birth and before the year, former names in between', () => {
    for (const { birth, documents, names } of persons(1_500)) {
      expect(2026 - birth.year).toBeGreaterThanOrEqual(18);
      for (const { issuedOn, expiresOn } of documents) {
        expect(issuedOn < '2026' && issuedOn > String(birth.year)).toBe(true);
        if (expiresOn !== undefined) expect(expiresOn > issuedOn).toBe(true);
      }
      for (const { validTo } of names)
        if (validTo !== null) expect(validTo > String(birth.year + 16) && validTo < '2027').toBe(true);
    }
  });

  it('takes the reformed name where law allows, and keeps the old one as former', () => {
    const kyrgyz = persons(3_000, { ...only('kyrgyz'), manyNames: 1 });
    const uulu = kyrgyz.find(({ names }) => names[0]?.legalBasis && / уулу$/u.test(names[0].family ?? ''));
    const [now, before] = uulu?.names ?? [];
    expect(before?.type).toBe('FORMER');
    expect(before?.validTo).toBe(now?.validFrom);
    expect(now?.family?.split(' ')[0]?.slice(0, 3)).toBe(before?.family?.slice(0, 3));
  });

  it('bears feminine forms as a woman', () => {
    const women = persons(500, { ...only('russian'), women: 1, doubleFamily: 0 });
    for (const { names } of women) expect(names[0]?.family).not.toMatch(/(?:ов|ев|ин|ский)$/u);
    for (const { names } of women) expect(names[0]?.patronymic ?? 'на').toMatch(/на$/u);
  });
});

describe('a population', () => {
  const sample = persons(20_000);

  it('is mixed as the table of shares says', () => {
    for (const [code, percent] of [
      ['russian', 47],
      ['ukrainian', 12],
      ['kyrgyz', 4],
    ] as const) {
      const found = share(
        sample.filter(({ tradition }) => tradition === code),
        sample,
      );
      expect(Math.abs(found - percent / 100)).toBeLessThan(0.015);
    }
    expect(new Set(sample.map(({ tradition }) => tradition)).size).toBe(TRADITIONS.length);
    expect(
      share(
        sample.filter(({ names }) => names.length >= 3),
        sample,
      ),
    ).toBeCloseTo(0.1, 1);
    expect(Math.max(...sample.map(({ names }) => names.length))).toBe(8);
    expect(
      share(
        sample.filter(({ birth }) => birth.month === undefined),
        sample,
      ),
    ).toBeCloseTo(0.1, 1);
    expect(new Set(sample.flatMap(({ names }) => names.map(({ script }) => script))).size).toBe(6);
  });

  it.each(['kyrgyz', 'kazakh', 'tajik', 'uzbek', 'azerbaijani'] as const)(
    '%s: the commonest family name belongs to fewer than one in forty, and there are many',
    (code) => {
      const counts = new Map<string, number>();
      const many = persons(4_000, { ...only(code), women: 0 });
      for (const { names } of many)
        counts.set(names[0]?.family ?? '', (counts.get(names[0]?.family ?? '') ?? 0) + 1);
      expect(Math.max(...counts.values()) / many.length).toBeLessThan(0.025);
      expect(counts.size).toBeGreaterThan(700);
    },
  );
});

it('ordinary travellers are what a machine-readable zone can hold', () => {
  for (let index = 0; index < 1_000; index++) {
    const traveller = ordinaryTraveller(createRandom(5, index), tables, mix);
    expect(`${traveller.family}/${traveller.given}`).toMatch(/^[A-Z]+(?: [A-Z]+)*\/[A-Z]+(?: [A-Z]+)*$/u);
    expect(traveller.documentNumber).toMatch(/^[A-Z0-9]{5,12}$/u);
    expect(traveller.birth.year).toBeGreaterThan(1940);
  }
});

describe('the tools', () => {
  it('draws with the weights given', () => {
    const sampler = createSampler([
      { item: 'a', weight: 1 },
      { item: 'b', weight: 9 },
      { item: 'c', weight: 0 },
      { item: 'd', weight: 30 },
    ]);
    const random = createRandom(3);
    const counts: Record<string, number> = {};
    for (let n = 0; n < 40_000; n++) {
      const item = draw(sampler, random);
      counts[item] = (counts[item] ?? 0) + 1;
    }
    expect(counts['c']).toBeUndefined();
    expect((counts['a'] ?? 0) / 1_000).toBeCloseTo(1, 0);
    expect(Math.abs((counts['b'] ?? 0) - 9_000)).toBeLessThan(400);
    expect(() => createSampler([{ item: 1, weight: 0 }])).toThrow(RangeError);
    expect(() => createSampler([{ item: 1, weight: Number.NaN }])).toThrow(RangeError);
  });

  it('writes as many digits as asked', () => {
    const random = createRandom(4);
    for (const length of [1, 3, 4, 5, 9])
      expect(digits(random, length)).toMatch(new RegExp(`^\\d{${length}}$`, 'u'));
  });

  it('says where a list cannot be read, and which is missing', () => {
    expect(() => parseNameList('x.txt', '# x\n[men]\nno number')).toThrow('x.txt, line 3');
    expect(() => parseNameList('x.txt', '5 Адам')).toThrow('x.txt, line 1');
    expect(() => buildPopulationTables({})).toThrow('russian.txt');
  });
});
