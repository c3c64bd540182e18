import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Db } from './db/pool.ts'

const hour = 60 * 60 * 1000

/** Once an hour, forgets sessions that ran out and retries that can come no more. */
export const openHousekeeping = (db: Db, log: Logger): Disposable => {
  const timer = setInterval(() => {
    forgetOld(db).catch((error: unknown) => log.warn({ err: error }, 'Housekeeping failed; it tries again in an hour'))
  }, hour)
  return { [Symbol.dispose]: () => clearInterval(timer) }
}

/** Forgets sessions that ran out, and what was answered to requests of more than a day ago. */
export const forgetOld = async (db: Db) => {
  await db
    .deleteFrom('sessions')
    .where('expires_at', '<', sql<string>`now()`)
    .execute()
  await db
    .deleteFrom('idempotency_keys')
    .where('created_at', '<', sql<string>`now() - interval '1 day'`)
    .execute()
}
