// Runs what a worker would run now, until nothing is left that is due.
import { Logger, runOnce, type TaskList } from 'graphile-worker';
import { createJobs } from '../../server/jobs.ts';
import type { TestWorld } from './world.ts';

const quiet = new Logger(() => () => undefined);

/** @throws when a job failed: it would be tried again much later, and a test would wait in vain */
export async function runDueJobs(world: TestWorld): Promise<void> {
  const failures: unknown[] = [];
  const taskList = Object.fromEntries(
    createJobs(world.services).map(({ name, run }) => [
      name,
      (payload: unknown) =>
        run(payload).catch((error) => {
          failures.push(error);
          throw error;
        }),
    ]),
  ) as TaskList;
  await runOnce({ pgPool: world.database.pool, taskList, noHandleSignals: true, logger: quiet });
  if (failures.length > 0) throw failures[0];
}
