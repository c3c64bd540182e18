import { sql } from 'kysely'
import pg from 'pg'
import type { Sink } from '@livedesk/api/src/live/transact.ts'
import { plain } from '../dialects.ts'
import { openChange, saidOf } from './change.ts'
import type { Peer } from './peer.ts'
import { serve } from './upgrade.ts'

/** Transactions alone: what events are added to. They have no sockets. */
const writer = (name: string, write: Sink['write'], listens = false): Peer => ({
  name,
  dialect: plain,
  crosses: false,
  promises: { durable: false, ordered: false, resumable: false },
  open: async ({ databaseUrl }) => {
    const { server, port } = await serve()
    const { change, ...desk } = openChange(databaseUrl, { write, committed: () => {} })
    const listener = new pg.Client({ connectionString: databaseUrl })
    await listener.connect()
    if (listens) await listener.query('listen bench_events')
    return {
      port,
      say: async () => {},
      sayToAll: async () => {},
      change,
      [Symbol.asyncDispose]: async () => {
        server.close()
        await listener.end()
        await desk[Symbol.asyncDispose]()
      },
    }
  },
})

/** No events at all. */
export const noEvents = writer('no-events', async () => {})

/** The least that can be kept of an event: a row in a table without any order, in the same transaction. */
export const rowOnly = writer('row-only', async (tx, entries) => {
  for (const { userId, event } of saidOf(entries)) {
    await sql`insert into bench_event (user_id, event) values (${userId}, ${JSON.stringify(event)})`.execute(tx)
  }
})

/** A NOTIFY in each transaction, and both workers listening. */
export const notifyInside = writer(
  'notify-in-transaction',
  async (tx, entries) => {
    for (const said of saidOf(entries)) await sql`select pg_notify('bench_events', ${JSON.stringify(said)})`.execute(tx)
  },
  true,
)
