import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import type { Arena } from './faults.ts'
import type { ChaosWorker } from './workers.ts'

const Metrics = z.array(z.object({ name: z.string(), values: z.array(z.object({ value: z.number() })) }))

/** What a rolling restart cost: for each worker that came back, how often it passed over the log for those who returned. */
export type RollingRestart = { readonly passes: readonly number[]; readonly slowestReturnMs: number }

/** Tells one worker after another to leave, and waits each time until it is back and everyone is connected. */
export const restartAll = async ({ workers, tabs }: Arena): Promise<RollingRestart> => {
  await everyoneCame(tabs)
  let slowestReturnMs = 0
  for (const worker of workers) {
    const { starts } = worker
    const began = performance.now()
    await worker.ask({ do: 'leave' }).catch(() => {})
    while (worker.starts === starts || worker.port === undefined) await wait(20)
    await everyoneCame(tabs)
    slowestReturnMs = Math.max(slowestReturnMs, performance.now() - began)
  }
  const passes = await Promise.all(workers.map((worker) => metric(worker, 'livedesk_live_replay_passes_total')))
  return { passes, slowestReturnMs }
}

const metric = async (worker: ChaosWorker, name: string) =>
  Metrics.parse(await worker.ask({ do: 'metrics' })).find((one) => one.name === name)?.values[0]?.value ?? 0

/** Everyone was connected once from now on: of a thousand, some are always on their way, because their sessions end. */
const everyoneCame = async (tabs: Arena['tabs']) => {
  const awaited = new Set(tabs)
  while (awaited.size > 0) {
    for (const tab of awaited) if (tab.connected) awaited.delete(tab)
    await wait(20)
  }
}
