import { defineConfig } from 'vitest/config'

export default defineConfig({ test: { setupFiles: ['../../.ci/same-examples.ts'], testTimeout: 20_000 } })
