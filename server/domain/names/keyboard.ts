// Names typed with the wrong keyboard layout: the other reading, and whether it is the likelier one.

import { scriptOf } from './letters.ts';
import type { KeyboardLayout, NameTables } from './tables.ts';

export interface Plausibility {
  /** Mean log-probability of the letter pairs of a text, per script; higher = more like a name. */
  of(text: string): number;
}

const FLOOR = Math.log(1e-4);

/** Learns which letters follow each other from the spellings in the name tables. */
export function learnPlausibility(tables: NameTables): Plausibility {
  const pairs = new Map<string, number>();
  const firsts = new Map<string, number>();
  const learn = (spelling: string) => {
    const text = ` ${spelling} `;
    for (let i = 0; i + 1 < text.length; i++) {
      const pair = text.slice(i, i + 2);
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      firsts.set(pair[0] as string, (firsts.get(pair[0] as string) ?? 0) + 1);
    }
  };
  for (const name of tables.givenNames) for (const spelling of name.spellings) learn(spelling);
  for (const spelling of tables.familyNames.keys()) learn(spelling);
  return {
    of(text) {
      const padded = ` ${text
        .toLowerCase()
        .replace(/[^\p{L}]+/gu, ' ')
        .trim()} `;
      let sum = 0;
      for (let i = 0; i + 1 < padded.length; i++) {
        const pair = padded.slice(i, i + 2);
        const seen = pairs.get(pair);
        const first = firsts.get(pair[0] as string);
        sum += seen === undefined || first === undefined ? FLOOR : Math.max(FLOOR, Math.log(seen / first));
      }
      return sum / (padded.length - 1);
    },
  };
}

/** The text as it would read had the other layout been on; undefined when it holds signs no key of the layout has. */
export function readWithLayout(layout: KeyboardLayout, text: string): string | undefined {
  let out = '';
  for (const sign of text.toLowerCase()) {
    const letter = layout.toOther.get(sign);
    if (letter !== undefined) out += letter;
    else if (sign === ' ' || sign === '-') out += sign;
    else if (scriptOf(sign) === 'latin') return undefined;
    else out += sign;
  }
  return out;
}
