import type { TicketId } from '@livedesk/events'

/**
 * Who stands before and after a ticket in a list. A ticket that has left the list leaves its place: whoever has moved up
 * into it is next.
 */
export const neighboursOf = (ids: readonly TicketId[], id: TicketId, place: number) => {
  const index = ids.indexOf(id)
  const at = index >= 0 ? index : place
  return { previous: ids[at - 1], next: index >= 0 ? ids[at + 1] : ids[at] }
}
