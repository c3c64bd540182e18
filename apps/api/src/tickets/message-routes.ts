import type { Ticket, TicketMessageKind, UserId } from '@livedesk/events'
import { PostedTicketMessage, PostTicketMessage, TicketMessagePage } from '@livedesk/resources'
import { sql } from 'kysely'
import { once } from '../http/once.ts'
import { created, get, ok, post } from '../http/route.ts'
import { sendToAgents, type Tx } from '../live/outbox.ts'
import { AfterQuery, holdTicket, noTicket, pageAfter, TicketAddress } from './address.ts'
import type { Notify } from './change.ts'
import { addMessage, listMessages } from './messages.ts'
import { findTicket } from './queries.ts'
import type { TicketParts } from './routes.ts'

/** The conversation of a ticket: what its requester reads, and the desk's own notes. */
export const ticketMessageRoutes = ({ db, tx, notify }: Omit<TicketParts, 'readCounted'>) => [
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
      problems: ['not_found'],
      idempotent: true,
      says: ['ticket_message_posted', 'notification_created'],
    },
    async ({ actor, params, body, request }) => {
      const posted = await tx((tx) =>
        once(tx, { actor, body, request }, PostedTicketMessage, async () =>
          postMessage(tx, await holdTicket(tx, params.ticketId), body, actor.id, notify),
        ),
      )
      return created(posted)
    },
  ),
]

type Said = { readonly kind: TicketMessageKind; readonly body: string }

const postMessage = async (tx: Tx, ticket: Ticket, { kind, body }: Said, actor: UserId, notify: Notify) => {
  const after = { ...ticket, ...(await countMessage(tx, ticket)) }
  const message = await addMessage(tx, {
    ticket_id: ticket.id,
    kind,
    author: { kind: 'agent', id: actor },
    body,
    created_at: after.updated_at,
  })
  sendToAgents(tx, {
    type: 'ticket_message_posted',
    ticket_id: ticket.id,
    message,
    version: after.version,
    ticket: after,
    before: { updated_at: ticket.updated_at },
  })
  const { assigned_to } = after
  if (assigned_to && assigned_to !== actor)
    await notify(tx, assigned_to, { kind: 'ticket_message_posted', ticket: after, actor_id: actor })
  return { message, ticket: after }
}

const countMessage = (tx: Tx, { id }: Ticket) =>
  tx
    .updateTable('tickets')
    .set({
      message_count: sql`message_count + 1`,
      version: sql`version + 1`,
      updated_at: sql`greatest(clock_timestamp(), updated_at)`,
    })
    .where('id', '=', id)
    .returning(['message_count', 'version', 'updated_at'])
    .executeTakeFirstOrThrow()
