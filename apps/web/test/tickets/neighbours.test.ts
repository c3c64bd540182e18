import { TicketId } from '@livedesk/events'
import { expect, test } from 'vitest'
import { neighboursOf } from '../../src/tickets/neighbours.ts'

const ids = [4, 7, 9].map((id) => TicketId.parse(id))

test('before and after a ticket stand those of its list', () => {
  expect(neighboursOf(ids, TicketId.parse(7), 1)).toEqual({ previous: 4, next: 9 })
  expect(neighboursOf(ids, TicketId.parse(4), 0)).toEqual({ previous: undefined, next: 7 })
  expect(neighboursOf(ids, TicketId.parse(9), 2)).toEqual({ previous: 7, next: undefined })
})

test('a ticket that has left the list is followed by whoever moved into its place', () => {
  const left = [4, 9].map((id) => TicketId.parse(id))
  expect(neighboursOf(left, TicketId.parse(7), 1)).toEqual({ previous: 4, next: 9 })
  expect(neighboursOf([], TicketId.parse(7), 1)).toEqual({ previous: undefined, next: undefined })
})
