import { NotificationId } from '@livedesk/events'
import { MarkNotificationsRead, NotificationPage } from '@livedesk/resources'
import { z } from 'zod'
import { idFrom, limitUpTo } from '../http/parse.ts'
import type { ReadCounted } from '../http/position.ts'
import { done, get, ok, post } from '../http/route.ts'
import type { Transact } from '../live/transact.ts'
import { Problem } from '../problem.ts'
import { countUnread, listNotifications, markOneRead, markRead } from './queries.ts'

const NotificationAddress = z.object({ notificationId: idFrom(NotificationId) })
const PageQuery = z.strictObject({ cursor: idFrom(NotificationId).optional(), limit: limitUpTo(200, 50) })

/** What a person should not miss, and what of it they have read. */
export const notificationRoutes = ({
  tx,
  readCounted,
}: {
  readonly tx: Transact
  readonly readCounted: ReadCounted
}) => [
  get(
    '/notifications',
    { summary: 'Your notifications, newest first', query: PageQuery, answers: { 200: NotificationPage } },
    async ({ actor, query, response }) => {
      const { found, unread_count } = await readCounted(response, async (snapshot) => ({
        found: await listNotifications(snapshot, actor.id, query.cursor, query.limit + 1),
        unread_count: await countUnread(snapshot, actor.id),
      }))
      const items = found.slice(0, query.limit)
      return ok({ items, next_cursor: found.length > query.limit ? String(items.at(-1)?.id) : null, unread_count })
    },
  ),

  post(
    '/notifications/read',
    {
      summary: 'Mark your notifications read, up to one of them',
      body: MarkNotificationsRead,
      answers: { 204: null },
      says: ['notifications_read'],
    },
    async ({ actor, body: { up_to } }) => {
      await tx((tx) => markRead(tx, actor.id, up_to))
      return done()
    },
  ),

  post(
    '/notifications/:notificationId/read',
    {
      summary: 'Mark one of your notifications read',
      params: NotificationAddress,
      answers: { 204: null },
      problems: ['not_found'],
      says: ['notification_read'],
    },
    async ({ actor, params: { notificationId } }) => {
      if (!(await tx((tx) => markOneRead(tx, actor.id, notificationId))))
        throw new Problem('not_found', `You have no notification ${notificationId}.`)
      return done()
    },
  ),
]
