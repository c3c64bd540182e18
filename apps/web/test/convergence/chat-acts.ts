import { type Chat, ChatId, type ChatMessage, ChatMessageId, type UserId } from '@livedesk/events'
import type { Desk } from './desk.ts'

export const openGroup = (desk: Desk, by: UserId, others: readonly UserId[], at: string): Chat => {
  const id = ChatId.parse(desk.chats.size + 1)
  desk.chats.set(id, { id, kind: 'group', title: `Group ${id}`, ticket_id: null, member_ids: [], created_at: at })
  desk.members.set(id, [])
  for (const user of new Set([by, ...others])) addMember(desk, by, id, user)
  return desk.chat(id)
}

export const addMember = (desk: Desk, by: UserId, id: ChatId, user: UserId): Chat => {
  const members = desk.membersOf(id)
  if (members.some((member) => member.user === user)) return desk.chat(id)
  // What was said before someone came counts as read.
  members.push({ user, readUpTo: desk.messagesOf(id).at(-1)?.id ?? 0 })
  const chat = countMembers(desk, id)
  const event = { type: 'chat_member_added' as const, chat_id: id, user_id: user, added_by: by, chat }
  desk.say({ chat: id }, event, [`chat ${id}`], { chat: id, user, does: 'join' })
  return chat
}

export const removeMember = (desk: Desk, by: UserId, id: ChatId, user: UserId) => {
  const members = desk.membersOf(id)
  const index = members.findIndex((member) => member.user === user)
  if (index < 0) return
  members.splice(index, 1)
  countMembers(desk, id)
  const event = { type: 'chat_member_removed' as const, chat_id: id, user_id: user, removed_by: by }
  desk.say({ chat: id }, event, [`chat ${id}`], { chat: id, user, does: 'leave' })
}

export const postInChat = (desk: Desk, by: UserId, id: ChatId, body: string, at: string): ChatMessage => {
  const message: ChatMessage = {
    id: ChatMessageId.parse(desk.nextId()),
    chat_id: id,
    author_id: by,
    body,
    created_at: at,
  }
  desk.chatMessages.push(message)
  desk.say({ chat: id }, { type: 'message_posted', chat_id: id, message }, [`chat ${id}`])
  return message
}

export const readChat = (desk: Desk, by: UserId, id: ChatId, upTo: ChatMessageId) => {
  const member = desk.membersOf(id).find(({ user }) => user === by)
  const isThere = desk.messagesOf(id).some((message) => message.id === upTo)
  if (!member || !isThere || member.readUpTo >= upTo) return
  member.readUpTo = upTo
  desk.say({ user: by }, { type: 'chat_read', chat_id: id, message_id: upTo }, [`chat ${id}`])
}

const countMembers = (desk: Desk, id: ChatId) => {
  const member_ids = desk
    .membersOf(id)
    .map(({ user }) => user)
    .toSorted((a, b) => a - b)
  const chat = { ...desk.chat(id), member_ids }
  desk.chats.set(id, chat)
  return chat
}
