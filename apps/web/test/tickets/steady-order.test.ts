import { TicketId } from '@livedesk/events'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { steadyRows } from '../../src/tickets/steady-order.ts'

const ids = (...numbers: number[]) => numbers.map((number) => TicketId.parse(number))
const rows = (...numbers: number[]) => ids(...numbers).map((id) => ({ id }))

describe('rows under a reader', () => {
  test('stay where they stood when one of them would rise', () => {
    expect(steadyRows(ids(3, 2, 1), rows(1, 3, 2))).toEqual({ rows: rows(3, 2, 1), heldBack: 0 })
  })

  test('are not pushed down by newcomers, which are counted', () => {
    expect(steadyRows(ids(3, 2), rows(5, 4, 3, 2))).toEqual({ rows: rows(3, 2), heldBack: 2 })
  })

  test('leave when their ticket left the list', () => {
    expect(steadyRows(ids(3, 2, 1), rows(3, 1))).toEqual({ rows: rows(3, 1), heldBack: 0 })
  })

  test('are followed by the next page', () => {
    expect(steadyRows(ids(3, 2), rows(3, 2, 1))).toEqual({ rows: rows(3, 2, 1), heldBack: 0 })
  })

  test('and those held back are together the whole list, each once', () => {
    const list = fc.uniqueArray(fc.integer({ min: 1, max: 30 }))
    fc.assert(
      fc.property(list, list, (stood, live) => {
        const steady = steadyRows(ids(...stood), rows(...live))
        expect(new Set(steady.rows.map(({ id }) => id)).size).toBe(steady.rows.length)
        expect(steady.rows.length + steady.heldBack).toBe(live.length)
        expect(ids(...live)).toEqual(expect.arrayContaining(steady.rows.map(({ id }) => id)))
      }),
    )
  })
})
