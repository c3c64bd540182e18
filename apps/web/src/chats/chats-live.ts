import type { Chat, ChatId, ChatMessage, ChatMessageId, DurableEvent, EventOf, UserId } from '@livedesk/events'
import type { ChatList, ChatMessagePage, ChatSummary } from '@livedesk/resources'
import type { Appliers } from '../server/appliers.ts'
import { irrelevant } from '../server/irrelevant.ts'
import type { PagePlace } from '../server/live.ts'
import { findRow, putRow, removeRow } from '../server/rows.ts'

// A ticket's chat is called what its ticket is called.
const rename = (chat: Chat, { ticket_id, ticket }: EventOf<'ticket_changed' | 'ticket_status_changed'>) => {
  if (chat.ticket_id === ticket_id && chat.title !== ticket.title) chat.title = ticket.title
}

const welcome = (chat: Chat, newcomer: UserId) => {
  if (!chat.member_ids.includes(newcomer)) chat.member_ids = [...chat.member_ids, newcomer].toSorted((a, b) => a - b)
}

const takeOut = (chat: Chat, leaver: UserId) => {
  if (chat.member_ids.includes(leaver)) chat.member_ids = chat.member_ids.filter((id) => id !== leaver)
}

// Of tickets, what renames them matters here.
const notAboutChats = {
  ...irrelevant.tickets,
  ...irrelevant.notifications,
  ...irrelevant.people,
  ...irrelevant.teams,
  ...irrelevant.canned,
  ...irrelevant.savedViews,
}

/** Last spoken in first. */
const byLastWord = (a: ChatSummary, b: ChatSummary) => compareText(lastWord(b), lastWord(a)) || b.id - a.id
const lastWord = ({ last_message, created_at }: ChatSummary) => last_message?.created_at ?? created_at
const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The chats that someone is in. */
export const chatsAppliers: Appliers<ChatList, UserId> = {
  ...notAboutChats,
  ticket_status_changed: (list, event) => list.items.forEach((chat) => rename(chat, event)),
  ticket_changed: (list, event) => list.items.forEach((chat) => rename(chat, event)),
  message_posted: (list, { chat_id, message }, viewer) => {
    const chat = findRow(list.items, chat_id)
    return chat ? hear(list, chat, message, viewer) : 'reload'
  },
  chat_member_added: (list, { chat_id, user_id }) => {
    const chat = list.items.find(({ id }) => id === chat_id)
    // What was said there before they came is not told.
    return chat ? welcome(chat, user_id) : 'reload'
  },
  chat_member_removed: (list, { chat_id, user_id }, viewer) => {
    if (user_id === viewer) return removeRow(list, chat_id)
    const chat = list.items.find(({ id }) => id === chat_id)
    if (chat) takeOut(chat, user_id)
  },
  chat_read: (list, { chat_id, message_id }) => {
    const chat = list.items.find(({ id }) => id === chat_id)
    return chat && message_id > (chat.read_up_to ?? 0) ? read(chat, message_id) : undefined
  },
}

const hear = (list: ChatList, chat: ChatSummary, message: ChatMessage, viewer: UserId) => {
  if (message.id <= (chat.last_message?.id ?? 0)) return
  const isUnread = message.author_id !== viewer && message.id > (chat.read_up_to ?? 0)
  putRow(list, { ...chat, last_message: message, unread_count: chat.unread_count + Number(isUnread) }, byLastWord)
}

const read = (chat: ChatSummary, upTo: ChatMessageId) => {
  chat.read_up_to = upTo
  // How many came after it is known only when none did.
  if (chat.last_message && upTo < chat.last_message.id) return 'reload'
  chat.unread_count = 0
  return undefined
}

/** What was said in a chat: the newest page first, and in each the oldest message first. */
export const byNewest = (a: ChatMessage, b: ChatMessage) => b.id - a.id
const byAge = (a: ChatMessage, b: ChatMessage) => a.id - b.id

export const chatMessagesAppliers: Appliers<ChatMessagePage, PagePlace<ChatId, ChatMessage>> = {
  ...irrelevant.tickets,
  ...irrelevant.notifications,
  ...irrelevant.people,
  ...irrelevant.teams,
  ...irrelevant.canned,
  ...irrelevant.savedViews,
  message_posted: (page, { chat_id, message }, { arg, isWithin }) => {
    if (chat_id === arg && isWithin(message)) putRow(page, message, byAge)
  },
  chat_member_added: 'irrelevant',
  chat_member_removed: (_page, { chat_id }, { arg }) => (chat_id === arg ? 'reload' : undefined),
  chat_read: 'irrelevant',
}

/** Whoever may not hear a chat may, once they are in it. */
export const bringsSomeoneIn = (event: DurableEvent, chatId: ChatId) =>
  event.type === 'chat_member_added' && event.chat_id === chatId
