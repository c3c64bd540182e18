import { Ticket, TicketId } from '@livedesk/events'
import { LinkTicket, MergeTicket } from '@livedesk/resources'
import { idFrom } from '../http/parse.ts'
import { ok, post, remove } from '../http/route.ts'
import { TicketAddress } from './address.ts'
import { changeSays } from './change.ts'
import { linkTickets } from './links.ts'
import { mergeTicket, unmergeTicket } from './merge.ts'
import type { TicketParts } from './routes.ts'

const LinkAddress = TicketAddress.extend({ otherId: idFrom(TicketId) })

/** What tickets have to do with each other: links, and duplicates that are merged and taken apart again. */
export const linkRoutes = ({ tx, notify }: Pick<TicketParts, 'tx' | 'notify'>) => [
  post(
    '/tickets/:ticketId/links',
    {
      summary: 'Link two tickets, as both will say',
      params: TicketAddress,
      body: LinkTicket,
      answers: { 200: Ticket },
      problems: ['not_found'],
      says: changeSays,
    },
    async ({ actor, params, body: { kind, ticket_id } }) =>
      ok(await tx((tx) => linkTickets(tx, params.ticketId, ticket_id, kind, actor.id, notify))),
  ),

  remove(
    '/tickets/:ticketId/links/:otherId',
    {
      summary: 'Take the link of two tickets back, from both',
      params: LinkAddress,
      answers: { 200: Ticket },
      problems: ['not_found'],
      says: changeSays,
    },
    async ({ actor, params }) =>
      ok(await tx((tx) => linkTickets(tx, params.ticketId, params.otherId, null, actor.id, notify))),
  ),

  post(
    '/tickets/:ticketId/merge',
    {
      summary: 'Close a ticket as a duplicate of another, in which it goes on',
      params: TicketAddress,
      body: MergeTicket,
      answers: { 200: Ticket },
      problems: ['not_found', 'conflict'],
      says: changeSays,
    },
    async ({ actor, params, body: { into } }) =>
      ok(await tx((tx) => mergeTicket(tx, params.ticketId, into, actor.id, notify))),
  ),

  remove(
    '/tickets/:ticketId/merge',
    {
      summary: 'Take a merged ticket out again, as it was before',
      params: TicketAddress,
      answers: { 200: Ticket },
      problems: ['not_found'],
      says: changeSays,
    },
    async ({ actor, params }) => ok(await tx((tx) => unmergeTicket(tx, params.ticketId, actor.id, notify))),
  ),
]
