// A name as a search engine gets it that knows letters and typing errors but no scripts: made the same way for what is
// stored and for what is asked, so that everything that crosses scripts has happened before the engine sees a word.
import type { AnalysedName, NameToken } from './analysed-name.ts';
import { formsOf } from './forms.ts';

export interface NameSpellings {
  /** The words in their own script. */
  readonly own: readonly string[];
  readonly cyrl: readonly string[];
  readonly latn: readonly string[];
  /** Consonant skeletons, one word each, which no real word equals. */
  readonly skeletons: readonly string[];
  /**
   * Skeletons of the words written as one. Nearly every person has others, so they are values to be equal to and no words: a
   * vocabulary of them would be made anew with every change.
   */
  readonly glued: readonly string[];
}

/** Skeletons of the words of a name, and of the words written as one. */
export interface SkeletonMaker {
  words(tokens: readonly NameToken[]): readonly string[];
  glued(tokens: readonly NameToken[]): readonly string[];
}

/** Such an engine counts й and ё as two letters, and a typing error in them as two. */
const plainLetters = (text: string): string => text.replaceAll('й', 'и').replaceAll('ё', 'е');

/** Letters only: digits and signs would make other words of it. The first letter sets it apart from names. */
const skeletonWord = (skeleton: string): string =>
  `z${[...skeleton.toLowerCase()].map((sign) => (/\p{L}/u.test(sign) ? sign : 'x')).join('')}`;

const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text) => text.trim() !== '')),
];

export function spellingsOf(name: AnalysedName, make: SkeletonMaker): NameSpellings {
  const readings = [name.tokens, ...name.otherReadings].filter((tokens) => tokens.length > 0);
  const { cyrl, latn } = formsOf(name);
  return {
    own: distinct(readings.map((tokens) => plainLetters(tokens.map(({ text }) => text).join(' ')))),
    cyrl: distinct(cyrl.map(plainLetters)),
    latn: distinct(latn),
    skeletons: distinct(readings.flatMap((tokens) => make.words(tokens).map(skeletonWord))),
    glued: distinct(readings.flatMap((tokens) => make.glued(tokens))),
  };
}
