// Names of Armenians, Georgians, Mongols, Arabs, Chinese and of people of the West.
import { type ListedName, type NameSections, section } from '../name-list.ts';
import { createSampler, type Weighted } from '../sampler.ts';
import { asWritten } from '../speller.ts';
import {
  armenianPassport,
  georgianPassport,
  georgianToRussian,
  mongolianPassport,
  mongolianToRussian,
  mongolianWithO,
} from '../spellings.ts';
import { type Spelling, spellerOf, spelling, type Tradition, type TraditionCode } from '../tradition.ts';
import { givenNames, mapItems, spelled, states } from './build.ts';
import { OLDER_RUSSIAN_LATIN, patronymicOf } from './slavic.ts';

const same = (one: Spelling) => ({ m: one, f: one });

export function buildArmenian(lists: NameSections): Tradition {
  const spell = ({ own, other }: ListedName) => spelling(own, other ?? own, armenianPassport(own));
  const men = section(lists, 'men');
  return {
    code: 'armenian',
    language: 'hy',
    script: 'Armn',
    familyFirst: true,
    men: spelled(men, spell),
    women: spelled(section(lists, 'women'), spell),
    families: createSampler(mapItems(section(lists, 'families'), (name) => same(spell(name)))),
    // Armenian puts the father's name into the genitive; Russian papers make a patronymic of it.
    patronymics: createSampler(
      mapItems(men, ({ own, other = own }) => {
        const genitive = `${own.replace(/[աիյ]$/u, '')}ի`;
        const russian = patronymicOf(other);
        return {
          m: spelling(genitive, russian.m, armenianPassport(genitive)),
          f: spelling(genitive, russian.f, armenianPassport(genitive)),
        };
      }),
    ),
    patronymicInPassport: 0,
    recordedInRussian: 0.6,
    passportStandard: 'NATIONAL_PASSPORT',
    olderLatin: OLDER_RUSSIAN_LATIN,
    doubleFamilies: false,
    spell: (own) => spell({ own }),
    nationalities: states({ ARM: 78, RUS: 16, GEO: 6 }),
  };
}

export function buildGeorgian(lists: NameSections): Tradition {
  const spell = spellerOf(georgianToRussian, georgianPassport);
  return {
    code: 'georgian',
    language: 'ka',
    script: 'Geor',
    familyFirst: false,
    ...givenNames(lists, spell),
    families: createSampler(mapItems(section(lists, 'families'), ({ own }) => same(spell(own)))),
    patronymicInPassport: 0,
    recordedInRussian: 0.55,
    passportStandard: 'NATIONAL_PASSPORT',
    olderLatin: OLDER_RUSSIAN_LATIN,
    doubleFamilies: false,
    spell,
    nationalities: states({ GEO: 93, RUS: 7 }),
  };
}

/** Mongols bear the father's name where others bear a family name. */
export function buildMongolian(lists: NameSections): Tradition {
  const spell = spellerOf(mongolianToRussian, mongolianPassport);
  return {
    code: 'mongolian',
    language: 'mn',
    script: 'Cyrl',
    familyFirst: true,
    ...givenNames(lists, spell),
    families: createSampler(mapItems(section(lists, 'men'), ({ own }) => same(spell(own)))),
    patronymicInPassport: 0,
    recordedInRussian: 0.1,
    passportStandard: 'NATIONAL_PASSPORT',
    olderLatin: [{ standard: 'FREE', from: 'own', spell: mongolianWithO }],
    doubleFamilies: false,
    spell,
    nationalities: states({ MNG: 97, RUS: 3 }),
  };
}

const ownAndLatin = ({ own, other = own }: ListedName) => spelling(own, other, other);

export function buildArabic(lists: NameSections): Tradition {
  return {
    code: 'arabic',
    language: 'ar',
    script: 'Arab',
    familyFirst: false,
    men: spelled(section(lists, 'men'), ownAndLatin),
    women: spelled(section(lists, 'women'), ownAndLatin),
    families: createSampler(mapItems(section(lists, 'families'), (name) => same(ownAndLatin(name)))),
    patronymics: createSampler(mapItems(section(lists, 'men'), (name) => same(ownAndLatin(name)))),
    patronymicInPassport: 0.8,
    recordedInRussian: 0,
    passportStandard: 'NATIONAL_PASSPORT',
    olderLatin: [],
    doubleFamilies: false,
    spell: (own) => ownAndLatin({ own }),
    nationalities: states({ SYR: 30, IRQ: 30, EGY: 20, JOR: 10, SAU: 10 }),
  };
}

/** Given names are one character or, in two of three cases, two. */
export function buildChinese(lists: NameSections): Tradition {
  return {
    code: 'chinese',
    language: 'zh',
    script: 'Hans',
    familyFirst: true,
    men: createSampler(chineseGiven(section(lists, 'men'))),
    women: createSampler(chineseGiven(section(lists, 'women'))),
    families: createSampler(mapItems(section(lists, 'families'), (name) => same(ownAndLatin(name)))),
    patronymicInPassport: 0,
    recordedInRussian: 0,
    passportStandard: 'NATIONAL_PASSPORT',
    olderLatin: [],
    doubleFamilies: false,
    spell: (own) => ownAndLatin({ own }),
    nationalities: states({ CHN: 100 }),
  };
}

function chineseGiven(characters: readonly Weighted<ListedName>[]): Weighted<Spelling>[] {
  const total = characters.reduce((sum, { weight }) => sum + weight, 0);
  const single = characters.map(({ item, weight }) => ({ item: ownAndLatin(item), weight: weight / 2 }));
  const double = characters.flatMap((first) =>
    characters.map((second) => ({
      item: ownAndLatin({
        own: first.item.own + second.item.own,
        other: (first.item.other ?? '') + (second.item.other ?? '').toLowerCase(),
      }),
      weight: (first.weight * second.weight) / total,
    })),
  );
  return [...single, ...double];
}

interface Western {
  readonly code: TraditionCode;
  readonly language: string;
  readonly feminine?: (family: string) => string;
  readonly nationalities: Readonly<Record<string, number>>;
}

export const WESTERN: readonly Western[] = [
  { code: 'english', language: 'en', nationalities: { USA: 55, GBR: 45 } },
  { code: 'german', language: 'de', nationalities: { DEU: 96, RUS: 2, KAZ: 2 } },
  { code: 'french', language: 'fr', nationalities: { FRA: 100 } },
  {
    code: 'polish',
    language: 'pl',
    feminine: (family) => family.replace(/(?<=[cdsz]k)i$/u, 'a'),
    nationalities: { POL: 96, BLR: 4 },
  },
  { code: 'turkish', language: 'tr', nationalities: { TUR: 98, DEU: 2 } },
];

/** Languages of the West write Latin letters: the passport prints them as they are. */
export function buildWestern(
  { code, language, feminine = asWritten, nationalities }: Western,
  lists: NameSections,
): Tradition {
  const spell = (own: string) => spelling(own, own, own);
  return {
    code,
    language,
    script: 'Latn',
    familyFirst: false,
    ...givenNames(lists, spell),
    families: createSampler(
      mapItems(section(lists, 'families'), ({ own }) => ({ m: spell(own), f: spell(feminine(own)) })),
    ),
    patronymicInPassport: 0,
    recordedInRussian: 0,
    passportStandard: 'NATIONAL_PASSPORT',
    olderLatin: [],
    doubleFamilies: true,
    spell,
    nationalities: states(nationalities),
  };
}
