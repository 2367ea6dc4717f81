// Makes a fresh clone ready: installs, generates the database client, builds. Plain JavaScript, Node's own modules only.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cache = join(root, 'node_modules', '.izdoo');

function hashOf(paths) {
  const hash = createHash('sha256').update(process.version);
  const visit = (path) => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== 'generated') visit(join(path, name));
    } else hash.update(path).update(readFileSync(path));
  };
  for (const path of paths) visit(join(root, path));
  return hash.digest('hex');
}

/** Runs `work` unless the inputs are those of the last successful run. */
function step(name, inputs, outputs, work) {
  const stamp = join(cache, name);
  const hash = hashOf(inputs);
  const done = existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (done && outputs.every((path) => existsSync(join(root, path)))) return;
  process.stderr.write(`izdoo: ${name} …\n`);
  const started = Date.now();
  work();
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, hash);
  process.stderr.write(`izdoo: ${name} done in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** The tools are called by path and not through the shell, so that it works the same on every system. */
const tool = (path, ...args) =>
  execFileSync(process.execPath, [join(root, 'node_modules', path), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' },
  });

function install() {
  // Inside an npm script npm tells where it lives; outside it is found on the PATH.
  const npm = process.env['npm_execpath'];
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  execFileSync(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // Development tools are needed to build, whatever NODE_ENV says.
    env: { ...process.env, NODE_ENV: 'development' },
    shell: process.platform === 'win32' && command === 'npm',
  });
}

/** @param {{ build?: boolean }} options */
export function bootstrap({ build = true } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(`izdoo needs Node 20.19 or newer; this is ${process.version}\n`);
    process.exit(1);
  }
  // An image built elsewhere carries the result and nothing to build it with.
  if (!existsSync(join(root, 'tsconfig.json'))) return;
  step('install', ['package.json', 'package-lock.json'], ['node_modules/typescript'], install);
  step('generate', ['prisma/schema'], ['server/platform/database/generated/client.ts'], () =>
    tool('prisma/build/index.js', 'generate', '--no-hints'),
  );
  if (!build) return;
  step(
    'build',
    ['server', 'prisma/schema', 'tsconfig.json', 'tsconfig.build.json'],
    ['dist/server/main.js'],
    () => {
      rmSync(join(root, 'dist/server'), { recursive: true, force: true });
      tool('typescript/bin/tsc', '-p', 'tsconfig.build.json');
    },
  );
  step('screens', ['web', 'vite.config.ts', 'package-lock.json'], ['dist/web/index.html'], () =>
    tool('vite/bin/vite.js', 'build', '--logLevel', 'error'),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) bootstrap();
