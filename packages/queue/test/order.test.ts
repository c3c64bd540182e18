import { TicketId, TicketPriority } from '@livedesk/events'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareBy, priorityRank, sortKey, TicketSort } from '../src/index.ts'
import { ticketOf, tickets } from './ticket.ts'

describe.each(TicketSort.options)('the order %s', (sort) => {
  const compare = compareBy(sort)

  test('is total: any two tickets have one order, and three cannot contradict each other', () => {
    fc.assert(
      fc.property(tickets, (some) => {
        for (const a of some) {
          for (const b of some) {
            expect(compare(a, b) < 0).toBe(compare(b, a) > 0)
            expect(compare(a, b) === 0).toBe(a === b)
            for (const c of some) if (compare(a, b) < 0 && compare(b, c) < 0) expect(compare(a, c)).toBeLessThan(0)
          }
        }
      }),
    )
  })

  test('follows its key, and among equal keys the ids, both in its direction', () => {
    fc.assert(
      fc.property(tickets, (some) => {
        const sorted = some.toSorted(compare)
        const ascending = sort.startsWith('-') ? sorted.toReversed() : sorted
        for (const [index, b] of ascending.entries()) {
          const a = ascending[index - 1]
          if (!a) continue
          const [first, second] = [sortKey(sort, a), sortKey(sort, b)]
          expect(first <= second).toBe(true)
          if (first === second) expect(a.id).toBeLessThan(b.id)
        }
      }),
    )
  })

  test('does not depend on the order that tickets came in', () => {
    const twoWays = tickets.chain((some) =>
      fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
    )
    fc.assert(
      fc.property(twoWays, ([some, shuffled]) => {
        expect(shuffled.toSorted(compare)).toEqual(some.toSorted(compare))
      }),
    )
  })
})

test('the most pressing ticket is first when the priority descends', () => {
  const all = TicketPriority.options.map((priority, index) => ticketOf({ id: TicketId.parse(index + 1), priority }))
  const names = (sort: TicketSort) => all.toSorted(compareBy(sort)).map(({ priority }) => priority)
  expect(names('-priority')).toEqual(['urgent', 'high', 'normal', 'low'])
  expect(names('priority')).toEqual(['low', 'normal', 'high', 'urgent'])
})

test('the ranks of priorities rise in the order in which the contract names them', () => {
  expect(TicketPriority.options.map((priority) => priorityRank[priority])).toEqual([1, 2, 3, 4])
})
