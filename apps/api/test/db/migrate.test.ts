import { readdir } from 'node:fs/promises'
import { sql } from 'kysely'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { knowsLetters, migrate, pendingMigrations } from '../../src/db/migrate.ts'
import { openDb, openPool } from '../../src/db/pool.ts'
import { openDatabase } from '../database.ts'

const connect = (url: string) => openDb(openPool({ url, name: 'test', max: 1, log: pino({ level: 'silent' }) }))

const everyMigration = async () =>
  (await readdir(new URL('../../src/db/migrations/', import.meta.url)))
    .map((name) => name.replace('.sql', ''))
    .toSorted()

test('several workers that start at once migrate an empty database once', async () => {
  await using database = await openDatabase({ empty: true })
  const workers = Array.from({ length: 4 }, () => connect(database.url))

  try {
    const applied = await Promise.all(workers.map((worker) => migrate(worker)))

    expect(applied.filter((names) => names.length > 0)).toEqual([await everyMigration()])
    expect(await pendingMigrations(database.db)).toEqual([])
  } finally {
    await Promise.all(workers.map((worker) => worker.destroy()))
  }
})

test('after a migration the planner knows every table: nothing is read whole for want of a guess', async () => {
  await using database = await openDatabase({ empty: true })
  await migrate(database.db)
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_stat_user_tables where last_analyze is null and relname not like 'live_%'`.execute(
    database.db,
  )
  expect(rows.map(({ name }) => name)).toEqual([])
})

test('a migration that fails leaves the database as it was, and says which it was', async () => {
  await using database = await openDatabase({ empty: true })
  await sql`create table users (id int)`.execute(database.db)

  await expect(migrate(database.db)).rejects.toThrow('The database could not be migrated (0002_desk).')

  expect(await pendingMigrations(database.db)).toEqual(await everyMigration())
})

test('a database that takes no Cyrillic letter for one is noticed', async () => {
  await using database = await openDatabase()
  const name = `latin_${crypto.randomUUID().replaceAll('-', '')}`
  await sql`create database ${sql.id(name)} template template0 lc_ctype 'C'`.execute(database.db)
  const latin = connect(Object.assign(new URL(database.url), { pathname: name }).href)
  try {
    await sql`create extension pg_trgm`.execute(latin)

    expect(await knowsLetters(latin)).toBe(false)
    expect(await knowsLetters(database.db)).toBe(true)
  } finally {
    await latin.destroy()
    await sql`drop database ${sql.id(name)}`.execute(database.db)
  }
})

test('moments come out in UTC with milliseconds, and large numbers as numbers, or not at all', async () => {
  await using database = await openDatabase()
  const { rows } = await database.db.connection().execute(async (one) => {
    await sql`set time zone 'Asia/Kathmandu'`.execute(one)
    return sql`select '2026-11-22 03:04:05.1+00'::timestamptz as at, 9007199254740991::bigint as n`.execute(one)
  })

  expect(rows).toEqual([{ at: '2026-11-22T03:04:05.100Z', n: Number.MAX_SAFE_INTEGER }])
  await expect(sql`select 9007199254740992::bigint`.execute(database.db)).rejects.toThrow('no safe integer')
})
