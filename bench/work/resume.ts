import pg from 'pg'
import { z } from 'zod'
import { now, wait } from '../clock.ts'
import type { Client } from '../crowd.ts'
import { quantile } from '../sample.ts'
import { hearerOf, person } from '../said.ts'
import { openSession, type Session } from '../session.ts'
import type { Work } from './work.ts'

const people = { first: 1, last: 1000 }
const perSecond = 200
const awayMs = 3000

/** A thousand clients come back in one moment: how long until each has what it missed, and what is the database asked for it? */
export const resume: Work = {
  name: 'resume',
  about: `1,000 people with one socket each are cut off; ${perSecond} events a second go on; after ${awayMs / 1000} s all come back in one moment. From then until a client is in and has every event said up to then. Statements: what Postgres was asked while they came, less what saying and numbering ask.`,
  systems: ['livedesk-postgres', 'livedesk-redis', 'socket.io-redis-streams'],
  figures: { p50: 'ms', p99: 'ms', lost: 'events lost', statements: 'statements per 100 clients' },
  goals: [
    { figure: 'p99', system: 'livedesk-postgres', atMost: 500 },
    { figure: 'statements', system: 'livedesk-postgres', atMost: 1 },
    { figure: 'lost', system: 'livedesk-postgres', atMost: 0 },
  ],
  quick: { seconds: 3, sockets: 1000 },
  full: { seconds: 3, sockets: 1000 },
  countStatements: true,
  measure: async (name, servers) => {
    await using session = await openSession(name, servers, { people, sockets: 1 })
    const { crowd, system } = session
    const heardAt = new Map<Client, Map<number, number>>(crowd.clients.map((client) => [client, new Map()]))
    crowd.heard = (n, client) => heardAt.get(client)?.set(n, now())
    // Everyone hears something first: a recovery of Socket.IO's begins at the last event that a client has heard.
    await Promise.all(say(session, 5 * people.last, 500))

    for (const client of crowd.clients) client.cut()
    const saying = say(session, perSecond * (awayMs / 1000 + 3), perSecond)
    await wait(awayMs)
    const [asked, backAt] = [await resumeStatements(system.databaseUrl), now()]
    const inAt = await Promise.all(crowd.clients.map((client) => client.connect().then(now)))
    const said = (await Promise.all(saying)).flat().filter(({ at }) => at < backAt)
    const statements = (await resumeStatements(system.databaseUrl)) - asked
    await wait(1000)

    const missed = Map.groupBy(said, ({ userId }) => userId)
    const heard = crowd.clients.map((client, index) => {
      const times = (missed.get(person(client.userId)) ?? []).map(({ n }) => heardAt.get(client)?.get(n))
      const lost = times.filter((at) => at === undefined).length
      return { lost, whole: Math.max(inAt[index] ?? Infinity, ...times.map((at) => at ?? 0)) - backAt }
    })
    const whole = heard.map((one) => one.whole)
    return {
      p50: quantile(whole, 0.5),
      p99: quantile(whole, 0.99),
      lost: heard.reduce((sum, { lost }) => sum + lost, 0),
      statements: statements / (people.last / 100),
    }
  },
}

const say = ({ shares, numbers }: Session, count: number, rate: number) =>
  shares(numbers(count), count).map(async ({ worker, ...share }) => {
    const moments = await worker.moments({
      do: 'pace',
      ...share,
      people,
      together: 1,
      perSecond: rate / 2,
      gaps: 'even',
    })
    return [...moments].map((at, index) => {
      const n = share.from + index * share.step
      return { n, at, userId: hearerOf(n, people) }
    })
  })

/** How many statements about the log, its head or memberships Postgres has been asked: all but saying and numbering. */
const resumeStatements = async (url: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(`
    select coalesce(sum(calls), 0)::int as calls from pg_stat_statements
    where query ~ 'live_(log|member|head|gap)' and dbid = (select oid from pg_database where datname = current_database())`)
  await client.end()
  return z.tuple([z.object({ calls: z.int() })]).parse(rows)[0].calls
}
