// Persons as numbers in one array, and where each is looked for: by day of birth, by year, by word where no date is known.

import { isFullDate } from '../../dates/near-dates.ts';
import type { PartialDate } from '../../dates/partial-date.ts';
import type { NameToken } from '../analysed-name.ts';
import { dayNumber } from '../birth-keys.ts';
import { keyPlaces, MAX_KEY_WORDS } from '../name-keys.ts';
import type { KnownWords } from './known-words.ts';
import { PersonIds } from './person-ids.ts';

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

/** A place where thousands are looked through for each question; read without making objects. */
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
  readonly #days: (number[] | undefined)[] = [];
  readonly #years = new Map<number, number[]>();
  /** By word: persons with an undated name that has it. */
  readonly #undated = new Map<number, number[]>();
  #end = 0;
  #unused = 0;
  #count = 0;

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

  /** Behind the last of them. */
  endOf(person: number): number {
    const at = this.at[person] as number;
    return at + (this.numbers[at] as number);
  }

  bornOn = (day: number): readonly number[] => this.#days[day] ?? [];
  /** Of whom no more than the year or the month is known. */
  bornIn = (year: number): readonly number[] => this.#years.get(year) ?? [];
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
    this.#enlist(slot, (list) => void list.push(slot));
  }

  remove(id: string): void {
    const slot = this.ids.find(id);
    if (slot >= 0) this.#takeOut(slot);
  }

  #takeOut(slot: number): void {
    const at = this.at[slot] as number;
    if (at === GONE) return;
    this.#enlist(slot, (list) => {
      const place = list.indexOf(slot);
      const last = list.pop() as number;
      if (last !== slot) list[place] = last;
    });
    this.#unused += this.numbers[at] as number;
    this.at[slot] = GONE;
    this.#count--;
    if (this.#unused > 1 << 16 && this.#unused > this.#end / 2) this.tidy();
  }

  /** Does something with every list that the person stands in, once with each. */
  #enlist(slot: number, change: (list: number[]) => void): void {
    const at = (this.at[slot] as number) + 1;
    const births = this.numbers.subarray(at + 1, at + 1 + (this.numbers[at] as number));
    for (const [place, birth] of births.entries())
      if (births.indexOf(birth) === place) change(birth < 0 ? listOf(this.#years, -birth) : this.#day(birth));
    const words = new Set<number>();
    const cursor = new NameCursor(this);
    for (cursor.begin(slot); cursor.next(); ) {
      if (!cursor.isUndated) continue;
      for (let place = 0; place < cursor.words; place++)
        words.add(this.numbers[cursor.wordsAt + place] as number);
    }
    for (const word of words) change(listOf(this.#undated, word));
  }

  #day(day: number): number[] {
    let list = this.#days[day];
    if (list === undefined) {
      list = [];
      this.#days[day] = list;
    }
    return list;
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

  /** Closes the gaps that changed persons left; who was born on one day stands together, which is how they are looked through. */
  tidy(): void {
    const before = this.numbers;
    this.numbers = new Int32Array(before.length);
    this.#end = 0;
    this.#unused = 0;
    const moved = new Uint8Array(this.ids.size);
    const move = (slot: number) => {
      const at = this.at[slot] as number;
      if (at === GONE || moved[slot] === 1) return;
      moved[slot] = 1;
      this.at[slot] = this.#end;
      const length = before[at] as number;
      this.numbers.set(before.subarray(at, at + length), this.#end);
      this.#end += length;
    };
    for (const list of this.#days) list?.forEach(move);
    for (const list of this.#years.values()) list.forEach(move);
    for (let slot = 0; slot < moved.length; slot++) move(slot);
  }
}

function listOf(lists: Map<number, number[]>, key: number): number[] {
  let list = lists.get(key);
  if (list === undefined) {
    list = [];
    lists.set(key, list);
  }
  return list;
}
