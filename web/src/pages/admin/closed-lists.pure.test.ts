// What the data of an installation name has words: members of match policies and treaties, rights of keys.

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { KEY_SCOPES } from '../../../../server/features/api-keys/key-facts.ts';
import { projectPath } from '../../../../server/platform/paths.ts';
import { policyNameWords } from '../../i18n/match-words.ts';
import { policyMemberWords } from './policy-words.ts';
import { scopeWords } from './scope-words.ts';
import { treatyMemberWords } from './treaty-member-words.ts';

const filesIn = (...folder: string[]): Record<string, unknown>[] =>
  readdirSync(projectPath(...folder))
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => JSON.parse(readFileSync(projectPath(...folder, name), 'utf8')));

const policies = filesIn('search-config', 'match-policies');

test('each match policy, each of its members and each explained weight', () => {
  expect(policies.length).toBeGreaterThan(0);
  for (const { code, version: _, explanations, ...members } of policies) {
    expect(Object.keys(policyNameWords)).toContain(code);
    const named = Object.entries(members).flatMap(([name, value]) => [
      name,
      ...(typeof value === 'object' && value !== null
        ? Object.keys(value).map((inner) => `${name}.${inner}`)
        : []),
    ]);
    const without = [...named, ...Object.keys(explanations as object)].filter(
      (name) => !(name in policyMemberWords),
    );
    expect(without, String(code)).toEqual([]);
  }
});

test('each member of a treaty profile', () => {
  const profiles = filesIn('prisma', 'reference-data', 'treaty-profiles');
  expect(profiles.length).toBeGreaterThan(0);
  for (const { settings } of profiles)
    expect(Object.keys(settings as object).filter((name) => !(name in treatyMemberWords))).toEqual([]);
});

test('each right that a key may have', () => {
  expect(Object.keys(scopeWords).sort()).toEqual([...KEY_SCOPES].sort());
});
