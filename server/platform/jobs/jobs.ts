// Background jobs in the same database: a job is a name with a handler and, when it comes by the clock, a time.
import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Logger as JobLogger,
  parseCronItems,
  type Runner,
  run,
  runMigrations,
  type TaskList,
} from 'graphile-worker';
import type pg from 'pg';
import type { Logger } from '../logger.ts';
import { holdName, watchGraves } from './graves.ts';

/** A job may run twice (a worker that died in the middle), so a handler must bear repetition. */
export type JobHandler = (payload: unknown) => Promise<void>;

export interface Job {
  readonly name: string;
  /** Minute, hour, day of month, month, day of week; UTC. Left out: runs only when somebody adds it. */
  readonly at?: string;
  readonly run: JobHandler;
}

export interface JobSettings {
  pool: pg.Pool;
  jobs: readonly Job[];
  logger: Logger;
  /** How often it is looked for jobs of workers that are gone; what is gone twice in a row is set free. */
  lookEveryMs?: number;
}

export interface Jobs {
  /** Lets running jobs end. */
  stop(): Promise<void>;
}

const CONCURRENT = 2;
const RESTART_AFTER_MS = 5_000;

/** Messages of the library quote errors of handlers, which may quote values: only their kind and place are kept. */
const quietLogger = (logger: Logger) =>
  new JobLogger(({ label, taskIdentifier, jobId }: Record<string, unknown>) => (level, _message, meta) => {
    const error = meta?.['error'];
    if (level !== 'error' && level !== 'warning') return;
    const facts = { job: taskIdentifier, jobId, part: label, ...(error instanceof Error && { err: error }) };
    if (level === 'error') logger.error(facts, 'job queue: error');
    else logger.warn(facts, 'job queue: warning');
  });

/** Makes or updates the queue's own schema; also before anybody who only adds jobs. Safe with several processes. */
export const migrateJobs = (pool: pg.Pool, logger: Logger): Promise<void> =>
  runMigrations({ pgPool: pool, logger: quietLogger(logger) });

function timed(name: string, handler: JobHandler, logger: Logger): JobHandler {
  return async (payload) => {
    const started = performance.now();
    await handler(payload);
    logger.debug({ job: name, ms: Math.round(performance.now() - started) }, 'job done');
  };
}

/**
 * Runs jobs until stopped, and begins anew after the database was away. Two processes share the work: a job runs in
 * one of them, and a schedule adds one job however many workers watch it.
 */
export async function runJobs({ pool, jobs, logger, lookEveryMs }: JobSettings): Promise<Jobs> {
  const taskList = Object.fromEntries(
    jobs.map(({ name, run: handler }) => [name, timed(name, handler, logger)]),
  ) as TaskList;
  const parsedCronItems = parseCronItems(
    jobs.flatMap(({ name, at }) =>
      at === undefined ? [] : [{ task: name, match: at, options: { jobKey: name, maxAttempts: 5 } }],
    ),
  );
  /** By the names under which this process takes jobs. */
  const names = new Map<string, { stop(): Promise<void> }>();
  const events = new EventEmitter();
  events.on('pool:create', ({ workerPool: { id } }: { workerPool: { id: string } }) =>
    names.set(id, holdName(pool.options.connectionString, id)),
  );
  async function dropNames(): Promise<void> {
    const holders = [...names.values()];
    names.clear();
    await Promise.all(holders.map((holder) => holder.stop()));
  }
  async function start(): Promise<Runner> {
    // Jobs whose end could not be written when the last runner lost the database would stay locked for four hours.
    await pool.query('select graphile_worker.force_unlock_workers($1)', [[...names.keys()]]);
    await dropNames();
    return run({
      pgPool: pool,
      taskList,
      parsedCronItems,
      concurrency: CONCURRENT,
      noHandleSignals: true,
      events,
      // Written one by one, an end that cannot be written is a rejection that nobody handles, and ends the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: quietLogger(logger),
    });
  }
  const stopping = new AbortController();
  let runner: Runner = await start();

  async function supervise(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await runner.promise;
      } catch (error) {
        logger.error({ err: error }, 'the job queue ended');
      }
      await sleep(RESTART_AFTER_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      try {
        runner = await start();
        if (stopping.signal.aborted) await runner.stop();
      } catch (error) {
        logger.error({ err: error }, 'the job queue could not begin');
      }
    }
  }
  const supervised = supervise();
  const graves = watchGraves(pool, logger, lookEveryMs);

  return {
    async stop() {
      stopping.abort();
      // Between two lives there is nothing to stop, and the library says so.
      await runner.stop().catch(() => undefined);
      await Promise.all([supervised, graves.stop()]);
      await dropNames();
    },
  };
}
