import pg from 'pg'
import { now, wait } from '../clock.ts'
import type { Client } from '../crowd.ts'
import { hearerOf } from '../said.ts'
import { openSession, type Session } from '../session.ts'
import type { Servers } from '../servers.ts'
import type { Figures, Work } from './work.ts'

const perSecond = 200
const leadMs = 2000

/** People who are told something all the time, and people who are told nothing before the fault. */
const talkedTo = { first: 1, last: 80 }
const quiet = { first: 81, last: 100 }
const everyone = { first: talkedTo.first, last: quiet.last }

/** Later than this after it was said, an event is late: the system is not whole. */
const lateMs = 250

type Fault = (session: Session, servers: Servers) => Promise<{ readonly endedAt: number }>

/** Something breaks while 200 events a second are said. What is lost, what comes twice, and how long until all is well? */
const fault = (name: string, about: string, systems: readonly string[], tailSeconds: number, breakIt: Fault): Work => ({
  name,
  about: `${perSecond} events a second to 100 people with a socket on each worker. ${about} Events lost and doubled, of all that were said to sockets that had connected before; seconds until no event came late any more (over ${lateMs} ms), NaN if that did not happen within ${tailSeconds} s; worker processes that crashed.`,
  systems,
  figures: { lost: 'events lost', doubled: 'events doubled', whole: 's until whole', crashed: 'workers crashed' },
  goals: systems
    .filter((system) => system.startsWith('livedesk'))
    .flatMap((system) => [
      { figure: 'lost', system, atMost: 0 },
      { figure: 'doubled', system, atMost: 0 },
    ]),
  quick: { seconds: tailSeconds, sockets: 200 },
  full: { seconds: tailSeconds, sockets: 200 },
  measure: async (system, servers, { seconds }) => {
    await using session = await openSession(system, servers, { people: everyone, sockets: 2 })
    return await measure(session, servers, seconds, breakIt)
  },
})

const measure = async (session: Session, servers: Servers, seconds: number, breakIt: Fault): Promise<Figures> => {
  const { crowd, system } = session
  const ledger = new Map<Client, Map<number, number[]>>(crowd.clients.map((client) => [client, new Map()]))
  crowd.heard = (n, client) => {
    const heard = ledger.get(client)
    const times = heard?.get(n)
    if (times) times.push(now())
    else heard?.set(n, [now()])
  }
  const before = await say(session, talkedTo, (leadMs / 1000) * perSecond)
  const saying = say(session, everyone, seconds * perSecond)
  const { endedAt } = await breakIt(session, servers)
  const after = await saying
  await wait(2000)

  let [lost, doubled, lastLate, whole] = [0, 0, endedAt, true]
  for (const { n, at, userId } of [...before, ...after]) {
    for (const client of crowd.clients) {
      if (client.userId !== userId) continue
      const times = ledger.get(client)?.get(n) ?? []
      if (times.length > 1) doubled += times.length - 1
      const [heardAt] = times
      if (heardAt === undefined) lost += 1
      if (heardAt === undefined || heardAt > at + lateMs) lastLate = Math.max(lastLate, heardAt ?? at)
      if (heardAt === undefined && at > now() - 4000) whole = false
    }
  }
  const crashed = system.workers.filter(({ alive }) => !alive).length
  // What a worker that crashed would have said is not even known.
  if (crashed > 0) return { lost: NaN, doubled: NaN, whole: NaN, crashed }
  return { lost, doubled, whole: whole ? (lastLate - endedAt) / 1000 : NaN, crashed }
}

/** Says events, half on each worker; a worker that crashes says no more. Gives what was said, by whom it should be heard, and when. */
const say = async ({ shares, numbers }: Session, people: typeof everyone, count: number) => {
  const saying = shares(numbers(count), count).map(async ({ worker, ...share }) => {
    const order = { do: 'pace', ...share, people, together: 1, perSecond: perSecond / 2, gaps: 'even' } as const
    const moments = await worker.moments(order).catch(() => new Float64Array())
    return [...moments].map((at, index) => {
      const n = share.from + index * share.step
      return { n, at, userId: hearerOf(n, people) }
    })
  })
  return (await Promise.all(saying)).flat()
}

const killListeners: Fault = async ({ system }) => {
  const client = new pg.Client({ connectionString: system.databaseUrl })
  await client.connect()
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen %'",
  )
  const endedAt = now()
  await client.end()
  return { endedAt }
}

const restartRedis: Fault = async (_, servers) => {
  await servers.restartRedis(500)
  return { endedAt: now() }
}

/** A quarter of the talked-to and all of the quiet are away for three seconds, both of their sockets. */
const sendAway: Fault = async ({ crowd }) => {
  const away = crowd.clients.filter(({ userId }) => userId > 60)
  for (const client of away) client.cut()
  await wait(3000)
  const endedAt = now()
  await Promise.all(away.map((client) => client.connect()))
  return { endedAt }
}

export const listenKilled = fault(
  'fault-listen',
  'The connections that LISTEN are terminated by the server.',
  ['livedesk-postgres', 'notify-per-event', 'socket.io-postgres'],
  10,
  killListeners,
)

export const redisRestarted = fault(
  'fault-redis',
  'Redis is stopped politely and started again after half a second, with what it kept.',
  ['livedesk-redis', 'socket.io-redis', 'socket.io-redis-streams'],
  10,
  restartRedis,
)

export const clientsAway = fault(
  'fault-away',
  'Forty people are away for three seconds, with both sockets; twenty of them had never heard an event before.',
  [
    'livedesk-postgres',
    'livedesk-redis',
    'notify-per-event',
    'socket.io-postgres',
    'socket.io-redis',
    'socket.io-redis-streams',
  ],
  8,
  sendAway,
)
