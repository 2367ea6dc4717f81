// Every type of trace has words of its own in each language, so that no auditor reads a code or mistakes one trace for another.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectPath } from '../../../../../server/platform/paths.ts';
import { LOCALES } from '../../../i18n/locale.ts';
import { eventWords } from './all.ts';

const folder = projectPath('server', 'domain', 'audit', 'events');
const types = readdirSync(folder).flatMap((file) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(/^ {2}'([a-z-]+\.[a-z-]+)':/gm)].map(
    ([, type]) => type,
  ),
);

test('each type of the log has words, and no words stand for a type that is gone', () => {
  expect(types.length).toBeGreaterThan(150);
  expect(Object.keys(eventWords).sort()).toEqual(types.sort());
});

test.each(LOCALES)('no two types read the same in %s', (locale) => {
  const words = Object.values(eventWords).map((text) => text[locale]);
  expect(words.every((text) => typeof text === 'string' && text.trim() !== '')).toBe(true);
  expect(words.filter((text, at) => words.indexOf(text) !== at)).toEqual([]);
});
