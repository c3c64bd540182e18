import type { Chat, ChatId, UserId } from '@livedesk/events'
import { addToChat, removeFromChat, type Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'
import { addMember, findChat, lockChat, missingColleagues, removeMember } from './queries.ts'

/** The chat, held until the transaction ends. */
export const holdChat = async (tx: Tx, chatId: ChatId) => (await lockChat(tx, chatId)) ?? noChat(chatId)

/** Says that there is no such chat, also to those who may not know of it. */
export const noChat = (chatId: ChatId): never => {
  throw new Problem('not_found', `You are in no chat ${chatId}.`)
}

/** Everyone at the desk may know of a ticket's chat; of others, only who is in them. */
export const mayKnow = (chat: Chat, userId: UserId) => {
  if (chat.kind !== 'ticket' && !chat.member_ids.includes(userId)) noChat(chat.id)
}

/** What is said in a chat is for those who are in it. */
export const mayHear = (chat: Chat, userId: UserId) => {
  mayKnow(chat, userId)
  if (!chat.member_ids.includes(userId)) throw new Problem('forbidden', 'Join this chat first.')
}

/** Members bring others into groups and tickets' chats; into a ticket's chat anyone may come by themselves. */
export const mayAdd = (chat: Chat, actor: UserId, newcomer: UserId) => {
  mayKnow(chat, actor)
  if (chat.kind === 'direct') throw new Problem('bad_request', 'A direct chat is for two: open a group instead.')
  if (actor !== newcomer) mayHear(chat, actor)
}

/** Makes people members of a chat that is held, and says so. Who is in it already stays as they are. */
export const addMembers = async (tx: Tx, chat: Chat, userIds: readonly UserId[], actor: UserId): Promise<Chat> => {
  const newcomers = [...new Set(userIds)].filter((userId) => !chat.member_ids.includes(userId))
  if (newcomers.length === 0) return chat
  await requireColleagues(tx, newcomers)
  for (const userId of newcomers) await addMember(tx, chat.id, userId)
  const after = await findChat(tx, chat.id)
  if (!after) throw new Error(`Chat ${chat.id} is held and cannot be read.`)
  for (const userId of newcomers) {
    addToChat(tx, chat.id, userId, {
      type: 'chat_member_added',
      chat_id: chat.id,
      user_id: userId,
      added_by: actor,
      chat: after,
    })
  }
  return after
}

/** Ends someone's membership of a chat that is held, and says so: it is the last they hear of it. */
export const endMembership = async (tx: Tx, chat: Chat, userId: UserId, actor: UserId) => {
  mayHear(chat, actor)
  if (chat.kind === 'direct') throw new Problem('bad_request', 'Nobody leaves a direct chat.')
  if (!chat.member_ids.includes(userId)) throw new Problem('not_found', `They are not in chat ${chat.id}.`)
  await removeMember(tx, chat.id, userId)
  removeFromChat(tx, chat.id, userId, {
    type: 'chat_member_removed',
    chat_id: chat.id,
    user_id: userId,
    removed_by: actor,
  })
}

/** Refuses people who are not at the desk. */
export const requireColleagues = async (tx: Tx, userIds: readonly UserId[]) => {
  const missing = await missingColleagues(tx, userIds)
  if (missing.length > 0) throw new Problem('bad_request', `Nobody with the id ${missing.join(', ')} is at this desk.`)
}
