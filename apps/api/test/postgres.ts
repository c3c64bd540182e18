import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { migrate } from '../src/db/migrate.ts'
import { openDb, openPool } from '../src/db/pool.ts'
import { openPostgres } from '../src/start/postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that this test run owns: a URL without a database. */
    postgresUrl: string
  }
}

/** The migrated database that every test desk is a copy of. */
export const TEMPLATE = 'desk_template'

// Nothing here outlives the run, so nothing has to reach the disk.
const settings = { fsync: 'off', full_page_writes: 'off', max_connections: '300' }

/** Starts the one real PostgreSQL of this test run, and prepares the template. */
export default async (project: TestProject) => {
  await using opening = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'livedesk-test-'))
  opening.defer(() => rm(folder, { recursive: true, force: true }))
  const postgres = opening.use(await openPostgres({ folder, settings }))
  await postgres.createDatabase(TEMPLATE)
  await prepare(postgres.url(TEMPLATE))
  project.provide('postgresUrl', postgres.url('').replace(/\/$/u, ''))

  const open = opening.move()
  return () => open.disposeAsync()
}

const prepare = async (url: string) => {
  const db = openDb(openPool({ url, name: 'template', max: 1, log: pino({ level: 'silent' }) }))
  try {
    await migrate(db)
  } finally {
    await db.destroy()
  }
}
