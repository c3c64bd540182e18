import { Ticket, UserId } from '@livedesk/events'
import { AddWatcher } from '@livedesk/resources'
import { idFrom } from '../http/parse.ts'
import { ok, post, remove } from '../http/route.ts'
import { Problem } from '../problem.ts'
import { holdTicket, TicketAddress } from './address.ts'
import { changeSays, changeTicket, withWatchers } from './change.ts'
import { holdColleague } from './queries.ts'
import type { TicketParts } from './routes.ts'

const WatcherAddress = TicketAddress.extend({ userId: idFrom(UserId) })

/** Who follows a ticket, and so is told of what happens in it. */
export const watchRoutes = ({ tx, notify }: Pick<TicketParts, 'tx' | 'notify'>) => [
  post(
    '/tickets/:ticketId/watchers',
    {
      summary: 'Follow a ticket, or let a colleague follow it',
      params: TicketAddress,
      body: AddWatcher,
      answers: { 200: Ticket },
      problems: ['not_found'],
      says: changeSays,
    },
    async ({ actor, params, body: { user_id } }) =>
      ok(
        await tx(async (tx) => {
          const ticket = await holdTicket(tx, params.ticketId)
          if (!(await holdColleague(tx, user_id))) {
            throw new Problem('bad_request', `Nobody with the id ${user_id} is at this desk.`, {
              errors: { user_id: 'Choose someone who is at this desk.' },
            })
          }
          return changeTicket(tx, ticket, { watcher_ids: withWatchers(ticket, [user_id]) }, actor.id, notify)
        }),
      ),
  ),

  remove(
    '/tickets/:ticketId/watchers/:userId',
    {
      summary: 'Follow a ticket no more',
      params: WatcherAddress,
      answers: { 200: Ticket },
      problems: ['not_found'],
      says: changeSays,
    },
    async ({ actor, params }) =>
      ok(
        await tx(async (tx) => {
          const ticket = await holdTicket(tx, params.ticketId)
          const watcher_ids = ticket.watcher_ids.filter((watcher) => watcher !== params.userId)
          return changeTicket(tx, ticket, { watcher_ids }, actor.id, notify)
        }),
      ),
  ),
]
