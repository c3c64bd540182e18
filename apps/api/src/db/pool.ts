import { Kysely } from 'kysely'
import pg from 'pg'
import type { Logger } from 'pino'
import { pipelined } from './driver.ts'
import type { Database } from './schema.ts'

export type Db = Kysely<Database>

export type PoolOptions = {
  readonly url: string
  /** Shown in pg_stat_activity. */
  readonly name: string
  readonly max: number
  /** How long one statement may take, in ms; 0 is as long as it takes. */
  readonly statementTimeout?: number
  readonly log: Logger
}

/** The desk's connections for requests. The live layer listens on connections of its own, so it never waits for these. */
export const openPool = ({ url, name, max, statementTimeout = 15_000, log }: PoolOptions) => {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 30_000,
    keepAlive: true,
    pipeline: true,
    types: { getTypeParser },
  })
  // An idle connection that breaks leaves the pool by itself; the next query opens another.
  // One that has said goodbye may still be told that the server stops.
  pool.on('error', (error) => pool.ending || log.warn({ err: error }, 'An idle database connection broke'))
  // So does one that breaks between two queries of a transaction: the next of them fails, not this process.
  pool.on('connect', (client) => void client.on('error', () => {}))
  return pool
}

/** Typed SQL over a pool. Destroying it ends the pool. */
export const openDb = (pool: pg.Pool): Db => new Kysely<Database>({ dialect: pipelined(pool) })

const { INT8, TIMESTAMPTZ } = pg.types.builtins

/** Rows come out as the contract says them: 64-bit numbers as safe integers, moments as ISO 8601 in UTC. */
const getTypeParser: pg.CustomTypesConfig['getTypeParser'] = (oid, format): unknown => {
  if (oid === INT8) return safeInteger
  if (oid === TIMESTAMPTZ) return (text: string) => new Date(text).toISOString()
  if (isListOfNumbers(oid)) return (text: string) => listFrom(text).map(safeInteger)
  return pg.types.getTypeParser(oid, format)
}

// The driver has no name for bigint[].
const isListOfNumbers = (oid: number) => oid === 1016

/** `{1,2}` as Postgres writes a list of numbers. */
const listFrom = (text: string) => (text === '{}' ? [] : text.slice(1, -1).split(','))

const safeInteger = (text: string) => {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new Error(`The database holds ${text}, which is no safe integer.`)
  return number
}
