import type { Attachment, TicketMessageId } from '@livedesk/events'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../live/outbox.ts'

export const attachmentColumns = ['id', 'name', 'type', 'bytes', 'width', 'height'] as const

type Row = Pick<Attachment, 'id' | 'name' | 'type' | 'bytes'> & {
  readonly width: number | null
  readonly height: number | null
}

/** An attachment in the contract's own form. */
export const attachmentOf = ({ width, height, id, name, type, bytes }: Row): Attachment => ({
  id,
  name,
  type,
  bytes,
  ...(width !== null && height !== null && { width, height }),
})

/** Gives uploads that are held to a message, in their order. From then on they are everyone's who may see the ticket. */
export const attach = async (tx: Tx, messageId: TicketMessageId, attachments: readonly Attachment[]) => {
  for (const [place, { id }] of attachments.entries())
    await tx.updateTable('attachments').set({ message_id: messageId, place }).where('id', '=', id).execute()
}

/** What came with messages, by message, in order. */
export const listAttached = async (db: Db, messageIds: readonly TicketMessageId[]) => {
  if (messageIds.length === 0) return new Map<TicketMessageId | null, never[]>()
  const rows = await db
    .selectFrom('attachments')
    .select([...attachmentColumns, 'message_id'])
    .where('message_id', 'in', messageIds)
    .orderBy('place')
    .execute()
  return Map.groupBy(rows, ({ message_id }) => message_id)
}
