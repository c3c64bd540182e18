import type { UserId } from '@livedesk/events'
import type { Desk } from './desk.ts'

/** What someone has written and not sent, as the desk would list it. */
export const draftsOf = (desk: Desk, viewer: UserId) =>
  desk.drafts
    .filter(({ user }) => user === viewer)
    .map(({ user: _user, ...draft }) => draft)
    .toSorted((a, b) => a.ticket_id - b.ticket_id || b.kind.localeCompare(a.kind))
