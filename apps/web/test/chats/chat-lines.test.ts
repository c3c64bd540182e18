import { ChatId, ChatMessageId, UserId } from '@livedesk/events'
import { describe, expect, test } from 'vitest'
import { chatLines } from '../../src/chats/chat-lines.ts'

const [anna, boris] = [UserId.parse(1), UserId.parse(2)]
const message = (id: number, author: UserId, ...date: [day: number, hour: number, minute: number]) => ({
  id: ChatMessageId.parse(id),
  chat_id: ChatId.parse(1),
  author_id: author,
  body: `message ${id}`,
  created_at: new Date(2026, 10, ...date).toISOString(),
})
const drawn = (...[messages, readUpTo]: [Parameters<typeof chatLines>[0], Parameters<typeof chatLines>[1]]) =>
  chatLines(messages, readUpTo, anna).map((line) =>
    line.kind === 'message' ? `${line.message.id}${line.continues ? ' goes on' : ''}` : line.kind,
  )

describe('the lines of a chat', () => {
  test('begin each day with its name', () => {
    expect(drawn([message(1, boris, 20, 23, 59), message(2, boris, 21, 0, 1)], undefined)).toEqual([
      'day',
      '1',
      'day',
      '2',
    ])
  })

  test('name an author once while they go on', () => {
    const talk = [
      message(1, boris, 20, 9, 0),
      message(2, boris, 20, 9, 3),
      message(3, anna, 20, 9, 4),
      message(4, anna, 20, 9, 30),
    ]
    expect(drawn(talk, undefined)).toEqual(['day', '1', '2 goes on', '3', '4'])
  })

  test('are parted where the reader left off, before the first word of someone else', () => {
    const talk = [
      message(1, boris, 20, 9, 0),
      message(2, anna, 20, 9, 1),
      message(3, boris, 20, 9, 2),
      message(4, boris, 20, 9, 3),
    ]
    expect(drawn(talk, ChatMessageId.parse(1))).toEqual(['day', '1', '2', 'new', '3', '4 goes on'])
    expect(drawn(talk, ChatMessageId.parse(4))).not.toContain('new')
    expect(drawn(talk, undefined)).not.toContain('new')
    expect(drawn(talk, null)).toEqual(['day', 'new', '1', '2', '3', '4 goes on'])
  })
})
