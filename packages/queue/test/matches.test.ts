import type { TicketBefore } from '@livedesk/events'
import { TicketId } from '@livedesk/events'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { beforeChange, matches, searchedNumber, searchWords, TicketFilter } from '../src/index.ts'
import { anna, billing, boris, hardware, ticket, ticketOf } from './ticket.ts'

describe('a filter', () => {
  test('that asks nothing shows everything', () => {
    fc.assert(fc.property(ticket, (any) => matches({}, any)))
  })

  test('shows a ticket that has one of the statuses, priorities and assignees it names', () => {
    expect(matches({ status: ['new', 'waiting'] }, ticketOf({ status: 'waiting' }))).toBe(true)
    expect(matches({ status: ['new', 'waiting'] }, ticketOf({ status: 'closed' }))).toBe(false)
    expect(matches({ priority: ['urgent'] }, ticketOf({ priority: 'urgent' }))).toBe(true)
    expect(matches({ priority: ['urgent'] }, ticketOf({ priority: 'high' }))).toBe(false)
    expect(matches({ assigned_to: [anna, boris] }, ticketOf({ assigned_to: boris }))).toBe(true)
    expect(matches({ assigned_to: [anna] }, ticketOf({ assigned_to: boris }))).toBe(false)
  })

  test('knows who is nobody', () => {
    expect(matches({ assigned_to: ['none'] }, ticketOf({ assigned_to: null }))).toBe(true)
    expect(matches({ assigned_to: ['none'] }, ticketOf({ assigned_to: boris }))).toBe(false)
    expect(matches({ assigned_to: ['none', boris] }, ticketOf({ assigned_to: boris }))).toBe(true)
    expect(matches({ assigned_to: [boris] }, ticketOf({ assigned_to: null }))).toBe(false)
  })

  test('shows the tickets of the teams it names, and of no team if it says so', () => {
    expect(matches({ team_id: [hardware] }, ticketOf({ team_id: hardware }))).toBe(true)
    expect(matches({ team_id: [hardware] }, ticketOf({ team_id: billing }))).toBe(false)
    expect(matches({ team_id: [hardware] }, ticketOf())).toBe(false)
    expect(matches({ team_id: ['none', billing] }, ticketOf())).toBe(true)
  })

  test('wants all the tags it names', () => {
    expect(matches({ tags: ['vip', 'printer'] }, ticketOf({ tags: ['printer', 'vip', 'billing'] }))).toBe(true)
    expect(matches({ tags: ['vip', 'printer'] }, ticketOf({ tags: ['vip'] }))).toBe(false)
    expect(matches({ tags: ['print'] }, ticketOf({ tags: ['printer'] }))).toBe(false)
  })

  test('of several fields shows what each of them alone would', () => {
    const filter = fc.record(
      {
        status: fc.subarray(['new', 'waiting', 'closed'] as const, { minLength: 1 }),
        priority: fc.subarray(['low', 'normal', 'urgent'] as const, { minLength: 1 }),
        assigned_to: fc.subarray([anna, boris, 'none'] as const, { minLength: 1 }),
        team_id: fc.subarray([hardware, billing, 'none'] as const, { minLength: 1 }),
        requester_id: fc.constant([ticketOf().requester.id]),
        created_at: fc.constantFrom({ from: '2026-11-22T09:01:00.000Z' }, { before: '2026-11-22T09:02:00.000Z' }),
        updated_at: fc.constant({ from: '2026-11-22T09:01:00.000Z', before: '2026-11-22T09:03:00.000Z' }),
        tags: fc.subarray(['vip', 'printer'], { minLength: 1 }),
        q: fc.constantFrom('printer', 'FIRE printer', '7', '#3', 'принтер', 'olga', 'nothing'),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(filter, ticket, (all, any) => {
        const alone = Object.entries(all).map(([field, value]) => matches(TicketFilter.parse({ [field]: value }), any))
        expect(matches(TicketFilter.parse(all), any)).toBe(alone.every(Boolean))
      }),
    )
  })

  test('is refused when it asks for nothing in particular, or for what there is not', () => {
    expect(TicketFilter.parse({ q: '  fire  ' })).toEqual({ q: 'fire' })
    const refused = [
      { status: [] },
      { tags: [] },
      { assigned_to: [] },
      { q: '   ' },
      { q: 'x'.repeat(201) },
      { status: ['open'] },
      { state: ['new'] },
      { assigned_to: ['nobody'] },
    ]
    expect(refused.filter((filter) => TicketFilter.safeParse(filter).success)).toEqual([])
  })
})

describe('words', () => {
  const found = (q: string, title: string) => matches({ q }, ticketOf({ title }))

  test('are looked for in the title and in the requester’s name and address, each somewhere', () => {
    expect(matches({ q: 'printer' }, ticketOf())).toBe(true)
    expect(matches({ q: 'smirn' }, ticketOf())).toBe(true)
    expect(matches({ q: 'olga@example' }, ticketOf())).toBe(true)
    expect(matches({ q: 'fire olga printer' }, ticketOf())).toBe(true)
    expect(matches({ q: 'fire boris' }, ticketOf())).toBe(false)
  })

  test('do not run over from one field into the next', () => {
    expect(matches({ q: 'fireolga' }, ticketOf())).toBe(false)
  })

  test('are separated by any white space', () => {
    expect(searchWords(' fire\t printer\u00a0\u3000olga\n')).toEqual(['fire', 'printer', 'olga'])
  })

  test.each([
    ['English', 'PRINTER', 'printer'],
    ['Russian', 'ПРИНТЕР', 'Принтер'],
    ['Ukrainian', 'ґанок', 'ҐАНОК'],
    ['German', 'GRÖẞE', 'größe'],
    ['Turkish, dotted', 'i̇stanbul', 'İSTANBUL'],
    ['Turkish, dotless', 'ıspanak', 'ıSPANAK'],
    ['Greek, with a final sigma', 'ΟΔΟΣ', 'οδος'],
    ['Greek, with a sigma inside', 'ΟΔΟΣΑ', 'οδοσα'],
    ['Georgian', 'თბილისი', 'ᲗᲑᲘᲚᲘᲡᲘ'],
    ['Deseret, beyond the basic plane', '𐐨', '𐐀'],
  ])('are found in any case: %s', (_, q, title) => {
    expect(found(q, title)).toBe(true)
    expect(found(title, q)).toBe(true)
  })

  test('a word finds itself in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), (word) => {
        fc.pre(word.trim() === word && !/\s/u.test(word))
        expect(found(word, `before ${word} after`)).toBe(true)
      }),
    )
  })

  test('are taken as they are: a sign that means something elsewhere means itself here', () => {
    expect(found('100%', 'At 100% load')).toBe(true)
    expect(found('100%', 'At 1000 load')).toBe(false)
    expect(found('a_b', 'aXb')).toBe(false)
    expect(found('.*', 'anything')).toBe(false)
    expect(found('\\', 'C:\\temp')).toBe(true)
  })
})

