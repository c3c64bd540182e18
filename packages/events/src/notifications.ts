import { z } from 'zod'
import { durable } from './define.ts'
import { Moment, NotificationId, TicketId, UserId } from './ids.ts'

/** What a person may be told of. */
export const NotificationWhat = z.enum([
  'ticket_assigned',
  'ticket_message_posted',
  'ticket_status_changed',
  'ticket_woke',
])
export type NotificationWhat = z.output<typeof NotificationWhat>

/**
 * Something a person should not miss. It stays in their list, read or unread, until they clear it. `mentioned`: the message
 * that was posted names them.
 */
export const Notification = z.object({
  id: NotificationId,
  kind: z.enum(['ticket_assigned', 'ticket_message_posted']),
  /** What it is exactly, where `kind` is only near it: one of `NotificationWhat`, or what a later version adds to it. */
  what: z.string().min(1).max(40).optional(),
  ticket_id: TicketId,
  title: z.string(),
  actor_id: UserId.nullable(),
  mentioned: z.boolean().optional(),
  read: z.boolean(),
  created_at: Moment,
})
export type Notification = z.output<typeof Notification>

/** Said to one person: there is something new in their list. */
export const NotificationCreated = durable('notification_created', 'user', { notification: Notification })

/** Said to one person's own tabs: everything up to and including this notification has been read. */
export const NotificationsRead = durable('notifications_read', 'user', { up_to: NotificationId })

/** Said to one person's own tabs: this one notification has been read, and was not before. */
export const NotificationRead = durable('notification_read', 'user', { notification_id: NotificationId })

/** Said to one person's own tabs: what this notification told of was taken back, and so is it. */
export const NotificationWithdrawn = durable('notification_withdrawn', 'user', {
  notification_id: NotificationId,
  was_unread: z.boolean(),
})

/** The events of this file, by wire name. */
export const notificationEvents = {
  notification_created: NotificationCreated,
  notifications_read: NotificationsRead,
  notification_read: NotificationRead,
  notification_withdrawn: NotificationWithdrawn,
}
