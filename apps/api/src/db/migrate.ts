import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import type { Db } from './pool.ts'

/** The oldest PostgreSQL with the case folding that search is built on (`pg_unicode_fast`). */
const OLDEST_POSTGRES = 18

/**
 * Brings the database up to this version of the desk, or does nothing if it is. Safe to call from every worker at once:
 * one migrates, the others wait. It is all or nothing, and it throws a sentence that says what went wrong.
 */
export const migrate = async (db: Db) => {
  await requirePostgres(db)
  const { error, results } = await migrator(db).migrateToLatest()
  if (error !== undefined) {
    const failed = results?.find(({ status }) => status === 'Error')
    throw new Error(`The database could not be migrated${failed ? ` (${failed.migrationName})` : ''}.`, {
      cause: error,
    })
  }
  const done = (results ?? []).map(({ migrationName }) => migrationName)
  // Of a new column nothing is known until then, and whole tables are read for what an index would answer.
  if (done.length > 0) await sql`analyze`.execute(db)
  return done
}

/** The migrations that this version of the desk has and the database has not. */
export const pendingMigrations = async (db: Db) =>
  (await migrator(db).getMigrations()).filter(({ executedAt }) => !executedAt).map(({ name }) => name)

/** Whether the search index knows letters beside Latin ones. Without (`LC_CTYPE=C`), a search in Cyrillic reads every ticket. */
export const knowsLetters = async (db: Db) => {
  const { rows } = await sql<{ known: boolean }>`select cardinality(show_trgm('ж')) > 0 as known`.execute(db)
  return rows.every(({ known }) => known)
}

const migrator = (db: Db) =>
  new Migrator({
    db,
    provider: sqlFiles(new URL('./migrations/', import.meta.url)),
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  })

const sqlFiles = (folder: URL): MigrationProvider => ({
  getMigrations: async () => {
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql'))
    const read = async (name: string): Promise<[string, Migration]> => {
      const text = await readFile(new URL(name, folder), 'utf8')
      return [name.replace(/\.sql$/, ''), { up: async (tx) => void (await sql.raw(text).execute(tx)) }]
    }
    return Object.fromEntries(await Promise.all(names.map(read)))
  },
})

const requirePostgres = async (db: Db) => {
  const { rows } = await sql<{ version: string; number: string }>`
    select current_setting('server_version') as version, current_setting('server_version_num') as number`.execute(db)
  const [server] = rows
  if (server && Number(server.number) < OLDEST_POSTGRES * 10_000) {
    throw new Error(
      `Livedesk needs PostgreSQL ${OLDEST_POSTGRES} or newer. This server is ${server.version}: upgrade it first.`,
    )
  }
}
