import { type ChatId, type ChatMessage, ChatMessageId, type UserId } from '@livedesk/events'
import { type Foreseen, provisionalId } from '../server/foretell.ts'
import type { Forecast } from '../server/foretold.ts'

/** What something said in a chat will be heard as. */
export const foreseeChatMessage = (chat_id: ChatId, body: string, author_id: UserId): Foreseen<ChatMessage> => {
  const message: ChatMessage = {
    id: ChatMessageId.parse(provisionalId()),
    chat_id,
    author_id,
    body: body.trim(),
    created_at: new Date().toISOString(),
  }
  return {
    forecast: {
      event: { type: 'message_posted', chat_id, message },
      // It may be heard before it is answered.
      cameTrue: (heard) =>
        heard.type === 'message_posted' &&
        heard.chat_id === chat_id &&
        heard.message.author_id === author_id &&
        heard.message.body === message.body,
    },
    confirmed: (posted) => ({
      event: { type: 'message_posted', chat_id, message: posted },
      cameTrue: (heard) => heard.type === 'message_posted' && heard.message.id === posted.id,
    }),
  }
}

/** What reading a chat up to a message will be heard as. */
export const foreseeRead = (chat_id: ChatId, message_id: ChatMessageId): Foreseen<null> => {
  const forecast: Forecast = {
    event: { type: 'chat_read', chat_id, message_id },
    cameTrue: (heard) => heard.type === 'chat_read' && heard.chat_id === chat_id && heard.message_id >= message_id,
  }
  return { forecast, confirmed: () => forecast }
}
