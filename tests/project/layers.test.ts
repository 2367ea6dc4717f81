// The linter really holds the layers: imports planted in a copy of the house's rules are each refused, lawful ones are not.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectPath } from '../../server/platform/paths.ts';

/** [file, what it imports] */
const FORBIDDEN = [
  ['server/domain/names/a.ts', 'node:fs'],
  ['server/domain/names/b.ts', 'node:crypto'],
  ['server/domain/names/c.ts', 'express'],
  ['server/domain/names/d.ts', 'zod'],
  ['server/domain/names/e.ts', '../../platform/clock.ts'],
  ['server/domain/names/f.ts', '../../features/users/service.ts'],
  ['server/domain/names/g.ts', '../../config.ts'],
  ['server/domain/h.ts', '../platform/ids.ts'],
  ['server/domain/i.ts', '../services.ts'],
  ['server/domain/j.ts', '@prisma/client'],
  ['server/platform/a.ts', '../features/users/service.ts'],
  ['server/platform/files/a.ts', '../../features/photos/service.ts'],
  ['server/platform/files/b.ts', 'express'],
  ['server/platform/security/a.ts', '@prisma/client'],
  ['server/platform/security/b.ts', '../database/generated/client.ts'],
  ['server/platform/jobs/a.ts', 'meilisearch'],
  ['server/platform/http/a.ts', '../../features/users/service.ts'],
  ['server/platform/http/b.ts', '@prisma/client'],
  ['server/platform/search/a.ts', '../../features/search/service.ts'],
  ['server/platform/search/postgres/a.ts', '../../../features/search/store.ts'],
  ['server/platform/search/b.ts', 'express'],
  ['server/platform/database/a.ts', '../../features/users/store.ts'],
  ['server/platform/database/b.ts', 'express'],
  ['server/features/persons/service.ts', 'express'],
  ['server/features/persons/a.ts', 'pg'],
  ['server/features/persons/b.ts', '@prisma/client'],
  ['server/features/persons/c.ts', '../../platform/database/generated/client.ts'],
  ['server/features/persons/d.ts', '../alerts/store.ts'],
  ['server/features/persons/e.ts', '../alerts/person-facts-store.ts'],
  ['server/features/persons/f.ts', '../alerts/routes.ts'],
  ['server/features/persons/parts/a.ts', '../../alerts/store.ts'],
  ['server/features/persons/parts/b.ts', '../../alerts/in-force-store.ts'],
  ['server/features/persons/g.ts', 'jsonwebtoken'],
  ['server/features/persons/store.ts', '../alerts/store.ts'],
  ['server/features/persons/other-store.ts', 'express'],
] as const;

const ALLOWED = [
  ['server/domain/names/ok.ts', './sounds.ts'],
  ['server/domain/names/ok-too.ts', '../dates/zone.ts'],
  ['server/domain/dates/ok.ts', 'temporal-polyfill'],
  ['server/platform/http/ok.ts', 'express'],
  ['server/platform/http/ok-too.ts', '../../domain/errors.ts'],
  ['server/platform/database/ok.ts', '@prisma/client'],
  ['server/features/persons/ok-store.ts', '../../platform/database/generated/client.ts'],
  ['server/features/persons/ok.ts', './store.ts'],
  ['server/features/persons/ok-too.ts', '../alerts/service.ts'],
  ['server/features/persons/parts/ok.ts', '../store.ts'],
] as const;

let folder: string;
let refused: Set<string>;

const plant = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'izdoo-layers-'));
  const rules = JSON.parse(readFileSync(projectPath('biome.json'), 'utf8')) as Record<string, unknown>;
  delete rules['$schema'];
  // The copy is no repository.
  rules['vcs'] = { enabled: false };
  plant('biome.json', JSON.stringify(rules));
  for (const [path, from] of [...FORBIDDEN, ...ALLOWED])
    plant(path, `import { thing } from '${from}';\n\nexport const other = thing;\n`);
  plant('server/domain/environment.ts', 'export const setting = process.env;\n');
  plant('server/features/persons/log.ts', "console.log('x');\n");
  const biome = projectPath('node_modules', '@biomejs', 'biome', 'bin', 'biome');
  let report: string;
  try {
    report = execFileSync(
      process.execPath,
      [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
      {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
  } catch (error) {
    report = (error as { stdout: string }).stdout;
  }
  const { diagnostics } = JSON.parse(report) as {
    diagnostics: { category: string; location: { path: string | { file: string } } }[];
  };
  refused = new Set(
    diagnostics.map(({ category, location: { path } }) => {
      const file = typeof path === 'string' ? path : path.file;
      return `${file.replace(/^\.\//, '')} ${category.split('/').at(-1)}`;
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(FORBIDDEN)('%s may not import %s', (path) => {
  expect([...refused]).toContain(`${path} noRestrictedImports`);
});

test.each(ALLOWED)('%s may import %s', (path) => {
  expect([...refused]).not.toContain(`${path} noRestrictedImports`);
});

test('domain/ may not read the environment, features may not write to the console', () => {
  expect([...refused]).toContain('server/domain/environment.ts noRestrictedGlobals');
  expect([...refused]).toContain('server/features/persons/log.ts noConsole');
});
