// The register of names and dates in the process: who may be meant by a name and a full date of birth. It finds whom the keys of
// `birth-keys.ts` find, and asks no database for it.

import { isFullDate, nearDates } from '../../dates/near-dates.ts';
import type { PartialDate } from '../../dates/partial-date.ts';
import type { AnalysedName, NameToken } from '../analysed-name.ts';
import { dayNumber } from '../birth-keys.ts';
import type { NameDictionary } from '../given-names.ts';
import { type KeyParts, partsOf } from '../name-keys.ts';
import type { NameTables } from '../tables.ts';
import { KnownWords } from './known-words.ts';
import { type DatedPerson, NameCursor, People } from './people.ts';
import { NEAR, QuestionMarks, STRONG } from './question-marks.ts';
import type { Strip } from './strip.ts';

export type { DatedPerson };

export interface DatedNames {
  /** Adds a person, or takes the place of what was known of him. */
  put(person: DatedPerson): void;
  remove(id: string): void;
  /**
   * @param worth asked of all names of a person who is found: false where they are too unlike to matter
   * @returns ids in no order; null when a date is not full or a name is a single word: then only the keys of names find everybody
   */
  find(
    names: readonly AnalysedName[],
    births: readonly PartialDate[],
    worth: (names: readonly AnalysedName[]) => boolean,
  ): string[] | null;
  readonly persons: number;
  /** Distinct words of all names. */
  readonly words: number;
}

export function createDatedNames(tables: NameTables, dictionary: NameDictionary): DatedNames {
  const known = new KnownWords(tables, dictionary);
  const people = new People(known);
  const marks = new QuestionMarks(known);
  const look = createLook(people, marks);

  function namesOf(person: number): AnalysedName[] {
    const names: AnalysedName[] = [];
    const cursor = new NameCursor(people);
    for (cursor.begin(person); cursor.next(); ) {
      const tokens: NameToken[] = [];
      for (let place = 0; place < cursor.tokens; place++)
        tokens.push(known.tokens[people.numbers[cursor.tokensAt + place] as number] as NameToken);
      names.push({ tokens, otherReadings: [], hints: [], years: [] });
    }
    return names;
  }

  return {
    put: (person) => people.put(person),
    remove: (id) => people.remove(id),
    find(names, births, worth) {
      const dates = births.filter(isFullDate);
      if (names.length === 0 || dates.length === 0 || dates.length < births.length) return null;
      const readings: KeyParts[] = names.flatMap(({ tokens, otherReadings }) =>
        [tokens, ...otherReadings].map((reading) => partsOf(tables, dictionary, reading)),
      );
      if (readings.some(({ words }) => words.length < 2)) return null;
      const found = new Set<number>();
      for (const parts of readings) {
        marks.set(parts);
        for (const date of dates) {
          const swapped = dayNumber({ year: date.year, month: date.day, day: date.month });
          const same = date.day <= 12 ? [dayNumber(date), swapped] : [dayNumber(date)];
          for (const day of same) look.forOneWord(people.bornOn(day), found);
          const near = new Set(nearDates(date).map(dayNumber));
          near.delete(swapped);
          for (const day of near) look.forWordAndLetter(people.bornOn(day), found);
          look.forWordAndMore(people.bornIn(date.year), found);
        }
        look.forTwoWords(found);
      }
      return [...found].filter((person) => worth(namesOf(person))).map((person) => people.ids.textOf(person));
    },
    get persons() {
      return people.size;
    },
    get words() {
      return known.tokens.length;
    },
  };
}

/** The four ways to be found, each among some persons; `found` is added to. */
function createLook(people: People, marks: QuestionMarks) {
  const cursor = new NameCursor(people);
  const { firsts } = people.words;
  const wordAt = (at: number): number => people.numbers[at] as number;

  /** A word of the name at the cursor is in the question, and the first sound of another agrees or there is no other. */
  function hasCompanion(): boolean {
    for (let i = 0; i < cursor.words; i++) {
      const strong = marks.strong[wordAt(cursor.wordsAt + i)] as number;
      if (strong === 0) continue;
      if (cursor.words + cursor.initials === 1) return true;
      const wanted = marks.firstsBeside(strong);
      for (let j = 0; j < cursor.words; j++) if (j !== i && isFirst(cursor.wordsAt + j, wanted)) return true;
      for (let j = 0; j < cursor.initials; j++) if (isFirst(cursor.initialsAt + j, wanted)) return true;
    }
    return false;
  }

  const isFirst = (at: number, wanted: number): boolean => ((firsts[wordAt(at)] as number) & wanted) !== 0;

  /** Two words of the name at the cursor are in the question, one of them perhaps with a slip or written as two. */
  function hasPair(): boolean {
    for (let i = 0; i < cursor.words; i++) {
      const strong = marks.strong[wordAt(cursor.wordsAt + i)] as number;
      if (strong === 0) continue;
      const isOne = (strong & (strong - 1)) === 0;
      for (let j = 0; j < cursor.words; j++) {
        if (j === i) continue;
        let soft = marks.soft(wordAt(cursor.wordsAt + j));
        if (j + 1 < cursor.words && j + 1 !== i)
          soft |= marks.joined(wordAt(cursor.wordsAt + j), wordAt(cursor.wordsAt + j + 1));
        if ((isOne ? soft & ~strong : soft) !== 0) return true;
      }
    }
    return false;
  }

  function hasName(person: number, meets: () => boolean): boolean {
    for (cursor.begin(person); cursor.next(); ) if (meets()) return true;
    return false;
  }

  /** In a strip: those who have a word of one kind, and a name that meets the condition. */
  function look(strip: Strip | undefined, kind: number, meets: () => boolean, found: Set<number>): void {
    strip?.forEachWith(kind, marks.kinds, (person) => {
      if (hasName(person, meets)) found.add(person);
    });
  }

  return {
    forOneWord: (strip: Strip | undefined, found: Set<number>) => look(strip, STRONG, () => true, found),
    // As the keys do it: the word and the companion may stand in two names of the person.
    forWordAndLetter: (strip: Strip | undefined, found: Set<number>) =>
      look(strip, NEAR, hasCompanion, found),
    forWordAndMore: (strip: Strip | undefined, found: Set<number>) =>
      look(strip, STRONG, () => hasCompanion() || hasPair(), found),
    /** Of persons of whom no date is known. */
    forTwoWords(found: Set<number>): void {
      for (const word of marks.marked)
        for (const person of people.undatedWith(word))
          if (hasName(person, () => cursor.isUndated && hasPair())) found.add(person);
    },
  };
}
