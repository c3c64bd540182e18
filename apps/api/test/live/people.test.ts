import { ChatId, UserId } from '@livedesk/events'
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { Connection } from '../../src/live/connection.ts'
import type { Framed } from '../../src/live/entry.ts'
import type { Queryable } from '../../src/live/log.ts'
import { People } from '../../src/live/people.ts'

const boris = UserId.parse(2)
const chat = ChatId.parse(7)

const silent = { ping: () => {}, pong: () => {}, close: () => {}, terminate: () => {} }
const socket = () => new Connection(silent, new PassThrough(), { userId: boris, sessionId: 1, expiresAt: new Date() })

/** A socket of Boris's comes: resolves when his memberships are known. */
const come = (people: People, connection = socket()) => {
  people.add(connection)
  return people.known(boris)
}

const effect = (seq: number, what: 'join' | 'leave'): Framed => ({
  seq,
  to: { audience: 'chat', id: chat },
  frame: undefined,
  effect: { do: what, chat_id: chat, user_id: boris },
})

/** A database whose answers the test gives, one for each question. */
const openReader = () => {
  const questions: PromiseWithResolvers<unknown[][]>[] = []
  let asked = Promise.withResolvers<void>()
  const reader: Queryable = {
    // @ts-expect-error a fake knows nothing of the row type that is asked for
    query: async () => {
      const question = Promise.withResolvers<unknown[][]>()
      questions.push(question)
      asked.resolve()
      asked = Promise.withResolvers()
      return { rows: await question.promise }
    },
  }
  return {
    reader,
    /** Waits for the question of this number, from 0. */
    question: async (index: number) => {
      for (;;) {
        const question = questions[index]
        if (question) return question
        await asked.promise
      }
    },
  }
}

const memberAt = (seq: number) => [[String(seq), String(boris), String(chat)]]
const strangerAt = (seq: number) => [[String(seq), null, null]]

test('[D6] who leaves and comes back while memberships are being read misses no joining of that time', async () => {
  const { reader, question } = openReader()
  const people = new People({ reader, reached: async () => {}, isLost: () => false })
  const first = socket()
  void come(people, first)
  const early = await question(0)

  people.remove(first)
  people.step(effect(11, 'join'))
  const known = come(people)
  early.resolve(strangerAt(10))
  ;(await question(1)).resolve(memberAt(11))
  await known

  expect([...people.chatsOf(boris)]).toEqual([chat])
  expect([...people.connectionsIn(chat)]).toHaveLength(1)
})

test('[D6] who leaves and comes back while memberships are being read is not left in a chat they were removed from', async () => {
  const { reader, question } = openReader()
  const people = new People({ reader, reached: async () => {}, isLost: () => false })
  const first = socket()
  void come(people, first)
  const early = await question(0)

  people.remove(first)
  people.step(effect(11, 'leave'))
  const known = come(people)
  early.resolve(memberAt(10))
  ;(await question(1)).resolve(strangerAt(11))
  await known

  expect([...people.connectionsIn(chat)]).toEqual([])
})

test('memberships that could not be read are read anew for whoever comes next', async () => {
  const { reader, question } = openReader()
  const people = new People({ reader, reached: async () => {}, isLost: () => false })
  const refused = expect(come(people)).rejects.toThrow('down')
  ;(await question(0)).reject(new Error('down'))
  await refused

  const known = come(people)
  ;(await question(1)).resolve(memberAt(10))
  await known

  expect([...people.connectionsIn(chat)]).toHaveLength(2)
})

test('memberships of a history that was replaced are not taken for the new one’s', async () => {
  const { reader, question } = openReader()
  const people = new People({ reader, reached: async () => {}, isLost: () => false })
  const known = come(people)
  const old = await question(0)

  people.forget()
  old.resolve(memberAt(105))
  ;(await question(1)).resolve(strangerAt(1_000_100))
  await known

  expect([...people.chatsOf(boris)]).toEqual([])
})

test('[D6] memberships as of a number that a crash took back are read anew', async () => {
  const { reader, question } = openReader()
  const people = new People({ reader, reached: async () => {}, isLost: (position) => position === 105 })
  const known = come(people)
  ;(await question(0)).resolve(memberAt(105))
  ;(await question(1)).resolve(strangerAt(1_000_100))
  await known

  expect([...people.chatsOf(boris)]).toEqual([])
})
