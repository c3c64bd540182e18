import { TicketId, TicketMessageId } from '@livedesk/events'
import { PostedTicketMessage, PostTicketMessage, TicketMessagePage } from '@livedesk/resources'
import { z } from 'zod'
import { once } from '../http/once.ts'
import { idFrom } from '../http/parse.ts'
import { created, get, ok, post, remove } from '../http/route.ts'
import { AfterQuery, holdTicket, noTicket, pageAfter, TicketAddress } from './address.ts'
import { changeSays } from './change.ts'
import { listMessages } from './messages.ts'
import { say } from './say.ts'
import { findTicket } from './queries.ts'
import type { TicketParts } from './routes.ts'
import { takeBack, type Withdraw } from './take-back.ts'

const MessageAddress = z.object({ ticketId: idFrom(TicketId), messageId: idFrom(TicketMessageId) })

/** The conversation of a ticket: what its requester reads, and the desk's own notes. */
export const ticketMessageRoutes = ({
  db,
  tx,
  notify,
  withdraw,
}: Omit<TicketParts, 'readCounted'> & { readonly withdraw: Withdraw }) => [
  get(
    '/tickets/:ticketId/messages',
    {
      summary: 'The conversation of a ticket',
      params: TicketAddress,
      query: AfterQuery,
      answers: { 200: TicketMessagePage },
      problems: ['not_found'],
    },
    async ({ params, query }) => {
      if (!(await findTicket(db, params.ticketId))) noTicket(params.ticketId)
      return ok(pageAfter(await listMessages(db, params.ticketId, query.after, query.limit + 1), query.limit))
    },
  ),

  post(
    '/tickets/:ticketId/messages',
    {
      summary: 'Reply to the requester, or leave a note for the desk',
      params: TicketAddress,
      body: PostTicketMessage,
      answers: { 201: PostedTicketMessage },
      problems: ['not_found', 'unseen_messages', 'conflict'],
      idempotent: true,
      says: ['ticket_message_posted', 'ticket_draft_changed', ...changeSays],
    },
    async ({ actor, params, body, request }) => {
      const posted = await tx((tx) =>
        once(tx, { actor, body, request }, PostedTicketMessage, async () =>
          say(tx, await holdTicket(tx, params.ticketId), body, actor.id, notify),
        ),
      )
      return created(posted)
    },
  ),

  remove(
    '/tickets/:ticketId/messages/:messageId',
    {
      summary: 'Take back what you sent on a ticket within the last 30 seconds, with all that it did',
      params: MessageAddress,
      answers: { 200: PostedTicketMessage },
      problems: ['not_found', 'forbidden', 'conflict'],
      says: ['ticket_message_taken_back', 'ticket_draft_changed', 'notification_withdrawn'],
    },
    async ({ actor, params: { ticketId, messageId } }) =>
      ok(await tx((tx) => takeBack(tx, ticketId, messageId, actor.id, withdraw))),
  ),
]
