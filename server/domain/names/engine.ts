// The name engine: analysis, lookup keys, comparison and storage form of a name, behind one seam.

import type { PartialDate } from '../dates/partial-date.ts';
import type {
  AnalysedName,
  DatedKeys,
  NameComparison,
  NameHint,
  NameToken,
  TokenRole,
  WeightedKey,
} from './analysed-name.ts';
import { type CleanText, cleanText, normaliseCharacters, twinReadings } from './clean.ts';
import { compareNames, scoreNames } from './compare.ts';
import { formsOf } from './forms.ts';
import { ALIKE_BASE, createNameDictionary, type NameDictionary, type NameMatch } from './given-names.ts';
import { learnPlausibility, type Plausibility, readWithLayout } from './keyboard.ts';
import {
  datedKeysOf,
  gluedSkeletonsOf,
  indexKeysOf,
  KEY_VERSION,
  NAME_KEYS_SINCE,
  queryKeysOf,
  skeletonsOf,
} from './keys.ts';
import type { WordScript } from './letters.ts';
import { createUnpacker, packName } from './packing.ts';
import { createDatedNames, type DatedNames } from './register/dated-names.ts';
import { assignRoles, type RoleInput, sexOfForm } from './roles.ts';
import { type NameSpellings, spellingsOf } from './spellings.ts';
import type { NameTables } from './tables.ts';
import { createWordFacts, type WordFacts } from './word-facts.ts';

/** A name as typed or stored; parts may be given apart or together, in any script and order. */
export interface NameInput {
  readonly full?: string;
  readonly family?: string;
  readonly given?: string;
  readonly patronymic?: string;
  /** Name field of a machine readable zone: FAMILY<<GIVEN<MIDDLE. */
  readonly mrz?: string;
  /** ISO 639-1 code when known; a hint, never a filter. */
  readonly language?: string;
}

export interface NameEngine {
  readonly keyVersion: number;
  /** First version whose rows the keys of names find as well. */
  readonly nameKeysSince: number;
  analyse(input: NameInput): AnalysedName;
  /**
   * Distinct keys of a stored name; the person's birth dates make keys of their own.
   * @param undated some reader of the name may know no date of birth, or only a range of years; left out = no date is given
   */
  indexKeys(name: AnalysedName, births?: readonly PartialDate[], undated?: boolean): number[];
  /** What a query looks up, the most selective key first. */
  queryKeys(name: AnalysedName, births?: readonly PartialDate[]): WeightedKey[];
  /**
   * Far more selective keys, for a question that wants nobody whose dates of birth all contradict; in no order.
   * @returns null when they would not find everybody else: a date is not full, or the name is a single word
   */
  datedKeys(name: AnalysedName, births: readonly PartialDate[]): DatedKeys | null;
  /** An empty register that answers what `datedKeys` look up, without a database. */
  createDatedNames(): DatedNames;
  compare(query: AnalysedName, stored: AnalysedName): NameComparison;
  /** The log-odds of `compare` without the explanation, for the many that are not shown. */
  score(query: AnalysedName, stored: AnalysedName): number;
  pack(name: AnalysedName): string;
  unpack(packed: string): AnalysedName;
  forms(name: AnalysedName): { cyrl: string[]; latn: string[]; glued: string[] };
  /** What a search engine that compares letters is given of a name, for storing and for asking alike. */
  spellings(name: AnalysedName): NameSpellings;
}

interface Parts {
  readonly tables: NameTables;
  readonly dictionary: NameDictionary;
  readonly plausibility: Plausibility;
  readonly factsOf: (text: string, script: WordScript) => WordFacts;
}

/** Builds an engine over parsed tables (about 50 ms); the engine keeps no state of its queries. */
export function createNameEngine(tables: NameTables): NameEngine {
  const dictionary = createNameDictionary(tables);
  const parts: Parts = {
    tables,
    dictionary,
    plausibility: learnPlausibility(tables),
    factsOf: createWordFacts(tables, dictionary),
  };
  return {
    keyVersion: KEY_VERSION,
    nameKeysSince: NAME_KEYS_SINCE,
    analyse: (input) => analyse(parts, input),
    indexKeys: (name, births = [], undated = births.length === 0) =>
      indexKeysOf(tables, dictionary, name.tokens, births, undated),
    queryKeys: (name, births = []) => queryKeysOf(tables, dictionary, readingsOf(name), births),
    datedKeys: (name, births) => datedKeysOf(tables, dictionary, readingsOf(name), births),
    createDatedNames: () => createDatedNames(tables, dictionary),
    compare: (query, stored) => compareNames(tables, query, stored),
    score: (query, stored) => scoreNames(tables, query, stored),
    pack: packName,
    unpack: createUnpacker(tables.sounds),
    forms: formsOf,
    spellings: (name) =>
      spellingsOf(name, {
        words: (tokens) => skeletonsOf(tables, dictionary, tokens),
        glued: (tokens) => gluedSkeletonsOf(tables, tokens),
      }),
  };
}

