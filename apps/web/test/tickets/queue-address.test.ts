import { RequesterId, SavedViewId, TeamId, UserId } from '@livedesk/events'
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
const hardware = TeamId.parse(3)
const olga = RequesterId.parse(31)
const monday = { zone: 'Europe/Moscow', today: '2026-11-23' }
const read = (search: string) => readQueueAddress(new URLSearchParams(search))

describe('the address of the queue', () => {
  test('says the view, the filters, the search and the order', () => {
    const said =
      'view=all&status=new,waiting&priority=high&assignee=2,none&team=3,none&requester=31&tag=vip,app&created=last-7d&updated=2026-11-01..&q=fire&sort=-priority'
    expect(read(said)).toEqual({
      view: 'all',
      saved: undefined,
      status: ['new', 'waiting'],
      priority: ['high'],
      assignee: [boris, 'none'],
      team: [hardware, 'none'],
      requester: [olga],
      tag: ['vip', 'app'],
      created: 'last-7d',
      updated: '2026-11-01..',
      q: 'fire',
      sort: '-priority',
    })
  })

  test('leaves out what it does not understand', () => {
    expect(
      read(
        'view=nonsense&status=burning,new&assignee=0,-3,x&team=x&requester=&created=soon&updated=2026-13-01..&tag=,UPPER&sort=sideways',
      ),
    ).toEqual({
      view: 'open',
      saved: undefined,
      status: ['new'],
      priority: [],
      assignee: [],
      team: [],
      requester: [],
      tag: [],
      created: undefined,
      updated: undefined,
      q: '',
      sort: undefined,
    })
  })

  test('comes back as it was written, whatever it says', () => {
    const some = <T>(values: readonly T[]) => fc.subarray([...values])
    const address = fc.record({
      view: fc.constantFrom(...ViewId.options),
      saved: fc.constantFrom(undefined, SavedViewId.parse(4)),
      status: some(['new', 'in_progress', 'waiting', 'resolved', 'closed'] as const),
      priority: some(['low', 'normal', 'high', 'urgent'] as const),
      assignee: some([anna, boris, 'none'] as const),
      team: some([hardware, 'none'] as const),
      requester: some([olga]),
      created: fc.constantFrom(undefined, 'last-7d', 'before-30d'),
      updated: fc.constantFrom(undefined, '2026-11-01..2026-11-20', '..2026-11-20'),
      tag: some(['vip', 'юрлицо', 'wi-fi', 'a b']),
      q: fc.string({ maxLength: 40 }).map((text) => text.trim()),
      sort: fc.constantFrom(...TicketSort.options),
    })
    fc.assert(
      fc.property(address, (written) => {
        const back = read(writeQueueAddress(written))
        expect(queueOf(back, anna, monday)).toEqual(queueOf(written, anna, monday))
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
    expect(queueOf(read('view=open&status=waiting&priority=urgent'), anna, monday)).toEqual({
      filter: { status: ['waiting'], priority: ['urgent'], snoozed: false },
      sort: '-updated_at',
    })
  })

  test('of days is the stretch of time that they are today where the person is, and moves on at their midnight', () => {
    const asked = read('view=all&created=last-7d&updated=..2026-11-20')
    expect(queueOf(asked, anna, monday).filter).toEqual({
      created_at: { from: '2026-11-16T21:00:00.000Z' },
      updated_at: { before: '2026-11-20T21:00:00.000Z' },
    })
    expect(queueOf(asked, anna, { ...monday, today: '2026-11-24' }).filter.created_at).toEqual({
      from: '2026-11-17T21:00:00.000Z',
    })
  })

  test('is never more than its view shows', () => {
    expect(queueOf(read('view=waiting&status=closed'), anna, monday).filter).toEqual({
      status: ['waiting'],
      snoozed: false,
    })
    expect(queueOf(read('view=mine&assignee=2'), anna, monday).filter).toMatchObject({ assigned_to: [anna] })
  })

  test('is always a filter that the desk accepts', () => {
    for (const search of ['view=all', 'view=mine&q=%20%20', 'view=open&status=closed&tag=x', 'q=%23 7']) {
      expect(TicketFilter.safeParse(queueOf(read(search), anna, monday).filter).success).toBe(true)
    }
  })

  test('widened is the same view in the same order, with nothing narrowed', () => {
    const wide = widened(read('view=all&status=new&q=fire&sort=priority'))
    expect(wide).toMatchObject({ view: 'all', sort: 'priority' })
    expect(isNarrowed(wide)).toBe(false)
  })
})
