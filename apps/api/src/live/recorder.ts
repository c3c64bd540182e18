import type { DurableEvent, UserId, ChatId } from '@livedesk/events'
import type { Entry } from './outbox.ts'
import type { Sink } from './transact.ts'

/** Stands in for delivery in unit tests: keeps what committed transactions said. It has no pubsub, so it cannot hang. */
export type Recorder = Sink & {
  readonly entries: readonly Entry[]
  sentToUser(userId: UserId): DurableEvent[]
  sentToChat(chatId: ChatId): DurableEvent[]
  sentToAgents(): DurableEvent[]
}

export const openRecorder = (): Recorder => {
  const entries: Entry[] = []
  const said = (match: (to: Entry['to']) => boolean) =>
    entries.flatMap((entry) => (entry.event && match(entry.to) ? [entry.event] : []))
  return {
    entries,
    write: async () => {},
    committed: (written) => void entries.push(...written),
    sentToUser: (userId) => said((to) => to.audience === 'user' && to.id === userId),
    sentToChat: (chatId) => said((to) => to.audience === 'chat' && to.id === chatId),
    sentToAgents: () => said((to) => to.audience === 'agents'),
  }
}
