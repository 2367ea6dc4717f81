// A worker as a process of its own for tests that kill it: begins one job, says so, and never ends it.
import pg from 'pg';
import { runJobs } from '../../server/platform/jobs/jobs.ts';
import { createLogger } from '../../server/platform/logger.ts';

const pool = new pg.Pool({ connectionString: process.argv[2], max: 4 });
await runJobs({
  pool,
  jobs: [
    {
      name: 'note',
      run: async () => {
        process.stdout.write('begun\n');
        await new Promise((resolve) => setTimeout(resolve, 3_600_000));
      },
    },
  ],
  logger: createLogger('silent'),
});