describe('a number', () => {
  test.each([
    ['7', 7],
    ['#7', 7],
    ['  #7 ', 7],
    ['007', 7],
    ['999999999999999', 999_999_999_999_999],
  ])('%j asks for a ticket', (q, number) => {
    expect(searchedNumber(q)).toBe(number)
  })

  test.each(['', '#', '##7', '7a', '-7', '7.5', '1e3', '7 8', '# 7', '１２', '1234567890123456'])(
    '%j asks for none',
    (q) => {
      expect(searchedNumber(q)).toBeUndefined()
    },
  )

  test('finds its ticket, and tickets that speak of it', () => {
    expect(matches({ q: '#7' }, ticketOf({ id: TicketId.parse(7) }))).toBe(true)
    expect(matches({ q: '7' }, ticketOf({ id: TicketId.parse(70), title: 'Invoice 7' }))).toBe(true)
    expect(matches({ q: '7' }, ticketOf({ id: TicketId.parse(70) }))).toBe(false)
  })
})

describe('the ticket before a change', () => {
  const before = fc.record(
    {
      title: fc.constantFrom('Before', 'Earlier'),
      status: fc.constantFrom('new', 'closed'),
      priority: fc.constantFrom('low', 'urgent'),
      assigned_to: fc.constantFrom(null, anna),
      team_id: fc.constantFrom(null, hardware),
      tags: fc.constantFrom([], ['vip']),
      updated_at: fc.constant('2026-11-22T08:00:00.000Z'),
    },
    { requiredKeys: [] },
  ) satisfies fc.Arbitrary<TicketBefore>

  test('has the replaced values, and for the rest what it has now', () => {
    fc.assert(
      fc.property(ticket, before, (now, replaced) => {
        expect(beforeChange(now, replaced)).toEqual({ ...now, ...replaced })
      }),
    )
  })

  test('was nobody’s if nobody had it', () => {
    expect(beforeChange(ticketOf({ assigned_to: boris }), { assigned_to: null }).assigned_to).toBeNull()
  })

  test('is not touched by looking back', () => {
    const now = ticketOf({ status: 'closed' })
    const kept = structuredClone(now)
    beforeChange(now, { status: 'new' })
    expect(now).toEqual(kept)
  })
})
