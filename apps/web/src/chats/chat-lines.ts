import type { ChatMessage, ChatMessageId, UserId } from '@livedesk/events'
import { sameDay } from '../ui/relative-time.ts'

export type ChatLine =
  | { readonly kind: 'day'; readonly moment: string }
  /** From here on the reader has not read. */
  | { readonly kind: 'new' }
  /** `continues`: the same author went on within a few minutes, so their name need not be said again. */
  | { readonly kind: 'message'; readonly message: ChatMessage; readonly continues: boolean }

const pause = 5 * 60_000

/** What is drawn of a chat, from its oldest loaded message to its newest. */
export const chatLines = (
  messages: readonly ChatMessage[],
  readUpTo: ChatMessageId | null | undefined,
  me: UserId,
): ChatLine[] => {
  const firstUnread =
    readUpTo === undefined
      ? undefined
      : messages.find((message) => message.id > (readUpTo ?? 0) && message.author_id !== me)
  return messages.flatMap((message, index) => {
    const before = messages[index - 1]
    const isNewDay = !before || !sameDay(before.created_at, message.created_at)
    const isFirstUnread = message === firstUnread
    const lines: ChatLine[] = []
    if (isNewDay) lines.push({ kind: 'day', moment: message.created_at })
    if (isFirstUnread) lines.push({ kind: 'new' })
    const continues =
      !isNewDay && !isFirstUnread && before.author_id === message.author_id && gap(before, message) < pause
    return [...lines, { kind: 'message', message, continues }]
  })
}

const gap = (a: ChatMessage, b: ChatMessage) => Date.parse(b.created_at) - Date.parse(a.created_at)
