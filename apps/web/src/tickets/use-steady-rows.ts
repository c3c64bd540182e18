import type { Ticket, TicketId } from '@livedesk/events'
import { useState } from 'react'
import { steadyRows } from './steady-order.ts'

/**
 * Live rows that stand still while someone reads them, and fall into their true order when they no longer do, or when
 * they ask for it (`letIn`).
 */
export const useSteadyRows = (live: readonly Ticket[], reading: boolean) => {
  const [stood, setStood] = useState<readonly TicketId[]>()
  const letIn = () => setStood(live.map((ticket) => ticket.id))

  if (!reading) {
    if (stood) setStood(undefined)
    return { rows: live, heldBack: 0, letIn }
  }
  if (!stood) {
    letIn()
    return { rows: live, heldBack: 0, letIn }
  }

  const steady = steadyRows(stood, live)
  // The next page is here: it stands from now on, too.
  if (steady.rows.length > stood.length) setStood(steady.rows.map((ticket) => ticket.id))
  return { ...steady, letIn }
}
