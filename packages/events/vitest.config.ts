import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    setupFiles: ['../../.ci/same-examples.ts'],
    // Properties are tried many times, and the guide compiles the whole repository: the limit is for a loaded machine.
    testTimeout: 120_000,
  },
})
