// Every screen has its picture in docs/pictures, small enough to be read over a slow line, and is listed in docs/screens.md.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SCREENS } from '../../scripts/pictures/screens.ts';
import { projectPath } from '../../server/platform/paths.ts';

const PICTURES = projectPath('docs', 'pictures');
const PAGES = projectPath('web', 'src', 'pages');
const MOST_BYTES = 200 * 1024;
const MOST_TOGETHER = 8 * 1024 * 1024;

const routes = readdirSync(PAGES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(PAGES, entry.name, 'routes.tsx')))
  .flatMap(({ name }) => {
    const source = readFileSync(join(PAGES, name, 'routes.tsx'), 'utf8');
    return [...source.matchAll(/path: '([^']+)'/g)].map(([, path]) => path);
  });

test('every address of the router is in the list of pictures, and nothing else is', () => {
  expect(routes.length).toBeGreaterThan(40);
  const pictured = SCREENS.map(({ route }) => route);
  expect(routes.filter((route) => !pictured.includes(route ?? ''))).toEqual([]);
  expect(pictured.filter((route) => !routes.includes(route))).toEqual([]);
});

test('every picture is there, small, and named in the page of screens', () => {
  const page = readFileSync(projectPath('docs', 'screens.md'), 'utf8');
  const missing = SCREENS.map(({ name }) => `${name}-en.png`).filter(
    (file) => !existsSync(join(PICTURES, file)) || !page.includes(`(pictures/${file})`),
  );
  expect(missing).toEqual([]);
  const sizes = readdirSync(PICTURES).map((file) => ({ file, size: statSync(join(PICTURES, file)).size }));
  expect(sizes.filter(({ size }) => size > MOST_BYTES)).toEqual([]);
  expect(sizes.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(MOST_TOGETHER);
});
