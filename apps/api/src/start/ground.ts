import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { openPostgres } from './postgres.ts'
import { prepareDatabase } from './prepare-database.ts'
import { say, step } from './steps.ts'

/** What the workers stand on: a database that is up to date. Disposing of it stops what was started for it. */
export type Ground = AsyncDisposable & { readonly databaseUrl: string }

/** Starts the embedded PostgreSQL, unless `DATABASE_URL` names another, and prepares the database. */
export const openGround = async (config: Config, signal: AbortSignal): Promise<Ground> => {
  await using opening = new AsyncDisposableStack()
  const databaseUrl =
    config.databaseUrl ?? (await step('Starting PostgreSQL', () => openOwn(resolve(config.dataDir), opening)))
  signal.throwIfAborted()
  await step('Preparing the database', () => prepareDatabase(databaseUrl, config))
  signal.throwIfAborted()

  const open = opening.move()
  return { databaseUrl, [Symbol.asyncDispose]: () => open.disposeAsync() }
}

const openOwn = async (folder: string, opening: AsyncDisposableStack) => {
  const postgres = opening.use(await openPostgres({ folder, say }))
  await postgres.createDatabase('livedesk')
  return postgres.url('livedesk')
}
