import type { Ticket, TicketMessageId, UserId } from '@livedesk/events'
import type { Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'
import { listMessages } from './messages.ts'

const mostTold = 20

/**
 * Refuses to say anything on a ticket, which is held, to someone who has not seen what others said last. Whoever holds the
 * ticket is alone with its conversation: of two who answer at once, the second learns of the first.
 */
export const requireSeen = async (tx: Tx, { id }: Ticket, seen: TicketMessageId | undefined, reader: UserId) => {
  if (seen === undefined) return
  const first = await firstUnseen(tx, id, seen, reader)
  if (first === undefined) return
  const since = await listMessages(tx, id, first - 1, mostTold)
  const unseen = since.filter(({ author }) => author.kind === 'requester' || author.id !== reader)
  throw new Problem('unseen_messages', 'Nothing was sent: someone has said something that you have not seen.', {
    unseen,
  })
}

const firstUnseen = async (tx: Tx, ticketId: Ticket['id'], seen: TicketMessageId, reader: UserId) => {
  const found = await tx
    .selectFrom('ticket_messages')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('id', '>', seen)
    .where('author_id', 'is distinct from', reader)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return found?.id
}
