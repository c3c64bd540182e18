import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Logger } from 'pino'
import type { Database } from '../db/schema.ts'

const dayMs = 24 * 60 * 60 * 1000

const turnMs = 60 * 60 * 1000

/** Keeps the log now, before anything is said, and once an hour from then on. */
export const openRetention = async (options: {
  readonly db: Kysely<Database>
  readonly days: number
  readonly log: Logger
}) => {
  const { db, days, log } = options
  const turn = () =>
    keepLog(db, days).catch((error: unknown) =>
      log.warn({ err: error }, 'could not keep the log; tried again in an hour'),
    )
  await turn()
  const timer = setInterval(() => void turn(), turnMs)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}

/**
 * Keeps the log's day partitions: makes those of today and the next two days, drops those that ended more than `days` ago,
 * and remembers how far the log no longer reaches back. One worker at a time; safe to run at any moment.
 */
export const keepLog = async (db: Kysely<Database>, days: number, now = new Date()) => {
  const today = Math.floor(now.getTime() / dayMs) * dayMs
  await db.transaction().execute(async (tx) => {
    // Partitions come and go under a lock on the log: whoever cannot have it soon tries again at the next turn.
    await sql`set local lock_timeout = '2s'`.execute(tx)
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(7411, 2) as mine`.execute(tx)
    if (!rows[0]?.mine) return

    const existing = await partitions(tx)
    const missing = [today, today + dayMs, today + 2 * dayMs].filter((start) =>
      existing.every((one) => one.start !== start),
    )
    const oldest = today - days * dayMs
    const old = existing.filter(({ start }) => start < oldest)
    // Taken first, as numbering takes it: before the head's row, so that the two cannot wait for each other.
    if (missing.length + old.length > 0) await sql`lock table live_log in access exclusive mode`.execute(tx)

    for (const start of missing) {
      if (await defaultHolds(tx, start)) continue
      const [from, to] = [start, start + dayMs].map((at) => sql.lit(new Date(at).toISOString()))
      await sql`create table ${sql.table(partitionName(start))} partition of live_log for values from (${from}) to (${to})`.execute(
        tx,
      )
    }
    for (const { name } of old) {
      await pruneUpTo(tx, sql`select max(seq) from ${sql.table(name)}`)
      await sql`drop table ${sql.table(name)}`.execute(tx)
    }
    // Rows land in the default partition only if their day had none: after weeks without a turn, or by a clock that jumped.
    const cutoff = new Date(oldest)
    await pruneUpTo(tx, sql`select max(seq) from live_log_default where at < ${cutoff}`)
    await sql`delete from live_log_default where at < ${cutoff}`.execute(tx)
  })
}

/** A day that began in the default partition stays there: its rows would have to be moved under the lock. */
const defaultHolds = async (db: Kysely<Database>, start: number) => {
  const [from, to] = [new Date(start), new Date(start + dayMs)]
  const { rows } = await sql`select from live_log_default where at >= ${from} and at < ${to} limit 1`.execute(db)
  return rows.length > 0
}

const pruneUpTo = (db: Kysely<Database>, lastSeq: RawBuilder<unknown>) =>
  sql`update live_head set pruned_seq = p.seq from (${lastSeq}) as p (seq) where p.seq > pruned_seq`.execute(db)

const partitionName = (start: number) => `live_log_${new Date(start).toISOString().slice(0, 10).replaceAll('-', '')}`

const partitions = async (db: Kysely<Database>) => {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'live_log'::regclass and c.relname ~ '^live_log_[0-9]{8}$'`.execute(db)
  return rows.map(({ name }) => ({
    name,
    start: Date.parse(`${name.slice(9, 13)}-${name.slice(13, 15)}-${name.slice(15, 17)}T00:00:00Z`),
  }))
}
