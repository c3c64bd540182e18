import type { Chat, ChatId, ChatMessage, ChatMessageId, UserId } from '@livedesk/events'
import type { ChatSummary } from '@livedesk/resources'
import { type Kysely, sql } from 'kysely'
import type { Db } from '../db/pool.ts'
import type { Database } from '../db/schema.ts'
import type { Tx } from '../live/outbox.ts'

/** Whole chats, in the contract's own names. A ticket's chat is called what its ticket is called. */
const selectChats = (db: Kysely<Database>) =>
  db
    .selectFrom('chats')
    .leftJoin('tickets', 'tickets.id', 'chats.ticket_id')
    .select([
      'chats.id',
      'chats.kind',
      sql<string | null>`coalesce(chats.title, tickets.title)`.as('title'),
      'chats.ticket_id',
      sql<
        UserId[]
      >`(select coalesce(json_agg(m.user_id order by m.user_id), '[]') from chat_members m where m.chat_id = chats.id)`.as(
        'member_ids',
      ),
      'chats.created_at',
    ])

/** One chat as it is now, if there is one. */
export const findChat = (db: Kysely<Database>, chatId: ChatId): Promise<Chat | undefined> =>
  selectChats(db).where('chats.id', '=', chatId).executeTakeFirst()

/** One chat, held until the transaction ends: what is said in it and who is in it have one order. */
export const lockChat = async (tx: Tx, chatId: ChatId): Promise<Chat | undefined> => {
  // Held first and read then: a chat read in the same statement would show its members of before the wait.
  await tx.selectFrom('chats').select('id').where('id', '=', chatId).forNoKeyUpdate().execute()
  return findChat(tx, chatId)
}

/** The chats someone is in, last spoken in first, with what they have not read in each. */
export const listChats = async (db: Tx, userId: UserId): Promise<ChatSummary[]> => {
  const rows = await selectChats(db)
    .innerJoin('chat_members as me', (join) => join.onRef('me.chat_id', '=', 'chats.id').on('me.user_id', '=', userId))
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('chat_messages as m')
          .select([
            'm.id as last_id',
            'm.author_id as last_author_id',
            'm.body as last_body',
            'm.created_at as last_at',
          ])
          .whereRef('m.chat_id', '=', 'chats.id')
          .orderBy('m.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['last_id', 'last_author_id', 'last_body', 'last_at', 'me.read_up_to'])
    .select((eb) =>
      eb
        .selectFrom('chat_messages as m')
        .select(({ fn }) => fn.countAll<number>().as('unread'))
        .whereRef('m.chat_id', '=', 'chats.id')
        .where('m.id', '>', sql<ChatMessageId>`coalesce(me.read_up_to, 0)`)
        .where('m.author_id', '<>', userId)
        .$asScalar()
        .$notNull()
        .as('unread_count'),
    )
    .orderBy(sql`coalesce(last.last_at, chats.created_at)`, 'desc')
    .orderBy('chats.id', 'desc')
    .execute()

  return rows.map(({ last_id, last_author_id, last_body, last_at, ...chat }) => ({
    ...chat,
    last_message:
      last_id !== null && last_author_id !== null && last_body !== null && last_at !== null
        ? { id: last_id, chat_id: chat.id, author_id: last_author_id, body: last_body, created_at: last_at }
        : null,
  }))
}

/** The direct chat of two people, if they have one. */
export const findDirectChat = async (tx: Tx, one: UserId, other: UserId): Promise<Chat | undefined> =>
  selectChats(tx)
    .where('direct_low', '=', sql<UserId>`least(${one}::bigint, ${other}::bigint)`)
    .where('direct_high', '=', sql<UserId>`greatest(${one}::bigint, ${other}::bigint)`)
    .executeTakeFirst()

/** Opens the direct chat of two people, or gives undefined if they have one by now. */
export const addDirectChat = (tx: Tx, one: UserId, other: UserId) =>
  tx
    .insertInto('chats')
    .values({
      kind: 'direct',
      direct_low: sql`least(${one}::bigint, ${other}::bigint)`,
      direct_high: sql`greatest(${one}::bigint, ${other}::bigint)`,
    })
    .onConflict((conflict) => conflict.columns(['direct_low', 'direct_high']).doNothing())
    .returning('id')
    .executeTakeFirst()

/** Opens a group. */
export const addGroup = (tx: Tx, title: string) =>
  tx.insertInto('chats').values({ kind: 'group', title }).returning('id').executeTakeFirstOrThrow()

/** Which of these people are not at the desk; the others stay until the transaction ends. */
export const missingColleagues = async (tx: Tx, userIds: readonly UserId[]) => {
  const here = await tx
    .selectFrom('users')
    .select('id')
    .where('id', 'in', userIds)
    .where('active', '=', true)
    .orderBy('id')
    .forShare()
    .execute()
  return userIds.filter((userId) => here.every(({ id }) => id !== userId))
}

/** Makes someone a member. What was said before they came counts as read. */
export const addMember = (tx: Tx, chatId: ChatId, userId: UserId) =>
  tx
    .insertInto('chat_members')
    .values({
      chat_id: chatId,
      user_id: userId,
      read_up_to: sql`(select max(m.id) from chat_messages m where m.chat_id = ${chatId})`,
    })
    .execute()

/** Ends someone's membership. */
export const removeMember = (tx: Tx, chatId: ChatId, userId: UserId) =>
  tx.deleteFrom('chat_members').where('chat_id', '=', chatId).where('user_id', '=', userId).execute()

/** Whether someone is in a chat now. */
export const isMember = async (db: Kysely<Database>, chatId: ChatId, userId: UserId) => {
  const member = await db
    .selectFrom('chat_members')
    .select('chat_id')
    .where('user_id', '=', userId)
    .where('chat_id', '=', chatId)
    .executeTakeFirst()
  return member !== undefined
}

const messageColumns = ['id', 'chat_id', 'author_id', 'body', 'created_at'] as const

/** Says something in a chat that is held. */
export const addChatMessage = (tx: Tx, chatId: ChatId, author: UserId, body: string): Promise<ChatMessage> =>
  tx
    .insertInto('chat_messages')
    .values({ chat_id: chatId, author_id: author, body, created_at: sql`clock_timestamp()` })
    .returning(messageColumns)
    .executeTakeFirstOrThrow()

/** What was said in a chat before a message, the last of it, newest first. */
export const listChatMessages = (
  db: Db,
  chatId: ChatId,
  before: ChatMessageId | undefined,
  limit: number,
): Promise<ChatMessage[]> =>
  db
    .selectFrom('chat_messages')
    .select(messageColumns)
    .where('chat_id', '=', chatId)
    .where((eb) => (before === undefined ? eb.lit(true) : eb('id', '<', before)))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** Moves someone's read mark forward to a message of the chat; false if it does not move. */
export const moveReadMark = async (tx: Tx, chatId: ChatId, userId: UserId, messageId: ChatMessageId) => {
  const { numUpdatedRows } = await tx
    .updateTable('chat_members')
    .set({ read_up_to: messageId })
    .where('user_id', '=', userId)
    .where('chat_id', '=', chatId)
    .where((eb) => eb.or([eb('read_up_to', 'is', null), eb('read_up_to', '<', messageId)]))
    .where((eb) =>
      eb.exists(eb.selectFrom('chat_messages').select('id').where('chat_id', '=', chatId).where('id', '=', messageId)),
    )
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
