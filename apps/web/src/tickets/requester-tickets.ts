import type { RequesterId } from '@livedesk/events'
import type { View } from '@livedesk/queue'

/** All tickets of a requester, those that were touched last first. */
export const requesterTickets = (requester: RequesterId): View => ({
  filter: { requester_id: [requester] },
  sort: '-updated_at',
})
