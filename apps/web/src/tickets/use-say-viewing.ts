import type { TicketId } from '@livedesk/events'
import { useEffect } from 'react'
import { useConnection } from '../server/use-connection.ts'
import { useStream } from '../server/use-stream.ts'

/** Tells the desk that its reader has a ticket open, for as long as the component is there. */
export const useSayViewing = (ticketId: TicketId) => {
  const stream = useStream()
  const isLive = useConnection().kind === 'live'

  // What is open holds for one socket: a new one is told again.
  useEffect(() => {
    if (!isLive) return
    stream.send({ type: 'view', ticket_id: ticketId })
    return () => stream.send({ type: 'view', ticket_id: null })
  }, [isLive, stream, ticketId])
}
