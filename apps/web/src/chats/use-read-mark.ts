import type { ChatMessage } from '@livedesk/events'
import type { ChatSummary } from '@livedesk/resources'
import { useDocumentVisibility } from '@mantine/hooks'
import { useEffect } from 'react'
import { useMarkChatReadMutation } from './chats-api.ts'

/** Tells the desk that everything up to a message was read, once it has been in sight: a hidden tab reads nothing. */
export const useReadMark = (
  { id, read_up_to: readUpTo, unread_count: unread }: ChatSummary,
  seen: ChatMessage | undefined,
) => {
  const [markRead] = useMarkChatReadMutation()
  const isVisible = useDocumentVisibility() === 'visible'
  const unreadId = seen && unread > 0 && seen.id > (readUpTo ?? 0) ? seen.id : undefined

  useEffect(() => {
    if (isVisible && unreadId !== undefined) void markRead({ chat_id: id, message_id: unreadId })
  }, [isVisible, unreadId, id, markRead])
}
