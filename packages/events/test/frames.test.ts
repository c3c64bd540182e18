import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Chat, Command, commands, ControlFrame, events, Moment, Seq, Tag, TicketId, User } from '../src/index.ts'
import { arbitraryOf } from './arbitrary.ts'

const overTheWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const frames = [
  ...Object.values(events).map(({ type, schema }) => [type, schema] as const),
  ...ControlFrame.options.map((schema) => [schema.shape.type.value, schema] as const),
]

describe('what the server says', () => {
  test.each(frames)('%s arrives as it was said', (_, schema) => {
    fc.assert(
      fc.property(arbitraryOf(schema), (frame) => {
        expect(schema.parse(overTheWire(frame))).toEqual(frame)
      }),
    )
  })

  test.each(frames)('[V3] %s with fields of a later version is read without them', (_, schema) => {
    fc.assert(
      fc.property(arbitraryOf(schema).filter(isObject), fc.jsonValue(), (frame, later) => {
        expect(schema.parse({ ...frame, added_later: later })).toEqual(frame)
      }),
    )
  })

  test('[V3] an entry of a history whose kind a later version added is read as one of another kind, and its event as it is', () => {
    const { schema } = events.ticket_woke
    const entry = { id: 4, ticket_id: 7, actor_id: 2, created_at: '2026-11-23T09:30:00.000Z' }
    fc.assert(
      fc.property(arbitraryOf(schema).filter(isObject), (frame) => {
        const later = { ...entry, what: 'escalated', before: { level: 1 }, after: { level: 2 } }
        const read = schema.parse({ ...frame, activity: [later, { ...entry, what: 'title', before: 'a', after: 'b' }] })
        expect(read).toMatchObject({ ...frame, activity: [{ what: 'other' }, { what: 'title' }] })
        expect(read.activity[0]).toEqual({ ...entry, what: 'other', before: null, after: null })
        // A kind that is known is held to what it says.
        expect(
          schema.safeParse({ ...frame, activity: [{ ...entry, what: 'title', before: 1, after: 2 }] }).success,
        ).toBe(false)
      }),
      { numRuns: 20 },
    )
  })

  test.each(frames)('%s without a field that must be there is refused', (_, schema) => {
    const fields = Object.entries<unknown>(schema.shape)
    const needed = fields.flatMap(([key, field]) => (field instanceof z.ZodOptional ? [] : [key]))
    fc.assert(
      fc.property(arbitraryOf(schema).filter(isObject), fc.constantFrom(...needed), (frame, key) => {
        const rest = Object.entries(frame).filter(([field]) => field !== key)
        expect(schema.safeParse(Object.fromEntries(rest)).success).toBe(false)
      }),
    )
  })

  test('[W3] the number of an event is positive and whole', () => {
    expect([1, Number.MAX_SAFE_INTEGER].map((seq) => Seq.safeParse(seq).success)).toEqual([true, true])
    expect([0, -1, 1.5, 2 ** 53, '1', null].filter((seq) => Seq.safeParse(seq).success)).toEqual([])
  })
})

describe('what a client says', () => {
  test.each(Object.entries(commands))('%s arrives as it was said', (_, schema) => {
    fc.assert(
      fc.property(arbitraryOf(schema), (command) => {
        expect(Command.parse(overTheWire(command))).toEqual(command)
      }),
    )
  })

  test.each(Object.entries(commands))('[C2] %s with a field that it does not have is refused', (_, schema) => {
    fc.assert(
      fc.property(arbitraryOf(schema).filter(isObject), fc.string(), fc.jsonValue(), (command, key, value) => {
        fc.pre(!Object.hasOwn(command, key) && key !== '__proto__')
        expect(Command.safeParse({ ...command, [key]: value }).success).toBe(false)
      }),
    )
  })

  test('[C2] what is not a command is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(Command.safeParse(value).success).toBe(false)
      }),
    )
    const strangers = [
      { type: 'subscribe', user_id: 1 },
      { type: 'ticket_assigned', ticket_id: 7, title: 'Printer on fire' },
      { type: 'typing' },
      { type: 'typing', chat_id: '7' },
      { type: 'typing', chat_id: 0 },
      { type: 'typing', chat_id: 7.5 },
      { type: 'typing', chat_id: 1e300 },
      { type: 'view' },
      { type: 'view', ticket_id: -1 },
      { type: 'viewing', ticket_ids: null },
      { type: 'away' },
      { type: 'away', is_away: 'yes' },
      { type: 'viewing', ticket_ids: Array.from({ length: 101 }, (_, index) => index + 1) },
      { type: ['ping'] },
    ]
    expect(strangers.filter((command) => Command.safeParse(command).success)).toEqual([])
  })
})

describe('the words that frames are made of', () => {
  test('an id is a positive whole number that JSON carries exactly', () => {
    expect([1, 7, Number.MAX_SAFE_INTEGER].every((id) => TicketId.safeParse(id).success)).toBe(true)
    expect(
      [0, -7, 7.5, 2 ** 53, Number.NaN, Infinity, '7', null, 7n].filter((id) => TicketId.safeParse(id).success),
    ).toEqual([])
  })

  test('a moment is UTC with milliseconds, and a day that there is', () => {
    const moments = ['2026-11-22T09:30:00.000Z', '2024-02-29T23:59:59.999Z']
    expect(moments.filter((moment) => Moment.safeParse(moment).success)).toEqual(moments)
    const others = [
      '2026-11-22T09:30:00Z',
      '2026-11-22T09:30:00.000000Z',
      '2026-11-22T09:30:00.000+03:00',
      '2026-11-22T09:30:00.000',
      '2026-11-22 09:30:00.000Z',
      '2026-02-29T09:30:00.000Z',
      '2026-11-22T24:00:00.000Z',
      '2026-11-22',
      '',
    ]
    expect(others.filter((moment) => Moment.safeParse(moment).success)).toEqual([])
  })

  test('moments compare as text in the order of time', () => {
    const moment = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-12-31T23:59:59.999Z') })
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(a.toISOString() < b.toISOString()).toBe(a.getTime() < b.getTime())
      }),
    )
  })

  test('a tag is one lower-case phrase, in any script', () => {
    const tags = ['vip', 'printer on fire', 'принтер', 'p1', '#7', 'ß', 'x'.repeat(40)]
    expect(tags.filter((tag) => Tag.safeParse(tag).success)).toEqual(tags)
    const others = ['', ' ', 'VIP', 'Принтер', ' vip', 'vip ', 'a,b', ',', '\tvip', 'x'.repeat(41)]
    expect(others.filter((tag) => Tag.safeParse(tag).success)).toEqual([])
  })

  test('a direct chat has no title, a person no address that is none', () => {
    const chat = {
      id: 1,
      kind: 'direct',
      title: null,
      ticket_id: null,
      member_ids: [1, 2],
      created_at: '2026-11-22T09:30:00.000Z',
    }
    expect(Chat.parse(chat)).toEqual(chat)
    expect(Chat.safeParse({ ...chat, title: '' }).success).toBe(false)
    const boris = { id: 2, name: 'Boris', email: 'boris@livedesk.test', role: 'agent', active: true, version: 1 }
    expect(User.parse(boris)).toEqual(boris)
    expect(User.safeParse({ ...boris, email: 'boris' }).success).toBe(false)
  })
})
