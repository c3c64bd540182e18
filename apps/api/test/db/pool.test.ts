import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openDatabase } from '../database.ts'

test('[D5] a connection that the server ends in the middle of a transaction fails that transaction, and no more', async () => {
  await using database = await openDatabase()
  const { db } = database

  const interrupted = db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(db)
    // Nothing is being asked when the end of the connection is told.
    await expect
      .poll(async () => (await sql`select from pg_stat_activity where pid = ${rows[0]?.pid}`.execute(db)).rows)
      .toEqual([])
    await sql`select 1`.execute(tx)
  })

  await expect(interrupted).rejects.toThrow()
  expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
})
