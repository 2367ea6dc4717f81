// Lookup keys of a name and of the dates that its bearer was born on: what is stored of a person, and what a question looks up.

import type { PartialDate } from '../dates/partial-date.ts';
import type { DatedKeys, NameToken, WeightedKey } from './analysed-name.ts';
import { askedBirthKeys, datedKeys, looseKeys, storedBirthKeys } from './birth-keys.ts';
import type { NameDictionary } from './given-names.ts';
import { companionKeys, hashKey, nameKeys, partsOf } from './name-keys.ts';
import { skeletons } from './sounds.ts';
import type { NameTables } from './tables.ts';

/**
 * Raised when a person stored before would not be found by what is asked now; stored beside the keys so that versions may live
 * together. Keys that nobody asks for any more need no new version.
 */
export const KEY_VERSION = 7;

/**
 * Rows of this version and later ones are found by the keys that a name has today, if no date is asked with it: their keys of
 * dates are others. A version that changes the keys of names raises it.
 */
export const NAME_KEYS_SINCE = 4;

/**
 * Candidates are scored when they are among so many of highest key weight, or have this share of the highest. The right
 * person was among the first 15 in 99.5 % of labelled queries and lost to the rule in one of 2 000; few rows are read for it.
 */
export const ALWAYS_SCORED = 100;
export const SHARE_OF_BEST = 0.2;

const MAX_KEYS = 500;

/**
 * Distinct keys of a stored name of a person born on one of the dates.
 * @param undated some reader of the name may know no date of birth, or no more than a range of years
 */
export function indexKeysOf(
  tables: NameTables,
  dictionary: NameDictionary,
  tokens: readonly NameToken[],
  births: readonly PartialDate[],
  undated: boolean,
): number[] {
  const keys = new Set<number>();
  const parts = partsOf(tables, dictionary, tokens);
  nameKeys(parts, false, (text) => {
    if (keys.size < MAX_KEYS) keys.add(hashKey(text));
  });
  const add = (key: number) => void keys.add(key);
  for (const birth of births) storedBirthKeys(parts, birth, add);
  looseKeys(parts, births, undated, add);
  return [...keys];
}

/** Keys a query looks up, the most selective first; the weight is the information of a hit in bits. */
export function queryKeysOf(
  tables: NameTables,
  dictionary: NameDictionary,
  readings: readonly (readonly NameToken[])[],
  births: readonly PartialDate[],
): WeightedKey[] {
  const { emit, keys } = collect();
  for (const tokens of readings) {
    const parts = partsOf(tables, dictionary, tokens);
    nameKeys(parts, true, (text, bits) => emit(hashKey(text), bits));
    for (const birth of births) askedBirthKeys(parts, birth, emit);
  }
  return keys()
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MAX_KEYS);
}

/**
 * What a question looks up that wants nobody whose dates of birth contradict.
 * @returns null when a date is not full or a reading is a single word: then only the keys of names find everybody
 */
export function datedKeysOf(
  tables: NameTables,
  dictionary: NameDictionary,
  readings: readonly (readonly NameToken[])[],
  births: readonly PartialDate[],
): DatedKeys | null {
  const [found, near] = [collect(), collect()];
  const parts = readings.map((tokens) => partsOf(tables, dictionary, tokens));
  if (!datedKeys(parts, births, found.emit, near.emit)) return null;
  const companions = new Set<number>();
  for (const reading of parts) companionKeys(reading, (text) => companions.add(hashKey(text)));
  return { keys: found.keys(), near: near.keys(), companions: [...companions] };
}

/** Keys that are met several times count with the most bits. */
function collect() {
  const best = new Map<number, WeightedKey>();
  return {
    emit(key: number, weight: number, within?: number) {
      if ((best.get(key)?.weight ?? 0) < weight)
        best.set(key, within === undefined ? { key, weight } : { key, weight, within });
    },
    keys: (): WeightedKey[] => [...best.values()],
  };
}

/** Consonant skeletons of all words, every way that a word may be read. */
export function skeletonsOf(
  tables: NameTables,
  dictionary: NameDictionary,
  tokens: readonly NameToken[],
): string[] {
  return [...new Set(partsOf(tables, dictionary, tokens).words.flatMap(({ forms }) => forms))];
}

/** Of every word written together so many readings are kept. */
const GLUED_READINGS = 2;

/** Consonant skeletons of the name written as one word, of each two neighbours, and of the first two the other way round. */
export function gluedSkeletonsOf(tables: NameTables, tokens: readonly NameToken[]): string[] {
  const words = tokens.map(({ sounds }) => sounds).filter((sounds) => sounds !== '');
  const pairs = words.slice(1).map((word, at) => `${words[at]}${word}`);
  const glued = new Set([words.join(''), ...pairs, words.slice(0, 2).reverse().join('')]);
  glued.delete('');
  return [...glued].flatMap((word) => skeletons(tables.sounds, word).slice(0, GLUED_READINGS));
}
