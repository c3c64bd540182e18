import { ChatId, UserId } from '@livedesk/events'
import { eventFrame } from './frame.ts'
import type { LogEntry } from './log.ts'
import type { Effect, Entry } from './outbox.ts'

/** A numbered entry as delivery holds it: its bytes are made once and written to every socket that may hear it. */
export type Framed = {
  readonly seq: number
  readonly to: Entry['to']
  readonly frame: Buffer | undefined
  readonly effect: Effect | undefined
}

export const frameEntry = (entry: LogEntry): Framed => ({
  seq: entry.seq,
  to: addressOf(entry),
  frame: entry.event === null ? undefined : eventFrame(entry.seq, entry.event),
  effect: entry.effect ?? undefined,
})

/** Whether a person who is in these chats hears an entry. The one rule of who may hear, live and in replay. */
export const heardBy = ({ to }: Framed, userId: UserId, chats: ReadonlySet<ChatId>) => {
  switch (to.audience) {
    case 'user':
      return to.id === userId
    case 'chat':
      return chats.has(to.id)
    case 'agents':
      return true
    case 'nobody':
      return false
  }
}

const addressOf = ({ audience, audienceId }: LogEntry): Entry['to'] => {
  switch (audience) {
    case 'user':
      return { audience, id: UserId.parse(audienceId) }
    case 'chat':
      return { audience, id: ChatId.parse(audienceId) }
    case 'agents':
    case 'nobody':
      return { audience }
  }
}
