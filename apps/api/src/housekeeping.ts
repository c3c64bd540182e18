import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { FileStore } from './attachments/file-store.ts'
import { sweepFiles } from './attachments/sweep.ts'
import type { Db } from './db/pool.ts'
import { forgetActs } from './tickets/take-back.ts'

const minute = 60 * 1000
const hour = 60 * minute

type Parts = { readonly db: Db; readonly store: FileStore; readonly log: Logger }

/**
 * Once an hour, forgets sessions that ran out, retries that can come no more, files that nobody sent, and what cannot be taken back any more; once a minute,
 * folds what was counted.
 */
export const openHousekeeping = ({ db, store, log }: Parts): Disposable => {
  const every = (pause: number, work: (db: Db) => Promise<void>) =>
    setInterval(() => {
      work(db).catch((error: unknown) => log.warn({ err: error }, 'Housekeeping failed; it tries again later'))
    }, pause)
  const timers = [
    every(hour, forgetOld),
    every(hour, forgetActs),
    every(hour, () => sweepFiles(db, store)),
    every(minute, foldCounts),
  ]
  return { [Symbol.dispose]: () => timers.forEach((timer) => clearInterval(timer)) }
}

/** Forgets sessions that ran out, and what was answered to requests of more than a week ago. */
export const forgetOld = async (db: Db) => {
  await db
    .deleteFrom('sessions')
    .where('expires_at', '<', sql<string>`now()`)
    .execute()
  await db
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', sql<string>`now() - interval '7 days'`)
    .execute()
}

/** Makes few rows of the many that changes of tickets left in the counts. */
export const foldCounts = async (db: Db) => {
  await sql`select fold_counts()`.execute(db)
}
