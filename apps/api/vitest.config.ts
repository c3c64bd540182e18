import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'src/**/*.test.ts'],
    globalSetup: ['test/postgres.ts'],
    setupFiles: ['test/matchers.ts', '../../.ci/same-examples.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Waiting ends as soon as what is waited for is so; the limit is for a loaded machine.
    expect: { poll: { timeout: 30_000, interval: 20 } },
  },
})
