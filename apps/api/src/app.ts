import type { EventType } from '@livedesk/events'
import compression from 'compression'
import express, { type Express, Router } from 'express'
import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { FileStore } from './attachments/file-store.ts'
import { attachmentRoutes } from './attachments/routes.ts'
import { chatMessageRoutes } from './chats/message-routes.ts'
import { chatRoutes } from './chats/routes.ts'
import type { Db } from './db/pool.ts'
import { demoRoutes } from './demo/routes.ts'
import { documents } from './docs/routes.ts'
import { answerErrors, refusePlain, refuseUnknown } from './http/errors.ts'
import { health, type Readiness } from './http/health.ts'
import { measureRequests } from './http/metrics.ts'
import { type FromOurPages, refuseForeignPages } from './http/origin.ts'
import { openReadCounted, type Position, sayPosition } from './http/position.ts'
import { requestLog } from './http/request-log.ts'
import { requestRoutes } from './http/request-routes.ts'
import type { Route } from './http/route.ts'
import { serve } from './http/router.ts'
import { security } from './http/security.ts'
import { serveWeb } from './http/web.ts'
import type { Tx } from './live/outbox.ts'
import type { Snapshot } from './live/snapshot.ts'
import type { Transact } from './live/transact.ts'
import { notify, withdraw } from './notifications/queries.ts'
import { notificationRoutes } from './notifications/routes.ts'
import { openAuthenticate } from './people/authenticate.ts'
import { sessionRoutes } from './people/session-routes.ts'
import { openSignInLimits } from './people/sign-in-limits.ts'
import { tokenRoutes } from './people/token-routes.ts'
import { userRoutes } from './people/user-routes.ts'
import { cannedReplyRoutes } from './canned/routes.ts'
import { teamRoutes } from './teams/routes.ts'
import { draftRoutes } from './tickets/draft-routes.ts'
import { ticketMessageRoutes } from './tickets/message-routes.ts'
import { savedViewRoutes } from './tickets/saved-view-routes.ts'
import { searchRoutes } from './tickets/search-routes.ts'
import { ticketRoutes } from './tickets/routes.ts'
import { linkRoutes } from './tickets/link-routes.ts'
import { snoozeRoutes } from './tickets/snooze-routes.ts'
import { watchRoutes } from './tickets/watch-routes.ts'

export type AppParts = {
  readonly pool: Pool
  readonly db: Db
  readonly tx: Transact
  readonly log: Logger
  readonly registry: Registry
  readonly position: Position
  /** Reads in one snapshot, and says which events it holds. */
  readonly readSnapshot: <T>(read: (tx: Tx) => Promise<T>) => Promise<Snapshot<T>>
  readonly readiness: () => Promise<Readiness>
  readonly fromOurPages: FromOurPages
  /** How many proxies in front are believed. */
  readonly trustedProxies: number
  /** Where the files of messages are. */
  readonly store: FileStore
  /** Whether it is a demo desk, whose people anyone may try. */
  readonly demo: boolean
  /** Where the built web app is. */
  readonly webFolder: string
  /** Whether answers are held to their schemas: in development and tests. */
  readonly checkAnswers: boolean
}

/** The desk over HTTP: the API, its documents, what those who run it look at, and the web app. */
export const createApp = (parts: AppParts): Express => {
  const app = express().disable('x-powered-by').disable('etag').set('trust proxy', parts.trustedProxies)
  app.use(requestLog(parts.log), measureRequests(parts.registry), security(), compression())
  app.use(health(parts))
  app.use('/api', api(parts))
  app.use(serveWeb(parts.webFolder))
  app.use(refuseUnknown, answerErrors)
  return app
}

const api = (parts: AppParts): Router => {
  const routes = routesOf(parts)
  const router = Router({ caseSensitive: true })
  router.use(documents(routes))
  router.use('/ws', refusePlain)
  router.use(sayPosition(parts.position), refuseForeignPages(parts.fromOurPages))
  router.use(serve({ routes, authenticate: openAuthenticate(parts.db), checkAnswers: parts.checkAnswers }))
  return router.use(refuseUnknown)
}

type RoutesParts = Pick<AppParts, 'pool' | 'db' | 'tx' | 'readSnapshot' | 'store' | 'demo'>

/** Every route of the API. */
export const routesOf = ({ pool, db, tx, readSnapshot, store, demo }: RoutesParts) => {
  const readCounted = openReadCounted(readSnapshot)
  return [
    ...sessionRoutes({ db, tx, limits: openSignInLimits(pool) }),
    ...demoRoutes({ db, demo }),
    ...tokenRoutes({ db, tx }),
    ...requestRoutes({ tx }),
    ...userRoutes({ db, tx }),
    ...teamRoutes({ db, tx }),
    ...cannedReplyRoutes({ db, tx }),
    ...ticketRoutes({ db, tx, readCounted, notify }),
    ...draftRoutes({ db, tx }),
    ...ticketMessageRoutes({ db, tx, notify, withdraw }),
    ...attachmentRoutes({ db, store }),
    ...savedViewRoutes({ tx, readCounted }),
    ...searchRoutes({ db }),
    ...watchRoutes({ tx, notify }),
    ...snoozeRoutes({ tx, notify }),
    ...linkRoutes({ tx, notify }),
    ...chatRoutes({ db, tx, readCounted }),
    ...chatMessageRoutes({ db, tx }),
    ...notificationRoutes({ tx, readCounted }),
  ]
}

type SaidByRoutes = ReturnType<typeof routesOf>[number] extends Route<infer S> ? S : never

/** Where the events are said that no route says. An event that nobody says is none: it does not compile. */
export const saidElsewhere = {
  ticket_woke: 'tickets/wake.ts',
  typing: 'worker.ts',
  ticket_writing: 'worker.ts',
  ticket_viewers: 'live/presence-events.ts',
  presence_changed: 'live/presence-events.ts',
} as const satisfies Record<Exclude<EventType, SaidByRoutes>, string>
