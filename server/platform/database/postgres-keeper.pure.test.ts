// What ends by itself is started again, with longer and longer waits while it cannot be; what is not ours is left alone.
import { type ChildProcess, spawn } from 'node:child_process';
import { afterEach, expect, test, vi } from 'vitest';
import { keepPostgres } from './postgres-keeper.ts';

const children: ChildProcess[] = [];
const logs: string[] = [];
const note = (_facts: object, text: string) => void logs.push(text);
const logger = { warn: note, error: note, fatal: note } as never;

/** A process that does nothing until it is killed. */
function idle(): number {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  children.push(child);
  return child.pid ?? 0;
}

const killNewest = () => void children.at(-1)?.kill('SIGKILL');

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  logs.length = 0;
});

test('what was killed runs again, each time it is killed', async () => {
  const keeper = keepPostgres(idle(), {
    start: async () => idle(),
    ready: async () => undefined,
    isOwner: async () => true,
    logger,
  });
  for (const restarts of [1, 2]) {
    killNewest();
    await vi.waitFor(() => expect(keeper.restarts).toBe(restarts), 30_000);
  }
  expect(keeper.lastRestartAt).toBeInstanceOf(Date);
  expect(await keeper.stop()).toBe(children[2]?.pid);
  expect(children).toHaveLength(3);
});

test('a start that fails is tried again, later and later, and is no restart', async () => {
  const tries: number[] = [];
  const keeper = keepPostgres(idle(), {
    async start() {
      tries.push(performance.now());
      if (tries.length < 4) throw new Error('the memory of the last one is still in use');
      return idle();
    },
    ready: async () => undefined,
    isOwner: async () => true,
    logger,
  });
  killNewest();
  await vi.waitFor(() => expect(keeper.restarts).toBe(1), 30_000);
  const waits = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  expect(waits).toHaveLength(3);
  // Timers are never early; how late they are is the machine's.
  for (const [index, least] of [400, 800, 1_600].entries()) expect(waits[index]).toBeGreaterThan(least - 5);
  expect(logs.filter((text) => text.includes('could not be started'))).toHaveLength(3);
  await keeper.stop();
});

test('a data folder that belongs to somebody else now is left alone', async () => {
  const start = vi.fn(async () => idle());
  const keeper = keepPostgres(idle(), {
    start,
    ready: async () => undefined,
    isOwner: async () => false,
    logger,
  });
  killNewest();
  await vi.waitFor(() => expect(logs.join()).toContain('another process owns the data folder'), 5_000);
  await keeper.stop();
  expect([start.mock.calls.length, keeper.restarts, children.length]).toEqual([0, 0, 1]);
});

test('told to stop in the middle of a start it says whom to stop', async () => {
  const keeper = keepPostgres(idle(), {
    start: async () => idle(),
    // Never ready, as in a long recovery.
    ready: (_pid, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    isOwner: async () => true,
    logger,
  });
  killNewest();
  await vi.waitFor(() => expect(children).toHaveLength(2), 5_000);
  expect(await keeper.stop()).toBe(children[1]?.pid);
  expect([keeper.restarts, logs.length]).toEqual([0, 1]);
});
