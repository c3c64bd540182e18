import { openDb } from '@livedesk/api/src/db/pool.ts'
import { type Entry, sendToUser } from '@livedesk/api/src/live/outbox.ts'
import { openTransact, type Sink } from '@livedesk/api/src/live/transact.ts'
import { sql } from 'kysely'
import pg from 'pg'
import { now } from '../clock.ts'
import type { Said } from '../said.ts'
import type { Seat } from './peer.ts'

/** The pool of Postgres connections that a worker of any system gets. Nobody is turned away who waits long for one. */
export const openBenchPool = (url: string) => {
  const pool = new pg.Pool({ connectionString: url, max: 10, pipeline: true })
  // A system that loses its connections says so by what is lost, not by a crash of its worker.
  pool.on('error', () => {}).on('connect', (client) => void client.on('error', () => {}))
  return pool
}

/**
 * The one real transaction that every system runs: a ticket changes, and its event goes wherever the sink of the system
 * puts it, inside the transaction or after. The ticket has three columns and one index: a change that costs little shows
 * best what is added to it.
 */
export const openChange = (databaseUrl: string, sink: Sink) => {
  const db = openDb(openBenchPool(databaseUrl))
  const change: Seat['change'] = async (ticketId, { userId, event }, otherWorkMs) => {
    let committedAt = 0
    const committed = (entries: readonly Entry[]) => {
      committedAt = now()
      sink.committed(entries)
    }
    await openTransact(db, { write: (tx, entries) => sink.write(tx, entries), committed })(async (tx) => {
      const status = event.version % 2 === 0 ? 'waiting' : 'in_progress'
      await sql`update bench_ticket set status = ${status}, version = version + 1 where id = ${ticketId}`.execute(tx)
      if (otherWorkMs > 0) await sql`select pg_sleep(${otherWorkMs / 1000})`.execute(tx)
      sendToUser(tx, userId, event)
    })
    return committedAt
  }
  return { change, tx: openTransact(db, sink), [Symbol.asyncDispose]: () => db.destroy() }
}

/** The sink of systems that say things after the commit, or not at all. */
export const afterCommit = (say: (said: readonly Said[]) => Promise<void>): Sink => ({
  write: async () => {},
  committed: (entries) => void say(saidOf(entries)),
})

/** The events among entries, as `say` takes them. */
export const saidOf = (entries: readonly Entry[]): Said[] =>
  entries.flatMap(({ to, event }) =>
    to.audience === 'user' && event?.type === 'ticket_assigned' ? [{ userId: to.id, event }] : [],
  )
