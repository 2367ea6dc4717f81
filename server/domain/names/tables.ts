// The name tables: parsed once from the text of search-config/name-variants, passed into the engine.

import { createEvidenceWeights, type EvidenceWeights } from './evidence.ts';
import { createSoundTable, type SoundTable } from './sounds.ts';

export const TABLE_FILES = [
  'sounds.tsv',
  'near-sounds.tsv',
  'letters-cyrillic.tsv',
  'letters-latin.tsv',
  'letters-french.tsv',
  'letters-armenian.tsv',
  'letters-georgian.tsv',
  'letters-arabic.tsv',
  'letters-greek.tsv',
  'particles.tsv',
  'titles.tsv',
  'look-alikes.tsv',
  'keyboard-layouts.tsv',
  'given-names.tsv',
  'equivalents.tsv',
  'family-names.tsv',
  'evidence-weights.tsv',
] as const;
export type TableFile = (typeof TABLE_FILES)[number];
export type TableTexts = Readonly<Record<TableFile, string>>;

/** Rules by their first letter, the longest first; of two of one length the one for the end of the word first. */
export interface LetterRules {
  readonly byFirst: ReadonlyMap<string, readonly LetterRule[]>;
}

export interface LetterRule {
  readonly letters: string;
  readonly atEnd: boolean;
  readonly sounds: string;
}

export type ParticleKind = 'patronymic-after' | 'particle' | 'particle-or-family';

export interface KeyboardLayout {
  readonly name: string;
  readonly toOther: ReadonlyMap<string, string>;
}

export interface NameTables {
  readonly sounds: SoundTable;
  readonly letters: {
    readonly cyrillic: LetterRules;
    readonly latin: LetterRules;
    /** Laid over latin for a second reading. */
    readonly french: LetterRules;
    /** The same without the mute h. */
    readonly frenchWithH: LetterRules;
    readonly armenian: LetterRules;
    readonly georgian: LetterRules;
    readonly arabic: LetterRules;
    readonly greek: LetterRules;
  };
  readonly particles: ReadonlyMap<string, ParticleKind>;
  readonly titles: ReadonlySet<string>;
  readonly cyrillicLookAlike: ReadonlyMap<string, string>;
  readonly latinLookAlike: ReadonlyMap<string, string>;
  readonly layouts: readonly KeyboardLayout[];
  /** Rows: group number, sex (m, f, mf), commonness (log2 per million), spellings. */
  readonly givenNames: readonly GivenName[];
  /** Rows: spellings that stand for each other though they sound apart. */
  readonly equivalents: readonly (readonly string[])[];
  /** Weights of the observations of a comparison. */
  readonly evidence: EvidenceWeights;
  /** Family names by spelling, with their commonness. */
  readonly familyNames: ReadonlyMap<string, number>;
}

export interface GivenName {
  readonly group: number;
  readonly sex: 'm' | 'f' | 'mf';
  readonly commonness: number;
  readonly spellings: readonly string[];
  /** Short and pet forms: weaker than a spelling. */
  readonly petForms: readonly string[];
}

/** Parses the tables. Throws with the file name when a row cannot be read. */
export function parseNameTables(texts: TableTexts): NameTables {
  const lookAlikes = rows(texts['look-alikes.tsv']);
  return {
    sounds: createSoundTable(rows(texts['sounds.tsv']), rows(texts['near-sounds.tsv'])),
    letters: {
      cyrillic: letterRules(texts['letters-cyrillic.tsv']),
      latin: letterRules(texts['letters-latin.tsv']),
      french: letterRules(texts['letters-french.tsv']),
      frenchWithH: letterRules(texts['letters-french.tsv'].replace(/^h\t-$/m, '')),
      armenian: letterRules(texts['letters-armenian.tsv']),
      georgian: letterRules(texts['letters-georgian.tsv']),
      arabic: letterRules(texts['letters-arabic.tsv']),
      greek: letterRules(texts['letters-greek.tsv']),
    },
    particles: new Map(
      rows(texts['particles.tsv']).map(([word = '', kind]) => [
        foldApostrophes(word),
        kind === 'patronymic-after' || kind === 'particle-or-family' ? kind : 'particle',
      ]),
    ),
    titles: new Set(rows(texts['titles.tsv']).map(([word = '']) => word)),
    cyrillicLookAlike: firstWins(lookAlikes.map(([cyrillic = '', latin = '']) => [latin, cyrillic])),
    latinLookAlike: firstWins(lookAlikes.map(([cyrillic = '', latin = '']) => [cyrillic, latin])),
    layouts: layouts(rows(texts['keyboard-layouts.tsv'])),
    givenNames: rows(texts['given-names.tsv']).map(givenName),
    equivalents: rows(texts['equivalents.tsv']).map(([spellings = '']) => spellings.split(',')),
    evidence: createEvidenceWeights(rows(texts['evidence-weights.tsv'])),
    familyNames: new Map(
      rows(texts['family-names.tsv']).map(([name = '', commonness = '1']) => [name, Number(commonness)]),
    ),
  };
}

function givenName(
  [sex = 'mf', commonness = '1', spellings = '', pets = '']: readonly string[],
  index: number,
): GivenName {
  if (sex !== 'm' && sex !== 'f' && sex !== 'mf')
    throw new Error(`given-names.tsv: sex "${sex}" in row ${index + 1}`);
  return {
    group: index + 1,
    sex,
    commonness: Number(commonness),
    spellings: spellings.split(','),
    petForms: pets === '' ? [] : pets.split(','),
  };
}

function rows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

function letterRules(text: string): LetterRules {
  const byFirst = new Map<string, LetterRule[]>();
  for (const [pattern = '', sounds = '-'] of rows(text)) {
    const atEnd = pattern.endsWith('$');
    const letters = atEnd ? pattern.slice(0, -1) : pattern;
    const rule = { letters, atEnd, sounds: sounds === '-' ? '' : sounds };
    const list = byFirst.get(letters[0] ?? '');
    if (list === undefined) byFirst.set(letters[0] ?? '', [rule]);
    else list.push(rule);
  }
  for (const list of byFirst.values())
    list.sort((a, b) => b.letters.length - a.letters.length || Number(b.atEnd) - Number(a.atEnd));
  return { byFirst };
}

function firstWins(pairs: readonly (readonly [string, string])[]): Map<string, string> {
  const map = new Map<string, string>();
  for (const [from, to] of pairs) if (!map.has(from)) map.set(from, to);
  return map;
}

function layouts(lines: readonly (readonly string[])[]): KeyboardLayout[] {
  return lines.map(([name = '', keys = '', letters = '']) => ({
    name,
    toOther: new Map([...keys].map((key, index) => [key, [...letters][index] ?? key])),
  }));
}

/** All signs used as an apostrophe, letter-like or typographic, become nothing; used for words, never for layouts. */
export function foldApostrophes(text: string): string {
  return text.replace(/['’‘ʼʻʹ´`ʿʾ′＇"]/g, '');
}
