import { UserId } from '@livedesk/events'
import { openLive, type PubSubChoice } from '@livedesk/api/src/live/live.ts'
import { sendToAgents, sendToUser } from '@livedesk/api/src/live/outbox.ts'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import { livedesk } from '../dialects.ts'
import { openChange } from './change.ts'
import type { Peer, Site } from './peer.ts'
import { serve, userOf } from './upgrade.ts'

const peer = (name: string, pubsub: (site: Site) => PubSubChoice): Peer => ({
  name,
  dialect: livedesk,
  crosses: true,
  promises: { durable: true, ordered: true, resumable: true },
  open: async (site) => {
    const live = await openLive({
      databaseUrl: site.databaseUrl,
      pubsub: pubsub(site),
      checkEvents: false,
      log: pino({ level: 'silent' }),
      registry: new Registry(),
      authenticate: async (request) => ({
        userId: UserId.parse(userOf(request)),
        sessionId: userOf(request),
        expiresAt: new Date(Date.now() + 3_600_000),
      }),
      goesOn: async () => true,
      allowedOrigin: () => true,
      commands: { typing: () => {}, writing: () => {}, read: () => {} },
    })
    const { server, port } = await serve((request, socket, head) => live.handleUpgrade(request, socket, head))
    const { change, tx, ...desk } = openChange(site.databaseUrl, live.sink)
    return {
      port,
      // What is said in one breath is said in one transaction.
      say: (said) =>
        tx(async (tx) => {
          for (const { userId, event } of said) sendToUser(tx, userId, event)
        }),
      sayToAll: (events) =>
        tx(async (tx) => {
          for (const event of events) sendToAgents(tx, event)
        }),
      change,
      [Symbol.asyncDispose]: async () => {
        server.close()
        await live[Symbol.asyncDispose]()
        await desk[Symbol.asyncDispose]()
      },
    }
  },
})

/** Ours, with nothing but Postgres. */
export const livedeskPostgres = peer('livedesk-postgres', () => ({ kind: 'postgres' }))

/** Ours, with nudges over Redis. */
export const livedeskRedis = peer('livedesk-redis', ({ redisUrl }) => ({ kind: 'redis', url: redisUrl }))
