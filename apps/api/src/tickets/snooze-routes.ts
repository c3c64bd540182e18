import { type Moment, Ticket, type TicketStatus } from '@livedesk/events'
import { SnoozeTicket } from '@livedesk/resources'
import { ok, post } from '../http/route.ts'
import { Problem } from '../problem.ts'
import { holdTicket, TicketAddress } from './address.ts'
import { changeSays, changeTicket } from './change.ts'
import type { TicketParts } from './routes.ts'

const longest = 366 * 24 * 60 * 60 * 1000

/** Putting a ticket aside until a moment. `wake.ts` brings it back. */
export const snoozeRoutes = ({ tx, notify }: Pick<TicketParts, 'tx' | 'notify'>) => [
  post(
    '/tickets/:ticketId/snooze',
    {
      summary: 'Put an open ticket aside until a moment, or bring it back',
      params: TicketAddress,
      body: SnoozeTicket,
      answers: { 200: Ticket },
      problems: ['not_found', 'conflict'],
      says: changeSays,
    },
    async ({ actor, params, body: { until } }) => {
      if (until !== null) requireSoon(until)
      const ticket = await tx(async (tx) => {
        const ticket = await holdTicket(tx, params.ticketId)
        if (until !== null) requireOpen(ticket, ticket.status)
        return changeTicket(tx, ticket, { snoozed_until: until }, actor.id, notify)
      })
      return ok(ticket)
    },
  ),
]

/** Refuses to put aside a ticket that is done with. */
export const requireOpen = (ticket: Ticket, status: TicketStatus) => {
  if (status !== 'resolved' && status !== 'closed') return
  throw new Problem('conflict', 'This ticket is done with: only an open one can be put aside.', { ticket })
}

/** Refuses to put anything aside until a moment that is past, or too far away. */
export const requireSoon = (until: Moment) => {
  const wait = Date.parse(until) - Date.now()
  if (wait > 0 && wait <= longest) return
  throw new Problem('bad_request', 'A ticket is put aside until a moment to come, within a year.', {
    errors: { until: 'Choose a moment to come, within a year.' },
  })
}
