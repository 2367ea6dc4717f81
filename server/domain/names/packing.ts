// A compact text of all that the comparison needs of a stored name, and back.

import type { AnalysedName, NameToken, TokenRole } from './analysed-name.ts';
import { classesOf, type SoundTable, weightOf } from './sounds.ts';

const ROLE_LETTERS: Record<TokenRole, string> = {
  family: 'f',
  given: 'g',
  patronymic: 'p',
  particle: 'x',
  initial: 'i',
  any: 'a',
};
const ROLES: Record<string, TokenRole> = {
  f: 'family',
  g: 'given',
  p: 'patronymic',
  x: 'particle',
  i: 'initial',
  a: 'any',
};

/** Deterministic; words by ";", fields by ",": text, sounds, role, groups, commonness, sex, other sounds. */
export function packName(name: AnalysedName): string {
  return name.tokens
    .map((token) =>
      [
        token.text,
        token.sounds === token.text ? '' : token.sounds,
        ROLE_LETTERS[token.role],
        token.groups.map((group) => group.toString(36)).join('.'),
        token.commonness === 0 ? '' : token.commonness.toString(36),
        token.sex ?? '',
        token.otherSounds ?? '',
      ].join(','),
    )
    .join(';');
}

const FIELDS = 7;
const NO_GROUPS: readonly number[] = [];
/** Words kept in memory: names share most of theirs, and one object per word saves reading it again. */
const MAX_KEPT = 100_000;

/** Reads packed names; unreadable text gives a name without words. */
export function createUnpacker(sounds: SoundTable): (packed: string) => AnalysedName {
  const kept = new Map<string, NameToken | null>();
  return (packed) => {
    const tokens: NameToken[] = [];
    for (let at = 0; at < packed.length; ) {
      const found = packed.indexOf(';', at);
      const end = found < 0 ? packed.length : found;
      const word = packed.slice(at, end);
      let token = kept.get(word);
      if (token === undefined) {
        token = readWord(sounds, word);
        if (kept.size >= MAX_KEPT) kept.clear();
        kept.set(word, token);
      }
      if (token !== null) tokens.push(token);
      at = end + 1;
    }
    return { tokens, otherReadings: [], hints: [], years: [] };
  };
}

/** @returns null where the text is no packed word */
export function readWord(table: SoundTable, word: string): NameToken | null {
  const fields = word.split(',');
  if (fields.length !== FIELDS) return null;
  const [text, ownSounds, role, groups, commonness, sex, otherSounds] = fields as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const sounds = ownSounds === '' ? text : ownSounds;
  return {
    text,
    sounds,
    role: ROLES[role] ?? 'any',
    groups: groups === '' ? NO_GROUPS : groups.split('.').map((group) => Number.parseInt(group, 36)),
    commonness: commonness === '' ? 0 : Number.parseInt(commonness, 36),
    ...(sex === 'M' || sex === 'F' ? { sex } : {}),
    ...(otherSounds === '' ? {} : { otherSounds }),
    weight: weightOf(table, sounds),
    classes: classesOf(table, sounds + otherSounds),
  };
}
