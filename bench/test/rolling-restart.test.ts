import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Arena } from '../chaos/faults.ts'
import { openChaosPostgres } from '../chaos/postgres.ts'
import { run } from '../chaos/run.ts'
import type { ChaosWorker } from '../chaos/workers.ts'

const clients = 300
const Metrics = z.array(z.object({ name: z.string(), values: z.array(z.object({ value: z.number() })) }))

const metric = async (worker: ChaosWorker, name: string) =>
  Metrics.parse(await worker.ask({ do: 'metrics' })).find((one) => one.name === name)?.values[0]?.value ?? 0

/** Tells one worker after another to leave, and waits until each is back and everyone is connected. */
const restartAll = async ({ workers, tabs }: Arena) => {
  await everyoneIsConnected(tabs)
  for (const worker of workers) {
    const { starts } = worker
    await worker.ask({ do: 'leave' }).catch(() => {})
    while (worker.starts === starts || worker.port === undefined) await wait(20)
    await everyoneIsConnected(tabs)
  }
}

const everyoneIsConnected = async (tabs: Arena['tabs']) => {
  while (!tabs.every((tab) => tab.connected)) await wait(20)
}

test(
  `[D9] all workers restart one after another under load: ${clients} tabs return, nobody loses an event, and the log is passed over a few times`,
  { timeout: 120_000 },
  async () => {
    await using postgres = await openChaosPostgres()
    const passes: number[] = []

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
        await restartAll(arena)
        for (const worker of arena.workers) passes.push(await metric(worker, 'livedesk_live_replay_passes_total'))
      },
    })

    expect(violations).toEqual([])
    expect(resyncs).toEqual({})
    // The harness's own sessions end now and then; whoever did not lose theirs was sent elsewhere and came back.
    const returns = histories.flatMap(({ seen }) => seen.filter((one) => one.at === 'welcome' && one.resumed))
    expect(returns.length).toBeGreaterThan(clients)
    expect(Math.max(...passes)).toBeLessThan(clients / 3)
    expect(transactions.committed).toBeGreaterThan(50)
    expect(deliveries).toBeGreaterThan(1000)
  },
)
