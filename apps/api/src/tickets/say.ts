import type { Ticket, UserId } from '@livedesk/events'
import type { PostedTicketMessage, PostTicketMessage } from '@livedesk/resources'
import { sql } from 'kysely'
import type { z } from 'zod'
import { sendToAgents, type Tx } from '../live/outbox.ts'
import { changeTicket, type Notify } from './change.ts'
import { wantedOf } from './changes.ts'
import { addMessage } from './messages.ts'
import { requireSeen } from './seen.ts'

type Said = z.output<typeof PostTicketMessage>

/** Says something on a ticket that is held, and changes it in the same act. Nothing is said past what its author has not seen. */
export const say = async (
  tx: Tx,
  ticket: Ticket,
  said: Said,
  actor: UserId,
  notify: Notify,
): Promise<PostedTicketMessage> => {
  await requireSeen(tx, ticket, said.seen_message_id, actor)
  const posted = await postMessage(tx, ticket, said, actor, notify)
  const changed = await changeTicket(tx, posted.ticket, wantedOf(posted.ticket, said.changes, actor), actor, notify)
  return { message: posted.message, ticket: changed }
}

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
