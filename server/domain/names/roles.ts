// Which part of a name a word is: by comma, capitals, particles, endings and the dictionary of given names.

import type { TokenRole } from './analysed-name.ts';
import type { RawWord } from './clean.ts';
import type { NameMatch } from './given-names.ts';
import type { ParticleKind } from './tables.ts';

/** Endings in sound signs, so that one list serves every script: -ович, -евич, -ыч, -ovich, -owitsch, -авіч … */
const PATRONYMIC_M = /(?:[oeaiyjuAOY]+[vwf][iyj]*[CQcTSs7]|[iyj][CQcT])7?$/;
const PATRONYMIC_F = /(?:[oeaiyjuAOY]+[vwfu]|[iyj][CQ])[eiy]?n[aey]$/;
const GLUED_PATRONYMIC = /(?:[uU]+l[uyi]|[kqg][yi]z[yi]|[oOu][gh]+[lh]*[uyi])$/;
const FAMILY_F = /(?:[oeayijY][vwf]a|in[a]|[sz]ka(?:ja|a|i?a)?)$/;
const FAMILY_M = /(?:[oeayijY][vwf]|[iy]n|[sz]k[iyj]+)$/;
const FATHER_ENDING =
  /(?:[oeaiyjuAOY]*[vwfu](?:[iyj]*[CQcTSs7]7?|[eiy]?n[aey])|[iyj]+(?:[CQcT]7?|[CQ]n[aey])|[uU]+l[uyi]|[kqg][yi]z[yi]|[oOu][gh]+[lh]*[uyi])$/;
const FAMILY_ENDING =
  /(?:[oeaiyjuAOY]+[vwf]a?7?|[iy]na?|[sz]k[iyja]+|[uU]+l[uyi]|[kqg][yi]z[yi]|[oOu][gh]+[lh]*[uyi])$/;
const LAST_VOWELS = /[aeiouyAOUYIjJ]+$/;

/** True when the sounds end like a father's name of the Slavic kind or a glued Turkic one. */
export function looksPatronymic(sounds: string): boolean {
  return (
    sounds.length >= 5 &&
    (PATRONYMIC_M.test(sounds) || PATRONYMIC_F.test(sounds) || GLUED_PATRONYMIC.test(sounds))
  );
}

/** The father's own name in a patronymic: Исраилович, Исраил уулу and Исраилұлы give one stem. */
export function fatherStem(sounds: string): string {
  const stem = sounds.replace(FATHER_ENDING, '').replace(LAST_VOWELS, '');
  return stem.length < 2 ? sounds : stem;
}

/** The stem of a family name made of a father's name: Тестбеков and Тестбек give one stem. */
export function familyStem(sounds: string): string {
  const stem = sounds.replace(FAMILY_ENDING, '').replace(LAST_VOWELS, '');
  return stem.length < 3 ? sounds : stem;
}

/** A patronymic without a Slavic ending: said by a particle or glued to one. */
export function isPlainFatherName(sounds: string): boolean {
  return !PATRONYMIC_M.test(sounds) && !PATRONYMIC_F.test(sounds);
}

/** Sex told by the form of a patronymic or family name; undefined when the form tells nothing. */
export function sexOfForm(sounds: string, role: TokenRole): 'M' | 'F' | undefined {
  if (role === 'patronymic') {
    if (PATRONYMIC_F.test(sounds) || /k[yi]z[yi]$/.test(sounds)) return 'F';
    return PATRONYMIC_M.test(sounds) ? 'M' : undefined;
  }
  if (role === 'given' || sounds.length < 5) return undefined;
  if (FAMILY_F.test(sounds)) return 'F';
  return FAMILY_M.test(sounds) ? 'M' : undefined;
}

export interface RoleInput {
  readonly word: RawWord;
  readonly sounds: string;
  readonly given: NameMatch | undefined;
  readonly particle: ParticleKind | undefined;
}

