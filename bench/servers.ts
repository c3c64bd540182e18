import { migrate } from '@livedesk/api/src/db/migrate.ts'
import { openDb, openPool } from '@livedesk/api/src/db/pool.ts'
import { freePort } from '@livedesk/api/src/start/port.ts'
import { openPostgres, type Postgres } from '@livedesk/api/src/start/postgres.ts'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import { createClient } from 'redis'

/** The Postgres and the Redis of this run: on 127.0.0.1, on free ports, with the settings they ship with. */
export type Servers = AsyncDisposable & {
  readonly redisUrl: string
  /** The processes whose CPU time is theirs; those they start belong to them. */
  readonly pids: () => readonly number[]
  /** A new database: migrated, with the bench's two tables beside the desk's. Dropped when disposed of. */
  readonly openDatabase: () => Promise<AsyncDisposable & { readonly url: string }>
  /** Ends Redis politely, and starts it again with what it kept. */
  readonly restartRedis: (awayMs: number) => Promise<void>
}

/** Starts both. `countStatements` makes Postgres count what it is asked, which costs it a little. */
export const openServers = async ({ countStatements = false } = {}): Promise<Servers> => {
  await using opening = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'livedesk-bench-'))
  opening.defer(() => rm(folder, { recursive: true, force: true }))
  const settings = countStatements ? { shared_preload_libraries: 'pg_stat_statements' } : {}
  const postgres = opening.use(await openPostgres({ folder, settings }))
  const postmaster = Number.parseInt(await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10)
  await makeTemplate(postgres, countStatements)

  const port = await freePort()
  let redis = await startRedis(port, folder)
  opening.defer(() => end(redis))
  // Whatever ends the bench ends them too.
  const abandon = () => {
    redis.kill('SIGKILL')
    process.kill(postmaster, 'SIGQUIT')
    rmSync(folder, { recursive: true, force: true })
  }
  process.once('exit', abandon)
  opening.defer(() => void process.off('exit', abandon))
  const open = opening.move()
  let databases = 0

  return {
    redisUrl: redisUrl(port),
    pids: () => [postmaster, ...(redis.pid === undefined ? [] : [redis.pid])],
    openDatabase: async () => {
      const name = `bench_${(databases += 1)}`
      await administer(postgres.url('postgres'), `create database ${name} template ${template}`, 'checkpoint')
      return {
        url: postgres.url(name),
        [Symbol.asyncDispose]: () => administer(postgres.url('postgres'), `drop database ${name} with (force)`),
      }
    },
    restartRedis: async (awayMs) => {
      await end(redis)
      await new Promise((resolve) => setTimeout(resolve, awayMs))
      redis = await startRedis(port, folder)
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

const template = 'bench_template'

const makeTemplate = async (postgres: Postgres, countStatements: boolean) => {
  const url = (database: string) => postgres.url(database)
  await administer(url('postgres'), `create database ${template}`)
  const db = openDb(openPool({ url: url(template), name: 'template', max: 1, log: pino({ level: 'silent' }) }))
  await migrate(db)
  await db.destroy()
  await administer(
    url(template),
    'create table bench_ticket (id bigint primary key, status text not null, version int not null) with (fillfactor = 50)',
    "insert into bench_ticket select id, 'new', 1 from generate_series(1, 1024) id",
    'create table bench_event (user_id bigint not null, event text not null)',
    ...(countStatements ? ['create extension pg_stat_statements'] : []),
  )
}

const administer = async (url: string, ...statements: readonly string[]) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

const redisUrl = (port: number) => `redis://127.0.0.1:${port}`

const startRedis = async (port: number, folder: string) => {
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder], {
    stdio: 'ignore',
  })
  const failed = new Promise<never>((_, reject) => server.once('error', reject))
  const client = createClient({ url: redisUrl(port), socket: { reconnectStrategy: () => 20 } })
  client.on('error', () => {})
  await Promise.race([client.connect(), failed])
  client.destroy()
  return server
}

const end = async (server: ChildProcess) => {
  if (server.exitCode !== null || server.signalCode !== null) return
  const gone = once(server, 'exit')
  server.kill('SIGTERM')
  await gone
}
