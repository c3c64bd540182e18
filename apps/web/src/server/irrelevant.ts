/**
 * The log's events, by what they are about. An entry that has nothing to do with some of them spreads them into its
 * appliers: `...irrelevant.chats`. So every entry decides on every event, and a new event is decided on here or there.
 */
export const irrelevant = {
  tickets: {
    ticket_created: 'irrelevant',
    ticket_assigned: 'irrelevant',
    ticket_status_changed: 'irrelevant',
    ticket_changed: 'irrelevant',
    ticket_message_posted: 'irrelevant',
  },
  chats: {
    message_posted: 'irrelevant',
    chat_member_added: 'irrelevant',
    chat_member_removed: 'irrelevant',
    chat_read: 'irrelevant',
  },
  notifications: { notification_created: 'irrelevant', notifications_read: 'irrelevant' },
  people: { user_created: 'irrelevant', user_changed: 'irrelevant' },
} as const
