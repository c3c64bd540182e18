import { ChatId, ChatMessageId, TicketId, UserId } from '@livedesk/events'
import { addToChat, removeFromChat, sendToAgents, sendToChat, sendToUser, type Tx } from '../../src/live/outbox.ts'

const at = '2026-01-01T00:00:00.000Z'

/** Tells a person that they were assigned a ticket: the smallest user event, `title` telling them apart. */
export const assign = (tx: Tx, userId: number, title: string) =>
  sendToUser(tx, UserId.parse(userId), {
    type: 'ticket_assigned',
    ticket_id: TicketId.parse(1),
    title,
    assigned_by: UserId.parse(1),
    version: 1,
  })

/** Posts a message in a chat. */
export const post = (tx: Tx, chatId: number, body: string) =>
  sendToChat(tx, ChatId.parse(chatId), {
    type: 'message_posted',
    chat_id: ChatId.parse(chatId),
    message: {
      id: ChatMessageId.parse(1),
      chat_id: ChatId.parse(chatId),
      author_id: UserId.parse(1),
      body,
      created_at: at,
    },
  })

/** Makes someone a member of a chat. */
export const join = (tx: Tx, chatId: number, userId: number) =>
  addToChat(tx, ChatId.parse(chatId), UserId.parse(userId), {
    type: 'chat_member_added',
    chat_id: ChatId.parse(chatId),
    user_id: UserId.parse(userId),
    added_by: UserId.parse(1),
    chat: { id: ChatId.parse(chatId), kind: 'group', title: 'Chat', ticket_id: null, member_ids: [], created_at: at },
  })

/** Ends someone's membership of a chat. */
export const leave = (tx: Tx, chatId: number, userId: number) =>
  removeFromChat(tx, ChatId.parse(chatId), UserId.parse(userId), {
    type: 'chat_member_removed',
    chat_id: ChatId.parse(chatId),
    user_id: UserId.parse(userId),
    removed_by: UserId.parse(1),
  })

/** Tells everyone at the desk something, `name` telling such events apart. */
export const announce = (tx: Tx, name: string) =>
  sendToAgents(tx, {
    type: 'user_created',
    user: { id: UserId.parse(99), name, email: 'new@livedesk.test', role: 'agent', active: true, version: 1 },
  })
