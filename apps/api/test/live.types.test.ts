import { ChatId, type DurableEvent, type EphemeralEvent, TicketId, UserId } from '@livedesk/events'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { expect, expectTypeOf, test } from 'vitest'
import type { Database } from '../src/db/schema.ts'
import type { Live } from '../src/live/live.ts'
import { addToChat, endSession, sendToAgents, sendToChat, sendToUser } from '../src/live/outbox.ts'
import { openRecorder } from '../src/live/recorder.ts'
import { openTransact } from '../src/live/transact.ts'

// The compiler is the first runner of this file: each `@ts-expect-error` fails the build if the mistake below it compiles.
const [anna, boris] = [UserId.parse(1), UserId.parse(2)]
const [ticket_id, chat_id] = [TicketId.parse(7), ChatId.parse(7)]
const assigned = {
  type: 'ticket_assigned',
  ticket_id,
  title: 'Printer on fire',
  assigned_by: anna,
  version: 2,
} as const
const removed = { type: 'chat_member_removed', chat_id, user_id: boris, removed_by: anna } as const
const typing = { type: 'typing', chat_id, user_id: boris } as const

/** A database that answers nothing: what is said is collected all the same. */
const openSilentDesk = () => {
  const db = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (any) => new PostgresIntrospector(any),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  const recorder = openRecorder()
  return { db, recorder, tx: openTransact(db, recorder) }
}

test('what is said to the right audience compiles, and is said', async () => {
  const { recorder, tx } = openSilentDesk()
  await tx(async (tx) => {
    sendToUser(tx, boris, assigned)
    sendToChat(tx, chat_id, removed)
  })
  expect(recorder.sentToUser(boris)).toEqual([assigned])
  expect(recorder.sentToChat(chat_id)).toEqual([removed])
})

test('the functions take exactly the events of their audience', () => {
  expectTypeOf(sendToUser).parameter(2).toEqualTypeOf<DurableEvent<'user'>>()
  expectTypeOf(sendToChat).parameter(2).toEqualTypeOf<DurableEvent<'chat'>>()
  expectTypeOf(sendToAgents).parameter(1).toEqualTypeOf<DurableEvent<'agents'>>()
  expectTypeOf<Live['sayToChat']>().parameter(1).toEqualTypeOf<EphemeralEvent<'chat'>>()
  expectTypeOf<Live['sayToAgents']>().parameter(0).toEqualTypeOf<EphemeralEvent<'agents'>>()
})

test('what does not compile', async () => {
  const { recorder, tx } = openSilentDesk()
  const live: Pick<Live, 'sayToChat' | 'sayToAgents'> = { sayToChat: () => {}, sayToAgents: () => {} }
  await tx(async (tx) => {
    // @ts-expect-error the contract has no such event
    sendToUser(tx, boris, { ...assigned, type: 'ticket_asigned' })
    // @ts-expect-error the event has no such field
    sendToUser(tx, boris, { ...assigned, type: 'ticket_assigned', priority: 'high' })
    // @ts-expect-error a title is text
    sendToUser(tx, boris, { ...assigned, title: 7 })
    // @ts-expect-error a chat event is not for a person
    sendToUser(tx, boris, removed)
    // @ts-expect-error a person's event is not for a chat
    sendToChat(tx, chat_id, assigned)
    // @ts-expect-error a person's event is not for the whole desk
    sendToAgents(tx, assigned)
    // @ts-expect-error typing is ephemeral: it does not go through the log
    sendToChat(tx, chat_id, typing)
    // @ts-expect-error a chat is not a person
    sendToUser(tx, chat_id, assigned)
    // @ts-expect-error a person is not a chat
    addToChat(tx, boris, chat_id, removed)
    // @ts-expect-error a bare number is nobody's id
    sendToUser(tx, 2, assigned)
    // @ts-expect-error what ends is a session, not a person's name
    endSession(tx, 'boris')
  })
  // @ts-expect-error a removal is durable: said in passing, it could be lost
  live.sayToChat(chat_id, removed)
  // @ts-expect-error what a chat is told in passing is not for the whole desk
  live.sayToAgents(typing)
  expect(recorder.entries).toHaveLength(11)
})

test('outside a transaction of the desk nothing can be said', async () => {
  const { db } = openSilentDesk()
  // @ts-expect-error a database is no transaction
  expect(() => sendToUser(db, boris, assigned)).toThrow('only inside a transaction of the desk')
  await db.transaction().execute(async (tx) => {
    expect(() => sendToUser(tx, boris, assigned)).toThrow('only inside a transaction of the desk')
  })
})
