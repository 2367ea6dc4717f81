// What a browser has to have before a screen stands, as it travels (brotli): a booth on a thin line waits for nothing that it does not need.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { projectPath } from '../../server/platform/paths.ts';

const BOOTH_BYTES = 250_000;
const SCREEN_BYTES = 500_000;

const ASSETS = projectPath('dist', 'web', 'assets');

/** The screens by the names of their files, as the routes load them. */
const screens = readdirSync(projectPath('web', 'src', 'pages'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('routes.tsx'))
  .flatMap((path) => [
    ...readFileSync(projectPath('web', 'src', 'pages', path), 'utf8').matchAll(
      /import\('\.\/([\w-]+)\.tsx'\)/g,
    ),
  ])
  .map(([, name]) => name as string);

let page: string;
let files: string[];
const sources = new Map<string, string>();

beforeAll(() => {
  page = readFileSync(projectPath('dist', 'web', 'index.html'), 'utf8');
  files = readdirSync(ASSETS).filter((name) => /\.(?:js|css)$/.test(name));
  for (const name of files)
    if (name.endsWith('.js')) sources.set(name, readFileSync(join(ASSETS, name), 'utf8'));
});

/** Styles that a lazily loaded script brings along stand in a list beside its import. */
function stylesOf(script: string): string[] {
  for (const source of sources.values()) {
    const loading = `import\\([^)]*${script.replaceAll('.', '\\.')}[^)]*\\)(?:\\.then\\([^)]*\\))?`;
    const [, places] = new RegExp(`${loading},\\s*__vite__mapDeps\\(\\[([\\d,]*)\\]`).exec(source) ?? [];
    const [, list] = /m\.f\s*\|\|\s*\(m\.f\s*=\s*(\[[^\]]*\])/.exec(source) ?? [];
    if (places && list) {
      const named = JSON.parse(list) as string[];
      return places
        .split(',')
        .map((at) => (named[Number(at)] ?? '').replace(/^assets\//, ''))
        .filter((name) => name.endsWith('.css'));
    }
  }
  return [];
}

/** Scripts and styles of the page and all that they import. */
function firstLoad(screen: string): string[] {
  const found = new Set<string>();
  const add = (name: string) => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, next] of (sources.get(name) ?? '').matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      add(next as string);
  };
  for (const name of files)
    if (page.includes(name) || new RegExp(`^${screen}-[\\w-]{8}\\.js$`).test(name)) {
      add(name);
      if (name.startsWith(`${screen}-`)) for (const style of stylesOf(name)) add(style);
    }
  return [...found];
}

const bytesOf = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + statSync(join(ASSETS, `${name}.br`)).size, 0);

test('the booth loads no more than 250 kB, every other screen no more than 500 kB', () => {
  expect(screens.length).toBeGreaterThan(40);
  const sizes = screens.map((name) => {
    const names = firstLoad(name);
    expect(
      names.filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js')),
      name,
    ).toHaveLength(1);
    return { name, files: names.length, bytes: bytesOf(names) };
  });
  sizes.sort((a, b) => b.bytes - a.bytes);
  const booth = sizes.filter(({ name }) => name === 'booth-page');
  for (const one of [...booth, ...sizes.slice(0, 5)])
    process.stdout.write(`first load of ${one.name}: ${one.bytes} bytes in ${one.files} files\n`);
  expect(
    firstLoad('booth-page').some((file) => file.startsWith('booth-page-') && file.endsWith('.css')),
  ).toBe(true);
  expect(booth).toHaveLength(1);
  expect(booth.filter(({ bytes }) => bytes > BOOTH_BYTES)).toEqual([]);
  expect(sizes.filter(({ bytes }) => bytes > SCREEN_BYTES)).toEqual([]);
});

test('the calendar of date fields comes when it is opened, not before', () => {
  for (const name of screens)
    expect(firstLoad(name).filter((file) => file.startsWith('month-grid'))).toEqual([]);
});
