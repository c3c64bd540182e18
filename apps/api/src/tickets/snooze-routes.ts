import { type Moment, Ticket } from '@livedesk/events'
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
        if (until !== null && (ticket.status === 'resolved' || ticket.status === 'closed')) {
          throw new Problem('conflict', 'This ticket is done with: only an open one can be put aside.', { ticket })
        }
        return changeTicket(tx, ticket, { snoozed_until: until }, actor.id, notify)
      })
      return ok(ticket)
    },
  ),
]

const requireSoon = (until: Moment) => {
  const wait = Date.parse(until) - Date.now()
  if (wait > 0 && wait <= longest) return
  throw new Problem('bad_request', 'A ticket is put aside until a moment to come, within a year.', {
    errors: { until: 'Choose a moment to come, within a year.' },
  })
}
