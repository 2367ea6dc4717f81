// What the engine knows of one name after analysis, and what it says about two names.

/** Which part of a name a word is, as far as it can be told; `any` = not known. */
export type TokenRole = 'family' | 'given' | 'patronymic' | 'particle' | 'initial' | 'any';

/** Remarks for the person who typed the query; they never change who may be found. */
export const NAME_HINTS = [
  'mixed-script',
  'wrong-layout',
  'title-removed',
  'year-in-name',
  'remark-removed',
  'digits-read-as-letters',
  'truncated',
  'empty',
] as const;
export type NameHint = (typeof NAME_HINTS)[number];

/** One word of a name. */
export interface NameToken {
  /** Folded spelling in its own script: lower case, no accents lost, no apostrophes. */
  readonly text: string;
  /** How it sounds, in the signs of sounds.tsv. */
  readonly sounds: string;
  /** A second way to read the letters (French), where it sounds different. */
  readonly otherSounds?: string;
  readonly role: TokenRole;
  /** Known given names it may stand for (numbers of the table); empty = not a known given name. */
  readonly groups: readonly number[];
  /** How common the word is: 0 = not in the frequency tables, else log2 of bearers per million, 1–16. */
  readonly commonness: number;
  /** Sex the word itself tells (patronymic or family ending), or undefined. */
  readonly sex?: 'M' | 'F';
  /** Sum of the costs of leaving every sound out. */
  readonly weight: number;
  /** One bit per class of consonants in the sounds, in either reading. */
  readonly classes: number;
}

/** A name ready to be compared; made by `analyse`, stored by `pack`. */
export interface AnalysedName {
  readonly tokens: readonly NameToken[];
  /** Second readings of the whole name (wrong keyboard layout, letters of both scripts); queries only, never packed. */
  readonly otherReadings: readonly (readonly NameToken[])[];
  readonly hints: readonly NameHint[];
  /** Years found in the text (1850–2099); offered as a birth-year hint. */
  readonly years: readonly number[];
}

/** Why two words were taken for the same, or what sets them apart. */
export const PART_REASONS = [
  'same',
  'transliteration',
  'sound',
  'typo',
  'misprint',
  'initial',
  'equivalent',
  'ending',
  'joined',
  'missing-in-query',
  'missing-in-record',
  'contradicts',
] as const;
export type PartReason = (typeof PART_REASONS)[number];

/** One line of the explanation: a query word, a stored word, how they relate. */
export interface NamePart {
  readonly query: string | null;
  readonly stored: string | null;
  readonly role: TokenRole;
  readonly reason: PartReason;
  /** 0 = unrelated, 1 = the same. */
  readonly similarity: number;
  /** Share in the log-odds of the whole score; negative speaks against. */
  readonly contribution: number;
}

export interface NameComparison {
  /** 0–1, calibrated: of name pairs scored 0.9 about nine in ten are the same name. */
  readonly score: number;
  /** The same as natural log-odds, which keeps order where the score is rounded to 1. */
  readonly logOdds: number;
  readonly parts: readonly NamePart[];
  /** True when a part both sides have says "another person" (other given name, other patronymic, other family). */
  readonly contradiction: boolean;
  /** True when only one letter of the family name speaks against. */
  readonly possibleMisprint: boolean;
}

/** A key to look up. */
export interface WeightedKey {
  readonly key: number;
  /** Information of a hit in bits: about one name in 2^weight has the key. */
  readonly weight: number;
  /** Only persons who have this key as well have it: the weight is among them. */
  readonly within?: number;
}

/** What a question that wants nobody whose dates of birth all contradict looks up. */
export interface DatedKeys {
  /** A person is found by any one of them. */
  readonly keys: readonly WeightedKey[];
  /** A word beside a date that is not the one asked for, but may be a slip of it: found only together with one of the companions. */
  readonly near: readonly WeightedKey[];
  /** Keys of a word with the first letter of another word of the name. */
  readonly companions: readonly number[];
}
