// What a naming tradition is: lists to draw from, and how a drawn name is written by its own people, Russians and passports.
import type { NameStandard, Script } from '../persons/vocabulary.ts';
import type { Gendered } from './endings.ts';
import { chance, type Random } from './random.ts';
import { draw, type Sampler } from './sampler.ts';
import { mrzLetters, type Speller } from './speller.ts';

export const TRADITIONS = [
  'russian',
  'ukrainian',
  'kazakh',
  'uzbek',
  'kyrgyz',
  'tajik',
  'azerbaijani',
  'armenian',
  'georgian',
  'caucasus',
  'turkmen',
  'mongolian',
  'korean',
  'english',
  'german',
  'french',
  'polish',
  'turkish',
  'arabic',
  'chinese',
] as const;
export type TraditionCode = (typeof TRADITIONS)[number];

/** One part of a name as its people write it, as Russian papers do, as a passport prints it, and in its machine-readable zone. */
export interface Spelling {
  readonly own: string;
  readonly russian: string;
  readonly latin: string;
  readonly mrz: string;
}

export type Writing = keyof Spelling;

/** A part that follows the bearer's sex. */
export interface GenderedSpelling {
  readonly m: Spelling;
  readonly f: Spelling;
  /** The given name that the part is made of, in own spelling, where one is behind it. */
  readonly stem?: string;
  /** A family name that says whose child the bearer is: no patronymic beside it. */
  readonly namesFather?: boolean;
}

/** Always with all four fields: millions are made, and one shape of object keeps that fast. */
export interface NameParts {
  readonly family: Spelling;
  readonly given: Spelling;
  readonly patronymic: Spelling | undefined;
  /** The given name behind the family name, where one is known. */
  readonly stem: string | undefined;
}

/** Another Latin writing of the tradition's names, as older or foreign documents have it. */
export interface OlderLatin {
  readonly standard: NameStandard;
  /** Reads `own` or `russian`. */
  readonly from: Writing;
  readonly spell: Speller;
}

/** Forms that a family name takes by a reform of names, drawn from its stem. */
export interface NameReform {
  readonly legalBasis: string;
  readonly forms: (stem: string) => readonly Gendered[];
  /** The first year of such changes. */
  readonly since: number;
}

export interface Tradition {
  readonly code: TraditionCode;
  /** ISO 639-1 of the own spelling. */
  readonly language: string;
  readonly script: Script;
  /** The order of a full name; a patronymic stands last or, given first, in the middle. */
  readonly familyFirst: boolean;
  readonly men: Sampler<Spelling>;
  readonly women: Sampler<Spelling>;
  readonly families: Sampler<GenderedSpelling>;
  readonly patronymics?: Sampler<GenderedSpelling>;
  /** Share of passports that print the patronymic among the given names. */
  readonly patronymicInPassport: number;
  /** Share of records whose first name row is in Russian spelling. */
  readonly recordedInRussian: number;
  readonly passportStandard: NameStandard;
  readonly olderLatin: readonly OlderLatin[];
  /** Compound family names (Иванова-Петрова) occur. */
  readonly doubleFamilies: boolean;
  readonly reform?: NameReform;
  /** Passport spelling of an own spelling: for names that no list holds. */
  readonly spell: (own: string) => Spelling;
  /** Nationalities, ISO 3166 alpha-3, and how often. */
  readonly nationalities: Sampler<string>;
}

/**
 * Draws a name; its parts are independent of each other.
 * @param withoutPatronymic share (0–1) of those without one in traditions that have it.
 * @param doubleFamily share (0–1) of compound family names in traditions that have them.
 */
export function drawName(
  tradition: Tradition,
  sex: 'M' | 'F',
  random: Random,
  withoutPatronymic: number,
  doubleFamily: number,
): NameParts {
  const given = draw(sex === 'M' ? tradition.men : tradition.women, random);
  const drawn = draw(tradition.families, random);
  let family = sex === 'M' ? drawn.m : drawn.f;
  let stem: string | undefined = drawn.stem;
  if (tradition.doubleFamilies && chance(random, doubleFamily)) {
    const second = draw(tradition.families, random);
    family = joined(family, sex === 'M' ? second.m : second.f);
    stem = undefined;
  }
  if (!tradition.patronymics || drawn.namesFather || chance(random, withoutPatronymic))
    return { family, given, patronymic: undefined, stem };
  const father = draw(tradition.patronymics, random);
  return { family, given, patronymic: sex === 'M' ? father.m : father.f, stem };
}

function joined(first: Spelling, second: Spelling): Spelling {
  if (first.own === second.own) return first;
  return {
    own: `${first.own}-${second.own}`,
    russian: `${first.russian}-${second.russian}`,
    latin: `${first.latin}-${second.latin}`,
    mrz: `${first.mrz} ${second.mrz}`,
  };
}

/** The full name in one writing and the order of the tradition. */
export function fullName(tradition: Tradition, parts: NameParts, writing: Writing): string {
  const family = parts.family[writing];
  const given = parts.given[writing];
  if (writing === 'own' && tradition.script === 'Hans') return family + given;
  const patronymic = parts.patronymic?.[writing];
  if (tradition.familyFirst || writing === 'russian')
    return patronymic ? `${family} ${given} ${patronymic}` : `${family} ${given}`;
  return patronymic ? `${given} ${patronymic} ${family}` : `${given} ${family}`;
}

/** A spelling of its writings; the machine-readable form follows from the Latin one. */
export const spelling = (own: string, russian: string, latin: string): Spelling => ({
  own,
  russian,
  latin,
  mrz: mrzLetters(latin),
});

/** Spells by rule out of the own spelling. */
export const spellerOf =
  (toRussian: Speller, toLatin: Speller) =>
  (own: string): Spelling =>
    spelling(own, toRussian(own), toLatin(own));
