// Real processes of the product for tests that kill, stop and start them, each in a process group of its own.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectPath } from '../../server/platform/paths.ts';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface ProductProcess {
  readonly pid: number;
  /** What it has written so far, both streams. */
  output(): string;
  /** Sends a signal to the process, or like a terminal's Ctrl-C to its whole group. */
  signal(signal: NodeJS.Signals, whom?: 'process' | 'group'): void;
  /** @returns how it ended; waits for it */
  ended: Promise<Ended>;
}

export interface ServerProcess extends ProductProcess {
  /** Where it answers, without a slash at the end. */
  readonly url: string;
  /** Milliseconds from the start to the greeting. */
  readonly readyAfter: number;
}

/** Nothing of the caller's own settings reaches the product. */
const surroundings = (): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: process.env['HOME'] ?? '',
  NODE_ENV: 'development',
  // Nobody here asks for the cases of the demo, which take their time to tell.
  DEMO_DATA: 'persons',
  LOG_LEVEL: 'warn',
  PORT: '0',
});

function run(script: string, args: readonly string[], settings: Record<string, string>): ProductProcess {
  const child: ChildProcess = spawn(process.execPath, [projectPath('dist', 'server', script), ...args], {
    env: { ...surroundings(), ...settings },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${script} did not start: is the project built?`);
  let written = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      written += chunk.toString();
    });
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  return {
    pid,
    output: () => written,
    signal(signal, whom = 'process') {
      try {
        process.kill(whom === 'group' ? -pid : pid, signal);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    },
    ended,
  };
}

/** Starts the worker role, or a server that the test does not wait for. */
export const launch = (settings: Record<string, string>): ProductProcess => run('main.js', [], settings);

/** Starts a command of the `izdoo` tool. */
export const launchTool = (args: readonly string[], settings: Record<string, string>): ProductProcess =>
  run('cli.js', args, settings);

/** Waits until a server greets. @throws with all that it wrote, when it ends before */
export async function untilReady(
  server: ProductProcess,
  started = performance.now(),
): Promise<ServerProcess> {
  let end: Ended | undefined;
  server.ended.then((how) => {
    end = how;
  });
  for (;;) {
    const url = /Izdoo is ready: {2}(http:\/\/\S+)/.exec(server.output())?.[1];
    if (url !== undefined) return { ...server, url, readyAfter: performance.now() - started };
    if (end) throw new Error(`the server ended (${JSON.stringify(end)}):\n${server.output()}`);
    await sleep(20);
  }
}

export const startServer = (settings: Record<string, string>): Promise<ServerProcess> => {
  const started = performance.now();
  return untilReady(launch(settings), started);
};

/** @returns a folder for an installation of one's own; as root, PostgreSQL runs as another user, who has to get in */
export async function makeDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'izdoo-process-'));
  await chmod(folder, 0o755);
  return folder;
}

/** @returns the process number of the PostgreSQL that lives on the folder, or null */
export async function postgresOf(dataDir: string): Promise<number | null> {
  const text = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  return pid > 1 && isRunning(pid) ? pid : null;
}

/** @returns the process numbers whose command names the folder: nothing of it may be left when all is stopped */
export function processesOn(dataDir: string): number[] {
  return execFileSync('ps', ['-eo', 'pid=,stat=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(dataDir) && !/^\s*\d+\s+Z/.test(line))
    .map((line) => Number.parseInt(line, 10));
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @returns the address of the embedded database of a folder, for looking into it beside the product */
export async function databaseUrlOf(dataDir: string): Promise<string> {
  const { port, password } = JSON.parse(await readFile(join(dataDir, 'postgres.json'), 'utf8')) as {
    port: number;
    password: string;
  };
  return `postgresql://izdoo:${password}@127.0.0.1:${port}/izdoo`;
}

/** Ends what a failed test may have left, and removes the folder. */
export async function clearAway(dataDir: string, processes: readonly ProductProcess[]): Promise<void> {
  for (const one of processes) one.signal('SIGKILL');
  await Promise.all(processes.map((one) => one.ended));
  const postgres = await postgresOf(dataDir);
  if (postgres !== null) {
    process.kill(postgres, 'SIGQUIT');
    for (let waited = 0; waited < 10_000 && isRunning(postgres); waited += 50) await sleep(50);
  }
  await rm(dataDir, { recursive: true, force: true });
}
