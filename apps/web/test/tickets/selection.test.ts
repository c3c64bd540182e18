import { TicketId } from '@livedesk/events'
import { expect, test } from 'vitest'
import { extended, nothingSelected, type Selection, selectedOf, toggled } from '../../src/tickets/selection.ts'

const id = (number: number) => TicketId.parse(number)
const rows = (...numbers: number[]) => numbers.map((number) => ({ id: id(number) }))
const list = rows(1, 2, 3, 4, 5, 6)
const chosen = (selection: Selection, shown = list) => selectedOf(selection, shown).map((row) => Number(row.id))
const toggle = (selection: Selection, number: number) => toggled(selection, list, id(number))
const extend = (selection: Selection, at: number, to: number) => extended(selection, list, id(at), id(to))

test('a row is chosen, and chosen no more', () => {
  const both = toggle(toggle(nothingSelected, 4), 2)
  expect(chosen(both)).toEqual([2, 4])
  expect(chosen(toggle(both, 4))).toEqual([2])
})

test('a range grows and shrinks with where it ends, either way', () => {
  const down = extend(extend(toggle(nothingSelected, 3), 3, 4), 4, 5)
  expect(chosen(down)).toEqual([3, 4, 5])
  const back = extend(extend(extend(down, 5, 4), 4, 3), 3, 2)
  expect(chosen(back)).toEqual([2, 3])
})

test('a range that begins elsewhere keeps what was chosen', () => {
  const first = extend(toggle(nothingSelected, 1), 1, 2)
  expect(chosen(extend(first, 5, 6))).toEqual([1, 2, 5, 6])
})

test('what is taken out of a range stays out of it', () => {
  const range = extend(toggle(nothingSelected, 1), 1, 4)
  expect(chosen(toggle(range, 2))).toEqual([1, 3, 4])
})

test('rows that left the list are not chosen, and those that stay are, whether they stood in a range or ended it', () => {
  const range = extend(toggle(nothingSelected, 2), 2, 5)
  expect(chosen(range, rows(1, 2, 4, 5, 6))).toEqual([2, 4, 5])
  expect(chosen(range, rows(1, 2, 3, 4, 6))).toEqual([2, 3, 4])
  expect(chosen(range, rows(1, 3, 4, 5, 6))).toEqual([3, 4, 5])
  expect(chosen(toggle(nothingSelected, 2), rows(1, 3))).toEqual([])
})

test('rows that come or move between the ends of a range are not chosen by it', () => {
  const range = extend(toggle(nothingSelected, 3), 3, 5)
  expect(chosen(range, rows(1, 2, 3, 9, 4, 5, 6))).toEqual([3, 4, 5])
  expect(chosen(range, rows(5, 1, 2, 3, 4, 6))).toEqual([5, 3, 4])
})

test('a range whose beginning left the list goes on from where it ended, and keeps what it had', () => {
  const range = extend(toggle(nothingSelected, 2), 2, 4)
  const left = rows(1, 3, 4, 5, 6)
  expect(chosen(extended(range, left, id(4), id(5)), left)).toEqual([3, 4, 5])
})
