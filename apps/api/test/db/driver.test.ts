import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { type Prepared, sayLast } from '../../src/db/driver.ts'
import { type Db, openDb, openPool } from '../../src/db/pool.ts'
import { openDatabase } from '../database.ts'
import { openGate } from '../gate.ts'

test('a transaction goes to Postgres in as few turns as it has questions', async () => {
  await using at = await openWords()
  const inTurns = async (work: () => Promise<unknown>) => {
    at.gate.roundTrips()
    await work()
    return at.gate.roundTrips()
  }

  // What a change costs that is said: its own statement with the BEGIN, the event with the COMMIT.
  const change = () =>
    at.db.transaction().execute(async (tx) => {
      await add('changed').execute(tx)
      await sayLast(tx, said('said'))
    })
  expect(await inTurns(change)).toBe(2)
  expect(await inTurns(() => at.db.transaction().execute((tx) => sayLast(tx, said('alone'))))).toBe(1)
  expect(await inTurns(() => at.db.transaction().execute(async () => {}))).toBe(0)
  expect(await at.words()).toEqual(['alone', 'changed', 'said'])
})

test('what is said last is not said when its transaction fails, and fails it when it cannot be said', async () => {
  await using at = await openWords()
  await add('taken').execute(at.db)

  const failing = at.db.transaction().execute(async (tx) => {
    await add('before').execute(tx)
    await sayLast(tx, said('last'))
    throw new Error('thought better of it')
  })
  const refused = at.db.transaction().execute(async (tx) => {
    await add('with it').execute(tx)
    await sayLast(tx, said('taken'))
  })

  await expect(failing).rejects.toThrow('thought better of it')
  // Postgres answers the COMMIT with a rollback: what is told is why.
  await expect(refused).rejects.toMatchObject({ code: uniqueViolation })
  expect(await at.words()).toEqual(['taken'])
})

test('a connection is as good as new after a transaction that failed, wherever it did', async () => {
  await using at = await openWords()
  await add('taken').execute(at.db)
  const failures: readonly ((tx: Db) => Promise<unknown>)[] = [
    (tx) => add('taken').execute(tx),
    (tx) =>
      add('taken')
        .execute(tx)
        .catch(() => {}),
    (tx) => sql`insert into later values ('nowhere')`.execute(tx),
    () => Promise.reject(new Error('before anything was asked')),
  ]

  for (const [index, fail] of failures.entries()) {
    await expect(at.db.transaction().execute(fail)).rejects.toThrow()
    await at.db.transaction().execute((tx) => add(`after ${index}`).execute(tx))
  }

  expect(await at.words()).toEqual(['after 0', 'after 1', 'after 2', 'after 3', 'taken'])
})

test('a transaction is as isolated and as read-only as it was asked to be', async () => {
  await using at = await openWords()
  const settings = at.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) =>
      sql`select current_setting('transaction_isolation') as level, current_setting('transaction_read_only') as only`.execute(
        tx,
      ),
    )

  expect((await settings).rows).toEqual([{ level: 'repeatable read', only: 'on' }])
})

const uniqueViolation = '23505'

const add = (word: string) => sql`insert into words values (${word})`
const said = (word: string): Prepared => ({ name: 'say', text: 'insert into words values ($1)', values: [word] })

/** A database of words, each of which is there once, behind a gate: over one connection. */
const openWords = async () => {
  await using opening = new AsyncDisposableStack()
  const { url } = opening.use(await openDatabase({ empty: true }))
  const gate = opening.use(await openGate(url))
  const db = openDb(openPool({ url: gate.url, name: 'words', max: 1, log: pino({ level: 'silent' }) }))
  opening.defer(() => db.destroy())
  await sql`create table words (word text primary key)`.execute(db)
  await sql`create table later (word text references words deferrable initially deferred)`.execute(db)
  const open = opening.move()
  return {
    db,
    gate,
    words: async () =>
      (await sql<{ word: string }>`select word from words order by word`.execute(db)).rows.map(({ word }) => word),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}
