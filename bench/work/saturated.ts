import { now, wait } from '../clock.ts'
import { openSession } from '../session.ts'
import type { Servers } from '../servers.ts'
import type { Figures, Size, Work } from './work.ts'

const people = { first: 1, last: 1000 }

/** Events on their way at any time: enough to keep both workers busy. */
const open = 4000

const measure = async (name: string, servers: Servers, { seconds }: Size, together: number): Promise<Figures> => {
  await using session = await openSession(name, servers, { people, sockets: 2 })
  const { system, crowd, sockets } = session
  let over = false
  const pouring = session.pour(together, open, () => over)
  const take = async () => ({ cpu: await system.cpu(), events: crowd.received / sockets, at: now() })
  // A failure ends the measurement at once; without one, pouring goes on until it is told to stop.
  const pause = (ms: number) => Promise.race([wait(ms), pouring])
  await pause(3000)
  const from = await take()
  await pause(seconds * 1000)
  const to = await take()
  over = true
  await pouring
  const events = to.events - from.events
  return { rate: events / ((to.at - from.at) / 1000), cpu: (to.cpu - from.cpu) * (100_000 / events) }
}

const saturated = (name: string, together: number, about: string, goals: Work['goals']): Work => ({
  name,
  about,
  systems: [
    'livedesk-postgres',
    'livedesk-redis',
    'notify-per-event',
    'socket.io-postgres',
    'socket.io-redis',
    'socket.io-redis-streams',
  ],
  figures: { rate: 'events per second', cpu: 'CPU s per 100,000 events' },
  goals,
  quick: { seconds: 4, sockets: 2000 },
  full: { seconds: 5, sockets: 2000 },
  measure: (system, servers, size) => measure(system, servers, size, together),
})

export const saturatedTogether = saturated(
  'saturated',
  20,
  'The same as `targeted`, as fast as events are heard: at most 4,000 are under way at any time. The clients run on the same two cores.',
  [
    { figure: 'rate', system: 'livedesk-postgres', over: 'socket.io-postgres', atLeast: 2.5 },
    { figure: 'rate', system: 'livedesk-redis', over: 'socket.io-redis', atLeast: 1 },
    { figure: 'cpu', system: 'livedesk-postgres', over: 'notify-per-event', atMost: 0.5 },
    { figure: 'cpu', system: 'livedesk-postgres', over: 'socket.io-postgres', atMost: 0.4 },
    { figure: 'cpu', system: 'livedesk-redis', over: 'socket.io-redis', atMost: 0.75 },
  ],
)

export const saturatedAlone = saturated(
  'saturated-alone',
  1,
  'The same, each event said alone (ours: a transaction each).',
  [],
)
