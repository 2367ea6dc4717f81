// Persons as numbers in one array, and where each is looked for: by day of birth, by year, by word where no date is known.

import { isFullDate } from '../../dates/near-dates.ts';
import type { PartialDate } from '../../dates/partial-date.ts';
import type { NameToken } from '../analysed-name.ts';
import { dayNumber } from '../birth-keys.ts';
import { keyPlaces, MAX_KEY_WORDS } from '../name-keys.ts';
import type { KnownWords } from './known-words.ts';
import { PersonIds } from './person-ids.ts';
import { Strip } from './strip.ts';

export interface DatedPerson {
  /** UUID. */
  readonly id: string;
  /** `undated`: some reader of the name may know no date of birth, or only a range of years. */
  readonly names: readonly { readonly packed: string; readonly undated: boolean }[];
  /** Known to the day, the month or the year. */
  readonly births: readonly PartialDate[];
}

const GONE = -1;
/** Bits of the number that a name begins with, above the number of its words. */
const UNDATED = 1 << 8;
/** Some words of the name are initials or particles: which are which is told behind them. */
const MIXED = 1 << 9;
const MOST_WORDS = 255;

/** Reads one name of a person after the other without making objects: hundreds are read for each question. */
export class NameCursor {
  /** Where the words that make keys stand, how many they are, and the initials behind them. */
  wordsAt = 0;
  words = 0;
  initialsAt = 0;
  initials = 0;
  tokensAt = 0;
  tokens = 0;
  isUndated = false;
  #at = 0;
  #left = 0;
  readonly #people: People;

  constructor(people: People) {
    this.#people = people;
  }

  begin(person: number): void {
    const names = this.#people.namesAt(person);
    this.#left = this.#people.numbers[names] as number;
    this.#at = names + 1;
  }

