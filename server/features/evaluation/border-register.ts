// The invented register of a border test: wanted persons as records, and the keys that find them.

import type { PartialDate } from '../../domain/dates/partial-date.ts';
import type { Match, MatchQuery, MatchRecord } from '../../domain/matching/match.ts';
import { contradictionHides, mayReach, screenRecord } from '../../domain/matching/match-record.ts';
import type { MatchPolicy } from '../../domain/matching/policy.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { createMix, type PopulationMix } from '../../domain/population/mix.ts';
import { generatePerson, type InventedPerson, spellingsOfPerson } from '../../domain/population/person.ts';
import { createRandom, reseed } from '../../domain/population/random.ts';
import type { PopulationTables } from '../../domain/population/tables.ts';
import { loadPopulationTables } from '../../platform/name-lists/load.ts';
import { createMemoryIndex } from './memory-index.ts';

const WANTED_SEED = 11;
const YEAR = 2026;
const CANDIDATES = 150;

/** What a machine-readable zone tells of whoever stands at the border. */
export interface BorderTraveller {
  readonly family: string;
  readonly given: string;
  readonly birth: PartialDate;
  readonly sex: 'M' | 'F';
  readonly nationality: string | undefined;
}

export interface BorderRegister {
  readonly tables: PopulationTables;
  readonly mix: PopulationMix;
  /** The wanted person of a number. */
  person(number: number): InventedPerson;
  /** The same person's name in every writing of it. */
  spellings(number: number): ReturnType<typeof spellingsOfPerson>;
  /** Every candidate of a check with its match, null below WEAK; `number` is that of the wanted person. */
  check(traveller: BorderTraveller): { number: number; match: Match | null }[];
}

/** Numbers as the ids that a register wants, and back. */
const idOf = (number: number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
const numberOf = (id: string) => Number.parseInt(id.slice(-12), 16);

/** @param yearOnly share of the wanted of whom only the year of birth is known */
export function createBorderRegister(
  engine: NameEngine,
  policy: MatchPolicy,
  wanted: number,
  yearOnly: number,
): BorderRegister {
  const tables = loadPopulationTables();
  const mix = { ...createMix(YEAR), yearOnly };
  const random = createRandom(WANTED_SEED);
  const person = (number: number) => {
    reseed(random, WANTED_SEED, number);
    return generatePerson(random, tables, mix);
  };
  const register = engine.createDatedNames();
  const records: (() => MatchRecord)[] = [];
  const keys: Int32Array[] = [];
  for (let number = 0; number < wanted; number++) {
    const made = storedRecord(engine, person(number), number);
    records.push(made.record);
    register.put({ id: idOf(number), names: made.names, births: made.births });
    keys.push(made.keys);
  }
  const index = createMemoryIndex(keys);
  /** As at the booth: by name and date where a contradicting date lets a traveller pass anyway. */
  const candidatesOf = (asked: MatchQuery) => {
    const worth = mayReach(engine, policy, asked, 'POSSIBLE');
    const byDate = contradictionHides(policy, 'POSSIBLE')
      ? register.find(asked.names, asked.births, worth)
      : null;
    if (byDate !== null) return { found: byDate.map(numberOf), least: 'POSSIBLE' as const };
    const all = asked.names.flatMap((name) => engine.queryKeys(name, asked.births));
    return { found: index.find(all, CANDIDATES).found, least: 'WEAK' as const };
  };
  return {
    tables,
    mix,
    person,
    spellings(number) {
      reseed(random, WANTED_SEED, number);
      return spellingsOfPerson(random, tables, mix);
    },
    check(traveller) {
      const name = engine.analyse({ family: traveller.family, given: traveller.given });
      const asked: MatchQuery = {
        names: [name],
        births: [traveller.birth],
        sex: traveller.sex,
        nationalities: traveller.nationality === undefined ? [] : [traveller.nationality],
        documents: [],
        nationalIds: [],
      };
      const { found, least } = candidatesOf(asked);
      return found.map((number) => ({
        number,
        match: screenRecord(engine, policy, asked, (records[number] as () => MatchRecord)(), least),
      }));
    },
  };
}

/** A record as the search row of a person holds it: packed names, keys of names and birth dates. */
function storedRecord(engine: NameEngine, person: InventedPerson, number: number) {
  const own = new Set<number>();
  const names = person.names.map((name, row) => {
    const { family, given, patronymic, full } = name;
    const analysed = engine.analyse(
      family !== null && given !== null ? { family, given, ...(patronymic && { patronymic }) } : { full },
    );
    for (const key of engine.indexKeys(analysed, [person.birth])) own.add(key);
    return { id: `${number}-${row}`, type: name.type, raw: full, packed: engine.pack(analysed) };
  });
  const record = (): MatchRecord => ({
    names: names.map(({ packed, ...name }) => ({ ...name, analysed: engine.unpack(packed) })),
    births: [person.birth],
    birthYears: [],
    sex: person.sex,
    nationalities: person.nationalities,
    documents: [],
    nationalIds: [],
  });
  const undated = names.map(({ packed }) => ({ packed, undated: false }));
  return { record, keys: Int32Array.from(own), names: undated, births: [person.birth] };
}

/** POSSIBLE or worse: the traveller is looked at. */
export function isStopped(match: Match | null): match is Match {
  const band = match?.band;
  return band === 'POSSIBLE' || band === 'STRONG' || band === 'DOCUMENT_HIT';
}
