import type { TicketId } from '@livedesk/events'
import { useSayAtLetters } from '../server/use-say-at-letters.ts'

/** Tells the desk that its reader writes in a ticket: call it at every letter. */
export const useSayWriting = (ticketId: TicketId) => useSayAtLetters({ type: 'writing', ticket_id: ticketId })
