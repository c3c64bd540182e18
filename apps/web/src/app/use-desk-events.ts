import type { EventHandlers, UserId } from '@livedesk/events'
import { useWebSocket } from '../server/use-web-socket.ts'
import { useTicketEvents } from '../tickets/use-ticket-events.ts'

/** What a person is told of each event of the contract, beside what their screens show of it. */
export const useDeskEvents = (me: UserId) => {
  const ticketEvents = useTicketEvents(me)
  useWebSocket({
    ...ticketEvents,
    message_posted: 'ignore',
    chat_member_added: 'ignore',
    chat_member_removed: 'ignore',
    chat_read: 'ignore',
    typing: 'ignore',
    notifications_read: 'ignore',
    notification_read: 'ignore',
    notification_withdrawn: 'ignore',
    user_created: 'ignore',
    user_changed: 'ignore',
    team_created: 'ignore',
    team_changed: 'ignore',
    canned_reply_changed: 'ignore',
    own_canned_reply_changed: 'ignore',
    view_saved: 'ignore',
    view_deleted: 'ignore',
    own_view_saved: 'ignore',
    own_view_deleted: 'ignore',
    presence_changed: 'ignore',
  } satisfies EventHandlers)
}
