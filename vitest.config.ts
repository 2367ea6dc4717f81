import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Two projects: pure rules run without a database; everything under tests/ and features/ gets one. The database is made once
// for the run, so what needs a browser as well stands in the second project too.
/** Every file makes a world of its own, so files may share what is loaded: the server's modules once per worker. */
const isolate = false;
const setupFiles = ['tests/support/property-seed.ts'];
/** What is waited for comes when it comes; on a busy machine the usual second is too short. Projects inherit nothing from the whole. */
const expect = { poll: { timeout: 20_000 } };

export default defineConfig({
  test: {
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'domain',
          isolate,
          expect,
          setupFiles,
          include: [
            'server/domain/**/*.test.ts',
            'server/platform/**/*.pure.test.ts',
            'tests/project/**/*.test.ts',
            'web/src/**/*.pure.test.ts',
          ],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'database',
          isolate,
          expect,
          setupFiles,
          include: [
            'server/features/**/*.test.ts',
            'server/platform/**/*.test.ts',
            'tests/{api,contract,scenarios,faults,e2e}/**/*.test.ts',
          ],
          exclude: ['server/platform/**/*.pure.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
