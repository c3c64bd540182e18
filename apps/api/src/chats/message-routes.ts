import { ChatMessage, type UserId } from '@livedesk/events'
import { ChatMessagePage, MarkChatRead, PostChatMessage } from '@livedesk/resources'
import { once } from '../http/once.ts'
import { created, done, get, ok, post } from '../http/route.ts'
import { sendToChat, sendToUser, type Tx } from '../live/outbox.ts'
import { ChatAddress, MessagesQuery } from './address.ts'
import { holdChat, mayHear, noChat } from './members.ts'
import { addChatMessage, findChat, listChatMessages, moveReadMark } from './queries.ts'
import type { ChatParts } from './routes.ts'

type Mark = Pick<ChatMessage, 'chat_id'> & { readonly message_id: ChatMessage['id'] }

/** What is said in chats, and how far it was read: for members only. */
export const chatMessageRoutes = ({ db, tx }: Omit<ChatParts, 'readCounted'>) => [
  get(
    '/chats/:chatId/messages',
    {
      summary: 'What was said in a chat, the newest page first',
      params: ChatAddress,
      query: MessagesQuery,
      answers: { 200: ChatMessagePage },
      problems: ['not_found', 'forbidden'],
    },
    async ({ actor, params: { chatId }, query: { cursor, limit } }) => {
      mayHear((await findChat(db, chatId)) ?? noChat(chatId), actor.id)
      const found = await listChatMessages(db, chatId, cursor, limit + 1)
      const items = found.slice(0, limit).toReversed()
      return ok({ items, previous_cursor: found.length > limit ? String(items[0]?.id) : null })
    },
  ),

  post(
    '/chats/:chatId/messages',
    {
      summary: 'Say something in a chat',
      params: ChatAddress,
      body: PostChatMessage,
      answers: { 201: ChatMessage },
      problems: ['not_found', 'forbidden'],
      idempotent: true,
      says: ['message_posted'],
    },
    async ({ actor, params: { chatId }, body, request }) => {
      const message = await tx((tx) =>
        once(tx, { actor, body, request }, ChatMessage, async () => {
          mayHear(await holdChat(tx, chatId), actor.id)
          const said = await addChatMessage(tx, chatId, actor.id, body.body)
          sendToChat(tx, chatId, { type: 'message_posted', chat_id: chatId, message: said })
          return said
        }),
      )
      return created(message)
    },
  ),

  post(
    '/chats/:chatId/read',
    {
      summary: 'Mark a chat read, up to a message',
      params: ChatAddress,
      body: MarkChatRead,
      answers: { 204: null },
      problems: ['not_found', 'forbidden'],
      says: ['chat_read'],
    },
    async ({ actor, params: { chatId }, body: { message_id } }) => {
      mayHear((await findChat(db, chatId)) ?? noChat(chatId), actor.id)
      await tx((tx) => markChatRead(tx, actor.id, { chat_id: chatId, message_id }))
      return done()
    },
  ),
]

/** Moves someone's read mark, if they are in the chat and the mark is new, and tells their other tabs. */
export const markChatRead = async (tx: Tx, userId: UserId, { chat_id, message_id }: Mark) => {
  if (await moveReadMark(tx, chat_id, userId, message_id))
    sendToUser(tx, userId, { type: 'chat_read', chat_id, message_id })
}
