// Lookup keys of a name: 32-bit hashes of consonant skeletons, in pairs so that posting lists stay short.

import type { NameToken, WeightedKey } from './analysed-name.ts';
import type { NameDictionary } from './given-names.ts';
import { skeletons } from './sounds.ts';
import type { NameTables } from './tables.ts';

/** Changes whenever the same name would give other keys; stored beside the keys so that versions may live together. */
export const KEY_VERSION = 1;

const MAX_KEY_WORDS = 6;
const MAX_FORMS = 4;
const MAX_KEYS = 400;

interface KeyWord {
  readonly forms: readonly string[];
  readonly first: string;
  /** Bits of information a hit on the word gives: rare words more. */
  readonly bits: number;
}

interface KeyParts {
  readonly words: readonly KeyWord[];
  readonly initials: readonly string[];
}

/** FNV-1a over UTF-16 units, as a signed 32-bit number. */
export function hashKey(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

function partsOf(tables: NameTables, dictionary: NameDictionary, tokens: readonly NameToken[]): KeyParts {
  const words: KeyWord[] = [];
  const initials: string[] = [];
  for (const token of tokens) {
    if (token.sounds === '') continue;
    if (token.role === 'initial') initials.push(firstClass(tables, token.sounds));
    else if (token.role !== 'particle' && words.length < MAX_KEY_WORDS)
      words.push(keyWord(tables, dictionary, token));
  }
  if (words.length === 0)
    for (const token of tokens)
      if (token.role === 'particle' && token.sounds !== '' && words.length < MAX_KEY_WORDS)
        words.push(keyWord(tables, dictionary, token));
  return { words, initials };
}

function keyWord(tables: NameTables, dictionary: NameDictionary, token: NameToken): KeyWord {
  const forms = new Set(skeletons(tables.sounds, token.sounds));
  if (token.otherSounds !== undefined) forms.add(skeletons(tables.sounds, token.otherSounds)[0] as string);
  for (const group of token.groups.slice(0, 3)) {
    const main = dictionary.mainSounds(group);
    if (main !== '') forms.add(skeletons(tables.sounds, main)[0] as string);
  }
  return {
    forms: [...forms].slice(0, MAX_FORMS),
    first: firstClass(tables, token.sounds),
    bits: token.commonness === 0 ? 15 : 20 - token.commonness,
  };
}

function firstClass(tables: NameTables, sounds: string): string {
  const sign = sounds[0] ?? '';
  if ('aoA'.includes(sign)) return 'a';
  if (tables.sounds.vowels.has(sign) || 'jJ'.includes(sign)) return 'e';
  return tables.sounds.classes.get(sign)?.[0] ?? sign;
}

function pairText(a: string, b: string): string {
  return a < b ? `2${a}|${b}` : `2${b}|${a}`;
}

function deletions(form: string): string[] {
  if (form.length < 2) return [];
  const out = new Set<string>();
  for (let i = 0; i < form.length; i++) out.add(form.slice(0, i) + form.slice(i + 1));
  return [...out];
}

/** Distinct keys of a stored name. */
export function indexKeysOf(
  tables: NameTables,
  dictionary: NameDictionary,
  tokens: readonly NameToken[],
): number[] {
  const keys = new Set<number>();
  eachKey(partsOf(tables, dictionary, tokens), false, (text) => keys.add(hashKey(text)));
  return [...keys].slice(0, MAX_KEYS);
}

/** Keys a query looks up, with weights, most selective step first. */
export function queryKeysOf(
  tables: NameTables,
  dictionary: NameDictionary,
  readings: readonly (readonly NameToken[])[],
): WeightedKey[] {
  const best = new Map<number, WeightedKey>();
  for (const tokens of readings)
    eachKey(partsOf(tables, dictionary, tokens), true, (text, weight, step) => {
      const key = hashKey(text);
      const known = best.get(key);
      if (known === undefined || known.weight < weight)
        best.set(key, { key, weight, step: known === undefined || step < known.step ? step : known.step });
    });
  return [...best.values()].sort((a, b) => a.step - b.step || b.weight - a.weight).slice(0, MAX_KEYS);
}

type Emit = (text: string, weight: number, step: 1 | 2 | 3) => void;

function eachKey({ words, initials }: KeyParts, forQuery: boolean, emit: Emit): void {
  const alone = words.length === 1;
  for (const [i, word] of words.entries()) {
    for (const form of word.forms) emit(`1${form}`, word.bits, alone ? 1 : 3);
    for (const other of words.slice(i + 1)) pairKeys(word, other, emit);
    eachInitial(words, initials, i, emit);
  }
  for (let i = 0; i + 1 < words.length; i++) joinedKeys(words, i, emit);
  if (forQuery && words.length <= 2) for (const [i, word] of words.entries()) splitKeys(words, i, word, emit);
}

function pairKeys(a: KeyWord, b: KeyWord, emit: Emit): void {
  const bits = a.bits + b.bits;
  for (const x of a.forms)
    for (const y of b.forms) {
      emit(pairText(x, y), bits, 1);
      for (const shorter of deletions(x)) emit(pairText(shorter, y), bits * 0.7, 2);
      for (const shorter of deletions(y)) emit(pairText(x, shorter), bits * 0.7, 2);
    }
}

function eachInitial(words: readonly KeyWord[], initials: readonly string[], i: number, emit: Emit): void {
  const word = words[i] as KeyWord;
  const firsts = [...initials, ...words.filter((_, j) => j !== i).map((other) => other.first)];
  const step = initials.length > 0 ? 1 : 3;
  for (const form of word.forms)
    for (const [at, first] of firsts.entries()) {
      emit(`3${form}|${first}`, word.bits + 3, step);
      for (const second of firsts.slice(at + 1)) {
        const sorted = first < second ? first + second : second + first;
        emit(`3${form}|${sorted}`, word.bits + 6, step);
      }
    }
}

/** Neighbours written as one word, beside every other word. */
function joinedKeys(words: readonly KeyWord[], i: number, emit: Emit): void {
  const a = words[i] as KeyWord;
  const b = words[i + 1] as KeyWord;
  for (const x of a.forms.slice(0, 2))
    for (const y of b.forms.slice(0, 2)) {
      const joined = join(x, y);
      if (words.length === 2) {
        emit(`1${joined}`, a.bits + b.bits, 1);
        emit(`1${join(y, x)}`, a.bits + b.bits, 1);
      }
      for (const [j, other] of words.entries())
        if (j !== i && j !== i + 1)
          for (const form of other.forms.slice(0, 2)) emit(pairText(joined, form), a.bits + b.bits, 1);
    }
}

function join(a: string, b: string): string {
  return a.at(-1) === b[0] ? a + b.slice(1) : a + b;
}

/** A query word read as two words: found by the pair keys of the stored name. */
function splitKeys(words: readonly KeyWord[], i: number, word: KeyWord, emit: Emit): void {
  for (const form of word.forms.slice(0, 2)) {
    if (form.length < 4) continue;
    for (let at = 1; at < form.length; at++)
      for (const doubled of [false, true]) {
        const head = form.slice(0, at);
        const tail = doubled ? (head.at(-1) ?? '') + form.slice(at) : form.slice(at);
        if (words.length === 1) emit(pairText(head, tail), word.bits * 1.5, 2);
        else if (!doubled) {
          const other = words[1 - i] as KeyWord;
          for (const side of [head, tail])
            emit(pairText(side, other.forms[0] as string), word.bits + other.bits - 6, 3);
        }
      }
  }
}
