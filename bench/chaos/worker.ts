import { UserId } from '@livedesk/events'
import { openDb, openPool } from '@livedesk/api/src/db/pool.ts'
import type { Database } from '@livedesk/api/src/db/schema.ts'
import type { SignedIn } from '@livedesk/api/src/live/connection.ts'
import { openLive, type PubSubChoice } from '@livedesk/api/src/live/live.ts'
import { openRedisPubSub } from '@livedesk/api/src/live/pubsub-redis.ts'
import { openTransact, type Sink } from '@livedesk/api/src/live/transact.ts'
import { type Kysely, sql } from 'kysely'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { z } from 'zod'
import { openDice } from './dice.ts'
import { type Nudging, openBadly } from './nudges.ts'
import { Asked, type Order } from './orders.ts'
import { carryOut } from './transact.ts'

/** One worker process: the live layer as it is in production, and a pubsub that can be told to fail. */
const main = async ([databaseUrl, redisUrl, seed]: readonly string[]) => {
  if (!databaseUrl) throw new Error('worker.ts <database url> <redis url or nothing> <seed>')
  const log = pino({ level: 'fatal' })
  const db = openDb(openPool({ url: databaseUrl, name: 'chaos', max: 6, log }))
  const registry = new Registry()
  const nudging: Nudging = { how: 'well' }
  const dice = openDice(Number(seed))
  const overRedis = (url: string): PubSubChoice => ({
    kind: 'memory',
    bus: {
      open: (listener) => openBadly((inner) => openRedisPubSub({ redisUrl: url, log }, inner), listener, nudging, dice),
    },
  })

  const live = await openLive({
    databaseUrl,
    pubsub: redisUrl ? overRedis(redisUrl) : { kind: 'postgres' },
    authenticate: (request) => authenticate(db, request),
    goesOn: (who) => goesOn(db, who),
    allowedOrigin: () => true,
    commands: { typing: () => {}, writing: () => {}, read: () => {} },
    checkEvents: false,
    log,
    registry,
  })

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.writeHead(503).end())
  })
  server.on('upgrade', (request, socket, head) => live.handleUpgrade(request, socket, head))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  /** Which version each ticket has, and which events that holds. */
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const snapshot = request.url === '/load' ? await loadAfterPosition() : await live.read(db, readTickets)
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(snapshot))
  }
  // The position first: what is read after it reflects it.
  const loadAfterPosition = async () => ({ ...live.position(), ahead: [], value: await readTickets(db) })

  const obey = async (order: Order): Promise<unknown> => {
    switch (order.do) {
      case 'transact': {
        const committed: Sink['committed'] = (entries) => {
          const number = () => live.sink.committed(entries)
          if (order.plan.afterwards === 'die') die()
          else if (order.plan.afterwards === 'number late') setTimeout(number, dice.between(1, 1500))
          else number()
        }
        const transact = openTransact(db, { write: (tx, entries) => live.sink.write(tx, entries), committed })
        return carryOut(transact, order.plan)
      }
      case 'nudge':
        nudging.how = order.how
        return
      case 'die after numbering':
        // Counted when it has its numbers, and before it tells or delivers them.
        Object.assign(registry.getSingleMetric('livedesk_live_numberings_total') ?? {}, { inc: die })
        return
      case 'readiness':
        return live.readiness()
      case 'metrics':
        return registry.getMetricsAsJSON()
      case 'memory': {
        globalThis.gc?.()
        const { heapUsed, external } = process.memoryUsage()
        return heapUsed + external
      }
      case 'leave':
        await live.leave()
        await live[Symbol.asyncDispose]()
        await db.destroy()
        process.exit(0)
    }
  }

  process.on('message', (message) => {
    const { id, order } = Asked.parse(message)
    obey(order).then(
      (reply) => process.send?.({ id, answer: reply }),
      (error: unknown) => process.send?.({ id, answer: undefined, error: String(error) }),
    )
  })
  process.on('disconnect', () => process.exit(0))
  const address = server.address()
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 })
}

const readTickets = async (db: Kysely<Database>) =>
  (await sql<{ id: number; version: number }>`select id, version from chaos_ticket`.execute(db)).rows

const die = () => process.kill(process.pid, 'SIGKILL')

const Headers = z.object({ 'x-user': z.coerce.number().pipe(UserId), 'x-session': z.coerce.number().int() })

const authenticate = async (db: Kysely<Database>, request: IncomingMessage): Promise<SignedIn | undefined> => {
  const { 'x-user': userId, 'x-session': sessionId } = Headers.parse(request.headers)
  const who = { userId, sessionId, expiresAt: new Date(Date.now() + 3_600_000) }
  return (await goesOn(db, who)) ? who : undefined
}

const goesOn = async (db: Kysely<Database>, { userId, sessionId }: SignedIn) => {
  const { rows } =
    await sql`select from chaos_session where id = ${sessionId} and user_id = ${userId} and not ended`.execute(db)
  return rows.length > 0
}

// The database may be away: whoever started this process starts it again.
await main(process.argv.slice(2)).catch(() => process.exit(1))
