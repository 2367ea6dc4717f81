// What is known of one word whatever name it stands in: sounds, dictionary, commonness. Words repeat, so it is kept.

import type { NameDictionary, NameMatch } from './given-names.ts';
import { otherSoundsOf, soundsOf, type WordScript } from './letters.ts';
import { classesOf, weightOf } from './sounds.ts';
import type { NameTables, ParticleKind } from './tables.ts';

export interface WordFacts {
  readonly sounds: string;
  /** A second way to read the letters (French), where it sounds different. */
  readonly otherSounds: string | undefined;
  readonly particle: ParticleKind | undefined;
  /** What the dictionary of given names says of it. */
  readonly given: NameMatch | undefined;
  /** As a family name: log2 of bearers per million, 0 = not in the table. */
  readonly familyCommonness: number;
  readonly weight: number;
  /** Classes of the consonants of both readings, and of the first alone. */
  readonly classes: number;
  readonly plainClasses: number;
}

/** Words kept: the commonest names of several states, some 10 MB. */
const MAX_KEPT = 20_000;

/** Looks a word up once, and remembers it. */
export function createWordFacts(
  tables: NameTables,
  dictionary: NameDictionary,
): (text: string, script: WordScript) => WordFacts {
  const kept = new Map<WordScript, Map<string, WordFacts>>();
  return (text, script) => {
    let words = kept.get(script);
    if (words === undefined) {
      words = new Map();
      kept.set(script, words);
    }
    const known = words.get(text);
    if (known !== undefined) return known;
    const found = factsOf(tables, dictionary, text, script);
    if (words.size >= MAX_KEPT) words.clear();
    words.set(text, found);
    return found;
  };
}

function factsOf(
  tables: NameTables,
  dictionary: NameDictionary,
  text: string,
  script: WordScript,
): WordFacts {
  const sounds = soundsOf(tables, text, script);
  const otherSounds = otherSoundsOf(tables, text, script, sounds);
  return {
    sounds,
    otherSounds,
    particle: tables.particles.get(text),
    given: dictionary.find(sounds),
    familyCommonness: dictionary.familyCommonness(sounds),
    weight: weightOf(tables.sounds, sounds),
    classes: classesOf(tables.sounds, sounds + (otherSounds ?? '')),
    plainClasses: classesOf(tables.sounds, sounds),
  };
}
