import { type Ticket, TicketStatus } from '@livedesk/events'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matches, TicketFilter, TicketSort, viewFor, ViewId } from '../src/index.ts'
import { anna, boris, ticket, ticketOf } from './ticket.ts'

const shows =
  (view: ViewId, viewer = boris) =>
  (any: Parameters<typeof matches>[1]) =>
    matches(viewFor(view, viewer).filter, any)

test.each(ViewId.options)('the view %s is a filter and a sort that anyone could ask for', (view) => {
  const { filter, sort } = viewFor(view, boris)
  expect(TicketFilter.parse(filter)).toEqual(filter)
  expect(TicketSort.parse(sort)).toBe(sort)
})

describe('what Boris sees', () => {
  const statuses = (view: ViewId, assigned_to: typeof boris | null) =>
    TicketStatus.options.filter((status) => shows(view)(ticketOf({ status, assigned_to })))
  const open = ['new', 'in_progress', 'waiting']

  test.each([
    ['mine', { mine: open, others: [], nobodys: [] }],
    ['unassigned', { mine: [], others: [], nobodys: open }],
    ['open', { mine: open, others: open, nobodys: open }],
    ['waiting', { mine: ['waiting'], others: ['waiting'], nobodys: ['waiting'] }],
    ['snoozed', { mine: [], others: [], nobodys: [] }],
    ['resolved', { mine: ['resolved'], others: ['resolved'], nobodys: ['resolved'] }],
    ['all', { mine: TicketStatus.options, others: TicketStatus.options, nobodys: TicketStatus.options }],
  ] as const)('in %s', (view, expected) => {
    expect({
      mine: statuses(view, boris),
      others: statuses(view, anna),
      nobodys: statuses(view, null),
    }).toEqual(expected)
  })
})

test('a ticket that is put aside leaves the open views for the one of those that are, and all others keep it', () => {
  const home = (change: Partial<Ticket>) =>
    ViewId.options.filter((view) => shows(view)(ticketOf({ assigned_to: boris, ...change })))
  const snoozed_until = '2026-12-01T09:00:00.000Z'

  expect(home({ status: 'waiting' })).toEqual(['mine', 'open', 'waiting', 'all'])
  expect(home({ status: 'waiting', snoozed_until })).toEqual(['snoozed', 'all'])
})

test('whoever looks, a ticket is open exactly if it is someone’s own or nobody’s', () => {
  fc.assert(
    fc.property(ticket, (any) => {
      const homes = [shows('mine', anna)(any), shows('mine', boris)(any), shows('unassigned')(any)].filter(Boolean)
      expect(homes).toHaveLength(shows('open')(any) ? 1 : 0)
    }),
  )
})
