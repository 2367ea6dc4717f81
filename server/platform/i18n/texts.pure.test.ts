// Every code speaks all four languages, and no two features mean different things by one code.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCALES } from '../../domain/access/actor.ts';
import { PROBLEMS } from '../../domain/errors.ts';
import { problemDetails, problemTitles } from './problems.ts';
import { faultText, TEXT_SOURCES } from './texts.ts';

/** Kyrgyz and Kazakh have letters that Russian has not; a text without any was perhaps never translated. */
const OWN_LETTERS = { ky: /[ңөү]/i, kk: /[әғқңөұүһі]/i };

const all = [
  ...Object.entries(problemTitles),
  ...Object.entries(problemDetails),
  ...TEXT_SOURCES.flatMap((texts) => Object.entries(texts)),
];

test('every problem has a title', () => {
  expect(Object.keys(problemTitles).sort()).toEqual(Object.keys(PROBLEMS).sort());
});

describe('every text', () => {
  test.each(all)('%s', (_code, words) => {
    const texts = LOCALES.map((locale) => words[locale]);
    // One word may be the same in related languages; a sentence is not.
    expect(new Set(texts).size).toBeGreaterThanOrEqual(words.en.includes(' ') ? 4 : 3);
    for (const text of texts) expect(text.trim()).toBe(text);
    const placeholders = texts.map((text) => (text.match(/\{\w+\}/g) ?? []).sort().join());
    expect(new Set(placeholders).size).toBe(1);
    expect(words.en).toMatch(/^[\x20-\x7e–]+$/);
    expect(words.ru).not.toMatch(/[ңөүәғқұһі]/i);
  });
});

test('Kyrgyz and Kazakh are not Russian', () => {
  for (const language of ['ky', 'kk'] as const) {
    // Names of things may do without; most sentences must not.
    const sentences = all.filter(([, words]) => words.en.length > 30);
    const without = sentences.filter(([, words]) => !OWN_LETTERS[language].test(words[language]));
    expect(without.length / sentences.length).toBeLessThan(0.3);
  }
});

test('one code, one meaning', () => {
  const seen = new Map<string, string>();
  for (const texts of TEXT_SOURCES) {
    for (const [code, words] of Object.entries(texts)) {
      expect(seen.get(code) ?? words.en, code).toBe(words.en);
      seen.set(code, words.en);
    }
  }
});

test('parameters are filled in; unknown codes are called invalid', () => {
  expect(faultText('too-long', 'en', { maximum: 5 })).toBe('Too long: maximum number of characters is 5');
  expect(faultText('no-such-code', 'ru')).toBe('Недопустимое значение');
});

test('no file of fault texts is left out', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => /^[a-z-]+\.ts$/.test(name));
  const merged = readFileSync(join(import.meta.dirname, 'texts.ts'), 'utf8');
  for (const file of files) {
    const text = readFileSync(join(import.meta.dirname, file), 'utf8');
    const name = /export const (\w+Texts)\b/.exec(text)?.[1];
    if (name) expect(merged, file).toContain(name);
  }
});
