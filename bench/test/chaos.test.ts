import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { faultNames } from '../chaos/faults.ts'
import { openChaosPostgres } from '../chaos/postgres.ts'
import { openChaosRedis } from '../chaos/redis.ts'
import { run } from '../chaos/run.ts'

const redisIsHere = spawnSync('redis-server', ['--version']).status === 0
const anySeed = Math.floor(Math.random() * 2 ** 31)

/** Longer and larger: `pnpm chaos --seed <seed> --pubsub <pubsub>`. */
test.concurrent.for([
  { pubsub: 'postgres', seed: 4 },
  { pubsub: redisIsHere ? 'redis' : 'postgres', seed: 5 },
  { pubsub: 'postgres', seed: anySeed },
] as const)(
  'a desk that is broken at random loses, repeats, reorders and gives away nothing ($pubsub, seed $seed)',
  { timeout: 120_000 },
  async ({ pubsub, seed }) => {
    await using postgres = await openChaosPostgres()
    await using redis = pubsub === 'redis' ? await openChaosRedis() : undefined

    const { violations, deliveries, transactions } = await run({
      seed,
      seconds: 12,
      workers: 2,
      clients: 24,
      actors: 4,
      postgres,
      redis,
      faults: redis ? faultNames : faultNames.filter((name) => !name.includes('Redis')),
      faultEveryMs: 600,
      patienceMs: 20_000,
    })

    expect(violations).toEqual([])
    expect(transactions.committed).toBeGreaterThan(10)
    expect(deliveries).toBeGreaterThan(100)
  },
)
