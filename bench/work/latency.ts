import { now } from '../clock.ts'
import { quantile } from '../sample.ts'
import { openSession, type Session } from '../session.ts'
import type { Servers } from '../servers.ts'
import type { Figures, Size, Work } from './work.ts'

const people = { first: 1, last: 100 }

const systems = [
  'livedesk-postgres',
  'livedesk-redis',
  'notify-per-event',
  'socket.io-postgres',
  'socket.io-redis',
  'socket.io-redis-streams',
]

/** How long after a change has been committed does a socket on the other worker hear of it? */
const latency = (name: string, perSecond: number, full: Size): Work => ({
  name,
  about: `A real transaction changes a ticket and says so, ${perSecond} times a second at random gaps, on worker 1; 100 people have one socket each, on worker 2. From the commit to the receipt.`,
  systems,
  figures: { p50: 'ms', p99: 'ms' },
  goals: [
    { figure: 'p50', system: 'livedesk-postgres', over: 'socket.io-postgres', atMost: 1.2 },
    { figure: 'p99', system: 'livedesk-postgres', over: 'socket.io-postgres', atMost: 1 },
  ],
  quick: { seconds: 8, sockets: 100 },
  full,
  measure: (system, servers, size) => measure(system, servers, size, perSecond),
})

const measure = async (name: string, servers: Servers, { seconds }: Size, perSecond: number): Promise<Figures> => {
  await using session = await openSession(name, servers, { people, sockets: 1, at: 1 })
  await delays(session, 200 * 2, 200)
  const measured = await delays(session, perSecond * seconds, perSecond)
  return { p50: quantile(measured, 0.5), p99: quantile(measured, 0.99) }
}

const delays = async ({ crowd, workerAt, numbers }: Session, count: number, perSecond: number) => {
  const from = numbers(count)
  const heardAt = new Float64Array(count)
  crowd.heard = (n) => {
    heardAt[n - from] = now()
  }
  const before = crowd.received
  const committedAt = await workerAt(0).moments({
    do: 'change',
    from,
    step: 1,
    count,
    people,
    perSecond,
    gaps: 'random',
  })
  await crowd.until(before + count)
  return heardAt.map((at, index) => at - (committedAt[index] ?? NaN))
}

export const latencyCalm = latency('latency-20', 20, { seconds: 10, sockets: 100 })
export const latencyBusy = latency('latency-200', 200, { seconds: 6, sockets: 100 })
