// A compact text of all that the comparison needs of a stored name, and back.

import type { AnalysedName, NameToken, TokenRole } from './analysed-name.ts';

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

/** The stored name again; unreadable text gives a name without words. */
export function unpackName(packed: string): AnalysedName {
  const tokens: NameToken[] = [];
  const fields = packed.split(/[;,]/);
  for (let at = 0; at + FIELDS <= fields.length; at += FIELDS) {
    const text = fields[at] as string;
    const groups = fields[at + 3] as string;
    const commonness = fields[at + 4] as string;
    const sex = fields[at + 5] as string;
    const otherSounds = fields[at + 6] as string;
    const token: Writable = {
      text,
      sounds: fields[at + 1] === '' ? text : (fields[at + 1] as string),
      role: ROLES[fields[at + 2] as string] ?? 'any',
      groups: groups === '' ? NO_GROUPS : groups.split('.').map((group) => Number.parseInt(group, 36)),
      commonness: commonness === '' ? 0 : Number.parseInt(commonness, 36),
    };
    if (sex === 'M' || sex === 'F') token.sex = sex;
    if (otherSounds !== '') token.otherSounds = otherSounds;
    tokens.push(token);
  }
  return { tokens, otherReadings: [], hints: [], years: [] };
}

type Writable = { -readonly [K in keyof NameToken]: NameToken[K] };
