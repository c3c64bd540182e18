import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Role, Ticket, User } from '@livedesk/events'
import type { CreateTicket } from '@livedesk/resources'
import { type CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import { Registry } from 'prom-client'
import { z } from 'zod'
import { createApp } from '../src/app.ts'
import { openFolderStore } from '../src/attachments/file-store.ts'
import type { Config } from '../src/config.ts'
import { openPool } from '../src/db/pool.ts'
import type { Database } from '../src/db/schema.ts'
import { openOriginGuard } from '../src/http/origin.ts'
import type { PubSubChoice } from '../src/live/live.ts'
import { openRecorder, type Recorder } from '../src/live/recorder.ts'
import { openTransact } from '../src/live/transact.ts'
import { openLog } from '../src/log.ts'
import { hashPassword } from '../src/people/keys.ts'
import { addUser } from '../src/people/queries.ts'
import { openWorker, type Worker } from '../src/worker.ts'
import { openDatabase } from './database.ts'
import { listen } from './live/listen.ts'
import { openGate } from './gate.ts'
import { ask, Person } from './person.ts'

type DeskOptions = Partial<Pick<Config, 'publicOrigin' | 'allowedOrigins' | 'trustedProxies' | 'demo'>> & {
  readonly workers?: number
  readonly pubsub?: PubSubChoice
  /** Keeps what is said, instead of delivering it: no socket and no pubsub. */
  readonly events?: Recorder
  /** Puts a gate that can be shut between the workers and the database. */
  readonly gate?: boolean
  /** Where log lines go; nowhere if not said. */
  readonly logTo?: { write(line: string): void }
  readonly webFolder?: string
  /** Keeps what the database is asked, where what is said is recorded. */
  readonly queries?: CompiledQuery[]
}

/** Stands in for delivery, in tests of what is said. */
export const recorder = openRecorder

/** Everyone's password. */
export const PASSWORD = 'correct horse battery'

/** A whole desk of this test's own: a real database, real HTTP, and real sockets unless what is said is recorded. */
export const openDesk = async (options: DeskOptions = {}) => {
  await using opening = new AsyncDisposableStack()
  const database = opening.use(await openDatabase())
  const gate = options.gate ? opening.use(await openGate(database.url)) : undefined
  const filesFolder = await mkdtemp(join(tmpdir(), 'livedesk-files-'))
  opening.defer(() => rm(filesFolder, { recursive: true, force: true }))
  const origins: string[] = []
  const workers: Worker[] = []
  const count = options.workers ?? 1
  for (let index = 0; index < count; index += 1) {
    const url = gate?.url ?? database.url
    const worker = options.events ? undefined : opening.use(await openServer(url, { ...options, filesFolder }))
    const server =
      worker?.server ??
      opening.use(openRecordingServer(url, options.events ?? openRecorder(), { ...options, filesFolder })).server
    if (worker) workers.push(worker)
    origins.push(`http://127.0.0.1:${await listen(server)}`)
  }
  const at = (worker: number) => origins[worker] ?? missing(worker)
  const people = opening.use(new DisposableStack())
  const open = opening.move()
  /** Waits until all that was said is heard on a worker: whoever connects then hears only what is said later. */
  const settled = async (index: number) => {
    const { live } = workers[index] ?? missing(index)
    for (;;) {
      const { rows } = await sql<{ head: number; waiting: boolean }>`
        select seq as head, exists (select from live_inbox) as waiting from live_head`.execute(database.db)
      if (rows.every(({ head, waiting }) => !waiting && live.position().cursor === head)) return
    }
  }

  /** Signs someone in who is at the desk. */
  const signIn = async (email: string, password = PASSWORD) => {
    const { status, headers, body } = await ask(`${at(0)}/api/session`, 'POST', { email, password })
    if (status !== 200) throw new Error(`Signing in was answered ${status}: ${JSON.stringify(body)}`)
    const { user } = Signed.parse(body)
    return people.use(new Person(user, origins, cookieFrom(headers), settled))
  }
  const person = async (name: string, role: Role) => {
    const email = `${name.toLowerCase()}@livedesk.test`
    await addUser(database.db, { name, email, role, password_hash: await passwordHash })
    return signIn(email)
  }
  let opener: Promise<Person> | undefined

  return {
    ...database,
    /** Where the files of its messages are. */
    filesFolder,
    events: options.events,
    gate,
    /** Where a worker is. */
    at,
    signIn,
    agent: (name: string) => person(name, 'agent'),
    admin: (name: string) => person(name, 'admin'),
    /** A ticket, opened by someone who does nothing else. */
    ticket: async (about: Partial<CreateTicket> = {}) => {
      opener ??= person('Olga', 'agent')
      const body = {
        title: 'Printer on fire',
        body: 'It burns.',
        requester: { name: 'Rosa Parker', email: 'rosa@example.com' },
        ...about,
      }
      return (await opener).do('/tickets', body, Ticket)
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

const Signed = z.object({ user: User })

const quiet = { publicOrigin: undefined, allowedOrigins: [], trustedProxies: 0, logRetentionDays: 7, demo: false }

const logOf = ({ logTo }: DeskOptions) =>
  openLog(logTo ? { level: 'info', to: logTo } : { level: process.env['TEST_LOG'] ?? 'silent' })

type ServerOptions = DeskOptions & { readonly filesFolder: string }

const openServer = (databaseUrl: string, options: ServerOptions) =>
  openWorker({
    ...quiet,
    ...options,
    databaseUrl,
    pubsub: options.pubsub ?? { kind: 'postgres' },
    log: logOf(options),
    checks: true,
    connections: 5,
  })

const openRecordingServer = (
  url: string,
  events: Recorder,
  options: ServerOptions,
): AsyncDisposable & { readonly server: Server } => {
  const log = logOf(options)
  const pool = openPool({ url, name: 'test desk', max: 5, log })
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void options.queries?.push(query),
  })
  const app = createApp({
    pool,
    db,
    tx: openTransact(db, events),
    log,
    registry: new Registry(),
    position: () => ({ cursor: 0, epoch: 'recorded' }),
    readSnapshot: async (read) => ({
      value: await db.transaction().execute(read),
      cursor: 0,
      epoch: 'recorded',
      ahead: [],
    }),
    readiness: async () => ({ ready: true, reasons: [] }),
    fromOurPages: openOriginGuard({ ...quiet, ...options, trustProxy: false }),
    trustedProxies: 0,
    store: openFolderStore(options.filesFolder),
    demo: options.demo ?? false,
    webFolder: options.webFolder ?? '/nowhere',
    checkAnswers: true,
  })
  const server = createServer(app)
  return {
    server,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await db.destroy()
    },
  }
}

const passwordHash = hashPassword(PASSWORD)

const cookieFrom = (headers: Headers) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ')

const missing = (worker: number): never => {
  throw new Error(`There is no worker ${worker}.`)
}
