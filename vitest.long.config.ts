import { defineConfig } from 'vitest/config';

// Runs that take minutes: `npm run test:long`. One after the other, because they measure time and kill processes. Every screen is
// looked at in all four languages here.
export default defineConfig({
  test: {
    name: 'long',
    include: ['tests/{long,e2e}/**/*.test.ts'],
    env: { EVERY_LANGUAGE: '1' },
    globalSetup: ['tests/support/global-setup.ts'],
    fileParallelism: false,
    // As in the short runs.
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 900_000,
    hookTimeout: 120_000,
  },
});
