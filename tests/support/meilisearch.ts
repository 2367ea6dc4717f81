// A real search engine for tests: MEILI_TEST_URL, or a binary (MEILI_BIN, or `meilisearch` on the PATH) that the test
// starts on loopback with an empty folder. Without either the tests are skipped, and say so.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { createSearchEngine } from '../../server/platform/search/meilisearch/engine.ts';

const MASTER = 'test-master-key-of-no-worth-0123456789';

function findBinary(): string | null {
  const given = process.env['MEILI_BIN'];
  if (given) return given;
  try {
    return execFileSync('which', ['meilisearch'], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

const binary = findBinary();
const given = process.env['MEILI_TEST_URL'];

/** Whether there is an engine to test with; says so once a file when there is none. */
export const hasEngine = binary !== null || given !== undefined;
/** Whether there is one that a test may stop, kill and empty. */
export const hasOwnEngine = binary !== null;
if (!hasOwnEngine)
  process.stderr.write(
    hasEngine
      ? 'SKIPPED: tests that stop the search engine need MEILI_BIN or `meilisearch` on the PATH\n'
      : 'SKIPPED: tests on a real search engine need MEILI_TEST_URL, MEILI_BIN or `meilisearch` on the PATH\n',
  );

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface TestEngine {
  readonly url: string;
  readonly key: string | undefined;
  readonly folder: string;
  signal(signal: NodeJS.Signals): void;
  /** Kills it at once; the folder stays. */
  kill(): Promise<void>;
  /** Starts it again on the same port, with its folder or another. */
  start(folder?: string): Promise<void>;
  stop(): Promise<void>;
}

/** @param folder where its data live; made and removed by the engine when left out */
export async function startEngine(ownFolder?: string): Promise<TestEngine> {
  if (binary === null) throw new Error('there is no search engine to start');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const first = ownFolder ?? (await mkdtemp(join(tmpdir(), 'izdoo-engine-')));
  let child: ChildProcess | null = null;

  async function start(folder = first): Promise<void> {
    child = spawn(
      binary ?? '',
      [
        ...['--db-path', join(folder, 'data.ms'), '--dump-dir', join(folder, 'dumps')],
        ...['--http-addr', `127.0.0.1:${port}`, '--master-key', MASTER, '--no-analytics'],
        ...['--max-indexing-memory', '512MiB', '--log-level', 'ERROR'],
      ],
      { cwd: folder, env: { PATH: process.env['PATH'] ?? '', TMPDIR: folder }, stdio: 'ignore' },
    );
    for (let tries = 0; tries < 600; tries += 1) {
      const healthy = await fetch(`${url}/health`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (healthy) return;
      if (child.exitCode !== null) break;
      await sleep(50);
    }
    throw new Error('the search engine did not start');
  }

  async function kill(): Promise<void> {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGCONT');
    running.kill('SIGKILL');
    await ended;
  }

  await start();
  return {
    url,
    key: MASTER,
    folder: first,
    signal: (signal) => void child?.kill(signal),
    kill,
    start,
    async stop() {
      await kill();
      if (!ownFolder) await rm(first, { recursive: true, force: true });
    },
  };
}

/**
 * An engine for tests that only talk to it: one of their own, or the given one. Of the given one a test file has the
 * indexes of the product to itself: files wait for one another.
 */
export async function openEngine(): Promise<Pick<TestEngine, 'url' | 'key' | 'stop'>> {
  if (given === undefined) return startEngine();
  const key = process.env['MEILI_TEST_KEY'];
  const turn = new pg.Client({ connectionString: inject('adminUrl') });
  await turn.connect();
  await turn.query(`select pg_advisory_lock(hashtextextended('izdoo:test-engine', 0))`);
  const engine = createSearchEngine({ url: given, key });
  for (const uid of await engine.indexes())
    if (/^(persons|cases)(__next)?$/.test(uid)) await engine.drop(uid);
  return { url: given, key, stop: () => turn.end() };
}
