import type { TicketId } from '@livedesk/events'
import { pageProblem } from '../ui/page-problem.ts'
import { useAllPages } from '../ui/use-all-pages.ts'
import { useMessageScroll } from '../ui/use-message-scroll.ts'
import { useConversationInfiniteQuery } from './tickets-api.ts'

/** All that has been said in a ticket, and where its reader is in it: at the end, until they scroll. */
export const useConversationLog = (ticketId: TicketId) => {
  const conversation = useConversationInfiniteQuery(ticketId)
  useAllPages(conversation)
  const messages = conversation.data?.pages.flatMap((page) => page.items) ?? []
  const scroll = useMessageScroll(messages.map((message) => message.id))
  const isLoaded = conversation.data !== undefined
  const isWhole = isLoaded && !conversation.hasNextPage
  return { messages, isLoaded, isWhole, problem: pageProblem(conversation), ...scroll }
}
