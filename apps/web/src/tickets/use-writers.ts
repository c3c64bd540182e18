import type { TicketId, UserId } from '@livedesk/events'
import { useRef } from 'react'
import { useStream } from '../server/use-stream.ts'
import { useWebSocket } from '../server/use-web-socket.ts'
import { usePassing } from '../ui/use-passing.ts'

// As the contract has it: someone writes for five seconds after they said so, and says so every three at most.
const holdsFor = 5000
const saysEvery = 3000

/** Who is writing in a ticket now. Whoever's message has come is not writing it any more. */
export const useWriters = (ticketId: TicketId): readonly UserId[] => {
  const writers = usePassing<UserId>(holdsFor)
  useWebSocket({
    ticket_writing: ({ ticket_id, user_id }) => {
      if (ticket_id === ticketId) writers.note(user_id)
    },
    ticket_message_posted: ({ ticket_id, message: { author } }) => {
      if (ticket_id === ticketId && author.kind === 'agent') writers.forget(author.id)
    },
  })
  return writers.now
}

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
