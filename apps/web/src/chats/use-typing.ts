import type { ChatId, UserId } from '@livedesk/events'
import { useSayAtLetters } from '../server/use-say-at-letters.ts'
import { useWebSocket } from '../server/use-web-socket.ts'
import { useDirectory } from '../ui/directory.ts'
import { usePassing } from '../ui/use-passing.ts'

// As the contract has it: someone types for five seconds after they said so.
const holdsFor = 5000

/** Who else is typing in a chat now. Whoever's message has come is not typing it any more. */
export const useTyping = (chatId: ChatId): readonly UserId[] => {
  const { me } = useDirectory()
  const typists = usePassing<UserId>(holdsFor)
  useWebSocket({
    typing: ({ chat_id, user_id }) => {
      if (chat_id === chatId && user_id !== me.id) typists.note(user_id)
    },
    message_posted: ({ chat_id, message }) => {
      if (chat_id === chatId) typists.forget(message.author_id)
    },
  })

  return typists.now
}

/** Tells a chat that its reader is typing: call it at every letter. */
export const useSayTyping = (chatId: ChatId) => useSayAtLetters({ type: 'typing', chat_id: chatId })
