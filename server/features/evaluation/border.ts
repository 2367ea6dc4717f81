// Border test: how many ordinary travellers are stopped, and how many of the wanted.

import type { MatchPolicy } from '../../domain/matching/policy.ts';
import type { NameEngine } from '../../domain/names/engine.ts';
import { ordinaryTraveller } from '../../domain/population/person.ts';
import { createRandom, reseed } from '../../domain/population/random.ts';
import { type BorderRegister, createBorderRegister, isStopped } from './border-register.ts';
import { type DisguiseFigures, measureWanted } from './border-wanted.ts';

const TRAVELLER_SEED = 12;

export interface BorderOptions {
  /** Persons in the register. */
  readonly wanted: number;
  /** Ordinary travellers, none of whom is wanted. */
  readonly travellers: number;
  /** Share of the wanted of whom only the year of birth is known. */
  readonly yearOnly: number;
  /** Wanted persons who cross the border, each once in every disguise that the person has. */
  readonly crossings: number;
}

interface Stratum {
  readonly travellers: number;
  readonly possible: number;
}

export interface BorderReport extends BorderOptions {
  readonly policy: { readonly code: string; readonly version: number };
  /** Ordinary travellers POSSIBLE or worse, and those STRONG, per 1 000. */
  readonly falseAlarms: {
    readonly possiblePer1000: number;
    readonly strongPer1000: number;
    readonly byBirthEvidence: Readonly<Record<string, number>>;
    readonly byNationality: Readonly<Record<string, Stratum>>;
  };
  readonly wantedStopped: Readonly<Record<string, DisguiseFigures>>;
}

/** Checks ordinary and wanted travellers against an invented register. */
export function measureBorder(engine: NameEngine, policy: MatchPolicy, options: BorderOptions): BorderReport {
  const register = createBorderRegister(engine, policy, options.wanted, options.yearOnly);
  return {
    ...options,
    policy: { code: policy.code, version: policy.version },
    falseAlarms: measureFalseAlarms(register, options.travellers),
    wantedStopped: measureWanted(register, Math.min(options.crossings, options.wanted)),
  };
}

function measureFalseAlarms(register: BorderRegister, travellers: number): BorderReport['falseAlarms'] {
  const random = createRandom(TRAVELLER_SEED);
  const byBirthEvidence: Record<string, number> = {};
  const byNationality: Record<string, { travellers: number; possible: number }> = {};
  let possible = 0;
  let strong = 0;
  for (let number = 0; number < travellers; number++) {
    reseed(random, TRAVELLER_SEED, number);
    const traveller = ordinaryTraveller(random, register.tables, register.mix);
    const alarms = register.check(traveller).flatMap(({ match }) => (isStopped(match) ? [match] : []));
    const stratum = byNationality[traveller.nationality] ?? { travellers: 0, possible: 0 };
    byNationality[traveller.nationality] = stratum;
    stratum.travellers++;
    if (alarms.length === 0) continue;
    possible++;
    stratum.possible++;
    if (alarms.some(({ band }) => band === 'STRONG')) strong++;
    const birth = alarms[0]?.evidence.find(({ feature }) => feature === 'BIRTH')?.code ?? 'UNKNOWN';
    byBirthEvidence[birth] = (byBirthEvidence[birth] ?? 0) + 1;
  }
  const per1000 = (count: number) => (travellers === 0 ? 0 : (1000 * count) / travellers);
  return {
    possiblePer1000: per1000(possible),
    strongPer1000: per1000(strong),
    byBirthEvidence,
    byNationality,
  };
}
