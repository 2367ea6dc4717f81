// The dictionary of names, looked up by sound so that any spelling finds its row.

import { scriptOf, soundsOf } from './letters.ts';
import { skeletons, soundDistance, weightOf } from './sounds.ts';
import type { GivenName, NameTables } from './tables.ts';

/** Numbers from here on are pet forms of given name `number - PET_BASE`. */
export const PET_BASE = 50_000;
/** Numbers from here on are rows of equivalents.tsv: spellings that stand for each other, of any kind of name. */
export const ALIKE_BASE = 100_000;

interface Entry {
  readonly sounds: string;
  readonly group: number;
  readonly name: GivenName | null;
}

export interface NameMatch {
  /** Numbers of given names, pet forms and equivalents the word may stand for. */
  readonly groups: readonly number[];
  /** True when it is a known given name and not only the equivalent of something. */
  readonly given: boolean;
  readonly commonness: number;
  readonly sex: 'm' | 'f' | 'mf';
}

export interface NameDictionary {
  /** Names whose sound is that of the word (a vowel or a close consonant may differ). */
  find(sounds: string): NameMatch | undefined;
  /** Sounds of the main spelling of a number. */
  mainSounds(group: number): string;
  /** Commonness of a family name by its sounds, masculine or feminine; 0 = not in the table. */
  familyCommonness(sounds: string): number;
}

/** Share of a word's weight by which a given name may differ and still be the same one. */
const TOLERANCE = 0.1;
const TIE = 0.05;
const ALIKE_TOLERANCE = 0.03;
const MAX_GROUPS = 4;

export function createNameDictionary(tables: NameTables): NameDictionary {
  const bySkeleton = new Map<string, Entry[]>();
  const main = new Map<number, string>();
  const add = (spellings: readonly string[], group: number, name: GivenName | null) => {
    const seen = new Set<string>();
    for (const spelling of spellings) {
      const sounds = soundsOf(tables, spelling, scriptOf(spelling));
      if (seen.has(sounds)) continue;
      seen.add(sounds);
      for (const skeleton of skeletons(tables.sounds, sounds)) {
        const list = bySkeleton.get(skeleton);
        if (list === undefined) bySkeleton.set(skeleton, [{ sounds, group, name }]);
        else list.push({ sounds, group, name });
      }
    }
  };
  const setMain = (group: number, spelling: string) =>
    main.set(group, soundsOf(tables, spelling, scriptOf(spelling)));
  for (const name of tables.givenNames) {
    setMain(name.group, name.spellings[0] ?? '');
    add(name.spellings, name.group, name);
    add(name.petForms, PET_BASE + name.group, name);
  }
  for (const [index, spellings] of tables.equivalents.entries()) {
    setMain(ALIKE_BASE + index, spellings[0] ?? '');
    add(spellings, ALIKE_BASE + index, null);
  }
  const families = new Map<string, number>();
  for (const [spelling, commonness] of tables.familyNames) {
    const sounds = coarse(soundsOf(tables, spelling, scriptOf(spelling)));
    families.set(sounds, Math.max(commonness, families.get(sounds) ?? 0));
  }
  const known = new Map<string, NameMatch | undefined>();
  return {
    find(sounds) {
      if (known.has(sounds)) return known.get(sounds);
      const match = find(tables, bySkeleton, sounds);
      if (known.size >= MAX_REMEMBERED) known.clear();
      known.set(sounds, match);
      return match;
    },
    familyCommonness: (sounds) =>
      families.get(coarse(sounds)) ??
      families.get(coarse(sounds.replace(FEMININE_A, ''))) ??
      families.get(coarse(sounds.replace(FEMININE_SKA, 'ski'))) ??
      0,
    mainSounds: (group) => main.get(group >= PET_BASE && group < ALIKE_BASE ? group - PET_BASE : group) ?? '',
  };
}

const FEMININE_A = /(?<=[vwfn])a$/;
const FEMININE_SKA = /ska(?:ja|i?a)?$/;

/** Vowels in three classes and kh, h, g in one: a common name is common in every spelling of it. */
function coarse(sounds: string): string {
  return sounds
    .replace(/jo|j?Y/g, 'e')
    .replace(/[jJ](?=[aouAOUY])|(?<=[bvgdzklmnprstfTCSZ5])j/g, '')
    .replace(/[aoAO]/g, 'a')
    .replace(/[eiyjJYI]+/g, 'i')
    .replace(/[uU]/g, 'u')
    .replace(/h/g, 'g');
}

const MAX_REMEMBERED = 50_000;

interface Found {
  readonly entry: Entry;
  readonly distance: number;
}

function find(
  tables: NameTables,
  bySkeleton: ReadonlyMap<string, readonly Entry[]>,
  sounds: string,
): NameMatch | undefined {
  const weight = weightOf(tables.sounds, sounds);
  const limit = TOLERANCE * weight + 0.01;
  const alikeLimit = ALIKE_TOLERANCE * weight + 0.01;
  const given: Found[] = [];
  const alike = new Set<number>();
  for (const skeleton of skeletons(tables.sounds, sounds))
    for (const entry of bySkeleton.get(skeleton) ?? []) {
      const distance = soundDistance(tables.sounds, sounds, entry.sounds, limit);
      if (entry.name === null) {
        if (distance <= alikeLimit) alike.add(entry.group);
      } else if (distance <= limit) given.push({ entry, distance });
    }
  if (given.length === 0 && alike.size === 0) return undefined;
  given.sort((a, b) => a.distance - b.distance || commonnessOf(b) - commonnessOf(a));
  const near = given.filter((one) => one.distance <= (given[0]?.distance ?? 0) + TIE);
  const sexes = new Set(near.map((one) => one.entry.name?.sex));
  return {
    groups: [...new Set(near.map((one) => one.entry.group))]
      .slice(0, MAX_GROUPS)
      .concat([...alike].slice(0, 3)),
    given: near.length > 0,
    commonness: Math.max(0, ...near.map(commonnessOf)),
    sex: sexes.size === 1 ? (near[0]?.entry.name?.sex ?? 'mf') : 'mf',
  };
}

function commonnessOf({ entry }: Found): number {
  if (entry.name === null) return 0;
  return entry.group >= PET_BASE ? Math.max(0, entry.name.commonness - 4) : entry.name.commonness;
}
