// What long runs at the border have in common: one check as a booth sends it, a database that is broken and comes back by itself, and
// the circumstances of the run.
import { execFileSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { bearer, send } from './demo-client.ts';
import { postgresOf } from './server-process.ts';

export interface Told {
  /** Milliseconds since 1970, of the machine that both sides run on. */
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly status: number;
  /** The outcome; where there is none the code of the problem. */
  readonly said: string;
  readonly checkId: string | null;
  /** The check lies in the spool and is carried out later. */
  readonly kept: boolean;
}

/** @returns what the booth was told, or null when nobody answered at all */
export async function askCheck(url: string, key: string, question: object): Promise<Told | null> {
  const askedAt = Date.now();
  try {
    const { status, body } = await send(url, 'POST', '/v1/checks', {
      body: question,
      headers: bearer(key),
      patience: 10_000,
    });
    return {
      askedAt,
      answeredAt: Date.now(),
      status,
      said: String(body?.outcome ?? body?.code ?? status),
      checkId: body?.checkId ?? null,
      kept: body?.kept === true,
    };
  } catch {
    return null;
  }
}

/** Ends the embedded database and waits until its owner has started it again. @returns milliseconds that took */
export async function breakDatabase(dataDir: string, signal: NodeJS.Signals): Promise<number> {
  const began = performance.now();
  const before = await postgresOf(dataDir);
  if (before !== null) process.kill(before, signal);
  for (;;) {
    const now = await postgresOf(dataDir);
    if (now !== null && now !== before) return Math.round(performance.now() - began);
    if (performance.now() - began > 120_000) throw new Error('the database did not come back');
    await sleep(50);
  }
}

/** Called when the run begins. @returns what a kept result says of where and when it was made, for its end */
export function runFacts(): () => object {
  const startedAt = new Date();
  const loadBefore = loadavg()[0];
  return () => ({
    at: startedAt.toISOString(),
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
    machine: { cores: availableParallelism(), loadBefore, loadAfter: loadavg()[0] },
  });
}