/** Gives every word a role; words whose role cannot be told get `any`. */
export function assignRoles(inputs: readonly RoleInput[]): TokenRole[] {
  const words = inputs.map((input, index) =>
    input.particle !== undefined && isInitial(inputs, index) ? { ...input, particle: undefined } : input,
  );
  const roles: TokenRole[] = words.map(({ word, particle }) =>
    particle !== undefined ? 'particle' : word.initial ? 'initial' : 'any',
  );
  words.forEach(({ particle }, index) => {
    if (particle === 'patronymic-after' && roles[index - 1] === 'any') roles[index - 1] = 'patronymic';
  });
  freeFamilyName(words, roles);
  const open = () => words.map((_, index) => index).filter((index) => roles[index] === 'any');
  const beforeComma = open().filter((index) => words[index]?.word.beforeComma);
  if (beforeComma.length > 0 && beforeComma.length < open().length)
    for (const index of beforeComma) roles[index] = 'family';
  else markCapitals(words, roles, open());
  markPatronymic(words, roles, open());
  markGiven(words, roles, open());
  const left = open();
  if (left.length === 1 && !roles.includes('family') && roles.includes('given'))
    roles[left[0] as number] = 'family';
  return roles;
}

/** "Probnik E." and "Al. Probnik" have initials; in "Proba y Vega" and "PROBA Y VEGA" the letter is a particle. */
function isInitial(words: readonly RoleInput[], index: number): boolean {
  const word = words[index]?.word;
  if (word?.initial !== true) return false;
  const before = words[index - 1];
  const after = words[index + 1];
  if (word.source.endsWith('.') || before === undefined || after === undefined) return true;
  if (before.word.initial || after.word.initial || looksPatronymic(after.sounds)) return true;
  return isCapital(word.source) && !words.every((other) => isCapital(other.word.source));
}

const isCapital = (source: string): boolean => source === source.toUpperCase();

/** "Ван Олег Николаевич", "An Irina": a particle at the edge is the family name where no other word can be it. */
function freeFamilyName(words: readonly RoleInput[], roles: TokenRole[]): void {
  const couldBeFamily = words.filter(
    ({ sounds, given, particle, word }) =>
      particle === undefined && !word.initial && given?.given !== true && !looksPatronymic(sounds),
  );
  if (couldBeFamily.length > 0 || words.length < 2) return;
  for (const index of [0, words.length - 1])
    if (words[index]?.particle === 'particle-or-family') {
      roles[index] = 'any';
      return;
    }
}

function markCapitals(words: readonly RoleInput[], roles: TokenRole[], open: readonly number[]): void {
  const capital = (index: number) => {
    const source = words[index]?.word.source ?? '';
    return source.length > 1 && source === source.toUpperCase() && source !== source.toLowerCase();
  };
  const loud = open.filter(capital);
  if (loud.length > 0 && loud.length < open.length) for (const index of loud) roles[index] = 'family';
}

/** Of three words or more, or of two when the other is no given name, one with a father's-name ending is the patronymic. */
function markPatronymic(words: readonly RoleInput[], roles: TokenRole[], open: readonly number[]): void {
  const candidates = open.filter(
    (index) => looksPatronymic(words[index]?.sounds ?? '') || isArmenianGenitive(words[index]),
  );
  if (candidates.length === 0) return;
  const others = words.filter((_, index) => roles[index] !== 'particle').length;
  if (others < 3 && !roles.includes('family')) return;
  const afterGiven = candidates.filter((index) => isGivenName(words[index - 1]));
  const chosen = afterGiven.at(-1) ?? candidates.at(-1);
  if (chosen !== undefined) roles[chosen] = 'patronymic';
}

function isGivenName(input: RoleInput | undefined): boolean {
  return input?.given?.given === true && !looksPatronymic(input.sounds);
}

/** Margin of commonness (a factor of eight) that makes one of two known given names the given name. */
const CLEARLY_MORE_COMMON = 3;

/** Of several words that could be given names only a clearly more common one is taken for it. */
function markGiven(words: readonly RoleInput[], roles: TokenRole[], open: readonly number[]): void {
  const known = open.filter((index) => words[index]?.given?.given === true);
  if (known.length === 0) return;
  const commonness = (index: number) => words[index]?.given?.commonness ?? 0;
  const sorted = [...known].sort((a, b) => commonness(b) - commonness(a));
  const [first, second] = sorted as [number, number | undefined];
  const family = roles.includes('family');
  if (second === undefined || family || commonness(first) - commonness(second) >= CLEARLY_MORE_COMMON)
    roles[first] = 'given';
  if (family) for (const index of known) roles[index] = 'given';
}

/** "Ռոբերտ Էդիկի": in Armenian the father's name stands in the genitive. */
function isArmenianGenitive(input: RoleInput | undefined): boolean {
  return (
    input?.word.script === 'armenian' &&
    input.sounds.length > 3 &&
    /i$/.test(input.sounds) &&
    input.given?.given !== true
  );
}