const readingsOf = (name: AnalysedName) => [name.tokens, ...name.otherReadings];

function analyse(parts: Parts, input: NameInput): AnalysedName {
  const raw = textOf(input);
  const text = normaliseCharacters(raw);
  const clean = cleanText(parts.tables, raw, text);
  const tokens = tokensOf(parts, clean);
  const hints = new Set<NameHint>(clean.hints);
  const otherReadings = [...twins(parts, text, tokens), ...layoutReadings(parts, text, hints)];
  return {
    tokens,
    otherReadings: otherReadings.slice(0, MAX_READINGS),
    hints: [...hints],
    years: clean.years,
  };
}

/** One text with the family name before a comma, so that parts given apart keep their roles. */
function textOf(input: NameInput): string {
  if (input.mrz !== undefined) {
    const [family = '', given = ''] = input.mrz.split('<<');
    return given === '' ? family : `${family}, ${given}`;
  }
  const rest = [input.given, input.patronymic].filter((part) => part !== undefined && part !== '').join(' ');
  if (input.family !== undefined && input.family !== '' && rest !== '')
    return `${input.family.replaceAll(',', ' ')}, ${rest}`;
  return [input.full, input.family, rest].filter((part) => part !== undefined && part !== '').join(' ');
}

function tokensOf(parts: Parts, clean: CleanText): NameToken[] {
  const inputs: (RoleInput & { readonly facts: WordFacts })[] = clean.words.map((word) => {
    const facts = parts.factsOf(word.text, word.script);
    const { sounds, particle } = facts;
    return { word, sounds, particle, given: word.initial ? undefined : facts.given, facts };
  });
  const roles = assignRoles(inputs);
  return inputs.map((input, index) => tokenOf(input, input.facts, roles[index] ?? 'any'));
}

function tokenOf({ word, given }: RoleInput, facts: WordFacts, role: TokenRole): NameToken {
  const isGiven = role !== 'family' && role !== 'patronymic';
  const sex = sexOf(given, facts.sounds, role);
  const otherSounds = role === 'initial' || role === 'particle' ? undefined : facts.otherSounds;
  return {
    text: word.text,
    sounds: facts.sounds,
    role,
    groups: isGiven ? (given?.groups ?? []) : (given?.groups.filter((group) => group >= ALIKE_BASE) ?? []),
    commonness: (isGiven ? given?.commonness : 0) || facts.familyCommonness,
    ...(sex === undefined ? {} : { sex }),
    ...(otherSounds === undefined ? {} : { otherSounds }),
    weight: facts.weight,
    classes: otherSounds === undefined ? facts.plainClasses : facts.classes,
  };
}

function sexOf(given: NameMatch | undefined, sounds: string, role: TokenRole): 'M' | 'F' | undefined {
  if (role !== 'given' || given === undefined || given.sex === 'mf') return sexOfForm(sounds, role);
  return given.sex === 'm' ? 'M' : 'F';
}

const MAX_READINGS = 3;

/** "COPA" is Latin or Cyrillic as it pleases: a query is read as both. */
function twins(parts: Parts, text: string, tokens: readonly NameToken[]): NameToken[][] {
  const spelling = (words: readonly NameToken[]) => words.map((word) => word.text).join(' ');
  return twinReadings(parts.tables, text)
    .map((twin) => tokensOf(parts, cleanText(parts.tables, twin, twin)))
    .filter((words) => words.length > 0 && spelling(words) !== spelling(tokens));
}

/** Mean log-probability of letter pairs from which a text is a name as it stands. */
const LOOKS_LIKE_A_NAME = -3;

/** Readings of the text as typed with another keyboard layout, when they look at least as much like a name. */
function layoutReadings(parts: Parts, text: string, hints: Set<NameHint>): NameToken[][] {
  const asTyped = parts.plausibility.of(text);
  if (asTyped > LOOKS_LIKE_A_NAME) return [];
  const readings = new Map<string, NameToken[]>();
  for (const layout of parts.tables.layouts) {
    const other = readWithLayout(layout, text);
    if (other === undefined) continue;
    const gain = parts.plausibility.of(other) - asTyped;
    if (gain < 0.3) continue;
    if (gain > 1) hints.add('wrong-layout');
    const tokens = tokensOf(parts, cleanText(parts.tables, other, normaliseCharacters(other)));
    if (tokens.length > 0) readings.set(tokens.map((token) => token.text).join(' '), tokens);
  }
  return [...readings.values()];
}
