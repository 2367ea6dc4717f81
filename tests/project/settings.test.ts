// Every setting is named wherever a reader looks for it: .env.example, the table of docs/operations.md, the containers.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BadSetting, readConfig, SETTINGS } from '../../server/config.ts';
import { projectPath } from '../../server/platform/paths.ts';

const read = (...path: string[]): string => readFileSync(projectPath(...path), 'utf8');

test('.env.example names every setting once, and no other', () => {
  const named = [...read('.env.example').matchAll(/^([A-Z][A-Z_]*)=/gm)].map(([, name]) => name);
  expect([...named].sort()).toEqual([...SETTINGS].sort());
});

test('.env.example holds no secret, and its values are the defaults', () => {
  const given = [...read('.env.example').matchAll(/^([A-Z_]+)=(.*)$/gm)];
  const values = Object.fromEntries(given.map(([, name, value]) => [name, value]));
  for (const secret of ['SECRET_KEY', 'METRICS_TOKEN', 'MEILI_KEY', 'DATABASE_URL'])
    expect([secret, values[secret]]).toEqual([secret, '']);
  const table = read('docs', 'operations.md');
  for (const [name, value] of Object.entries(values)) {
    if (value === '') continue;
    const row = table.split('\n').find((line) => line.startsWith(`| \`${name}\``));
    expect([name, row?.split('|')[2]?.trim()]).toEqual([name, `\`${value}\``]);
  }
});

test('the table in docs/operations.md explains every setting, and no other', () => {
  const [, table = ''] = read('docs', 'operations.md').split('## Settings');
  const rows = (table.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name),
  );
  expect([...named].sort()).toEqual([...SETTINGS].sort());
  for (const row of rows) expect(row.split('|')[3]?.trim(), row).not.toBe('');
});

/** Names in capitals to which a container file gives a value. */
const assigned = (text: string): string[] => [
  ...new Set([...text.matchAll(/(?:^|[\s{,])([A-Z][A-Z_]+)\s*[:=](?!\/\/)/gm)].map(([, name]) => name ?? '')),
];

test('the containers set only settings that exist', () => {
  const foreign = /^(POSTGRES|MEILI)_/;
  for (const file of ['Dockerfile', 'docker-compose.yml']) {
    const unknown = assigned(read(file)).filter((name) => !SETTINGS.includes(name) && !foreign.test(name));
    expect([file, unknown]).toEqual([file, []]);
  }
});

test('the containers run in production, with what production demands', () => {
  const compose = read('docker-compose.yml');
  for (const name of [
    'NODE_ENV: production',
    'DATABASE_URL:',
    'SECRET_KEY: ${SECRET_KEY:?',
    'ROLE: api',
    'ROLE: worker',
  ])
    expect(compose).toContain(name);
  for (const image of compose.matchAll(/image: (\S+)/g)) {
    if (image[1] !== 'izdoo') expect(image[1]).toMatch(/:v?\d/);
  }
  const dockerfile = read('Dockerfile');
  expect(dockerfile).toMatch(/NODE_ENV=production/);
  expect(dockerfile).toMatch(/^USER (?!root)\w+$/m);
});

test('production refuses a search engine without a key, or with one that can be guessed', () => {
  const secret = 'q7Zr2xW9vK4mT8sL1nB6yH3cJ5dF0gPa';
  const settings = { NODE_ENV: 'production', SECRET_KEY: secret, MEILI_URL: 'http://engine:7700' };
  for (const MEILI_KEY of [undefined, '', 'short', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'])
    expect(() => readConfig({ ...settings, MEILI_KEY })).toThrow(BadSetting);
  expect(readConfig({ ...settings, MEILI_KEY: secret }).meili?.key).toBe(secret);
});
