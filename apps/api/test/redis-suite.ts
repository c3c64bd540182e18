import { spawnSync } from 'node:child_process'
import { describe } from 'vitest'

const present = spawnSync('redis-server', ['--version']).status === 0

if (!present && process.env['CI']) throw new Error('There is no redis-server on the PATH: CI must run the Redis suite.')
if (!present) process.stderr.write('\nNO redis-server ON THE PATH: THE REDIS SUITE DID NOT RUN.\n\n')

/** `describe` for tests that need a Redis server: left out, loudly, where there is none; in CI that is a failure. */
export const redisSuite = describe.runIf(present)
