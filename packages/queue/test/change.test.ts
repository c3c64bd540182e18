import { type Ticket, TicketId, UserId } from '@livedesk/events'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { beforeChange, type Change, differences, historyOf, isMoving, replacedBy, undone } from '../src/index.ts'
import { anna, boris, hardware, ticketOf } from './ticket.ts'

const clara = UserId.parse(9)
const eighth = TicketId.parse(8)
const tomorrow = '2026-12-01T09:00:00.000Z'

/** Another value of every field: of a new one, too, or it does not compile. */
const everything = {
  title: 'Printer is out',
  status: 'in_progress',
  priority: 'urgent',
  assigned_to: anna,
  team_id: hardware,
  tags: ['printer'],
  watcher_ids: [anna],
  snoozed_until: tomorrow,
  merged_into: eighth,
  links: [{ kind: 'related', ticket_id: eighth }],
  took_in: [eighth],
} satisfies Required<Change>

test('a ticket has fields that are changed, and those that it was born with', () => {
  type Fixed = 'id' | 'requester' | 'chat_id' | 'message_count' | 'version' | 'created_at' | 'updated_at'
  expectTypeOf<keyof Change>().toEqualTypeOf<Exclude<keyof Ticket, Fixed>>()
})

describe('what is different', () => {
  test('is every field that has another value, and what it was can be told', () => {
    const ticket = ticketOf()
    expect(differences(ticket, everything)).toEqual(everything)
    const before = replacedBy(ticket, { ...ticket, ...everything })
    expect(beforeChange(ticketOf(everything), before)).toEqual(ticket)
    expect(Object.keys(before)).toHaveLength(Object.keys(everything).length + 1)
  })

  test('is no field that has the same value', () => {
    const ticket = ticketOf(everything)
    expect(differences(ticket, structuredClone(ticket))).toEqual({})
    expect(differences(ticket, { title: undefined })).toEqual({})
  })

  test('is seen in lists one by one, whatever is written in them', () => {
    for (const [tags, others] of [
      [['a,b'], ['a', 'b']],
      [['a', 'b'], ['a,b']],
      [
        ['a|b', 'c'],
        ['a', 'b|c'],
      ],
      [[''], []],
      [['"', '"'], ['","']],
      [['a'], ['a', 'a']],
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
    ] satisfies [string[], string[]][])
      expect(differences(ticketOf({ tags }), { tags: others })).toEqual({ tags: others })
  })
})

test('to follow a ticket does not move it, and any other change does', () => {
  expect(isMoving({ watcher_ids: [anna] })).toBe(false)
  expect(isMoving({ watcher_ids: [anna], priority: 'low' })).toBe(true)
  expect(isMoving({ links: [] })).toBe(true)
})

test('history has an entry for each field, each link and each duplicate', () => {
  const ticket = ticketOf()
  const after = { ...ticket, ...everything }
  const told = historyOf(replacedBy(ticket, after), after).map(({ what }) => what)
  const fields = ['title', 'status', 'priority', 'assigned_to', 'team_id', 'tags', 'snoozed_until', 'merged_into']
  expect(told).toEqual([...fields, 'link', 'took_in'])
})

describe('an act is taken back', () => {
  const before = { status: 'new', snoozed_until: tomorrow, tags: ['a,b'], watcher_ids: [boris] } satisfies Change
  const after = {
    status: 'resolved',
    snoozed_until: null,
    tags: ['a', 'b'],
    watcher_ids: [anna, boris],
  } satisfies Change
  const act = { before, after }

  test('whole, where nothing was changed since', () => {
    expect(undone(ticketOf(after), act)).toEqual(before)
  })

  test('but for what was: values stay, and lists lose only what it brought', () => {
    const now = ticketOf({
      status: 'closed',
      snoozed_until: tomorrow,
      tags: ['vip', 'a'],
      watcher_ids: [anna, boris, clara],
    })
    expect(undone(now, act)).toEqual({ tags: ['vip', 'a,b'], watcher_ids: [boris, clara] })
  })

  test('and is nothing where all is as it was already', () => {
    expect(undone(ticketOf({ ...before, tags: ['vip', 'a,b'] }), act)).toEqual({})
  })

  test('with a duplicate as closed as it was merged', () => {
    const now = ticketOf({ ...after, merged_into: eighth })
    expect(undone(now, act)).toEqual({ tags: before.tags, watcher_ids: before.watcher_ids })
  })

  test('without what was said of other tickets', () => {
    const links = { before: { links: [] }, after: { links: everything.links } }
    expect(undone(ticketOf({ links: everything.links }), links)).toEqual({})
  })
})
