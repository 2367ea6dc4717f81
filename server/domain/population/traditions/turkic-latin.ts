// Names of Uzbeks, Turkmens and Azerbaijanis, who write Latin letters today and wrote Cyrillic before.
import { azerbaijaniFamily, azerbaijaniLi, type Gendered, turkmenFamily, uzbekFamily } from '../endings.ts';
import { type NameSections, section } from '../name-list.ts';
import { blend, createSampler, type Weighted } from '../sampler.ts';
import type { Speller } from '../speller.ts';
import {
  azerbaijaniPassport,
  azerbaijaniPlain,
  azerbaijaniToRussian,
  turkmenPassport,
  turkmenToRussian,
  uzbekPassport,
  uzbekToRussian,
} from '../spellings.ts';
import { type GenderedSpelling, spellerOf, spelling, type Tradition } from '../tradition.ts';
import {
  compounds,
  fathers,
  formed,
  gendered,
  givenNames,
  listedFamilies,
  mapItems,
  type Spell,
  states,
} from './build.ts';
import { OLDER_RUSSIAN_LATIN, patronymicOf } from './slavic.ts';

const withA = (family: string) => (/[oe][vw]$/u.test(family) ? `${family}a` : family);
const both = (family: string): Gendered => ({ m: family, f: withA(family) });
const latinStem = (family: string) => family.replace(/(?<=[aeiouəıöü])[yý]e[vw]$|[oe][vw]$/u, '');

/** The Soviet patronymic: own spelling by the endings of the language, Russian spelling by Russian rules. */
const soviet =
  (family: (given: string) => string, son: string, daughter: string, toRussian: Speller, toLatin: Speller) =>
  (father: string): GenderedSpelling => {
    const stem = family(father);
    const russian = patronymicOf(toRussian(father));
    const form = (own: string, inRussian: string) => spelling(own, inRussian, toLatin(own));
    return { m: form(stem + son, russian.m), f: form(stem + daughter, russian.f), stem: father };
  };

export function buildUzbek(lists: NameSections): Tradition {
  const spell = spellerOf(uzbekToRussian, uzbekPassport);
  const child = (father: string) => ({ m: `${father} oʻgʻli`, f: `${father} qizi` });
  const elders = fathers(lists);
  const inOvich = soviet(uzbekFamily, 'ich', 'na', uzbekToRussian, uzbekPassport);
  return {
    code: 'uzbek',
    language: 'uz',
    script: 'Latn',
    familyFirst: true,
    ...givenNames(lists, spell),
    families: createSampler(
      blend(
        [0.3, listedFamilies(lists, withA, spell, latinStem)],
        [0.38, formed(elders, (given) => both(uzbekFamily(given)), spell)],
        [0.3, mapItems(compounds(lists), (family) => gendered(both(family), spell, latinStem(family)))],
        [0.02, formed(elders, (given) => ({ m: given, f: given }), spell)],
      ),
    ),
    patronymics: createSampler(
      blend([0.6, formed(elders, child, spell)], [0.4, mapItems(elders, ({ own }) => inOvich(own))]),
    ),
    patronymicInPassport: 0.4,
    recordedInRussian: 0.5,
    passportStandard: 'NATIONAL_PASSPORT',
    olderLatin: OLDER_RUSSIAN_LATIN,
    doubleFamilies: false,
    spell,
    nationalities: states({ UZB: 84, KGZ: 6, TJK: 4, RUS: 3, KAZ: 2, TKM: 1 }),
  };
}

export function buildTurkmen(lists: NameSections): Tradition {
  const spell = spellerOf(turkmenToRussian, turkmenPassport);
  const elders = fathers(lists);
  const inOwich = soviet(turkmenFamily, 'iç', 'na', turkmenToRussian, turkmenPassport);
  return {
    code: 'turkmen',
    language: 'tk',
    script: 'Latn',
    familyFirst: true,
    ...givenNames(lists, spell),
    families: createSampler(
      blend(
        [0.5, listedFamilies(lists, withA, spell, latinStem)],
        [0.5, formed(elders, (given) => both(turkmenFamily(given)), spell)],
      ),
    ),
    patronymics: createSampler(mapItems(elders, ({ own }) => inOwich(own))),
    patronymicInPassport: 0.1,
    recordedInRussian: 0.35,
    passportStandard: 'NATIONAL_PASSPORT',
    olderLatin: OLDER_RUSSIAN_LATIN,
    doubleFamilies: false,
    spell,
    nationalities: states({ TKM: 94, UZB: 3, RUS: 3 }),
  };
}

export function buildAzerbaijani(lists: NameSections): Tradition {
  const spell = spellerOf(azerbaijaniToRussian, azerbaijaniPassport);
  const men = section(lists, 'men');
  const li = (given: string) => ({ m: azerbaijaniLi(given), f: azerbaijaniLi(given) });
  const zade = (given: string) => ({ m: `${given}zadə`, f: `${given}zadə` });
  return {
    code: 'azerbaijani',
    language: 'az',
    script: 'Latn',
    familyFirst: true,
    ...givenNames(lists, spell),
    families: createSampler(
      blend(
        [0.55, listedFamilies(lists, withA, spell, latinStem)],
        [0.22, formed(men, (given) => both(azerbaijaniFamily(given)), spell)],
        [0.1, mapItems(compounds(lists), (family) => gendered(both(family), spell, latinStem(family)))],
        [0.08, formed(men, li, spell)],
        [0.05, formed(men, zade, spell)],
      ),
    ),
    patronymics: createSampler(
      oglu(
        men.map(({ item, weight }) => ({ item: item.own, weight })),
        spell,
      ),
    ),
    patronymicInPassport: 0.5,
    recordedInRussian: 0.4,
    passportStandard: 'NATIONAL_PASSPORT',
    olderLatin: [{ standard: 'FREE', from: 'own', spell: azerbaijaniPlain }, ...OLDER_RUSSIAN_LATIN],
    doubleFamilies: false,
    reform: {
      legalBasis: 'AZE: decision of Milli Majlis of 1993 on endings of family names (not verified)',
      since: 1993,
      forms: (stem) => [li(stem), zade(stem), { m: stem, f: stem }],
    },
    spell,
    nationalities: states({ AZE: 88, RUS: 7, GEO: 5 }),
  };
}

// oğlu and qızı have fixed Russian forms.
function oglu(fathers_: readonly Weighted<string>[], spell: Spell): Weighted<GenderedSpelling>[] {
  return mapItems(fathers_, (father) => {
    const { russian, latin } = spell(father);
    return {
      m: spelling(`${father} oğlu`, `${russian} оглы`, `${latin} oglu`),
      f: spelling(`${father} qızı`, `${russian} кызы`, `${latin} gizi`),
      stem: father,
    };
  });
}
