import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema.ts'
import { type Entry, markOutbox, openOutbox, type Tx } from './outbox.ts'

/** Where the events of a transaction go: the live log, or a recorder in unit tests. */
export type Sink = {
  /** Writes the entries with the transaction, as its last statement. Called only when there are some. */
  write(tx: Tx, entries: readonly Entry[]): Promise<void>
  /** The transaction that wrote them has committed. Returns at once: nobody waits for delivery. */
  committed(entries: readonly Entry[]): void
}

/** Runs work in one transaction and says its events if it commits. A serialization failure or deadlock is tried again, twice. */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

export const openTransact =
  (db: Kysely<Database>, sink: Sink): Transact =>
  async (work) => {
    for (let attempt = 1; ; attempt += 1) {
      let entries: Entry[] = []
      try {
        const result = await db.transaction().execute(async (tx) => {
          entries = openOutbox(tx)
          const value = await work(tx)
          if (entries.length > 0) await sink.write(tx, entries)
          return value
        })
        if (entries.length > 0) sink.committed(entries)
        return result
      } catch (error) {
        if (attempt === 3 || !isTransient(error)) throw error
      }
    }
  }

/** Runs a part of a transaction that may fail alone: if it throws, what it wrote and said is taken back, and the error goes on. */
export const savepoint = async <T>(tx: Tx, work: () => Promise<T>): Promise<T> => {
  const takeBack = markOutbox(tx)
  await sql`savepoint part`.execute(tx)
  try {
    const result = await work()
    await sql`release savepoint part`.execute(tx)
    return result
  } catch (error) {
    await sql`rollback to savepoint part`.execute(tx)
    // It stands after that, and would hide one of the same name around it.
    await sql`release savepoint part`.execute(tx)
    takeBack()
    throw error
  }
}

// serialization_failure, deadlock_detected
const isTransient = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === '40001' || error.code === '40P01')
