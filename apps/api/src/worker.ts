import { createServer, type IncomingMessage, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { createApp } from './app.ts'
import { openFolderStore } from './attachments/file-store.ts'
import { markChatRead } from './chats/message-routes.ts'
import { isMember } from './chats/queries.ts'
import type { Config } from './config.ts'
import { knowsLetters, migrate, pendingMigrations } from './db/migrate.ts'
import { type Db, openDb, openPool } from './db/pool.ts'
import type { Readiness } from './http/health.ts'
import { openOriginGuard } from './http/origin.ts'
import { type Live, openLive, type PubSubChoice } from './live/live.ts'
import { openRetention } from './live/retention.ts'
import { openTransact, type Transact } from './live/transact.ts'
import { openAuthenticate } from './people/authenticate.ts'
import { holdsKey } from './people/queries.ts'
import { openHousekeeping } from './housekeeping.ts'
import { notify } from './notifications/queries.ts'
import { openAlarm } from './tickets/wake.ts'

export type WorkerOptions = Pick<
  Config,
  'publicOrigin' | 'allowedOrigins' | 'trustedProxies' | 'logRetentionDays' | 'demo'
> & {
  readonly databaseUrl: string
  readonly pubsub: PubSubChoice
  readonly log: Logger
  /** Whether what is answered and said is held to its schemas: in development and tests. */
  readonly checks: boolean
  /** Connections for requests; the live layer has its own beside these. */
  readonly connections: number
  /** Where the files of messages are kept: one folder for all workers. */
  readonly filesFolder: string
  /** Where the built web app is, if not where it is built. */
  readonly webFolder?: string
}

/** One worker of the desk: everything it owns, open, and an HTTP server that does not listen yet. */
export type Worker = AsyncDisposable & {
  readonly server: Server
  readonly db: Db
  readonly tx: Transact
  readonly live: Live
  /** Stops gently: says that it is not ready, sends sockets elsewhere, and lets requests under way finish. */
  leave(): Promise<void>
}

const builtWeb = fileURLToPath(new URL('../../web/dist', import.meta.url))

/** Opens one worker: the database, brought up to date; the live layer; and the app over both. */
export const openWorker = async (options: WorkerOptions): Promise<Worker> => {
  const { databaseUrl, log, trustedProxies, checks } = options
  await using opening = new AsyncDisposableStack()
  await bringUpToDate(databaseUrl, log)

  const pool = openPool({ url: databaseUrl, name: 'livedesk', max: options.connections, log })
  const db = openDb(pool)
  opening.defer(() => db.destroy())
  opening.use(await openRetention({ db, days: options.logRetentionDays, log }))
  const store = openFolderStore(options.filesFolder)
  opening.use(openHousekeeping({ db, store, log }))

  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const authenticate = openAuthenticate(db)
  const fromOurPages = openOriginGuard({ ...options, trustProxy: trustedProxies > 0 })
  const live: Live = opening.use(
    await openLive({
      databaseUrl,
      pubsub: options.pubsub,
      checkEvents: checks,
      log,
      registry,
      allowedOrigin: fromOurPages,
      authenticate: async (request) => {
        const actor = await authenticate(request)
        return actor && { userId: actor.id, sessionId: actor.key.id, expiresAt: actor.key.expiresAt }
      },
      goesOn: ({ sessionId }) => holdsKey(db, sessionId),
      commands: {
        typing: async ({ userId }, { chat_id }) => {
          if (await isMember(db, chat_id, userId)) live.sayToChat(chat_id, { type: 'typing', chat_id, user_id: userId })
        },
        writing: ({ userId }, { ticket_id }) =>
          live.sayToAgents({ type: 'ticket_writing', ticket_id, user_id: userId }),
        read: ({ userId }, { chat_id, message_id }) => tx((tx) => markChatRead(tx, userId, { chat_id, message_id })),
      },
    }),
  )
  const tx = openTransact(db, live.sink)
  opening.use(openAlarm({ tx, notify, log }))

  let leaving = false
  const readiness = async (): Promise<Readiness> => {
    const { ready, reasons, mode } = live.readiness()
    const more = [...(leaving ? ['This worker is leaving.'] : []), ...(await databaseReasons(db))]
    return { ready: ready && more.length === 0, reasons: [...reasons, ...more], mode }
  }
  const app = createApp({
    pool,
    db,
    tx,
    log,
    registry,
    position: () => live.position(),
    readSnapshot: (read) => live.read(db, read),
    readiness,
    fromOurPages,
    trustedProxies,
    store,
    demo: options.demo,
    webFolder: options.webFolder ?? builtWeb,
    checkAnswers: checks,
  })
  const server = createServer(serverOptions, app)
  server.on('upgrade', (request, socket, head) => live.handleUpgrade(request, socket, head))
  opening.defer(async () => {
    // Sockets belong to the server too: it closes when the live layer has hung up on them.
    const stopped = stopListening(server, 0)
    await live[Symbol.asyncDispose]()
    await stopped
  })

  const open = opening.move()
  return {
    server,
    db,
    tx,
    live,
    leave: async () => {
      leaving = true
      await live.leave()
      await stopListening(server, drainMs)
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

/** How long requests under way may still take when a worker leaves. */
const drainMs = 5_000

const serverOptions = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // Longer than proxies keep a connection, so that none sends a request into one that is being closed.
  keepAliveTimeout: 75_000,
  // An Upgrade that is not ours is ignored, as HTTP has it: the request is answered as any other.
  shouldUpgradeCallback: ({ url, headers }: IncomingMessage) =>
    url?.split('?', 1)[0] === '/api/ws' && headers.upgrade?.toLowerCase() === 'websocket',
}

const bringUpToDate = async (databaseUrl: string, log: Logger) => {
  // A migration may take longer than any request may.
  const db = openDb(openPool({ url: databaseUrl, name: 'livedesk migrate', max: 1, statementTimeout: 0, log }))
  try {
    for (const name of await migrate(db)) log.info({ migration: name }, 'Migrated the database')
    if (!(await knowsLetters(db))) {
      log.warn('Searching in other alphabets than Latin will be slow: the database was made with LC_CTYPE=C')
    }
  } finally {
    await db.destroy()
  }
}

const databaseReasons = async (db: Db) => {
  const late = Promise.withResolvers<readonly string[]>()
  const timer = setTimeout(() => late.resolve(['The database answers too slowly.']), 2_000)
  const asked = pendingMigrations(db).then(
    (pending) => (pending.length > 0 ? [`The database lacks the migrations ${pending.join(', ')}.`] : []),
    () => ['The database does not answer.'],
  )
  return Promise.race([asked, late.promise]).finally(() => clearTimeout(timer))
}

const stopListening = (server: Server, patienceMs: number) =>
  new Promise<void>((resolve) => {
    if (!server.listening) return resolve()
    const timer = setTimeout(() => {
      server.closeAllConnections()
      resolve()
    }, patienceMs)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
  })
