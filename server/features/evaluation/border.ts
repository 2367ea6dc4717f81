// Border test: how many ordinary travellers are stopped, and how many wanted ones are let through.

import type { MatchQuery, MatchRecord } from '../../domain/matching/match.ts';
import { matchRecord } from '../../domain/matching/match-record.ts';
import type { MatchPolicy } from '../../domain/matching/policy.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { createMix } from '../../domain/population/mix.ts';
import { generatePerson, ordinaryTraveller } from '../../domain/population/person.ts';
import { createRandom, reseed } from '../../domain/population/random.ts';
import { loadPopulationTables } from '../../platform/name-lists/load.ts';
import { createMemoryIndex } from './memory-index.ts';

const WANTED_SEED = 11;
const TRAVELLER_SEED = 12;
const YEAR = 2026;
const CANDIDATES = 150;

export interface FalseAlarmOptions {
  readonly wanted: number;
  readonly travellers: number;
  /** Share of the wanted of whom only the year of birth is known. */
  readonly yearOnly: number;
}

export interface FalseAlarmReport extends FalseAlarmOptions {
  /** Travellers POSSIBLE or worse, and those STRONG, per 1 000. */
  readonly possiblePer1000: number;
  readonly strongPer1000: number;
  readonly byBirthEvidence: Readonly<Record<string, number>>;
  readonly byNationality: Readonly<
    Record<string, { readonly travellers: number; readonly possible: number }>
  >;
}

/** One alarm-worthy comparison, kept so that thresholds can be studied without running again. */
export interface BorderEvent {
  readonly traveller: number;
  readonly nameLogOdds: number;
  readonly birth: string;
  readonly logOdds: number;
}

/** Checks travellers, none of whom is wanted, against an invented register. */
export function measureFalseAlarms(
  engine: NameEngine,
  policy: MatchPolicy,
  options: FalseAlarmOptions,
  onEvent?: (event: BorderEvent) => void,
): FalseAlarmReport {
  const tables = loadPopulationTables();
  const mix = { ...createMix(YEAR), yearOnly: options.yearOnly };
  const random = createRandom(WANTED_SEED);
  const records: (() => MatchRecord)[] = [];
  const keys: Int32Array[] = [];
  for (let index = 0; index < options.wanted; index++) {
    reseed(random, WANTED_SEED, index);
    const person = generatePerson(random, tables, mix);
    const own = new Set<number>();
    const names = person.names.map((name, row) => {
      const analysed = engine.analyse(
        name.family !== null && name.given !== null
          ? {
              family: name.family,
              given: name.given,
              ...(name.patronymic && { patronymic: name.patronymic }),
            }
          : { full: name.full },
      );
      for (const key of engine.indexKeys(analysed, [person.birth])) own.add(key);
      return { id: `${index}-${row}`, type: name.type, raw: name.full, packed: engine.pack(analysed) };
    });
    keys.push(Int32Array.from(own));
    records.push(() => ({
      names: names.map(({ packed, ...name }) => ({ ...name, analysed: engine.unpack(packed) })),
      births: [person.birth],
      birthYears: [],
      sex: person.sex,
      nationalities: person.nationalities,
      documents: [],
      nationalIds: [],
    }));
  }
  const index = createMemoryIndex(keys);
  const byBirthEvidence: Record<string, number> = {};
  const byNationality: Record<string, { travellers: number; possible: number }> = {};
  let possible = 0;
  let strong = 0;
  for (let number = 0; number < options.travellers; number++) {
    reseed(random, TRAVELLER_SEED, number);
    const traveller = ordinaryTraveller(random, tables, mix);
    const asked: MatchQuery = {
      names: [engine.analyse({ family: traveller.family, given: traveller.given })],
      births: [traveller.birth],
      sex: traveller.sex,
      nationalities: [traveller.nationality],
      documents: [],
      nationalIds: [],
    };
    const found = asked.names.flatMap(
      (name) => index.find(engine.queryKeys(name, asked.births), CANDIDATES).found,
    );
    let stopped: string | undefined;
    let isStrong = false;
    for (const at of found) {
      const match = matchRecord(engine, policy, asked, (records[at] as () => MatchRecord)());
      const birth = match.evidence.find((line) => line.feature === 'BIRTH')?.code ?? 'BIRTH_UNKNOWN';
      if (onEvent !== undefined && (match.nameComparison?.logOdds ?? -20) > -6)
        onEvent({
          traveller: number,
          nameLogOdds: match.nameComparison?.logOdds ?? -20,
          birth,
          logOdds: match.logOdds,
        });
      if (match.band === 'POSSIBLE' || match.band === 'STRONG' || match.band === 'DOCUMENT_HIT')
        stopped = birth;
      if (match.band === 'STRONG') isStrong = true;
    }
    const stratum = byNationality[traveller.nationality] ?? { travellers: 0, possible: 0 };
    stratum.travellers++;
    if (stopped !== undefined) {
      possible++;
      stratum.possible++;
      byBirthEvidence[stopped] = (byBirthEvidence[stopped] ?? 0) + 1;
    }
    if (isStrong) strong++;
    byNationality[traveller.nationality] = stratum;
  }
  return {
    ...options,
    possiblePer1000: (1000 * possible) / options.travellers,
    strongPer1000: (1000 * strong) / options.travellers,
    byBirthEvidence,
    byNationality,
  };
}
