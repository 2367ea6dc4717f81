// The words of stored names, each kept once under a number: what comparing reads of it, and the forms that find it.

import type { NameToken } from '../analysed-name.ts';
import type { NameDictionary } from '../given-names.ts';
import { keyWord } from '../name-keys.ts';
import { readWord } from '../packing.ts';
import type { NameTables } from '../tables.ts';

const NONE: readonly number[] = [];
/** First sounds beyond so many share the last bit. */
const LAST_BIT = 31;

export class KnownWords {
  readonly tokens: NameToken[] = [];
  /** Consonant skeletons of each word, every way that it may be read. */
  readonly forms: (readonly string[])[] = [];
  /** Of each word one bit for its first sound. */
  readonly firsts: number[] = [];
  readonly #tables: NameTables;
  readonly #dictionary: NameDictionary;
  readonly #numbers = new Map<string, number>();
  readonly #withForm = new Map<string, number[]>();
  readonly #makesKeys: boolean[] = [];
  readonly #bits = new Map<string, number>();

  constructor(tables: NameTables, dictionary: NameDictionary) {
    this.#tables = tables;
    this.#dictionary = dictionary;
  }

  /** @param packed a word as `packName` writes it. @returns its number, -1 where it cannot be read */
  numberOf(packed: string): number {
    const known = this.#numbers.get(packed);
    if (known !== undefined) return known;
    const token = readWord(this.#tables.sounds, packed);
    const number = token === null ? -1 : this.#add(token);
    this.#numbers.set(packed, number);
    return number;
  }

  /** @returns words that are heard like this in one of their forms */
  withForm(form: string): readonly number[] {
    return this.#withForm.get(form) ?? NONE;
  }

  /** False for initials and particles, which make keys only where a name has nothing else. */
  makesKeys(word: number): boolean {
    return this.#makesKeys[word] === true;
  }

  /** The bit of a first sound. */
  bitOf(first: string): number {
    const known = this.#bits.get(first);
    if (known !== undefined) return known;
    const bit = first === '' ? 0 : 1 << Math.min(this.#bits.size, LAST_BIT);
    this.#bits.set(first, bit);
    return bit;
  }

  #add(token: NameToken): number {
    const number = this.tokens.length;
    const { forms, first } = keyWord(this.#tables, this.#dictionary, token);
    this.tokens.push(token);
    this.forms.push(forms);
    this.firsts.push(this.bitOf(first));
    this.#makesKeys.push(token.sounds !== '' && token.role !== 'initial' && token.role !== 'particle');
    for (const form of forms) {
      const list = this.#withForm.get(form);
      if (list === undefined) this.#withForm.set(form, [number]);
      else list.push(number);
    }
    return number;
  }
}
