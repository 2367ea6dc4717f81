// `npm run test:on -- 24 [paths]`: `npm test` under another Node, which npm brings along as a package.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './bootstrap.js';

const [version, ...only] = process.argv.slice(2);
if (!/^\d+(\.\d+){0,2}$/.test(version ?? '')) {
  console.error('which Node? For example: npm run test:on -- 24');
  process.exit(2);
}
const isWindows = process.platform === 'win32';
const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`;
const folder = join(tmpdir(), `izdoo-node-${version}`);
// npm refuses a prefix that is not there.
mkdirSync(folder, { recursive: true });
execFileSync(
  isWindows ? 'npm.cmd' : 'npm',
  ['install', '--prefix', folder, '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`],
  { stdio: ['ignore', 'ignore', 'inherit'] },
);
const node = join(folder, 'node_modules', name, 'bin', isWindows ? 'node.exe' : 'node');
const found = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
console.error(`izdoo: tests on Node ${found}`);
const { status } = spawnSync(node, [join(root, 'scripts', 'test.js'), ...only], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
