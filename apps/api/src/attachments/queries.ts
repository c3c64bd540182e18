import type { Attachment, AttachmentId, TicketMessageId, UserId } from '@livedesk/events'
import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'

/** What is known of an uploaded file, and where its bytes are. */
export type Kept = Attachment & { readonly key: string }

const columns = ['id', 'name', 'type', 'size', 'width', 'height'] as const

type Row = Pick<Attachment, 'id' | 'name' | 'type' | 'size'> & {
  readonly width: number | null
  readonly height: number | null
}

const toAttachment = ({ width, height, ...row }: Row): Attachment => ({
  ...row,
  ...(width !== null && height !== null && { width, height }),
})

/** How many files someone has uploaded that no message has yet. */
export const countWaiting = async (db: Db, uploaderId: UserId) => {
  const { count } = await db
    .selectFrom('attachments')
    .select((make) => make.fn.countAll<number>().as('count'))
    .where('uploader_id', '=', uploaderId)
    .where('message_id', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** Enters a file whose bytes are kept. */
export const addAttachment = async (
  db: Db,
  { uploader_id, ...file }: Omit<Kept, 'id'> & { readonly uploader_id: UserId },
): Promise<Attachment> =>
  toAttachment(
    await db
      .insertInto('attachments')
      .values({ ...file, uploader_id })
      .returning(columns)
      .executeTakeFirstOrThrow(),
  )

/** A file that a person may have: that of a message, or one that they have uploaded for one. */
export const findAttachment = async (db: Db, id: AttachmentId, reader: UserId): Promise<Kept | undefined> => {
  const row = await db
    .selectFrom('attachments')
    .select([...columns, 'key'])
    .where('id', '=', id)
    .where((where) => where.or([where('message_id', 'is not', null), where('uploader_id', '=', reader)]))
    .executeTakeFirst()
  return row && { ...toAttachment(row), key: row.key }
}

/** Takes back a file that is in no message yet. Gives its key. */
export const takeBack = async (db: Db, id: AttachmentId, uploaderId: UserId) => {
  const gone = await db
    .deleteFrom('attachments')
    .where('id', '=', id)
    .where('uploader_id', '=', uploaderId)
    .where('message_id', 'is', null)
    .returning('key')
    .executeTakeFirst()
  return gone?.key
}

/** The files that someone has uploaded for a message, in the order they were named. Held until the transaction ends. */
export const holdUploaded = async (
  tx: Tx,
  ids: readonly AttachmentId[],
  uploaderId: UserId,
  field: 'attachment_ids' | 'content' = 'attachment_ids',
): Promise<readonly Attachment[]> => {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('attachments')
    .select(columns)
    .where('id', 'in', [...ids])
    .where('uploader_id', '=', uploaderId)
    .where('message_id', 'is', null)
    .forUpdate()
    .execute()
  return [...new Set(ids)].map((id) => {
    const row = rows.find((one) => one.id === id)
    if (row) return toAttachment(row)
    const sentence = `The file ${id} is not there to be sent: it was sent already, or it is not yours, or a day old.`
    throw new Problem('bad_request', sentence, { errors: { [field]: sentence } })
  })
}

/** Puts files that are held into a message, in this order. */
export const attach = async (tx: Tx, messageId: TicketMessageId, files: readonly Attachment[]) => {
  if (files.length === 0) return
  await sql`
    update attachments a set message_id = ${messageId}, place = f.place - 1
    from unnest(${files.map(({ id }) => id)}::bigint[]) with ordinality f (id, place) where a.id = f.id`.execute(tx)
}

/** Takes the files of a message out of it: they wait for another, for a day from now. */
export const detach = async (tx: Tx, messageId: TicketMessageId) => {
  await tx
    .updateTable('attachments')
    .set({ message_id: null, place: null, created_at: sql`now()` })
    .where('message_id', '=', messageId)
    .execute()
}

/** The files of some messages, by message, in order. */
export const attachmentsOf = async (db: Db, messageIds: readonly TicketMessageId[]) => {
  if (messageIds.length === 0) return new Map<TicketMessageId | null, Attachment[]>()
  const rows = await db
    .selectFrom('attachments')
    .select([...columns, 'message_id'])
    .where('message_id', 'in', [...messageIds])
    .orderBy('message_id')
    .orderBy('place')
    .execute()
  const files = rows.map(({ message_id, ...row }) => ({ message_id, file: toAttachment(row) }))
  return new Map(
    [...Map.groupBy(files, ({ message_id }) => message_id)].map(([id, own]) => [id, own.map(({ file }) => file)]),
  )
}

/** Forgets files that got no message before a moment, but for what stands in a draft of their uploader's. Gives their keys. */
export const forgetAbandoned = async (db: Db, before: Date) => {
  const gone = await db
    .deleteFrom('attachments')
    .where('message_id', 'is', null)
    .where('created_at', '<', sql<string>`${before.toISOString()}::timestamptz`)
    .where(
      sql<boolean>`not exists (
        select from ticket_drafts d where d.user_id = attachments.uploader_id
        and jsonb_path_exists(d.content::jsonb, '$.**.attrs.attachment_id ? (@ == $id)', jsonb_build_object('id', attachments.id)))`,
    )
    .returning('key')
    .execute()
  return gone.map(({ key }) => key)
}

/** Which of these keys are known no more: their ticket was deleted, or they were never entered. */
export const unknownKeys = async (db: Db, keys: readonly string[]) => {
  const known = await db
    .selectFrom('attachments')
    .select('key')
    .where('key', 'in', [...keys])
    .execute()
  const there = new Set(known.map(({ key }) => key))
  return keys.filter((key) => !there.has(key))
}
