import { Notification, NotificationId } from '@livedesk/events'
import { z } from 'zod'

/** `GET /api/notifications`: the asker's, newest first. */
export const NotificationPage = z.object({
  items: z.array(Notification),
  next_cursor: z.string().nullable(),
  unread_count: z.int().nonnegative(),
})
export type NotificationPage = z.output<typeof NotificationPage>

/** `POST /api/notifications/read`: everything up to and including this one. */
export const MarkNotificationsRead = z.strictObject({ up_to: NotificationId })
export type MarkNotificationsRead = z.output<typeof MarkNotificationsRead>
