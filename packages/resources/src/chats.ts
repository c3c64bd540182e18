import { Chat, ChatMessage, ChatMessageId, UserId } from '@livedesk/events'
import { z } from 'zod'

/** A chat in one member's list. */
export const ChatSummary = Chat.extend({
  last_message: ChatMessage.nullable(),
  unread_count: z.int().nonnegative(),
  /** The last message that the asker has read. */
  read_up_to: ChatMessageId.nullable(),
})
export type ChatSummary = z.output<typeof ChatSummary>

/** `GET /api/chats`: the chats the asker is a member of, last spoken in first. */
export const ChatList = z.object({ items: z.array(ChatSummary) })
export type ChatList = z.output<typeof ChatList>

/** `POST /api/chats`. The asker is a member always. A direct chat with the same person is one chat: asking again gives it back. */
export const CreateChat = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('direct'), user_id: UserId }),
  z.strictObject({
    kind: z.literal('group'),
    title: z.string().trim().min(1).max(200),
    member_ids: z.array(UserId).max(500).default([]),
  }),
])
export type CreateChat = z.input<typeof CreateChat>

/** `POST /api/chats/:id/members`. Anyone at the desk may add themselves to a ticket's chat; members add others to groups and ticket chats. */
export const AddChatMember = z.strictObject({ user_id: UserId })
export type AddChatMember = z.output<typeof AddChatMember>

/** `GET /api/chats/:id/messages`: newest page first; inside a page, oldest first. `previous_cursor` leads further back. */
export const ChatMessagePage = z.object({ items: z.array(ChatMessage), previous_cursor: z.string().nullable() })
export type ChatMessagePage = z.output<typeof ChatMessagePage>

/** `POST /api/chats/:id/messages`. With an `Idempotency-Key` header, a retry posts once. */
export const PostChatMessage = z.strictObject({ body: z.string().trim().min(1).max(20_000) })
export type PostChatMessage = z.output<typeof PostChatMessage>

/** `POST /api/chats/:id/read`. */
export const MarkChatRead = z.strictObject({ message_id: ChatMessageId })
export type MarkChatRead = z.output<typeof MarkChatRead>
