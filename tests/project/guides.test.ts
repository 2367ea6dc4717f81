// The guides say the same in four languages: the same sections, steps, tables and pictures, each with the way to the others.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { projectPath } from '../../server/platform/paths.ts';

const FOLDER = projectPath('docs', 'guides');
const GUIDES = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));
const OTHERS = ['ky', 'ru', 'kk'] as const;

const textOf = (language: string, guide: string) =>
  readFileSync(language === 'en' ? join(FOLDER, guide) : join(FOLDER, language, guide), 'utf8');

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** What a translation must not lose. */
const shapeOf = (text: string) => ({
  headings: text.match(/^#+/gm),
  steps: count(text, /^\d\. /gm),
  points: count(text, /^- /gm),
  rows: count(text, /^\|/gm),
  pictures: [...text.matchAll(/pictures\/([\w-]+\.png)/g)].map(([, name]) => name),
});

test.each(GUIDES.flatMap((guide) => OTHERS.map((language) => [guide, language] as const)))(
  '%s in %s has the sections of the English one',
  (guide, language) => {
    expect(shapeOf(textOf(language, guide))).toEqual(shapeOf(textOf('en', guide)));
  },
);

test('every link and picture of a guide is there', () => {
  const broken = GUIDES.flatMap((guide) =>
    ['en', ...OTHERS].flatMap((language) => {
      const file = language === 'en' ? join(FOLDER, guide) : join(FOLDER, language, guide);
      const text = readFileSync(file, 'utf8');
      const targets = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, target]) => target ?? '');
      const toOthers = ['en', ...OTHERS].filter((one) => one !== language).length;
      expect(count(text.split('\n## ')[0] ?? '', /\[[^\]]+\]\([^)]*\.md\)/g), file).toBe(toOthers);
      return targets
        .filter((target) => !existsSync(join(dirname(file), target)))
        .map((target) => [file, target]);
    }),
  );
  expect(broken).toEqual([]);
});
