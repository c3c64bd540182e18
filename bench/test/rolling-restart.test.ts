import { expect, test } from 'vitest'
import { openChaosPostgres } from '../chaos/postgres.ts'
import { restartAll } from '../chaos/rolling-restart.ts'
import { run } from '../chaos/run.ts'

const clients = 300

test(
  `[D9] all workers restart one after another under load: ${clients} tabs return, nobody loses an event, and the log is passed over a few times`,
  { timeout: 120_000 },
  async () => {
    await using postgres = await openChaosPostgres()
    let passes: readonly number[] = []

    const { violations, transactions, resyncs, histories, deliveries } = await run({
      seed: 9,
      seconds: 1,
      workers: 3,
      clients,
      actors: 3,
      postgres,
      redis: undefined,
      faults: [],
      faultEveryMs: 1000,
      patienceMs: 20_000,
      meanwhile: async (arena) => {
        const restart = await restartAll(arena)
        passes = restart.passes
      },
    })

    expect(violations).toEqual([])
    expect(resyncs).toEqual({})
    // The harness's own sessions end now and then; whoever did not lose theirs was sent elsewhere and came back.
    const returns = histories.flatMap(({ seen }) => seen.filter((one) => one.at === 'welcome' && one.resumed))
    expect(returns.length).toBeGreaterThan(clients)
    expect(passes).toHaveLength(3)
    expect(Math.max(...passes)).toBeLessThan(clients / 3)
    expect(transactions.committed).toBeGreaterThan(50)
    expect(deliveries).toBeGreaterThan(1000)
  },
)
