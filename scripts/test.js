// `npm test`: rules of the house, types, dead code, then the tests. Arguments go to the test runner.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bootstrap, root } from './bootstrap.js';

bootstrap({ build: true });
const only = process.argv.slice(2);
// The landing check wants the counts as a file, besides what a person reads.
const reportAt = only.indexOf('--ci-report');
const report = reportAt < 0 ? [] : only.splice(reportAt, 2).slice(1);
const tool = (path, ...args) => [process.execPath, [join(root, 'node_modules', path), ...args]];
const steps = [
  ...(only.length > 0
    ? []
    : [
        ['lint', tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')],
        ['types', tool('typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json')],
        ['types of the screens', tool('typescript/bin/tsc', '--noEmit', '-p', 'web/tsconfig.json')],
        ['dead code', tool('knip/bin/knip.js', '--no-progress')],
      ]),
  [
    'tests',
    tool(
      'vitest/vitest.mjs',
      'run',
      ...only,
      ...report.flatMap((file) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]),
    ),
  ],
];
for (const [name, [command, args]] of steps) {
  process.stderr.write(`izdoo: ${name}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
