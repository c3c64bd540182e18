import { z } from 'zod'
import { durable, ephemeral } from './define.ts'
import { ChatId, ChatMessageId, Moment, TicketId, UserId } from './ids.ts'

/** `ticket`: the desk's own talk beside one ticket. `direct`: two people. `group`: any number, with a title. */
export const ChatKind = z.enum(['direct', 'group', 'ticket'])
export type ChatKind = z.output<typeof ChatKind>

/** A chat as its members see it. `title` is null for a direct chat; `ticket_id` is set for a ticket's chat only. */
export const Chat = z.object({
  id: ChatId,
  kind: ChatKind,
  title: z.string().min(1).max(200).nullable(),
  ticket_id: TicketId.nullable(),
  member_ids: z.array(UserId),
  created_at: Moment,
})
export type Chat = z.output<typeof Chat>

/** One chat message. `body` is plain text, at most 20,000 characters. */
export const ChatMessage = z.object({
  id: ChatMessageId,
  chat_id: ChatId,
  author_id: UserId,
  body: z.string().min(1).max(20_000),
  created_at: Moment,
})
export type ChatMessage = z.output<typeof ChatMessage>

/** Said to the members of a chat: a message was posted in it. */
export const MessagePosted = durable('message_posted', 'chat', { chat_id: ChatId, message: ChatMessage })

/** Said to the members of a chat, the new one included: from here on they hear the chat. */
export const ChatMemberAdded = durable('chat_member_added', 'chat', {
  chat_id: ChatId,
  user_id: UserId,
  added_by: UserId,
  chat: Chat,
})

/** Said to the members of a chat, the one who leaves included: it is the last they hear of it. */
export const ChatMemberRemoved = durable('chat_member_removed', 'chat', {
  chat_id: ChatId,
  user_id: UserId,
  removed_by: UserId,
})

/** Said to one person's own tabs: they have read a chat up to this message, so badges agree everywhere. */
export const ChatRead = durable('chat_read', 'user', { chat_id: ChatId, message_id: ChatMessageId })

/** Someone is typing in a chat now. It holds for five seconds unless it is said again. */
export const Typing = ephemeral('typing', 'chat', { chat_id: ChatId, user_id: UserId })

/** The events of this file, by wire name. */
export const chatEvents = {
  message_posted: MessagePosted,
  chat_member_added: ChatMemberAdded,
  chat_member_removed: ChatMemberRemoved,
  chat_read: ChatRead,
  typing: Typing,
}
