import { now } from '../clock.ts'
import { openSession } from '../session.ts'
import type { Servers } from '../servers.ts'
import type { Figures, Size, Work } from './work.ts'

const systems = [
  'livedesk-postgres',
  'livedesk-redis',
  'raw',
  'ws',
  'notify-per-event',
  'socket.io-postgres',
  'socket.io-redis',
]

/** One event to everyone: what does a delivery cost? */
const fanOut = (name: string, queued: number, about: string, goals: Work['goals']): Work => ({
  name,
  about,
  systems,
  figures: { cpu: 'CPU s per million deliveries' },
  goals,
  quick: { seconds: 5, sockets: 1000 },
  full: { seconds: 4, sockets: 1000 },
  measure: (system, servers, size) => measure(system, servers, size, queued),
})

const measure = async (
  name: string,
  servers: Servers,
  { seconds, sockets }: Size,
  queued: number,
): Promise<Figures> => ({
  cpu: await deliveryCost(name, servers, { seconds, sockets, queued }),
})

type Crowd = Size & { readonly queued: number; readonly workers?: 1 | 2 }

/** CPU seconds of the whole server side for a million deliveries, when everyone hears everything. */
export const deliveryCost = async (
  name: string,
  servers: Servers,
  { seconds, sockets, queued, workers = 2 }: Crowd,
) => {
  const people = { first: 1, last: sockets }
  await using session = await openSession(name, servers, { people, sockets: 1, workers })
  const { system, crowd, crosses, workerAt, numbers } = session
  const run = async (until: number) => {
    const [cpu, before] = [await system.cpu(), crowd.received]
    for (let turn = 0; now() < until; turn += 1) {
      const due = crowd.received + queued * sockets
      const order = { do: 'say_to_all', from: numbers(queued), count: queued } as const
      await Promise.all((crosses ? [workerAt(turn)] : system.workers).map((worker) => worker.do(order)))
      await crowd.until(due)
    }
    return ((await system.cpu()) - cpu) * (1_000_000 / (crowd.received - before))
  }
  await run(now() + 2000)
  return await run(now() + seconds * 1000)
}

const alone = 'fan-out'

export const fanOutAlone = fanOut(
  alone,
  1,
  'One event to 1,000 sockets, half of them on each worker; the next when all have it. CPU of the whole server side, getting the event to the other worker included.',
  [{ figure: 'cpu', system: 'livedesk-postgres', over: 'raw', atMost: 1.2 }],
)

export const fanOutQueued = fanOut(
  'fan-out-queued',
  8,
  'The same, eight events in one breath. The goal is against `raw` one at a time.',
  [{ figure: 'cpu', system: 'livedesk-postgres', over: 'raw', overWork: alone, atMost: 0.6 }],
)
