import type { TicketId } from '@livedesk/events'
import { PeopleHere } from './PeopleHere.tsx'
import { useTicketPresence } from './use-ticket-presence.ts'

/** Who is at a row's ticket. It is drawn by itself: someone who comes or goes draws no row. */
export const RowPresence = ({ ticketId }: { readonly ticketId: TicketId }) => (
  <PeopleHere people={useTicketPresence(ticketId)} size="small" />
)
