import type { TicketId } from '@livedesk/events'
import { PeopleHere } from './PeopleHere.tsx'
import { useSayViewing } from './use-say-viewing.ts'
import { useTicketPresence } from './use-ticket-presence.ts'

/** Who else has the ticket open, and who of them is writing in it. Whoever sees this has it open. */
export const Viewers = ({ ticketId }: { readonly ticketId: TicketId }) => {
  useSayViewing(ticketId)
  return <PeopleHere people={useTicketPresence(ticketId)} size="medium" />
}
