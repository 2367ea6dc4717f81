// The composition of an invented population: which traditions, how many names, what is known of whom.
import { createSampler, type Sampler } from './sampler.ts';
import type { TraditionCode } from './tradition.ts';

/** All shares run from 0 to 1. */
export interface PopulationMix {
  readonly traditions: Sampler<TraditionCode>;
  readonly women: number;
  /** Records with nothing but the name in their own script (or its Russian spelling). */
  readonly oneName: number;
  /** Records with three to eight names: former names, aliases, other spellings. The rest have two. */
  readonly manyNames: number;
  /** Records of whose birth only the year is known. */
  readonly yearOnly: number;
  readonly withoutPatronymic: number;
  readonly doubleFamily: number;
  readonly withDocument: number;
  readonly withNationalId: number;
  /** The year that ages are counted to: nobody is younger than 18 in it, nothing happens after it. */
  readonly year: number;
}

export type TraditionShares = Readonly<Partial<Record<TraditionCode, number>>>;

/** Roughly the population of the region and those who travel it, by percent. */
export const REGIONAL_SHARES: TraditionShares = {
  russian: 47,
  ukrainian: 12,
  kazakh: 9,
  uzbek: 9,
  kyrgyz: 4,
  tajik: 4,
  azerbaijani: 4,
  armenian: 3,
  georgian: 3,
  caucasus: 1.5,
  turkmen: 1,
  mongolian: 0.5,
  korean: 0.5,
  english: 0.25,
  german: 0.15,
  french: 0.1,
  polish: 0.15,
  turkish: 0.15,
  arabic: 0.4,
  chinese: 0.3,
};

/** @param year the year that ages are counted to. */
export function createMix(year: number, shares: TraditionShares = REGIONAL_SHARES): PopulationMix {
  return {
    traditions: createSampler(
      Object.entries(shares).map(([code, weight]) => ({ item: code as TraditionCode, weight })),
    ),
    women: 0.18,
    oneName: 0.45,
    manyNames: 0.1,
    yearOnly: 0.1,
    withoutPatronymic: 0.02,
    doubleFamily: 0.015,
    withDocument: 0.7,
    withNationalId: 0.5,
    year,
  };
}
