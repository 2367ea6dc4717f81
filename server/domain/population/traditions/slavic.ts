// Names of Russians, Ukrainians, Koreans of the former Union and peoples of the North Caucasus.
import {
  cyrillicFamily,
  russianFeminine,
  russianPatronymic,
  russianPatronymicFeminine,
  ukrainianFeminine,
  ukrainianPatronymic,
} from '../endings.ts';
import { type ListedName, type NameSections, section } from '../name-list.ts';
import { blend, createSampler } from '../sampler.ts';
import { asWritten } from '../speller.ts';
import { russianBgn, russianFrench, russianGost, russianIcao, ukrainianPassport } from '../spellings.ts';
import { type OlderLatin, spellerOf, spelling, type Tradition } from '../tradition.ts';
import { formed, gendered, givenNames, listedFamilies, mapItems, spelled, states } from './build.ts';

/** How documents wrote Russian spellings over the years. */
export const OLDER_RUSSIAN_LATIN: readonly OlderLatin[] = [
  { standard: 'FRENCH_SOVIET', from: 'russian', spell: russianFrench },
  { standard: 'GOST', from: 'russian', spell: russianGost },
  { standard: 'BGN_PCGN', from: 'russian', spell: russianBgn },
];

const spellRussian = spellerOf(asWritten, russianIcao);

const RUSSIAN = {
  language: 'ru',
  script: 'Cyrl',
  familyFirst: true,
  patronymicInPassport: 0,
  recordedInRussian: 0,
  passportStandard: 'ICAO9303',
  olderLatin: OLDER_RUSSIAN_LATIN,
  spell: spellRussian,
} as const;

export function buildRussian(lists: NameSections): Tradition {
  return {
    ...RUSSIAN,
    code: 'russian',
    ...givenNames(lists, spellRussian),
    families: createSampler(listedFamilies(lists, russianFeminine, spellRussian)),
    patronymics: russianPatronymics(lists),
    doubleFamilies: true,
    nationalities: states({ RUS: 80, KAZ: 6, UKR: 4, BLR: 4, KGZ: 3, MDA: 2, UZB: 1 }),
  };
}

/** @param russian the Russian lists, whose given names Koreans bear. */
export function buildKorean(lists: NameSections, russian: NameSections): Tradition {
  return {
    ...RUSSIAN,
    code: 'korean',
    ...givenNames(russian, spellRussian),
    families: createSampler(listedFamilies(lists, (family) => family, spellRussian)),
    patronymics: russianPatronymics(russian),
    doubleFamilies: false,
    nationalities: states({ KAZ: 35, UZB: 35, RUS: 25, KGZ: 5 }),
  };
}

function russianPatronymics(lists: NameSections) {
  const form = ({ own }: ListedName) => gendered({ m: own, f: russianPatronymicFeminine(own) }, spellRussian);
  return createSampler(mapItems(section(lists, 'fathers'), form));
}

export function buildCaucasus(lists: NameSections): Tradition {
  const men = section(lists, 'men');
  const familyOf = (given: string) => {
    const m = cyrillicFamily(given);
    return { m, f: russianFeminine(m) };
  };
  return {
    ...RUSSIAN,
    code: 'caucasus',
    ...givenNames(lists, spellRussian),
    families: createSampler(
      blend(
        [0.6, listedFamilies(lists, russianFeminine, spellRussian)],
        [0.4, formed(men, familyOf, spellRussian)],
      ),
    ),
    patronymics: createSampler(formed(men, patronymicOf, spellRussian)),
    doubleFamilies: false,
    nationalities: states({ RUS: 96, AZE: 2, KAZ: 2 }),
  };
}

/** The Russian patronymic of a father's name in both forms. */
export function patronymicOf(father: string): { m: string; f: string } {
  const m = russianPatronymic(father);
  return { m, f: russianPatronymicFeminine(m) };
}

export function buildUkrainian(lists: NameSections): Tradition {
  const spell = ({ own, other }: ListedName) => spelling(own, other ?? own, ukrainianPassport(own));
  const men = section(lists, 'men');
  return {
    code: 'ukrainian',
    language: 'uk',
    script: 'Cyrl',
    familyFirst: true,
    men: spelled(men, spell),
    women: spelled(section(lists, 'women'), spell),
    families: createSampler(
      mapItems(section(lists, 'families'), ({ own, other = own }) => ({
        m: spell({ own, other }),
        f: spell({ own: ukrainianFeminine(own), other: russianFeminine(other) }),
      })),
    ),
    patronymics: createSampler(
      mapItems(men, ({ own, other = own }) => {
        const [ukrainian, russian] = [ukrainianPatronymic(own), patronymicOf(other)];
        return {
          m: spell({ own: ukrainian.m, other: russian.m }),
          f: spell({ own: ukrainian.f, other: russian.f }),
        };
      }),
    ),
    patronymicInPassport: 0,
    recordedInRussian: 0.4,
    passportStandard: 'NATIONAL_PASSPORT',
    olderLatin: OLDER_RUSSIAN_LATIN,
    doubleFamilies: true,
    // A Ukrainian name that no list holds is written alike in Russian papers.
    spell: spellerOf(asWritten, ukrainianPassport),
    nationalities: states({ UKR: 92, RUS: 6, MDA: 1, KAZ: 1 }),
  };
}
