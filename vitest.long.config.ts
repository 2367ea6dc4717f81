import { defineConfig } from 'vitest/config';

// Runs that take minutes: `npm run test:long`. One after the other, because they measure time and kill processes.
export default defineConfig({
  test: {
    name: 'long',
    include: ['tests/long/**/*.test.ts'],
    globalSetup: ['tests/support/global-setup.ts'],
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 120_000,
  },
});
