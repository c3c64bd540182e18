export const en = {
  title: 'Notifications',
  bell_one: 'Notifications: {{count}} unread',
  bell_other: 'Notifications: {{count}} unread',
  readAll: 'Mark all as read',
  older: 'Show older',
  more_one: '{{count}} more about this ticket',
  more_other: '{{count}} more about this ticket',
  unread: 'Unread',
  none: 'Nothing new',
  noneNext: 'When a ticket is given to you, or answered, you hear of it here.',
  preferences: 'Preferences',
  ways: {
    why: 'News appears on the page for a moment, once, at the tab you look at. This browser can tell you in other ways too.',
    desktop: 'Desktop notifications',
    desktopWhy: 'While you look at something else.',
    denied:
      'This browser blocks notifications from the desk. Allow them for this site in the browser’s settings first.',
    unsupported:
      'This browser shows no notifications here: the desk has to be opened over HTTPS, in a browser that knows them.',
    sound: 'Sound',
    soundWhy: 'Two short notes with each of them.',
    try: 'Try it',
    sample: 'This is how it looks',
    sampleText: 'News of the desk appears like this.',
    silent: 'The browser plays no sound from this page. Check that the site may play sound.',
    notShown: 'This browser did not show it.',
  },
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
    by: '{{name}} wrote in a ticket you follow',
    plain: 'The requester answered',
  },
  ticket_status_changed: {
    by: '{{name}} changed the status of a ticket you follow',
    plain: 'The status of a ticket you follow changed',
  },
  ticket_woke: {
    by: '{{name}} brought a snoozed ticket back',
    plain: 'A snoozed ticket is back',
  },
} as const
