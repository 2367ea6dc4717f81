// Rules of the house that no tool holds: exact versions, small files, a first sentence, texts for every code.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasText } from '../../server/platform/i18n/texts.ts';
import { projectPath } from '../../server/platform/paths.ts';

const root = projectPath();

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'generated') yield* filesBelow(path);
    } else yield path;
  }
}

const sources = ['server', 'tests']
  .flatMap((folder) => [...filesBelow(projectPath(folder))])
  .filter((path) => path.endsWith('.ts'))
  .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
const product = sources.filter(({ path }) => path.startsWith('server/') && !path.endsWith('.test.ts'));
const below = (...folders: string[]) =>
  product.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));

test('the sources are found', () => {
  expect(product.length).toBeGreaterThan(200);
});

describe('package.json', () => {
  const manifest = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as Record<string, object>;

  test('names exact versions', () => {
    for (const group of ['dependencies', 'devDependencies']) {
      const loose = Object.entries(manifest[group] as Record<string, string>).filter(
        ([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version),
      );
      expect([group, loose]).toEqual([group, []]);
    }
  });

  test('agrees with the lock file, which names no registry but the public one', () => {
    const text = readFileSync(projectPath('package-lock.json'), 'utf8');
    const lock = JSON.parse(text) as { packages: Record<string, Record<string, object>> };
    for (const group of ['dependencies', 'devDependencies'])
      expect(lock.packages['']?.[group]).toEqual(manifest[group]);
    const hosts = new Set([...text.matchAll(/"resolved": "(https?:\/\/[^/]+)/g)].map(([, host]) => host));
    expect([...hosts].filter((host) => host !== 'https://registry.npmjs.org')).toEqual([]);
  });
});

test('no file of the product has more than 300 lines', () => {
  const long = product
    .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});

test('every file opens with a sentence that says what lives there', () => {
  // Tests beside what they test have its name.
  const speaking = sources.filter(({ path }) => !/^server\/.*\.test\.ts$/.test(path));
  const silent = speaking.filter(({ text }) => !/^\/\/ \S.{10,}/.test(text)).map(({ path }) => path);
  expect(silent).toEqual([]);
});

test('files are called in kebab-case', () => {
  const odd = sources.map(({ path }) => path).filter((path) => !/^[a-z0-9/.-]+$/.test(path));
  expect(odd).toEqual([]);
});

test('nothing is left undone', () => {
  const undone = sources.filter(
    ({ path, text }) => path !== 'tests/project/house.test.ts' && /\b(TODO|FIXME)\b/.test(text),
  );
  expect(undone.map(({ path }) => path)).toEqual([]);
  const skipped = sources.filter(({ text }) => /\b(?:test|it|describe)\.(?:skip|only|todo)\b/.test(text));
  expect(skipped.map(({ path }) => path)).toEqual([]);
});

test('the environment is read in one place', () => {
  const readers = product.filter(({ text }) => /\bprocess\.env\b/.test(text)).map(({ path }) => path);
  expect(readers).toEqual(['server/config.ts']);
});

describe('time and chance', () => {
  const CLOCK = /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(|\bTemporal\.Now\b/;
  const CHANCE = /\bMath\.random\(|\brandom(?:UUID|Bytes|Int)\(/;
  const users = (files: typeof product, pattern: RegExp) =>
    files.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

  test('domain/ knows neither', () => {
    expect(users(below('server/domain'), CLOCK)).toEqual([]);
    expect(users(below('server/domain'), CHANCE)).toEqual([]);
    expect(users(below('server/domain'), /\bset(?:Timeout|Interval)\(|\bfetch\(/)).toEqual([]);
  });

  test('features/ take the time from the clock and ids from ids.ts', () => {
    expect(users(below('server/features'), /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b/)).toEqual([]);
    expect(users(below('server/features'), CHANCE)).toEqual([]);
  });
});

test('every fault that the product names has its texts', () => {
  const named = new Map<string, string>();
  for (const { path, text } of below('server/features', 'server/platform/http')) {
    for (const [, code] of text.matchAll(/\bat: [^\n]*?\bcode: '([a-z][a-z-]+)'/g))
      if (code) named.set(code, path);
    for (const [, code] of text.matchAll(/\bparams: \{ code: '([a-z][a-z-]+)'/g))
      if (code) named.set(code, path);
  }
  expect(named.size).toBeGreaterThan(25);
  expect([...named].filter(([code]) => !hasText(code))).toEqual([]);
});

test('nothing in the project names the machine it was written on', () => {
  const files = [
    ...sources,
    ...['README.md', 'Dockerfile', 'docker-compose.yml', '.env.example'].flatMap(read),
  ];
  const telling = files.filter(
    ({ path, text }) => path !== 'tests/project/house.test.ts' && /\/work\/|\/root\/|\/home\/\w/.test(text),
  );
  expect(telling.map(({ path }) => path)).toEqual([]);
});

function read(path: string): { path: string; text: string }[] {
  try {
    return [{ path, text: readFileSync(projectPath(path), 'utf8') }];
  } catch {
    return [];
  }
}
