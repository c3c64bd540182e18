import pg from 'pg'
import { now } from '../clock.ts'
import { median } from '../sample.ts'
import { openSession } from '../session.ts'
import { deliveryCost } from './fan-out.ts'
import { targetedCost } from './targeted.ts'
import type { Work } from './work.ts'

const size = { seconds: 4, sockets: 1000 }

/** Does a delivery cost more the more there are? */
export const growthSockets: Work = {
  name: 'growth-sockets',
  about:
    'One event to everyone, the next when all have it, on two workers: to 100 sockets, to 1,000, to 5,000. What one event costs by itself is shared by those who hear it, so a delivery should cost less the more there are, and never more. CPU seconds of the whole server side for a million deliveries.',
  systems: ['livedesk-postgres', 'raw'],
  figures: {
    at100: '100 sockets',
    at1000: '1,000 sockets',
    at5000: '5,000 sockets',
  },
  goals: [],
  grows: 'CPU s per million deliveries',
  quick: { ...size, seconds: 2 },
  full: size,
  measure: async (name, servers, { seconds }) => {
    const at = (sockets: number) => deliveryCost(name, servers, { seconds, sockets, queued: 1 })
    return { at100: await at(100), at1000: await at(1000), at5000: await at(5000) }
  },
}

/** What does it cost that there are several workers? */
export const growthWorkers: Work = {
  name: 'growth-workers',
  about:
    'One event to 1,000 sockets, the next when all have it: on one worker, and on two with half of the sockets each. CPU seconds of the whole server side for a million deliveries.',
  systems: ['livedesk-postgres', 'livedesk-redis'],
  figures: { one: 'one worker', two: 'two workers' },
  goals: [],
  grows: 'CPU s per million deliveries',
  quick: { ...size, seconds: 2 },
  full: size,
  measure: async (name, servers, { seconds, sockets }) => {
    const on = (workers: 1 | 2) => deliveryCost(name, servers, { seconds, sockets, queued: 1, workers })
    return { one: await on(1), two: await on(2) }
  },
}

const people = { first: 1, last: 200 }
const logRows = 10_000_000
const readings = 300

/** Does delivery cost more the more has been said? */
export const growthLog: Work = {
  name: 'growth-log',
  about: `Events to one of ${people.last} people, two sockets each, 2,000 a second, said 20 in one breath, while the log is empty, and when it holds ${logRows.toLocaleString('en')} events of about 300 B that were there before. And how long it takes to read a page of 256 events at a random place of that log, as for someone who returns.`,
  systems: ['livedesk-postgres'],
  figures: {
    empty: 'CPU s per 100,000 events, empty log',
    full: '10,000,000 events in it',
    page: 'ms for a page, when little is in it',
    pageFull: 'ms for a page, 10,000,000 in it',
  },
  goals: [],
  quick: { ...size, seconds: 2 },
  full: size,
  measure: async (name, servers, { seconds }) => {
    await using session = await openSession(name, servers, { people, sockets: 2 })
    const client = new pg.Client({ connectionString: session.system.databaseUrl })
    await client.connect()
    try {
      const empty = await targetedCost(session, seconds, 20)
      const page = await pageMs(client)
      await fillLog(client)
      const full = await targetedCost(session, seconds, 20)
      return { empty, full, page, pageFull: await pageMs(client) }
    } finally {
      await client.end()
    }
  },
}

/** Puts old events before all that the log has: the order goes on where it is. */
const fillLog = async (client: pg.Client) => {
  await client.query(
    `insert into live_log (seq, at, audience, audience_id, event, inbox_id)
     select -n, now(), 'user', n % 1000, '{"type":"said","n":' || n || ',"text":"' || repeat('x', 250) || '"}', -n
     from generate_series(1, ${logRows}) n`,
  )
  await client.query('checkpoint')
  await client.query('analyze live_log')
}

/** The median of reading a page at random places. */
const pageMs = async (client: pg.Client) => {
  const { rows } = await client.query<{ least: string; most: string }>(
    'select min(seq) as least, max(seq) as most from live_log',
  )
  const [least, most] = [Number(rows[0]?.least), Number(rows[0]?.most)]
  const taken: number[] = []
  for (let reading = 0; reading < readings; reading += 1) {
    // The same places in every run.
    const after = Math.floor(least + ((most - 256 - least) * ((reading * 7919) % readings)) / readings)
    const from = now()
    await client.query({
      name: 'page',
      text: 'select seq, audience, audience_id, event, effect from live_log where seq > $1 order by seq limit 256',
      values: [after],
      rowMode: 'array',
    })
    taken.push(now() - from)
  }
  return median(taken)
}
