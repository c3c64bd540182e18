import { UserId } from '@livedesk/events'
import { createServer, type IncomingMessage } from 'node:http'
import type { Logger } from 'pino'
import { Registry } from 'prom-client'
import { WebSocket } from 'ws'
import { z } from 'zod'
import { type Live, openLive, type PubSubChoice } from '../../src/live/live.ts'
import { openTransact, type Transact } from '../../src/live/transact.ts'
import { openLog } from '../../src/log.ts'
import { openDatabase } from '../database.ts'
import { listen } from './listen.ts'

type WorkersOptions = {
  readonly count?: number
  readonly pubsub?: PubSubChoice
  /** Stands between a worker and Postgres, in tests that cut or mute that connection. */
  readonly databaseUrlFor?: (url: string, worker: number) => string
  readonly log?: Logger
}

export type Worker = AsyncDisposable & {
  readonly live: Live
  readonly tx: Transact
  readonly url: string
  readonly registry: Registry
}

/** Workers of the live layer alone, over one database: real Postgres, real sockets, no features. People sign in by a header. */
export const openWorkers = async (options: WorkersOptions = {}) => {
  const {
    count = 2,
    pubsub = { kind: 'postgres' },
    log = openLog({ level: process.env['TEST_LOG'] ?? 'silent' }),
  } = options
  await using opening = new AsyncDisposableStack()
  const database = opening.use(await openDatabase())

  const start = async (index: number): Promise<Worker> => {
    await using starting = new AsyncDisposableStack()
    const registry = new Registry()
    const live = starting.use(
      await openLive({
        databaseUrl: options.databaseUrlFor?.(database.url, index) ?? database.url,
        pubsub,
        log,
        registry,
        checkEvents: false,
        authenticate: async (request) => signedIn(request),
        goesOn: async () => true,
        allowedOrigin: (request) => request.headers.origin === 'http://desk.test',
        commands: { typing: () => {}, writing: () => {}, read: () => {} },
      }),
    )
    const server = createServer((_, response) => response.end())
    server.on('upgrade', (request, socket, head) => live.handleUpgrade(request, socket, head))
    const port = await listen(server)
    starting.defer(() => new Promise<void>((resolve) => server.close(() => resolve())))
    starting.defer(() => live[Symbol.asyncDispose]())
    const open = starting.move()
    return {
      live,
      registry,
      tx: openTransact(database.db, live.sink),
      url: `ws://127.0.0.1:${port}/api/ws`,
      [Symbol.asyncDispose]: () => open.disposeAsync(),
    }
  }

  const workers: Worker[] = []
  for (let index = 0; index < count; index += 1) workers.push(opening.use(await start(index)))
  const open = opening.move()
  const at = (index: number) => {
    const worker = workers[index]
    if (!worker) throw new Error(`There is no worker ${index}.`)
    return worker
  }

  return {
    database,
    at,
    /** One more worker, which starts at the head of the log. */
    start: () => start(workers.length),
    connectTo: async (worker: Worker, userId: number, query = '') => {
      const tab = open.use(new Tab(`${worker.url}${query}`, userId))
      await tab.welcomed
      return tab
    },
    /** A tab of one person's, on one worker, that has been welcomed. */
    connect: async (userId: number, { worker = 0, query = '' } = {}) => {
      const tab = open.use(new Tab(`${at(worker).url}${query}`, userId))
      await tab.welcomed
      return tab
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

const signedIn = (request: IncomingMessage) => {
  const userId = UserId.safeParse(Number(request.headers['x-user']))
  if (!userId.success) return undefined
  return {
    userId: userId.data,
    sessionId: Number(request.headers['x-session'] ?? userId.data),
    expiresAt: new Date(Date.now() + Number(request.headers['x-expires-in'] ?? 3_600_000)),
  }
}

const Frame = z.looseObject({ type: z.string(), seq: z.int().optional() })
export type Frame = z.output<typeof Frame>

/** Said in passing: at most once, in no order with the rest. */
const passing = new Set(['presence_changed', 'ticket_viewers', 'ticket_writing', 'typing'])

/** One socket as a client sees it: the frames in the order they came, those said in passing apart. */
export class Tab implements Disposable {
  readonly ws: WebSocket
  readonly received: Frame[] = []
  readonly passing: Frame[] = []
  readonly welcomed: Promise<Frame>
  readonly closed: Promise<number>
  /** The status of an upgrade that was refused. */
  readonly refused: Promise<number | undefined>
  #read = 0
  #arrived = Promise.withResolvers<void>()

  constructor(url: string, userId: number, headers: Record<string, string> = {}) {
    this.ws = new WebSocket(url, { headers: { 'x-user': String(userId), ...headers } })
    this.ws.on('error', () => {})
    this.refused = new Promise((resolve) => {
      this.ws.on('unexpected-response', (request, response) => {
        resolve(response.statusCode)
        request.destroy()
      })
    })
    this.closed = new Promise((resolve) => this.ws.on('close', (code) => resolve(code)))
    void this.closed.then(() => this.#arrived.reject(new Error('The socket closed.')))
    this.#arrived.promise.catch(() => {})
    this.ws.on('message', (data) => {
      const frame = Frame.parse(JSON.parse(z.instanceof(Buffer).parse(data).toString()))
      if (passing.has(frame.type)) {
        this.passing.push(frame)
        return
      }
      this.received.push(frame)
      this.#arrived.resolve()
      this.#arrived = Promise.withResolvers()
      this.#arrived.promise.catch(() => {})
    })
    this.welcomed = this.next()
    this.welcomed.catch(() => {})
  }

  /** The next frame that has not been looked at. */
  async next(): Promise<Frame> {
    for (;;) {
      const frame = this.received[this.#read]
      if (frame) {
        this.#read += 1
        return frame
      }
      await this.#arrived.promise
    }
  }

  /** Reads on until a frame fits, and gives all that was read, it included. */
  async until(fits: (frame: Frame) => boolean): Promise<Frame[]> {
    const read: Frame[] = []
    for (;;) {
      const frame = await this.next()
      read.push(frame)
      if (fits(frame)) return read
    }
  }

  /** Who this tab believes is at the desk. */
  get online() {
    return this.passing.findLast(({ type }) => type === 'presence_changed')?.['online']
  }

  /** Who of them it believes is away. */
  get away() {
    return this.passing.findLast(({ type }) => type === 'presence_changed')?.['away']
  }

  /** Who this tab believes has a ticket open. */
  viewers(ticketId: number) {
    const said = this.passing.findLast((frame) => frame.type === 'ticket_viewers' && frame['ticket_id'] === ticketId)
    return said?.['user_ids'] ?? []
  }

  get lastSeq() {
    return this.received.reduce((last, { seq }) => seq ?? last, 0)
  }

  [Symbol.dispose]() {
    this.ws.terminate()
  }
}
