import type { Ticket, UserId } from '@livedesk/events'
import type { PostedTicketMessage, PostTicketMessage } from '@livedesk/resources'
import { sql } from 'kysely'
import type { z } from 'zod'
import { sendToAgents, type Tx } from '../live/outbox.ts'
import { changeTicket, type Notify } from './change.ts'
import { wantedOf } from './changes.ts'
import { addMessage } from './messages.ts'
import { requireSeen } from './seen.ts'
import { readWritten } from './written.ts'

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

const postMessage = async (tx: Tx, ticket: Ticket, said: Said, actor: UserId, notify: Notify) => {
  const { body, content, mentioned } = await readWritten(tx, said, actor)
  const after = { ...ticket, ...(await countMessage(tx, ticket)) }
  const message = await addMessage(tx, {
    ticket_id: ticket.id,
    kind: said.kind,
    author: { kind: 'agent', id: actor },
    body,
    ...(content && { content }),
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
  for (const userId of toBeTold(after, actor, mentioned)) {
    const about = { kind: 'ticket_message_posted', ticket: after, actor_id: actor } as const
    await notify(tx, userId, { ...about, mentioned: mentioned.includes(userId) })
  }
  return { message, ticket: after }
}

// By rising id: whoever tells several people holds their lists in one order, and so waits for no one who waits for them.
const toBeTold = ({ assigned_to }: Ticket, actor: UserId, mentioned: readonly UserId[]) => {
  const told = new Set(mentioned)
  if (assigned_to && assigned_to !== actor) told.add(assigned_to)
  return [...told].toSorted((a, b) => a - b)
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
