// Which known words a question means: marks on their numbers, so that thousands of persons are looked through without comparing a text.

import { NEAR_FORMS } from '../birth-keys.ts';
import { deletions, firstsBeside, join, type KeyParts, splits } from '../name-keys.ts';
import type { KnownWords } from './known-words.ts';

/** Bits of `kinds`. */
export const STRONG = 1;
export const NEAR = 2;
/** A word of so few is also read as two. */
const FEW_WORDS = 2;

export class QuestionMarks {
  /** Of each known word: one bit for every word of the question that shares a form with it. */
  strong = new Int32Array(1 << 10);
  /** Of each known word: STRONG, and NEAR where it is also looked for with dates near to the one given. */
  kinds = new Uint8Array(1 << 10);
  /** Known words with a mark. */
  readonly marked: number[] = [];
  readonly #known: KnownWords;
  /** Of each word of the question the first sounds of its other words. */
  readonly #firsts: number[] = [];
  /** Forms of the words of the question, their bits; and what is left of them without a consonant. */
  readonly #forms = new Map<string, number>();
  readonly #shorter = new Map<string, number>();
  /** Of known words that were asked for. */
  readonly #soft = new Map<number, number>();
  /** Lengths and letters of all forms, to tell most words apart at a glance. */
  readonly #looks: { readonly length: number; readonly letters: number }[] = [];

  constructor(known: KnownWords) {
    this.#known = known;
  }

  set(parts: KeyParts): void {
    this.#clear();
    for (const [i, word] of parts.words.entries()) {
      let firsts = 0;
      for (const first of firstsBeside(parts, i)) firsts |= this.#known.bitOf(first);
      this.#firsts.push(firsts);
      for (const [place, form] of word.forms.entries()) {
        add(this.#forms, form, 1 << i);
        for (const shorter of deletions(form)) add(this.#shorter, shorter, 1 << i);
        this.#looks.push({ length: form.length, letters: lettersOf(form) });
        for (const known of this.#known.withForm(form)) {
          if (this.strong[known] === 0) this.marked.push(known);
          this.strong[known] = (this.strong[known] as number) | (1 << i);
          this.kinds[known] = (this.kinds[known] as number) | (place < NEAR_FORMS ? STRONG | NEAR : STRONG);
        }
      }
    }
    this.#readJoined(parts);
  }

  /** First sounds that a word beside one with such bits in `strong` may have. */
  firstsBeside(strong: number): number {
    let firsts = 0;
    for (let i = 0; i < this.#firsts.length; i++)
      if ((strong & (1 << i)) !== 0) firsts |= this.#firsts[i] as number;
    return firsts;
  }

  /** Bits of the words of the question that a known word may stand for, a consonant missing on either side or two words written as one. */
  soft(known: number): number {
    let bits = this.#soft.get(known);
    if (bits === undefined) {
      bits = this.strong[known] as number;
      for (const form of this.#known.forms[known] ?? []) bits |= this.#softly(form);
      this.#soft.set(known, bits);
    }
    return bits;
  }

  /** Bits of the words of the question that two known words stand for, written as one. */
  joined(a: number, b: number): number {
    let bits = 0;
    for (const x of this.#known.forms[a]?.slice(0, 2) ?? [])
      for (const y of this.#known.forms[b]?.slice(0, 2) ?? []) bits |= this.#forms.get(join(x, y)) ?? 0;
    return bits;
  }

  #softly(form: string): number {
    const letters = lettersOf(form);
    const mayBe = this.#looks.some(
      (look) => Math.abs(look.length - form.length) <= 1 && isNearly(look.letters ^ letters),
    );
    let bits = this.#shorter.get(form) ?? 0;
    if (mayBe)
      for (const shorter of deletions(form))
        bits |= (this.#forms.get(shorter) ?? 0) | (this.#shorter.get(shorter) ?? 0);
    return bits;
  }

  /** Neighbours of the question written as one word, and a word of it read as two. */
  #readJoined({ words }: KeyParts): void {
    for (const [i, word] of words.entries()) {
      const next = words[i + 1];
      for (const x of next ? word.forms.slice(0, 2) : [])
        for (const y of next?.forms.slice(0, 2) ?? []) add(this.#shorter, join(x, y), 3 << i);
      if (words.length > FEW_WORDS) continue;
      for (const side of splits(word).flat()) if (side.length > 1) add(this.#shorter, side, 1 << i);
    }
  }

  #clear(): void {
    for (const known of this.marked) {
      this.strong[known] = 0;
      this.kinds[known] = 0;
    }
    this.marked.length = 0;
    this.#firsts.length = 0;
    this.#looks.length = 0;
    this.#forms.clear();
    this.#shorter.clear();
    this.#soft.clear();
    const words = this.#known.tokens.length;
    if (words <= this.strong.length) return;
    this.strong = new Int32Array(2 * words);
    this.kinds = new Uint8Array(2 * words);
  }
}

function add(bits: Map<string, number>, text: string, bit: number): void {
  bits.set(text, (bits.get(text) ?? 0) | bit);
}

/** One bit for every letter, some share theirs. */
function lettersOf(form: string): number {
  let bits = 0;
  for (let at = 0; at < form.length; at++) bits |= 1 << (form.charCodeAt(at) & 31);
  return bits;
}

/** At most two bits: one letter for another. */
function isNearly(difference: number): boolean {
  const rest = difference & (difference - 1);
  return (rest & (rest - 1)) === 0;
}
