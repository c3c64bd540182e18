import type { ChatId, DurableEvent, UserId } from '@livedesk/events'
import { expect } from 'vitest'
import type { Recorder } from '../src/live/recorder.ts'

interface DeskMatchers<R> {
  /** That this was said to one person, once. */
  toHaveSentToUser(userId: UserId, event: Partial<DurableEvent<'user'>>): R
  /** That this was said to the members of a chat, once. */
  toHaveSentToChat(chatId: ChatId, event: Partial<DurableEvent<'chat'>>): R
  /** That this was said to everyone at the desk, once. */
  toHaveSentToAgents(event: Partial<DurableEvent<'agents'>>): R
}

declare module 'vitest' {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends DeskMatchers<R> {}
}

type Equals = (one: unknown, other: unknown) => boolean

const saidOnce = (equals: Equals, said: readonly DurableEvent[], event: object, to: string) => {
  const fitting = said.filter((one) => equals(one, expect.objectContaining(event)))
  return {
    pass: fitting.length === 1,
    message: () =>
      [`${to} was told this ${fitting.length} times:`, event, 'What was said to them:', ...said]
        .map((part) => JSON.stringify(part, null, 2))
        .join('\n'),
  }
}

expect.extend({
  toHaveSentToUser(events: Recorder, userId: UserId, event: object) {
    return saidOnce(this.equals, events.sentToUser(userId), event, `User ${userId}`)
  },
  toHaveSentToChat(events: Recorder, chatId: ChatId, event: object) {
    return saidOnce(this.equals, events.sentToChat(chatId), event, `Chat ${chatId}`)
  },
  toHaveSentToAgents(events: Recorder, event: object) {
    return saidOnce(this.equals, events.sentToAgents(), event, 'The desk')
  },
})
