import type { Notification, TicketId } from '@livedesk/events'

/** What happened at one ticket: the newest of it, and what came before, newest first. */
export type TicketNews = {
  readonly ticketId: TicketId
  readonly newest: Notification
  readonly older: readonly Notification[]
}

/** Notifications, newest first, put together by what they are about. A ticket stands where its newest does. */
export const byTicket = (notifications: readonly Notification[]): readonly TicketNews[] =>
  [...Map.groupBy(notifications, ({ ticket_id }) => ticket_id)].flatMap(([ticketId, [newest, ...older]]) =>
    newest ? [{ ticketId, newest, older }] : [],
  )
