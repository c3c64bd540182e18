import type { TicketId } from '@livedesk/events'
import { useRef } from 'react'
import { useStream } from '../server/use-stream.ts'

// As the contract has it: someone who writes says so every three seconds at most.
const saysEvery = 3000

/** Tells the desk that its reader writes in a ticket: call it at every letter. */
export const useSayWriting = (ticketId: TicketId) => {
  const stream = useStream()
  const said = useRef(-Infinity)
  return () => {
    const now = Date.now()
    if (now - said.current < saysEvery) return
    said.current = now
    stream.send({ type: 'writing', ticket_id: ticketId })
  }
}
