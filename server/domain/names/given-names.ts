// The dictionary of known given names, looked up by sound so that any spelling finds its row.

import { scriptOf, soundsOf } from './letters.ts';
import { skeletons, soundDistance, weightOf } from './sounds.ts';
import type { GivenName, NameTables } from './tables.ts';

interface Entry {
  readonly sounds: string;
  readonly name: GivenName;
  readonly pet: boolean;
}

export interface GivenNameMatch {
  readonly groups: readonly number[];
  readonly commonness: number;
  readonly sex: 'm' | 'f' | 'mf';
}

export interface GivenNameDictionary {
  /** Names whose sound is that of the word (a vowel or a close consonant may differ). */
  find(sounds: string): GivenNameMatch | undefined;
  /** Sounds of the main spelling of a group. */
  mainSounds(group: number): string;
}

const TOLERANCE = 0.1;
const MAX_GROUPS = 4;

export function createGivenNameDictionary(tables: NameTables): GivenNameDictionary {
  const bySkeleton = new Map<string, Entry[]>();
  const main = new Map<number, string>();
  for (const name of tables.givenNames) {
    const seen = new Set<string>();
    for (const [list, pet] of [
      [name.spellings, false],
      [name.petForms, true],
    ] as const) {
      for (const spelling of list) {
        const sounds = soundsOf(tables, spelling, scriptOf(spelling));
        if (!main.has(name.group)) main.set(name.group, sounds);
        if (seen.has(sounds)) continue;
        seen.add(sounds);
        for (const skeleton of skeletons(tables.sounds, sounds)) {
          const list = bySkeleton.get(skeleton);
          if (list === undefined) bySkeleton.set(skeleton, [{ sounds, name, pet }]);
          else list.push({ sounds, name, pet });
        }
      }
    }
  }
  return {
    find: (sounds) => find(tables, bySkeleton, sounds),
    mainSounds: (group) => main.get(group) ?? '',
  };
}

function find(
  tables: NameTables,
  bySkeleton: ReadonlyMap<string, readonly Entry[]>,
  sounds: string,
): GivenNameMatch | undefined {
  const limit = TOLERANCE * weightOf(tables.sounds, sounds) + 0.01;
  const found: { entry: Entry; distance: number }[] = [];
  for (const skeleton of skeletons(tables.sounds, sounds))
    for (const entry of bySkeleton.get(skeleton) ?? []) {
      const distance = entry.sounds === sounds ? 0 : soundDistance(tables.sounds, sounds, entry.sounds);
      if (distance <= limit) found.push({ entry, distance });
    }
  if (found.length === 0) return undefined;
  found.sort((a, b) => a.distance - b.distance || b.entry.name.commonness - a.entry.name.commonness);
  const best = found[0] as { entry: Entry; distance: number };
  const near = found.filter((one) => one.distance <= best.distance + 0.05);
  const sexes = new Set(near.map((one) => one.entry.name.sex));
  return {
    groups: [...new Set(near.map((one) => one.entry.name.group))].slice(0, MAX_GROUPS),
    commonness: Math.max(...near.map((one) => one.entry.name.commonness)),
    sex: sexes.size === 1 ? best.entry.name.sex : 'mf',
  };
}
