import type { CannedReply, CannedReplyId, UserId } from '@livedesk/events'
import { sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../live/outbox.ts'

const columns = ['id', 'name', 'body', 'changes', 'owner_id', 'version', 'updated_at'] as const

type Fields = Pick<CannedReply, 'name' | 'body' | 'changes' | 'owner_id'>

/** The desk's canned replies and someone's own, by name. */
export const listCannedReplies = (db: Db, userId: UserId): Promise<CannedReply[]> =>
  selectVisible(db, userId)
    .orderBy(sql`lower(name collate pg_unicode_fast)`)
    .orderBy('id')
    .execute()

/** One that someone may use, held until the transaction ends. */
export const lockCannedReply = (tx: Tx, id: CannedReplyId, userId: UserId): Promise<CannedReply | undefined> =>
  selectVisible(tx, userId).where('id', '=', id).forUpdate().executeTakeFirst()

export const addCannedReply = (tx: Tx, fields: Fields): Promise<CannedReply> =>
  tx.insertInto('canned_replies').values(fields).returning(columns).executeTakeFirstOrThrow()

/** Gives one that is held other fields, and its next version. */
export const changeCannedReply = (tx: Tx, id: CannedReplyId, fields: Fields): Promise<CannedReply> =>
  tx
    .updateTable('canned_replies')
    .set({ ...fields, version: sql`version + 1`, updated_at: sql`now()` })
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow()

export const deleteCannedReply = (tx: Tx, id: CannedReplyId) =>
  tx.deleteFrom('canned_replies').where('id', '=', id).execute()

const selectVisible = (db: Db, userId: UserId) =>
  db
    .selectFrom('canned_replies')
    .select(columns)
    .where((row) => row.or([row('owner_id', 'is', null), row('owner_id', '=', userId)]))
