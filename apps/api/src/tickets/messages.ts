import type { RequesterId, TicketId, TicketMessage, UserId } from '@livedesk/events'
import { sql } from 'kysely'
import { attach, attachmentsOf } from '../attachments/queries.ts'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../live/outbox.ts'

/** Adds a message to a conversation. The ticket is held or new, so ids rise in the order of the conversation. */
export const addMessage = async (tx: Tx, message: Omit<TicketMessage, 'id'>): Promise<TicketMessage> => {
  const { author, attachments = [], ...said } = message
  const { id } = await tx
    .insertInto('ticket_messages')
    .values({ ...said, ...(author.kind === 'agent' ? { author_id: author.id } : { requester_id: author.id }) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await attach(tx, id, attachments)
  return { id, ...message }
}

/** What was said in a conversation after a message, oldest first. */
export const listMessages = async (
  db: Db,
  ticketId: TicketId,
  after: number,
  limit: number,
): Promise<TicketMessage[]> => {
  const rows = await db
    .selectFrom('ticket_messages')
    .select(['id', 'ticket_id', 'kind', 'author_id', 'requester_id', 'body', 'content', 'created_at'])
    .where('ticket_id', '=', ticketId)
    .where('id', '>', sql<TicketMessage['id']>`${after}`)
    .orderBy('id')
    .limit(limit)
    .execute()
  const files = await attachmentsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ author_id, requester_id, content, ...message }) => {
    const attachments = files.get(message.id)
    return {
      ...message,
      ...(content && { content }),
      ...(attachments && { attachments }),
      author: authorOf(author_id, requester_id),
    }
  })
}

/** Who wrote a message, of the two columns of which one says it. */
export const authorOf = (agent: UserId | null, requester: RequesterId | null): TicketMessage['author'] => {
  if (agent !== null) return { kind: 'agent', id: agent }
  if (requester !== null) return { kind: 'requester', id: requester }
  throw new Error('A message has no author.')
}