  /** @returns false behind the last name */
  next(): boolean {
    if (this.#left === 0) return false;
    this.#left--;
    const { numbers } = this.#people;
    const header = numbers[this.#at] as number;
    this.isUndated = (header & UNDATED) !== 0;
    this.tokens = header & MOST_WORDS;
    this.tokensAt = this.#at + 1;
    this.words = this.tokens;
    this.wordsAt = this.tokensAt;
    this.initials = 0;
    this.#at = this.tokensAt + this.tokens;
    if ((header & MIXED) === 0) return true;
    this.words = numbers[this.#at] as number;
    this.wordsAt = this.#at + 1;
    this.initials = numbers[this.wordsAt + this.words] as number;
    this.initialsAt = this.wordsAt + this.words + 1;
    this.#at = this.initialsAt + this.initials;
    return true;
  }
}

export class People {
  readonly ids = new PersonIds();
  numbers = new Int32Array(1 << 12);
  /** Where the numbers of each person begin. */
  at = new Int32Array(1 << 8).fill(GONE);
  readonly words: KnownWords;
  readonly #days: (Strip | undefined)[] = [];
  readonly #years = new Map<number, Strip>();
  /** By word: persons with an undated name that has it. */
  readonly #undated = new Map<number, number[]>();
  #end = 0;
  #unused = 0;
  #count = 0;
  readonly #cursor = new NameCursor(this);

  constructor(words: KnownWords) {
    this.words = words;
  }

  get size(): number {
    return this.#count;
  }

  /** Where the names of a person stand who is in a list: how many they are, then one after the other. */
  namesAt(person: number): number {
    const births = (this.at[person] as number) + 1;
    return births + 1 + (this.numbers[births] as number);
  }

  bornOn = (day: number): Strip | undefined => this.#days[day];
  /** Of whom no more than the year or the month is known. */
  bornIn = (year: number): Strip | undefined => this.#years.get(year);
  undatedWith = (word: number): readonly number[] => this.#undated.get(word) ?? [];

  put(person: DatedPerson): void {
    const numbers = this.#encode(person);
    const slot = this.ids.add(person.id);
    if (slot >= this.at.length) {
      const longer = new Int32Array(2 * this.at.length).fill(GONE);
      longer.set(this.at);
      this.at = longer;
    }
    if (this.#holds(slot, numbers)) return;
    this.#takeOut(slot);
    this.at[slot] = this.#write(numbers);
    this.#count++;
    this.#enlist(slot);
  }

  remove(id: string): void {
    const slot = this.ids.find(id);
    if (slot >= 0) this.#takeOut(slot);
  }

  #takeOut(slot: number): void {
    const at = this.at[slot] as number;
    if (at === GONE) return;
    this.#delist(slot);
    this.#unused += this.numbers[at] as number;
    this.at[slot] = GONE;
    this.#count--;
    if (this.#unused > this.#end / 2) this.#tidy();
  }

  #enlist(slot: number): void {
    const words = this.#wordsOf(slot, false);
    for (const birth of this.#birthsOf(slot)) this.#stripOf(birth).add(slot, words);
    for (const word of this.#wordsOf(slot, true)) {
      const list = this.#undated.get(word);
      if (list === undefined) this.#undated.set(word, [slot]);
      else list.push(slot);
    }
  }

  #delist(slot: number): void {
    for (const birth of this.#birthsOf(slot)) this.#stripOf(birth).remove(slot);
    for (const word of this.#wordsOf(slot, true)) {
      const list = this.#undated.get(word) ?? [];
      const last = list.pop() as number;
      if (last !== slot) list[list.indexOf(slot)] = last;
    }
  }

  /** Each of them once: days as numbers, years below zero. */
  #birthsOf(slot: number): Set<number> {
    const at = (this.at[slot] as number) + 1;
    return new Set(this.numbers.subarray(at + 1, at + 1 + (this.numbers[at] as number)));
  }

  /** Each word once that makes keys, of all names or of the undated ones. */
  #wordsOf(slot: number, undated: boolean): number[] {
    const words: number[] = [];
    const cursor = this.#cursor;
    for (cursor.begin(slot); cursor.next(); ) {
      if (undated && !cursor.isUndated) continue;
      for (let place = 0; place < cursor.words; place++) {
        const word = this.numbers[cursor.wordsAt + place] as number;
        if (!words.includes(word)) words.push(word);
      }
    }
    return words;
  }

  #stripOf(birth: number): Strip {
    const known = birth < 0 ? this.#years.get(-birth) : this.#days[birth];
    if (known !== undefined) return known;
    const strip = new Strip();
    if (birth < 0) this.#years.set(-birth, strip);
    else this.#days[birth] = strip;
    return strip;
  }

  #encode({ names, births }: DatedPerson): number[] {
    const out = [0, births.length];
    for (const birth of births) out.push(isFullDate(birth) ? dayNumber(birth) : -birth.year);
    // The Latin spelling and that of a passport are mostly one name.
    const distinct = new Map<string, boolean>();
    for (const { packed, undated } of names) distinct.set(packed, undated || distinct.get(packed) === true);
    out.push(distinct.size);
    for (const [packed, undated] of distinct) {
      const words: number[] = [];
      let isMixed = false;
      for (const text of packed.split(';')) {
        const word = this.words.numberOf(text);
        if (word < 0 || words.length === MOST_WORDS) continue;
        words.push(word);
        isMixed ||= !this.words.makesKeys(word);
      }
      isMixed ||= words.length > MAX_KEY_WORDS;
      out.push(words.length | (undated ? UNDATED : 0) | (isMixed ? MIXED : 0), ...words);
      if (isMixed) out.push(...this.#keyWords(words));
    }
    out[0] = out.length;
    return out;
  }

  /** Which of the words make keys and which are initials, each with their count before. */
  #keyWords(words: readonly number[]): number[] {
    const places = keyPlaces(words.map((word) => this.words.tokens[word] as NameToken));
    return [places.words, places.initials].flatMap((of) => [
      of.length,
      ...of.map((at) => words[at] as number),
    ]);
  }

  #holds(slot: number, numbers: readonly number[]): boolean {
    const at = this.at[slot] as number;
    if (at === GONE) return false;
    return numbers.every((number, place) => this.numbers[at + place] === number);
  }

  #write(numbers: readonly number[]): number {
    const at = this.#end;
    if (at + numbers.length > this.numbers.length) {
      const longer = new Int32Array(Math.max(2 * this.numbers.length, at + numbers.length));
      longer.set(this.numbers.subarray(0, at));
      this.numbers = longer;
    }
    this.numbers.set(numbers, at);
    this.#end += numbers.length;
    return at;
  }

  /** Closes the gaps that changed persons left. */
  #tidy(): void {
    const before = this.numbers;
    this.numbers = new Int32Array(before.length);
    this.#end = 0;
    this.#unused = 0;
    for (let slot = 0; slot < this.ids.size; slot++) {
      const at = this.at[slot] as number;
      if (at === GONE) continue;
      this.at[slot] = this.#end;
      const length = before[at] as number;
      this.numbers.set(before.subarray(at, at + length), this.#end);
      this.#end += length;
    }
  }
}
