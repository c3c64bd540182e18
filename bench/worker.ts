import { setTimeout as pause } from 'node:timers/promises'
import { now } from './clock.ts'
import { Asked, type Order } from './orders.ts'
import type { Seat } from './peers/peer.ts'
import { peerNamed } from './peers/peers.ts'
import { hearerOf, saidTo, saidToAll } from './said.ts'

/** One worker process of a system: opens it, and does what the bench says over IPC. */
const main = async ([name, databaseUrl, redisUrl]: readonly string[]) => {
  if (!name || !databaseUrl || !redisUrl) throw new Error('worker.ts <system> <database url> <redis url>')
  const seat = await peerNamed(name).open({ databaseUrl, redisUrl })
  process.on('message', (message) => {
    const { id, order } = Asked.parse(message)
    obey(seat, order).then(
      (answer) => process.send?.({ id, answer }),
      (error: unknown) => process.send?.({ id, answer: undefined, error: String(error) }),
    )
  })
  process.on('disconnect', () => {
    console.error('cpu', process.cpuUsage())
    process.exit(0)
  })
  process.send?.({ id: 0, answer: { port: seat.port } })
}

const obey = async (seat: Seat, order: Order): Promise<unknown> => {
  switch (order.do) {
    case 'say':
      return say(seat, order)
    case 'say_to_all':
      return seat.sayToAll(Array.from({ length: order.count }, (_, index) => saidToAll(order.from + index)))
    case 'pace': {
      const calls = order.count / order.together
      const said = new Float64Array(order.count)
      const underWay: Promise<void>[] = []
      await atPace({ ...order, count: calls, perSecond: order.perSecond / order.together }, (call) => {
        said.fill(now(), call * order.together, (call + 1) * order.together)
        underWay.push(
          say(seat, { ...order, from: order.from + call * order.together * order.step, count: order.together }),
        )
      })
      await Promise.all(underWay)
      return said
    }
    case 'change': {
      const commits: Promise<number>[] = []
      await atPace(order, (index) => {
        const n = order.from + index * order.step
        commits.push(seat.change(ticketOf(n), saidTo(hearerOf(n, order.people), n), 0))
      })
      return Float64Array.from(await Promise.all(commits))
    }
    case 'write': {
      const until = now() + order.seconds * 1000
      let commits = 0
      const writer = async (index: number) => {
        for (let n = order.from + index * order.step; now() < until; n += order.writers * order.step) {
          await seat.change(ticketOf(n), saidTo(hearerOf(n, order.people), n), order.otherWorkMs)
          commits += 1
        }
      }
      await Promise.all(Array.from({ length: order.writers }, (_, index) => writer(index)))
      return commits
    }
    case 'collect':
      globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
      return undefined
  }
}

const say = async (seat: Seat, { from, step, count, people, together }: Omit<Extract<Order, { do: 'say' }>, 'do'>) => {
  const calls: Promise<void>[] = []
  for (let first = 0; first < count; first += together) {
    const said = Array.from({ length: Math.min(together, count - first) }, (_, index) => {
      const n = from + (first + index) * step
      return saidTo(hearerOf(n, people), n)
    })
    calls.push(seat.say(said))
  }
  await Promise.all(calls)
}

/** No two writers of the bench change one ticket at one time. */
const ticketOf = (n: number) => 1 + (n % 1024)

/** Calls `act` `count` times at a rate. Random gaps are those of strangers who do not know of each other, and the same in every run. */
const atPace = async (
  { count, perSecond, gaps, from }: { count: number; perSecond: number; gaps: 'even' | 'random'; from: number },
  act: (index: number) => void,
) => {
  const random = randomFrom(from)
  const meanMs = 1000 / perSecond
  let due = now()
  for (let index = 0; index < count;) {
    while (index < count && due <= now()) {
      act(index)
      index += 1
      due += gaps === 'even' ? meanMs : -Math.log(1 - random()) * meanMs
    }
    await pause(Math.max(1, Math.floor(due - now())))
  }
}

// mulberry32
const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

await main(process.argv.slice(2))
