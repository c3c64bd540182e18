export const en = {
  title: 'Notifications',
  bell_one: 'Notifications: {{count}} unread',
  bell_other: 'Notifications: {{count}} unread',
  readAll: 'Mark all as read',
  older: 'Show older',
  unread: 'Unread',
  none: 'Nothing new',
  noneNext: 'When a ticket is given to you, or answered, you hear of it here.',
  failed: 'The notifications could not be loaded.',
  ticket_assigned: {
    by: '{{name}} assigned you a ticket',
    plain: 'A ticket was assigned to you',
  },
  mentioned: {
    by: '{{name}} mentioned you',
    plain: 'You were mentioned',
  },
  ticket_message_posted: {
    by: '{{name}} wrote in your ticket',
    plain: 'The requester answered',
  },
} as const
