// Which letters of a stored name agreed with the query: places in the text as it is stored, from the parts of the comparison.
import type { NamePart } from '../../domain/names/analysed-name.ts';
import type { NameEngine } from '../../domain/names/engine.ts';

export interface Highlight {
  /** UTF-16 units from the start of the text, as JavaScript counts; the end is not included. */
  readonly start: number;
  readonly end: number;
  readonly reason: NamePart['reason'];
  readonly similarity: number;
}

const WORD = /[\p{L}\p{M}\p{N}'’‘ʼʻʹ´`ʿʾ′＇]+/gu;
const MOST_WORDS = 24;

interface Word {
  readonly start: number;
  readonly end: number;
  readonly plain: string;
  /** Whether the engine reads the word so; one that it splits is read as several. */
  isRead(text: string): boolean;
  used: boolean;
}

function wordsOf(engine: Pick<NameEngine, 'analyse'>, raw: string): Word[] {
  return [...raw.matchAll(WORD)].slice(0, MOST_WORDS).map((found) => {
    const [word] = found;
    let texts: string[] | undefined;
    return {
      start: found.index,
      end: found.index + word.length,
      plain: word.normalize('NFC').toLowerCase(),
      isRead(text) {
        texts ??= engine.analyse({ full: word }).tokens.map((token) => token.text);
        return texts.includes(text);
      },
      used: false,
    };
  });
}

/** The word that is plainly the text; only a word with look-alikes or apostrophes in it has to be read anew. */
const wordFor = (words: readonly Word[], text: string): Word | undefined =>
  words.find(({ used, plain }) => !used && plain === text) ??
  words.find(({ used, isRead }) => !used && isRead(text));

/** @returns a range for every stored word that agreed; words that contradict or have no partner have none */
export function highlightsOf(
  engine: Pick<NameEngine, 'analyse'>,
  raw: string,
  parts: readonly NamePart[],
): Highlight[] {
  const words = wordsOf(engine, raw);
  const agreeing = parts.filter(
    ({ query, stored, reason }) => query !== null && stored !== null && reason !== 'contradicts',
  );
  return agreeing
    .flatMap(({ stored, reason, similarity }) =>
      (stored ?? '').split(' ').flatMap((text) => {
        const word = wordFor(words, text);
        if (!word) return [];
        // A word that was split agrees as a whole when one half does: letters of the halves cannot be told apart.
        word.used = true;
        return [{ start: word.start, end: word.end, reason, similarity }];
      }),
    )
    .sort((a, b) => a.start - b.start);
}
