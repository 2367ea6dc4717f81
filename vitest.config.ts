import { defineConfig } from 'vitest/config';

// Three projects: pure rules run without a database; everything under tests/ and features/ gets one; journeys in a real
// browser get both.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'domain',
          include: [
            'server/domain/**/*.test.ts',
            'server/platform/**/*.pure.test.ts',
            'tests/project/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'database',
          include: [
            'server/features/**/*.test.ts',
            'server/platform/**/*.test.ts',
            'tests/{api,contract,scenarios,faults}/**/*.test.ts',
          ],
          exclude: ['server/platform/**/*.pure.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
