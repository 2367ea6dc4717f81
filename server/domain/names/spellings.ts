// A name as a search engine gets it that knows letters and typing errors but no scripts: made the same way for what is
// stored and for what is asked, so that everything that crosses scripts has happened before the engine sees a word.
import type { AnalysedName, NameToken } from './analysed-name.ts';
import { formsOf } from './forms.ts';

export interface NameSpellings {
  /** The words in their own script. */
  readonly own: readonly string[];
  readonly cyrl: readonly string[];
  readonly latn: readonly string[];
  /** All words written as one, in both scripts. */
  readonly glued: readonly string[];
  /** Consonant skeletons, one word each, which no real word equals. */
  readonly skeletons: readonly string[];
}

/** Such an engine counts й and ё as two letters, and a typing error in them as two. */
const plainLetters = (text: string): string => text.replaceAll('й', 'и').replaceAll('ё', 'е');

/** Letters only: digits and signs would make other words of it. The first letter sets it apart from names. */
const skeletonWord = (skeleton: string): string =>
  `z${[...skeleton.toLowerCase()].map((sign) => (/\p{L}/u.test(sign) ? sign : 'x')).join('')}`;

const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text) => text.trim() !== '')),
];

export function spellingsOf(
  name: AnalysedName,
  skeletonsOf: (tokens: readonly NameToken[]) => readonly string[],
): NameSpellings {
  const readings = [name.tokens, ...name.otherReadings].filter((tokens) => tokens.length > 0);
  const { cyrl, latn, glued } = formsOf(name);
  return {
    own: distinct(readings.map((tokens) => plainLetters(tokens.map(({ text }) => text).join(' ')))),
    cyrl: distinct(cyrl.map(plainLetters)),
    latn: distinct(latn),
    glued: distinct(glued.map(plainLetters)),
    skeletons: distinct(readings.flatMap((tokens) => skeletonsOf(tokens).map(skeletonWord))),
  };
}
