import { openSession, type Session } from '../session.ts'
import type { Servers } from '../servers.ts'
import type { Figures, Size, Work } from './work.ts'

const people = { first: 1, last: 1000 }
const perSecond = 2000

const systems = [
  'livedesk-postgres',
  'livedesk-redis',
  'notify-per-event',
  'socket.io-postgres',
  'socket.io-redis',
  'socket.io-redis-streams',
  'ws',
  'raw',
]

/** Events to one person each, at a rate that every system can take: what do they cost? */
const targeted = (name: string, together: number, about: string, goals: Work['goals']): Work => ({
  name,
  about,
  systems,
  figures: { cpu: 'CPU s per 100,000 events' },
  goals,
  quick: { seconds: 5, sockets: 2000 },
  full: { seconds: 4, sockets: 2000 },
  measure: (system, servers, size) => measure(system, servers, size, together),
})

const measure = async (name: string, servers: Servers, { seconds }: Size, together: number): Promise<Figures> => {
  await using session = await openSession(name, servers, { people, sockets: 2 })
  return { cpu: await targetedCost(session, seconds, together) }
}

/** CPU seconds of the whole server side for 100,000 events, each for one of a session's people. */
export const targetedCost = async (session: Session, seconds: number, together: number) => {
  const { system, crowd, sockets, numbers, shares, people } = session
  const run = async (count: number) => {
    const [before, cpuBefore] = [crowd.received, await system.cpu()]
    const from = numbers(count)
    await Promise.all(
      shares(from, count).map(({ worker, ...share }) =>
        worker.do({
          do: 'pace',
          ...share,
          people,
          together,
          perSecond: (perSecond * share.count) / count,
          gaps: 'even',
        }),
      ),
    )
    await crowd.until(before + count * sockets)
    return ((await system.cpu()) - cpuBefore) * (100_000 / count)
  }
  await run(perSecond * 3)
  return await run(perSecond * seconds)
}

export const targetedTogether = targeted(
  'targeted',
  20,
  `1,000 people, 2 sockets each on different workers; ${perSecond} events a second, to people at random, said 20 in one breath (as an action on 20 tickets does; ours in one transaction). CPU seconds of the whole server side: both workers, Postgres with every backend, Redis.`,
  [
    { figure: 'cpu', system: 'livedesk-postgres', over: 'notify-per-event', atMost: 0.5 },
    { figure: 'cpu', system: 'livedesk-postgres', over: 'socket.io-postgres', atMost: 0.4 },
    { figure: 'cpu', system: 'livedesk-redis', over: 'socket.io-redis', atMost: 0.75 },
  ],
)

export const targetedAlone = targeted(
  'targeted-alone',
  1,
  `The same, but each event said alone: ours opens and commits a transaction for each, which the others do not.`,
  [],
)
