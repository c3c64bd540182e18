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

const saidOnce = (said: readonly DurableEvent[], event: object, to: string) => {
  const fitting = said.filter((one) => expect.objectContaining(event).asymmetricMatch(one))
  return {
    pass: fitting.length === 1,
    message: () =>
      `${to} was told this ${fitting.length} times:\n${JSON.stringify(event, null, 2)}\n\nWhat was said to them:\n${JSON.stringify(said, null, 2)}`,
  }
}

expect.extend({
  toHaveSentToUser: (events: Recorder, userId: UserId, event: object) =>
    saidOnce(events.sentToUser(userId), event, `User ${userId}`),
  toHaveSentToChat: (events: Recorder, chatId: ChatId, event: object) =>
    saidOnce(events.sentToChat(chatId), event, `Chat ${chatId}`),
  toHaveSentToAgents: (events: Recorder, event: object) => saidOnce(events.sentToAgents(), event, 'The desk'),
})
