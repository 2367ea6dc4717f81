// Names typed with the wrong keyboard layout: the other reading, and whether it is the likelier one.

import { scriptOf } from './letters.ts';
import type { KeyboardLayout, NameTables } from './tables.ts';

export interface Plausibility {
  /** Mean log-probability of the letter pairs of a text, per script; higher = more like a name. */
  of(text: string): number;
}

const FLOOR = Math.log(1e-4);
const SPACE = 32;

/** Learns which letters follow each other from the spellings in the name tables. */
export function learnPlausibility(tables: NameTables): Plausibility {
  const pairs = new Map<number, number>();
  const firsts = new Map<number, number>();
  const learn = (spelling: string) => {
    eachPair(spelling, (first, pair) => {
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    });
  };
  for (const name of tables.givenNames) for (const spelling of name.spellings) learn(spelling);
  for (const spelling of tables.familyNames.keys()) learn(spelling);
  const logs = new Map<number, number>();
  for (const [pair, seen] of pairs)
    logs.set(pair, Math.max(FLOOR, Math.log(seen / (firsts.get(Math.floor(pair / 0x10000)) ?? 1))));
  return {
    of(text) {
      let sum = 0;
      let count = 0;
      eachPair(text.toLowerCase(), (_, pair) => {
        sum += logs.get(pair) ?? FLOOR;
        count++;
      });
      return count === 0 ? FLOOR : sum / count;
    },
  };
}

/** Every two neighbouring letters of a text; anything that is no letter counts as one space. */
function eachPair(text: string, visit: (first: number, pair: number) => void): void {
  let before = SPACE;
  for (let i = 0; i <= text.length; i++) {
    const raw = i < text.length ? text.charCodeAt(i) : SPACE;
    const code = raw >= 0xc0 || (raw >= 0x61 && raw <= 0x7a) ? raw : SPACE;
    if (code === SPACE && before === SPACE) continue;
    visit(before, before * 0x10000 + code);
    before = code;
  }
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
