// Names of Kyrgyz, Kazakhs and Tajiks: Cyrillic with letters of their own, Soviet endings beside older and newer forms.
import { cyrillicFamily, type Gendered, russianFeminine, stemOf } from '../endings.ts';
import { type NameSections, section } from '../name-list.ts';
import { blend, createSampler } from '../sampler.ts';
import type { Speller } from '../speller.ts';
import {
  kazakhPassport,
  kazakhToRussian,
  kazakhWithQ,
  kyrgyzPassport,
  kyrgyzToRussian,
  kyrgyzWithJ,
  tajikPassport,
  tajikToRussian,
} from '../spellings.ts';
import { type GenderedSpelling, spellerOf, spelling, type Tradition } from '../tradition.ts';
import {
  compounds,
  descents,
  fathers,
  formed,
  gendered,
  givenNames,
  listedFamilies,
  mapItems,
  states,
} from './build.ts';
import { OLDER_RUSSIAN_LATIN, patronymicOf } from './slavic.ts';

const inOv = (given: string): Gendered => {
  const m = cyrillicFamily(given);
  return { m, f: russianFeminine(m) };
};
const unchanged = (given: string): Gendered => ({ m: given, f: given });
const withWords = (son: string, daughter: string) => (given: string) => ({
  m: given + son,
  f: given + daughter,
});

/** The Soviet patronymic: spelled by Russian rules of the Russian spelling, in every writing. */
const sovietPatronymic =
  (toRussian: Speller, toLatin: Speller) =>
  (father: string): GenderedSpelling => {
    const { m, f } = patronymicOf(toRussian(father));
    return { m: spelling(m, m, toLatin(m)), f: spelling(f, f, toLatin(f)), stem: father };
  };

export function buildKyrgyz(lists: NameSections): Tradition {
  const spell = spellerOf(kyrgyzToRussian, kyrgyzPassport);
  const child = withWords(' уулу', ' кызы');
  const elders = fathers(lists);
  const soviet = sovietPatronymic(kyrgyzToRussian, kyrgyzPassport);
  return {
    code: 'kyrgyz',
    language: 'ky',
    script: 'Cyrl',
    familyFirst: true,
    ...givenNames(lists, spell),
    families: createSampler(
      blend(
        [0.3, listedFamilies(lists, russianFeminine, spell)],
        [0.28, formed(elders, inOv, spell)],
        [0.28, mapItems(compounds(lists), (m) => gendered({ m, f: russianFeminine(m) }, spell, stemOf(m)))],
        [0.11, descents(elders, child, spell)],
        [0.03, formed(elders, unchanged, spell)],
      ),
    ),
    patronymics: createSampler(
      blend([0.7, mapItems(elders, ({ own }) => soviet(own))], [0.3, formed(elders, child, spell)]),
    ),
    patronymicInPassport: 0.15,
    recordedInRussian: 0.5,
    passportStandard: 'NATIONAL_PASSPORT',
    olderLatin: [{ standard: 'FREE', from: 'own', spell: kyrgyzWithJ }, ...OLDER_RUSSIAN_LATIN],
    doubleFamilies: false,
    reform: {
      legalBasis: 'KGZ: change of name under the civil status law, practice of 2025 (not verified)',
      since: 2025,
      forms: (stem) => [
        child(stem),
        child(stem),
        unchanged(stem),
        { m: `${stem} тегин`, f: `${stem} тегин` },
      ],
    },
    spell,
    nationalities: states({ KGZ: 94, RUS: 4, UZB: 1, TJK: 1 }),
  };
}

export function buildKazakh(lists: NameSections): Tradition {
  const spell = spellerOf(kazakhToRussian, kazakhPassport);
  const child = withWords('ұлы', 'қызы');
  const elders = fathers(lists);
  const soviet = sovietPatronymic(kazakhToRussian, kazakhPassport);
  return {
    code: 'kazakh',
    language: 'kk',
    script: 'Cyrl',
    familyFirst: true,
    ...givenNames(lists, spell),
    families: createSampler(
      blend(
        [0.32, listedFamilies(lists, russianFeminine, spell)],
        [0.3, formed(elders, inOv, spell)],
        [0.28, mapItems(compounds(lists), (m) => gendered({ m, f: russianFeminine(m) }, spell, stemOf(m)))],
        [0.07, formed(elders, unchanged, spell)],
        [0.03, descents(elders, child, spell)],
      ),
    ),
    patronymics: createSampler(
      blend([0.55, mapItems(elders, ({ own }) => soviet(own))], [0.45, formed(elders, child, spell)]),
    ),
    patronymicInPassport: 0,
    recordedInRussian: 0.4,
    passportStandard: 'NATIONAL_PASSPORT',
    olderLatin: [{ standard: 'FREE', from: 'own', spell: kazakhWithQ }, ...OLDER_RUSSIAN_LATIN],
    doubleFamilies: false,
    reform: {
      legalBasis:
        'KAZ: decree 3923 of 2 April 1996 on spelling of family names and patronymics (not verified)',
      since: 1996,
      forms: (stem) => [child(stem), unchanged(stem)],
    },
    spell,
    nationalities: states({ KAZ: 93, RUS: 4, UZB: 2, MNG: 1 }),
  };
}

export function buildTajik(lists: NameSections): Tradition {
  const spell = spellerOf(tajikToRussian, tajikPassport);
  const zoda = (given: string) =>
    unchanged(`${given.replace(/[аӣ]$/u, (end) => (end === 'ӣ' ? 'и' : end))}зода`);
  const elders = fathers(lists);
  const soviet = sovietPatronymic(tajikToRussian, tajikPassport);
  const pairs = mapItems(compounds(lists), (m) =>
    m.endsWith('зода')
      ? gendered(unchanged(m), spell, m.slice(0, -4))
      : gendered({ m, f: russianFeminine(m) }, spell, stemOf(m)),
  );
  return {
    code: 'tajik',
    language: 'tg',
    script: 'Cyrl',
    familyFirst: true,
    ...givenNames(lists, spell),
    families: createSampler(
      blend(
        [0.3, listedFamilies(lists, russianFeminine, spell)],
        [0.27, formed(elders, inOv, spell)],
        [0.2, pairs],
        [0.13, formed(elders, zoda, spell)],
        [0.1, formed(section(lists, 'elders'), unchanged, spell)],
      ),
    ),
    patronymics: createSampler(
      blend(
        [0.7, mapItems(elders, ({ own }) => soviet(own))],
        [0.2, formed(elders, unchanged, spell)],
        [0.1, formed(elders, zoda, spell)],
      ),
    ),
    patronymicInPassport: 0.2,
    recordedInRussian: 0.5,
    passportStandard: 'NATIONAL_PASSPORT',
    olderLatin: OLDER_RUSSIAN_LATIN,
    doubleFamilies: false,
    reform: {
      legalBasis: 'TJK: civil status law as amended in 2016, national forms of names (not verified)',
      since: 2007,
      forms: (stem) => [unchanged(stem), zoda(stem)],
    },
    spell,
    nationalities: states({ TJK: 88, RUS: 6, UZB: 5, KGZ: 1 }),
  };
}
