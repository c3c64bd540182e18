import { type DurableEvent, NotificationId, UserId } from '@livedesk/events'
import { expect, test } from 'vitest'
import type { Said, Wish } from '../../src/server/connection.ts'
import { EventStream } from '../../src/server/stream.ts'

const event: DurableEvent = { type: 'notifications_read', up_to: NotificationId.parse(1) }

/** A stream, and the connection that it listens to in the test's hands. */
const heldStream = (capacity?: number) => {
  const listeners = new Set<(said: Said) => void>()
  const wishes: Wish[] = []
  const connection = {
    post: (wish: Wish) => void wishes.push(wish),
    subscribe: (listener: (said: Said) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  const stream = new EventStream(connection, capacity)
  const say = (said: Said) => listeners.forEach((listener) => listener(said))
  return {
    stream,
    wishes,
    start: (cursor: number, epoch = 'e1') => say({ kind: 'start', cursor, epoch }),
    hear: (...seqs: number[]) => seqs.forEach((seq) => say({ kind: 'event', seq, event, aloud: true })),
    reach: (cursor: number) => say({ kind: 'reached', cursor }),
  }
}

const at = (cursor: number, ahead: number[] = [], epoch = 'e1') => ({ cursor, ahead, epoch })
const seqsAfter = (stream: EventStream, ...position: Parameters<typeof at>) =>
  stream.after(at(...position)).map(({ seq }) => seq)

test('[S2] data is given what was heard after it was read, less what it holds ahead of its cursor', () => {
  const { stream, start, hear } = heldStream()
  start(10)
  hear(11, 13, 17)
  expect(seqsAfter(stream, 10)).toEqual([11, 13, 17])
  expect(seqsAfter(stream, 12, [17])).toEqual([13])
  expect(seqsAfter(stream, 17)).toEqual([])
  expect(seqsAfter(stream, 12, [], 'e0')).toEqual([])
})

test('[D2] an event that was heard is not heard again', () => {
  const { stream, start, hear } = heldStream()
  const heard: number[] = []
  stream.subscribe((news) => news.kind === 'event' && heard.push(news.seq))
  start(10)
  hear(11, 12, 11, 12, 9, 13)
  expect(heard).toEqual([11, 12, 13])
})

test('what was read before the stream began, or in another history, is not covered', () => {
  const { stream, start } = heldStream()
  expect(stream.covers(at(10))).toBe(false)
  start(10)
  expect([9, 10, 11].map((cursor) => stream.covers(at(cursor)))).toEqual([false, true, true])
  expect(stream.covers(at(11, [], 'e2'))).toBe(false)
})

test('it remembers no more than it may, and knows how far back that reaches', () => {
  const { stream, start, hear } = heldStream(3)
  start(0)
  hear(...Array.from({ length: 100 }, (_, index) => index + 1))
  const remembered = seqsAfter(stream, 0)
  expect(remembered.length).toBeLessThanOrEqual(6)
  const oldest = remembered[0] ?? 0
  expect([oldest - 2, oldest - 1].map((cursor) => stream.covers(at(cursor)))).toEqual([false, true])
})

test('a quiet desk comes further without an event', () => {
  const { stream, start, reach, hear } = heldStream()
  start(10)
  reach(20)
  hear(15)
  expect(stream.place).toEqual({ epoch: 'e1', cursor: 20 })
  expect(seqsAfter(stream, 10)).toEqual([])
})

test('a new beginning forgets what was heard before', () => {
  const { stream, start, hear } = heldStream()
  start(10)
  hear(11)
  start(30)
  expect(seqsAfter(stream, 10)).toEqual([])
  expect(stream.covers(at(11))).toBe(false)
})

test('it listens for whoever is signed in', () => {
  const { stream, wishes } = heldStream()
  const boris = UserId.parse(2)
  stream.start(boris, { epoch: 'e1', cursor: 4 })
  expect(stream.viewer).toBe(boris)
  stream.stop()
  expect(stream.viewer).toBeUndefined()
  expect(wishes).toEqual([
    { kind: 'start', user_id: boris, since: { epoch: 'e1', cursor: 4 }, heard: false },
    { kind: 'stop' },
  ])
})
