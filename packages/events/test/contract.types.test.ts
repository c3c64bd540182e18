import { describe, expect, expectTypeOf, test } from 'vitest'
import {
  ChatId,
  type Command,
  type CommandOf,
  type DurableEvent,
  type EphemeralEvent,
  type EventHandlers,
  type EventOf,
  type EventType,
  events,
  type Sequenced,
  TicketId,
  UserId,
} from '../src/index.ts'
import { mentionToAgents, mentionToChat, sayToAgents, sayToChat, sayToUser } from './say.ts'

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

const isRefused = (event: { type: EventType }) => !events[event.type].schema.safeParse(event).success

describe('what an event is', () => {
  test('its fields have the types of its schema', () => {
    expectTypeOf<EventOf<'ticket_assigned'>['title']>().toEqualTypeOf<string>()
    expectTypeOf<EventOf<'ticket_assigned'>['ticket_id']>().toEqualTypeOf<TicketId>()
    expectTypeOf<EventOf<'ticket_assigned'>['type']>().toEqualTypeOf<'ticket_assigned'>()
    expectTypeOf<keyof EventOf<'typing'>>().toEqualTypeOf<'type' | 'chat_id' | 'user_id'>()
    expect(sayToUser(assigned)).toBe(assigned)
  })

  test('a field that it does not have is no field of it', () => {
    const { ticket_id: _ticket_id, ...rest } = assigned
    // @ts-expect-error the ticket is named by `ticket_id`
    expect(isRefused(sayToUser({ ...rest, ticket: ticket_id }))).toBe(true)
    // @ts-expect-error a title is text
    expect(isRefused(sayToUser({ ...assigned, title: 7 }))).toBe(true)
  })

  test('a name that the contract does not have is no event', () => {
    // @ts-expect-error the contract has no such event
    expect(Object.hasOwn(events, sayToUser({ ...assigned, type: 'ticket_asigned' }).type)).toBe(false)
    // @ts-expect-error nor does this name have a type
    expectTypeOf<EventOf<'ticket_asigned'>>().toBeObject()
  })
})

describe('who may be told', () => {
  test('a person is told what is for a person, a chat what is for a chat, the desk what is for the desk', () => {
    expectTypeOf<'ticket_assigned'>().toExtend<DurableEvent<'user'>['type']>()
    expectTypeOf<'message_posted'>().toExtend<DurableEvent<'chat'>['type']>()
    expectTypeOf<'ticket_changed'>().toExtend<DurableEvent<'agents'>['type']>()
    expectTypeOf<DurableEvent<'user'>['type'] & DurableEvent<'chat'>['type']>().toBeNever()
    expectTypeOf<DurableEvent<'user'>['type'] & DurableEvent<'agents'>['type']>().toBeNever()
    expect(sayToChat(removed)).toBe(removed)
  })

  test('nobody is told what is for others', () => {
    // @ts-expect-error a chat event is not for a person
    expect(events[sayToUser(removed).type].audience).toBe('chat')
    // @ts-expect-error a person's event is not for a chat
    expect(events[sayToChat(assigned).type].audience).toBe('user')
    // @ts-expect-error a person's event is not for the whole desk
    expect(events[sayToAgents(assigned).type].audience).toBe('user')
    // @ts-expect-error what a chat is told in passing is not for the whole desk
    expect(events[mentionToAgents(typing).type].audience).toBe('chat')
  })

  test('what is said in passing does not go through the log, and what is kept is not said in passing', () => {
    expectTypeOf<EphemeralEvent['type'] & DurableEvent['type']>().toBeNever()
    expectTypeOf<EphemeralEvent['type'] | DurableEvent['type']>().toEqualTypeOf<EventType>()
    expect(mentionToChat(typing)).toBe(typing)
    // @ts-expect-error typing is ephemeral: the log would keep it forever
    expect(events[sayToChat(typing).type].durability).toBe('ephemeral')
    // @ts-expect-error a removal is durable: said in passing, it could be lost
    expect(events[mentionToChat(removed).type].durability).toBe('durable')
  })

  test('what arrives from the log has its number', () => {
    expectTypeOf<Sequenced<DurableEvent>['seq']>().toEqualTypeOf<number>()
    // @ts-expect-error what is said has none yet
    expect(sayToUser(assigned).seq).toBeUndefined()
  })
})

describe('what a client decides', () => {
  const quiet = Object.fromEntries(Object.keys(events).map((type) => [type, 'ignore']))

  test('its handlers name every event, each with that event’s own fields', () => {
    expectTypeOf<keyof EventHandlers>().toEqualTypeOf<EventType>()
    expectTypeOf<EventHandlers['typing']>().toEqualTypeOf<((event: EventOf<'typing'>) => void) | 'ignore'>()
    const handlers = { ticket_assigned: ({ title }) => title, typing: 'ignore' } satisfies Partial<EventHandlers>
    expect(handlers.ticket_assigned(assigned)).toBe('Printer on fire')
  })

  test('a map that forgets one, or knows one too many, is not a decision', () => {
    const decided = (handlers: EventHandlers) => Object.keys(handlers)
    const handle = (_event: unknown) => {}
    // @ts-expect-error it says nothing of the other events
    expect(decided({ ticket_assigned: handle })).not.toEqual(Object.keys(events))
    // @ts-expect-error nor does a map of unknown names
    expect(decided(quiet)).toEqual(Object.keys(events))
    const misspelt = {
      // @ts-expect-error the contract has no such event
      ticket_asigned: handle,
    } satisfies Partial<EventHandlers>
    expect(Object.keys(misspelt)).not.toEqual(Object.keys(events))
    const misread = {
      // @ts-expect-error the event has no such field
      ticket_assigned: ({ tittle }) => void tittle,
    } satisfies Partial<EventHandlers>
    expect(misread.ticket_assigned(assigned)).toBeUndefined()
  })
})

describe('ids', () => {
  test('ids of two kinds do not mix, and a bare number is none', () => {
    expectTypeOf<TicketId>().toExtend<number>()
    // @ts-expect-error a person is not a chat
    expect(mentionToChat({ ...typing, chat_id: boris })).toMatchObject({ chat_id: 2 })
    // @ts-expect-error a ticket is not a person
    expect(sayToUser({ ...assigned, assigned_by: ticket_id })).toMatchObject({ assigned_by: 7 })
    // @ts-expect-error a number from anywhere is not an id: parse it
    expect(mentionToChat({ ...typing, user_id: -2 })).toSatisfy(isRefused)
  })
})

describe('what a client may send', () => {
  test('a command has the fields of its schema', () => {
    expectTypeOf<Command['type']>().toEqualTypeOf<
      'ping' | 'typing' | 'writing' | 'read' | 'view' | 'viewing' | 'away'
    >()
    expectTypeOf<CommandOf<'view'>['ticket_id']>().toEqualTypeOf<TicketId | null>()
    // @ts-expect-error who is typing is known from the session, never said
    const command: CommandOf<'typing'> = { type: 'typing', chat_id, user_id: boris }
    expect(command).toHaveProperty('user_id')
  })
})
