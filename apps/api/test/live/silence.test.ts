import { expect, test, vi } from 'vitest'
import { MemoryBus } from '../../src/live/pubsub-memory.ts'
import type { PubSubListener } from '../../src/live/pubsub.ts'
import { assign } from './say.ts'
import { openWorkers } from './workers.ts'

const boris = 2

/** A bus that loses news of events and nothing else: the workers hear their own probes, and believe that they hear. */
const busWithoutNews = () => {
  const bus = new MemoryBus()
  return {
    open: (listener: PubSubListener) => {
      const pubsub = bus.open(listener)
      return { ...pubsub, publish: (message: string) => message.includes('"k":"n"') || pubsub.publish(message) }
    },
  }
}

test('[D5] a lost nudge on a silent desk is made good by one sweep, and sweeps are less than a second apart', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    await using desk = await openWorkers({ pubsub: { kind: 'memory', bus: busWithoutNews() } })
    const [there, far] = [await desk.connect(boris), await desk.connect(boris, { worker: 1 })]

    await desk.at(0).tx(async (tx) => assign(tx, boris, 'nobody nudged'))
    // Where it was said it is heard at once; the other worker has nobody to tell it.
    expect(await there.next()).toMatchObject({ title: 'nobody nudged' })
    expect(far.received).toHaveLength(1)

    vi.advanceTimersByTime(999)

    expect(await far.next()).toMatchObject({ title: 'nobody nudged' })
  } finally {
    vi.useRealTimers()
  }
})
