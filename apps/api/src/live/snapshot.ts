import { type Kysely, sql } from 'kysely'
import { setTimeout as wait } from 'node:timers/promises'
import type { Database } from '../db/schema.ts'
import type { Tx } from './outbox.ts'

/**
 * Data, and exactly which events it holds: those up to `cursor`, and those of the later ones that `ahead` numbers (they were
 * committed when the data was read, but not yet numbered). A count needs this: an event counted twice is a wrong count.
 */
export type Snapshot<T> = {
  readonly value: T
  readonly cursor: number
  readonly epoch: string
  readonly ahead: readonly number[]
}

/** Events wait for their numbers for longer than a second: what was read cannot be given its place. */
export class NumberingDown extends Error {
  override readonly name = 'NumberingDown'
}

const attempts = 200
const pauseMs = 5

/**
 * Reads in one snapshot of the database. `kick` asks for a numbering, when it saw events that have no number yet; it throws
 * `NumberingDown` if they get none in time.
 */
export const readSnapshot = async <T>(
  db: Kysely<Database>,
  kick: () => void,
  read: (tx: Tx) => Promise<T>,
): Promise<Snapshot<T>> => {
  const seen = await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (tx) => ({ ...(await readPlace(tx)), value: await read(tx) }))
  const { value, cursor, epoch, unnumbered } = seen
  return { value, cursor, epoch, ahead: unnumbered.length === 0 ? [] : await numbersOf(db, kick, cursor, unnumbered) }
}

const readPlace = async (tx: Tx) => {
  const { rows } = await sql<{ cursor: number; epoch: string; unnumbered: number[] }>`
    select seq as cursor, epoch, array(select id from live_inbox order by id) as unnumbered from live_head`.execute(tx)
  const [place] = rows
  if (!place) throw new Error('live_head is empty.')
  return place
}

const numbersOf = async (db: Kysely<Database>, kick: () => void, cursor: number, inboxIds: readonly number[]) => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    kick()
    await wait(pauseMs)
    const { rows } = await sql<{ seq: number }>`
      select seq from live_log where seq > ${cursor} and inbox_id = any(${inboxIds}::bigint[]) order by seq`.execute(db)
    if (rows.length === inboxIds.length) return rows.map(({ seq }) => seq)
  }
  throw new NumberingDown('Events wait for their numbers for longer than a second.')
}
