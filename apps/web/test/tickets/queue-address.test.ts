import { UserId } from '@livedesk/events'
import { TicketFilter, TicketSort, ViewId } from '@livedesk/queue'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isNarrowed,
  queueOf,
  readQueueAddress,
  viewAddress,
  widened,
  writeQueueAddress,
} from '../../src/tickets/queue-address.ts'

const anna = UserId.parse(1)
const boris = UserId.parse(2)
const read = (search: string) => readQueueAddress(new URLSearchParams(search))

describe('the address of the queue', () => {
  test('says the view, the filters, the search and the order', () => {
    expect(read('view=all&status=new,waiting&priority=high&assignee=2,none&tag=vip,app&q=fire&sort=-priority')).toEqual(
      {
        view: 'all',
        status: ['new', 'waiting'],
        priority: ['high'],
        assignee: [boris, 'none'],
        tag: ['vip', 'app'],
        q: 'fire',
        sort: '-priority',
      },
    )
  })

  test('leaves out what it does not understand', () => {
    expect(read('view=nonsense&status=burning,new&assignee=0,-3,x&tag=,UPPER&sort=sideways')).toEqual({
      view: 'open',
      status: ['new'],
      priority: [],
      assignee: [],
      tag: [],
      q: '',
      sort: undefined,
    })
  })

  test('comes back as it was written, whatever it says', () => {
    const some = <T>(values: readonly T[]) => fc.subarray([...values])
    const address = fc.record({
      view: fc.constantFrom(...ViewId.options),
      status: some(['new', 'in_progress', 'waiting', 'resolved', 'closed'] as const),
      priority: some(['low', 'normal', 'high', 'urgent'] as const),
      assignee: some([anna, boris, 'none'] as const),
      tag: some(['vip', 'юрлицо', 'wi-fi', 'a b']),
      q: fc.string({ maxLength: 40 }).map((text) => text.trim()),
      sort: fc.constantFrom(...TicketSort.options),
    })
    fc.assert(
      fc.property(address, (written) => {
        const back = read(writeQueueAddress(written))
        expect(queueOf(back, anna)).toEqual(queueOf(written, anna))
        expect(back).toEqual({ ...written, sort: back.sort })
      }),
    )
  })

  test('of a view alone narrows nothing', () => {
    for (const view of ViewId.options) expect(isNarrowed(read(viewAddress(view)))).toBe(false)
  })
})

describe('what an address asks for', () => {
  test('is its view, and within it what the person chose', () => {
    expect(queueOf(read('view=open&status=waiting&priority=urgent'), anna)).toEqual({
      filter: { status: ['waiting'], priority: ['urgent'], snoozed: false },
      sort: '-updated_at',
    })
  })

  test('is never more than its view shows', () => {
    expect(queueOf(read('view=waiting&status=closed'), anna).filter).toEqual({ status: ['waiting'], snoozed: false })
    expect(queueOf(read('view=mine&assignee=2'), anna).filter).toMatchObject({ assigned_to: [anna] })
  })

  test('is always a filter that the desk accepts', () => {
    for (const search of ['view=all', 'view=mine&q=%20%20', 'view=open&status=closed&tag=x', 'q=%23 7']) {
      expect(TicketFilter.safeParse(queueOf(read(search), anna).filter).success).toBe(true)
    }
  })

  test('widened is the same view in the same order, with nothing narrowed', () => {
    const wide = widened(read('view=all&status=new&q=fire&sort=priority'))
    expect(wide).toMatchObject({ view: 'all', sort: 'priority' })
    expect(isNarrowed(wide)).toBe(false)
  })
})
