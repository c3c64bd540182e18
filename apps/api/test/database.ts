import pg from 'pg'
import { pino } from 'pino'
import { inject } from 'vitest'
import { openDb, openPool } from '../src/db/pool.ts'
import { TEMPLATE } from './postgres.ts'

/** A database of this test's own, gone with it: a copy of the migrated template, or an empty one. */
export const openDatabase = async ({ empty = false } = {}) => {
  const server = inject('postgresUrl')
  const name = `desk_${crypto.randomUUID().replaceAll('-', '')}`
  await administer(`create database ${name} template ${empty ? 'template0' : TEMPLATE}`)
  const url = `${server}/${name}`
  const db = openDb(openPool({ url, name: 'test', max: 4, log: pino({ level: 'silent' }) }))
  return {
    url,
    db,
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await administer(`drop database ${name} with (force)`)
    },
  }
}

/** Says something to the server itself, beside every database. */
const administer = async (statement: string) => {
  const client = new pg.Client({ connectionString: `${inject('postgresUrl')}/postgres` })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
