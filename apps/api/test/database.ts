import pg from 'pg'
import { pino } from 'pino'
import { inject } from 'vitest'
import { openDb, openPool } from '../src/db/pool.ts'
import { TEMPLATE } from './postgres.ts'

/** A database of this test's own: a copy of the migrated template, gone with the test. */
export const openDatabase = async () => {
  const server = inject('postgresUrl')
  const name = `desk_${crypto.randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${name} template ${TEMPLATE}`)
  const url = `${server}/${name}`
  const db = openDb(openPool({ url, name: 'test', max: 4, log: pino({ level: 'silent' }) }))
  return {
    url,
    db,
    async [Symbol.asyncDispose]() {
      await db.destroy()
      await administer(server, `drop database ${name} with (force)`)
    },
  }
}

const administer = async (server: string, statement: string) => {
  const client = new pg.Client({ connectionString: `${server}/postgres` })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
