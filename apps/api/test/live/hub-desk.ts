import { UserId } from '@livedesk/events'
import { PassThrough } from 'node:stream'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { Connection } from '../../src/live/connection.ts'
import { Hub } from '../../src/live/hub.ts'
import { number, type Queryable } from '../../src/live/log.ts'
import { liveMetrics } from '../../src/live/metrics.ts'
import { inboxSink } from '../../src/live/sink.ts'
import { SteadyClient } from '../../src/live/steady-client.ts'
import { openTransact } from '../../src/live/transact.ts'
import { openDatabase } from '../database.ts'
import { framesOf } from './frames.ts'

const boris = UserId.parse(2)
const log = pino({ level: 'silent' })

type Question = { readonly name?: string; readonly values?: unknown[] }

/** A hub over a real database, without workers around it: the test says when it reads. */
export const openHub = async () => {
  await using opening = new AsyncDisposableStack()
  const database = opening.use(await openDatabase())
  const client = opening.use(new SteadyClient({ databaseUrl: database.url, log, name: 'read' }))
  await client.tried()
  const trouble: { before: (question: Question) => Promise<void> | void } = { before: () => {} }
  const reader: Queryable = {
    query: async (query) => {
      await trouble.before(query)
      return await client.query(query)
    },
  }
  const over = new Set<number>()
  const start = () =>
    Hub.open({
      reader,
      log,
      metrics: liveMetrics(new Registry()),
      heartbeatMs: 8000,
      goesOn: async ({ sessionId }) => !over.has(sessionId),
      onLive: () => {},
    })
  const hub = await start()
  const open = opening.move()
  return {
    hub,
    /** Another hub of the same desk, which starts at the head with nothing in memory. */
    start,
    db: database.db,
    /** What a test does before a question goes to the database: fail, or wait. */
    trouble,
    /** The sessions that no longer hold, as the database has it. */
    over,
    tx: openTransact(database.db, inboxSink({ check: false, committed: () => {} })),
    number: () => number(client, 1000),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

/** Keeps what was written to it, write by write. */
class CountedStream extends PassThrough {
  readonly writes: Buffer[] = []

  override _write(chunk: Buffer, encoding: BufferEncoding, done: (error?: Error | null) => void) {
    this.writes.push(chunk)
    super._write(chunk, encoding, done)
  }
}

/** A socket whose frames the test reads, and whose close code it sees. */
export const openSocket = ({ userId = boris, sessionId = 1 } = {}) => {
  const stream = new CountedStream()
  const closed = Promise.withResolvers<number>()
  const ws = {
    pong: () => {},
    close: (code?: number) => closed.resolve(code ?? 0),
    terminate: () => {},
  }
  const connection = new Connection(ws, stream, {
    userId,
    sessionId,
    expiresAt: new Date(Date.now() + 60_000),
  })
  const next = framesOf(stream)
  return { connection, writes: stream.writes, closed: closed.promise, next }
}
