import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { routesOf } from '../../src/app.ts'
import { openFolderStore } from '../../src/attachments/file-store.ts'
import type { Database } from '../../src/db/schema.ts'

/** Every route of the API, to be looked at and not to be called. */
export const declaredRoutes = () => {
  const pool = new pg.Pool({ host: 'nowhere.invalid' })
  const never = (): never => {
    throw new Error('These routes are for looking at.')
  }
  return routesOf({
    pool,
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
    tx: never,
    readSnapshot: never,
    store: openFolderStore('/nowhere'),
    demo: false,
  })
}
