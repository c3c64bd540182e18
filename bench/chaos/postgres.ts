import { migrate } from '@livedesk/api/src/db/migrate.ts'
import { openDb, openPool } from '@livedesk/api/src/db/pool.ts'
import { freePort } from '@livedesk/api/src/start/port.ts'
import { postgresAccount } from '@livedesk/api/src/start/postgres-account.ts'
import { postgresBinaries } from '@livedesk/api/src/start/postgres-binaries.ts'
import { makeCluster } from '@livedesk/api/src/start/postgres-cluster.ts'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { pino } from 'pino'
import { diesWithUs } from './dies-with-us.ts'

/** A PostgreSQL of the run's own, on a port and in a folder of its own, that reaches the disk as in production and can be stopped at will. */
export type ChaosPostgres = AsyncDisposable & {
  url(database: string): string
  /** A migrated database with the harness's tables. */
  openDatabase(): Promise<string>
  /** `fast` ends the clients and writes everything; `immediate` crashes: the next start recovers from the log. */
  stop(how: 'fast' | 'immediate'): Promise<void>
  /** Resolves when it answers. */
  start(): Promise<void>
}

const signals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const

/** `settings` differ from PostgreSQL's own. */
export const openChaosPostgres = async (settings: Readonly<Record<string, string>> = {}): Promise<ChaosPostgres> => {
  await using opening = new AsyncDisposableStack()
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'livedesk-chaos-')))
  opening.defer(() => rm(folder, { recursive: true, force: true }))
  const data = join(folder, 'postgres')
  const binaries = await postgresBinaries()
  const account = await postgresAccount([binaries.postgres, folder])
  await makeCluster({ data, password: 'chaos', initdb: binaries.initdb, account })
  const port = await freePort()
  const url = (database: string) => `postgres://livedesk:chaos@127.0.0.1:${port}/${database}`
  const { command, args, options } = account.launch(binaries.postgres, [
    '-D',
    data,
    '-p',
    String(port),
    ...flags({ ...ours, ...settings }),
  ])

  let server: ChildProcess | undefined
  const start = async () => {
    server = diesWithUs(spawn(command, args, { ...options, stdio: 'ignore' }), 'SIGQUIT')
    while (!(await answers(url('postgres')))) await wait(25)
  }
  const stop = async (how: 'fast' | 'immediate') => {
    if (!server || server.exitCode !== null) return
    const gone = once(server, 'exit')
    server.kill(signals[how])
    await gone
  }
  opening.defer(() => stop('immediate'))
  await start()
  let databases = 0
  const open = opening.move()

  return {
    url,
    start,
    stop,
    openDatabase: async () => {
      const name = `chaos_${(databases += 1)}`
      await ask(url('postgres'), `create database ${name}`)
      await prepare(url(name))
      return url(name)
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

/** Asks one thing of a database, on a connection of its own. */
export const ask = async <R extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []) => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 30_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<R>(text, values)).rows
  } finally {
    await client.end()
  }
}

const ours = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200' }

const flags = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])

const prepare = async (url: string) => {
  const db = openDb(openPool({ url, name: 'prepare', max: 1, log: pino({ level: 'silent' }) }))
  await migrate(db)
  await db.destroy()
  await ask(
    url,
    `create table chaos_said (
       said text primary key, kind text not null, chat_id bigint, user_id bigint, session_id bigint, ticket bigint, version bigint);
     create table chaos_ticket (id bigint primary key, version bigint not null);
     insert into chaos_ticket select id, 0 from generate_series(1, 20) id;
     create table chaos_nudging (how text not null);
     insert into chaos_nudging values ('well');
     create table chaos_session (id bigint primary key, user_id bigint not null, ended boolean not null default false);
     alter function live_nudge rename to live_nudge_well;
     create function live_nudge(epoch text, worker text, prev bigint, head bigint, numbered text) returns void language plpgsql as $$
     begin
       if (select how = 'well' or (how = 'badly' and random() < 0.7) from chaos_nudging) then
         perform live_nudge_well(epoch, worker, prev, head, numbered);
       end if;
     end
     $$;`,
  )
}

const answers = (url: string) =>
  ask(url, 'select').then(
    () => true,
    () => false,
  )
