import { defineConfig } from 'vitest/config'

// Properties are tried many times, and the guide compiles the whole repository: the limit is for a loaded machine.
export default defineConfig({ test: { testTimeout: 20_000 } })
