// One invented person of the region: names, birth, nationality, documents, all drawn from a stream of random numbers.
import type { PartialDate } from '../dates/partial-date.ts';
import { drawAdultBirth, drawTravellerBirth } from './births.ts';
import { drawDocuments, drawPassportNumber, type InventedDocument } from './documents.ts';
import type { PopulationMix } from './mix.ts';
import { drawNameRows, type InventedName } from './name-rows.ts';
import { drawNationalId, type InventedNationalId } from './national-ids.ts';
import { chance, type Random } from './random.ts';
import { draw } from './sampler.ts';
import type { PopulationTables } from './tables.ts';
import { drawName, type TraditionCode } from './tradition.ts';

export interface InventedPerson {
  readonly tradition: TraditionCode;
  readonly sex: 'M' | 'F';
  /** The first row is PRIMARY; no two rows have the same full name. */
  readonly names: readonly InventedName[];
  /** Full, or the year alone. */
  readonly birth: PartialDate;
  readonly birthSettlement: string | null;
  /** ISO 3166 alpha-3, or SUN for some of those born in the Soviet Union. */
  readonly birthCountry: string;
  /** ISO 3166 alpha-3, one or two. */
  readonly nationalities: readonly string[];
  readonly documents: readonly InventedDocument[];
  readonly nationalIds: readonly InventedNationalId[];
}

const SOVIET = new Set(['KGZ', 'KAZ', 'UZB', 'TJK', 'TKM', 'RUS', 'UKR', 'BLR', 'MDA', 'ARM', 'AZE', 'GEO']);

/**
 * Invents a person. The same stream, tables and mix give the same person; nothing here is taken of a real one.
 * @param random advanced; see createRandom(seed, index) for one stream per person.
 */
export function generatePerson(random: Random, tables: PopulationTables, mix: PopulationMix): InventedPerson {
  const { code, tradition, sex, full, yearOnly, nationality, ...frame } = drawFrame(random, tables, mix);
  return {
    tradition: code,
    sex,
    names: drawNameRows({ random, tables, tradition, sex, birthYear: full.year, mix }),
    birth: yearOnly ? { year: full.year } : full,
    ...frame,
    documents: chance(random, mix.withDocument) ? drawDocuments(random, nationality, mix.year) : [],
  };
}

/** The person that generatePerson invents of the same stream, as the parts of the name in every writing of it. */
export function spellingsOfPerson(random: Random, tables: PopulationTables, mix: PopulationMix) {
  const { tradition, sex, full, nationality } = drawFrame(random, tables, mix);
  const parts = drawName(tradition, sex, random, mix.withoutPatronymic, mix.doubleFamily);
  return { tradition, sex, birth: full, nationality, parts };
}

/** Everything that is drawn before the name. */
function drawFrame(random: Random, tables: PopulationTables, mix: PopulationMix) {
  const code = draw(mix.traditions, random);
  const tradition = tables.traditions[code];
  const sex: 'M' | 'F' = chance(random, mix.women) ? 'F' : 'M';
  const full = drawAdultBirth(random, mix.year);
  const yearOnly = chance(random, mix.yearOnly);
  const nationality = draw(tradition.nationalities, random);
  const birthplace = chance(random, 0.9) ? nationality : draw(tradition.nationalities, random);
  const soviet = full.year < 1991 && SOVIET.has(birthplace) && chance(random, 0.5);
  const places = tables.places.get(birthplace);
  const second = chance(random, 0.03) ? draw(tradition.nationalities, random) : nationality;
  const nationalId = chance(random, mix.withNationalId)
    ? drawNationalId(random, nationality, sex, yearOnly ? undefined : full)
    : undefined;
  return {
    code,
    tradition,
    sex,
    full,
    yearOnly,
    nationality,
    birthSettlement: places ? draw(places, random) : null,
    birthCountry: soviet ? 'SUN' : birthplace,
    nationalities: second === nationality ? [nationality] : [nationality, second],
    nationalIds: nationalId ? [nationalId] : [],
  };
}

/** What a machine-readable zone tells of a traveller. */
export interface OrdinaryTraveller {
  /** A–Z and spaces. */
  readonly family: string;
  readonly given: string;
  readonly sex: 'M' | 'F';
  readonly birth: Required<PartialDate>;
  readonly nationality: string;
  readonly documentNumber: string;
}

/**
 * Somebody who crosses a border and is not wanted: a two-part Latin name, a full date of birth, a document. For
 * measuring false alarms against a population of the same mix. Half are women, ages run from 1 to 80.
 */
export function ordinaryTraveller(
  random: Random,
  tables: PopulationTables,
  mix: PopulationMix,
): OrdinaryTraveller {
  const tradition = tables.traditions[draw(mix.traditions, random)];
  const sex = chance(random, 0.5) ? 'F' : 'M';
  const { family, given, patronymic } = drawName(
    tradition,
    sex,
    random,
    mix.withoutPatronymic,
    mix.doubleFamily,
  );
  const nationality = draw(tradition.nationalities, random);
  const printed = patronymic && chance(random, tradition.patronymicInPassport);
  return {
    family: family.mrz,
    given: printed ? `${given.mrz} ${patronymic.mrz}` : given.mrz,
    sex,
    birth: drawTravellerBirth(random, mix.year),
    nationality,
    documentNumber: drawPassportNumber(random, nationality),
  };
}
