// Keys of the words of a name: 32-bit hashes of consonant skeletons, in pairs so that posting lists stay short.

import type { NameToken } from './analysed-name.ts';
import type { NameDictionary } from './given-names.ts';
import { skeletons } from './sounds.ts';
import type { NameTables } from './tables.ts';

export const MAX_KEY_WORDS = 6;
const MAX_FORMS = 4;

/** Bits of a word that no frequency table knows: one bearer in 16 000, skeletons of other names included. */
const UNKNOWN_BITS = 12;
/** A bearer in a million is 20 bits; a skeleton stands for about four names, hence 18. */
const KNOWN_BITS = 18;
/** A key with one consonant left out stands for about eight times as many names. */
const DELETION_BITS = 5;

export interface KeyWord {
  readonly forms: readonly string[];
  readonly first: string;
  readonly bits: number;
}

export interface KeyParts {
  readonly words: readonly KeyWord[];
  readonly initials: readonly string[];
}

/** Takes a key by its text, of which the first sign tells the kind; the bits are the information of a hit. */
export type EmitText = (text: string, bits: number) => void;

/** FNV-1a over UTF-16 units, as a signed 32-bit number. */
export function hashKey(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** Places of the words of a name that make keys, and of its initials. */
export function keyPlaces(tokens: readonly NameToken[]): { words: number[]; initials: number[] } {
  const places = (isMeant: (token: NameToken) => boolean) =>
    tokens.flatMap((token, at) => (token.sounds !== '' && isMeant(token) ? [at] : []));
  const words = places(({ role }) => role !== 'initial' && role !== 'particle');
  const used = words.length > 0 ? words : places(({ role }) => role === 'particle');
  return { words: used.slice(0, MAX_KEY_WORDS), initials: places(({ role }) => role === 'initial') };
}

/** The words that make keys, each in the forms that it may be heard in. */
export function partsOf(
  tables: NameTables,
  dictionary: NameDictionary,
  tokens: readonly NameToken[],
): KeyParts {
  const { words, initials } = keyPlaces(tokens);
  const at = (place: number) => tokens[place] as NameToken;
  return {
    words: words.map((place) => keyWord(tables, dictionary, at(place))),
    initials: initials.map((place) => firstClass(tables, at(place).sounds)),
  };
}

export function keyWord(tables: NameTables, dictionary: NameDictionary, token: NameToken): KeyWord {
  const forms = new Set(skeletons(tables.sounds, token.sounds));
  if (ARMENIAN.test(token.sounds))
    for (const form of skeletons(tables.sounds, token.sounds.replace(/[hH]/g, ''))) forms.add(form);
  if (token.otherSounds !== undefined) forms.add(skeletons(tables.sounds, token.otherSounds)[0] as string);
  for (const group of token.groups.slice(0, 3)) {
    const main = dictionary.mainSounds(group);
    if (main !== '') forms.add(skeletons(tables.sounds, main)[0] as string);
  }
  return {
    forms: [...forms].slice(0, MAX_FORMS),
    first: firstClass(tables, token.sounds),
    bits: token.commonness === 0 ? UNKNOWN_BITS : KNOWN_BITS - token.commonness,
  };
}

/** Armenian family names with an h that Russian leaves out: Hovhannisyan and Ованнисян. */
const ARMENIAN = /[hH].*[iyj]+an$/;

function firstClass(tables: NameTables, sounds: string): string {
  const sign = sounds[0] ?? '';
  if ('aoA'.includes(sign)) return 'a';
  if (sign === 'H') return 'K';
  if (tables.sounds.vowels.has(sign) || 'jJ'.includes(sign)) return 'e';
  return tables.sounds.classes.get(sign)?.[0] ?? sign;
}

/** All keys of a name; a question also asks for a word read as two. */
export function nameKeys({ words, initials }: KeyParts, forQuery: boolean, emit: EmitText): void {
  for (const [i, word] of words.entries()) {
    for (const form of word.forms) emit(`1${form}`, word.bits);
    for (const other of words.slice(i + 1)) pairKeys(word, other, emit);
    initialKeys(words, initials, i, emit);
  }
  if (words.length === 3) tripleKeys(words, emit);
  for (let i = 0; i + 1 < words.length; i++) joinedKeys(words, i, emit);
  if (forQuery && words.length <= 2) for (const [i, word] of words.entries()) splitKeys(words, i, word, emit);
}

function pairText(a: string, b: string): string {
  return a < b ? `2${a}|${b}` : `2${b}|${a}`;
}

/** Two words, and two words of which one lacks a consonant: a typing error in either leaves a key in common. */
function pairKeys(a: KeyWord, b: KeyWord, emit: EmitText): void {
  const bits = a.bits + b.bits;
  for (const x of a.forms)
    for (const y of b.forms) {
      emit(pairText(x, y), bits);
      for (const shorter of deletions(x)) emit(pairText(shorter, y), bits - DELETION_BITS);
      for (const shorter of deletions(y)) emit(pairText(x, shorter), bits - DELETION_BITS);
    }
}

export function deletions(form: string): string[] {
  if (form.length < 2) return [];
  const out = new Set<string>();
  for (let i = 0; i < form.length; i++) out.add(join(form.slice(0, i), form.slice(i + 1)));
  return [...out];
}

/** All three words at once: what tells the common name apart among its many namesakes. */
function tripleKeys(words: readonly KeyWord[], emit: EmitText): void {
  const [a, b, c] = words as [KeyWord, KeyWord, KeyWord];
  for (const x of a.forms.slice(0, 2))
    for (const y of b.forms.slice(0, 2))
      for (const z of c.forms.slice(0, 2)) emit(`6${[x, y, z].sort().join('|')}`, a.bits + b.bits + c.bits);
}

const FIRST_LETTER_BITS = 3;

/** The only word of a name: no other that could begin differently. */
const alone = (form: string): string => `3${form}|`;

function initialKeys(
  words: readonly KeyWord[],
  initials: readonly string[],
  i: number,
  emit: EmitText,
): void {
  const word = words[i] as KeyWord;
  const firsts = [...initials, ...words.filter((_, j) => j !== i).map((other) => other.first)];
  if (firsts.length === 0) for (const form of word.forms) emit(alone(form), word.bits);
  for (const form of word.forms)
    for (const [at, first] of firsts.entries()) {
      emit(`3${form}|${first}`, word.bits + FIRST_LETTER_BITS);
      for (const second of firsts.slice(at + 1)) {
        const sorted = first < second ? first + second : second + first;
        emit(`3${form}|${sorted}`, word.bits + 2 * FIRST_LETTER_BITS);
      }
    }
}

/**
 * Every word of a question alone and with the first letter of another, as `nameKeys` makes them of a stored name: a first letter stands
 * for every sound that it may have (Jumabayev is Жумабаев), and a vowel before it may be missing.
 */
export function companionKeys(parts: KeyParts, emit: EmitText): void {
  for (const [i, { forms, bits }] of parts.words.entries()) {
    const firsts = firstsBeside(parts, i);
    for (const form of forms) {
      emit(alone(form), bits);
      for (const first of firsts) emit(`3${form}|${first}`, bits + FIRST_LETTER_BITS);
    }
  }
}

/** First letters of all words of a question but one, in every way that they may sound. */
export function firstsBeside({ words, initials }: KeyParts, i: number): Set<string> {
  const others = words.filter((_, j) => j !== i);
  const firsts = new Set([
    ...initials,
    ...others.flatMap((other) => [other.first, ...other.forms.map((form) => form.slice(0, 1))]),
  ]);
  firsts.delete('');
  return firsts;
}

/** Neighbours written as one word, beside every other word. */
function joinedKeys(words: readonly KeyWord[], i: number, emit: EmitText): void {
  const a = words[i] as KeyWord;
  const b = words[i + 1] as KeyWord;
  const bits = a.bits + b.bits;
  for (const x of a.forms.slice(0, 2))
    for (const y of b.forms.slice(0, 2)) {
      const joined = join(x, y);
      if (words.length === 2) {
        emit(`1${joined}`, bits);
        emit(`1${join(y, x)}`, bits);
      }
      for (const [j, other] of words.entries())
        if (j !== i && j !== i + 1)
          for (const form of other.forms.slice(0, 2)) emit(pairText(joined, form), bits);
    }
}

export function join(a: string, b: string): string {
  return a.at(-1) === b[0] ? a + b.slice(1) : a + b;
}

/** A query word read as two words: found by the pair keys of the stored name. */
function splitKeys(words: readonly KeyWord[], i: number, word: KeyWord, emit: EmitText): void {
  for (const [head, tail] of splits(word)) {
    if (words.length === 1) {
      emit(pairText(head, tail), word.bits);
      emit(pairText(head, (head.at(-1) ?? '') + tail), word.bits);
    } else {
      const other = words[1 - i] as KeyWord;
      for (const side of [head, tail])
        if (side.length > 1)
          emit(pairText(side, other.forms[0] as string), word.bits + other.bits - 2 * DELETION_BITS);
    }
  }
}

/** Every way to read a word as two. */
export const splits = ({ forms }: KeyWord): [string, string][] =>
  forms
    .slice(0, 2)
    .filter((form) => form.length >= 4)
    .flatMap((form) =>
      Array.from({ length: form.length - 1 }, (_, at): [string, string] => [
        form.slice(0, at + 1),
        form.slice(at + 1),
      ]),
    );
