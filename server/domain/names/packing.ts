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

/** The stored name again; unreadable text gives a name without words. */
export function unpackName(packed: string): AnalysedName {
  const tokens: NameToken[] = [];
  if (packed !== '')
    for (const part of packed.split(';')) {
      const [text = '', sounds = '', role = 'a', groups = '', commonness = '', sex = '', other = ''] =
        part.split(',');
      tokens.push({
        text,
        sounds: sounds === '' ? text : sounds,
        role: ROLES[role] ?? 'any',
        groups: groups === '' ? [] : groups.split('.').map((group) => Number.parseInt(group, 36)),
        commonness: commonness === '' ? 0 : Number.parseInt(commonness, 36),
        ...(sex === 'M' || sex === 'F' ? { sex } : {}),
        ...(other === '' ? {} : { otherSounds: other }),
      });
    }
  return { tokens, otherReadings: [], hints: [], years: [] };
}
