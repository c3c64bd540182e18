import { expect, test } from 'vitest'
import {
  emptyStack,
  held,
  offered,
  released,
  undoTime,
  withoutExpired,
  withoutOffer,
} from '../../src/app/undo-stack.ts'

const what = { said: 'Resolved', undo: () => Promise.resolve(undefined) }
const ids = ({ offers }: typeof emptyStack) => offers.map(({ id }) => id)

test('what was done can be taken back for ten seconds, each by its own clock', () => {
  const stack = offered(offered(emptyStack, what, 1, 0), what, 2, 4000)
  expect(ids(withoutExpired(stack, undoTime - 1))).toEqual([1, 2])
  expect(ids(withoutExpired(stack, undoTime))).toEqual([2])
  expect(ids(withoutExpired(stack, undoTime + 4000))).toEqual([])
  expect(ids(withoutOffer(stack, 2))).toEqual([1])
})

test('time stands still while someone looks', () => {
  const looking = held(offered(emptyStack, what, 1, 0), 9000)
  expect(ids(withoutExpired(looking, 60_000))).toEqual([1])
  const later = released(held(looking, 30_000), 60_000)
  expect(ids(withoutExpired(later, 60_999))).toEqual([1])
  expect(ids(withoutExpired(later, 61_000))).toEqual([])
})

test('what is done while someone looks has its ten seconds, too', () => {
  const stack = released(offered(held(emptyStack, 1000), what, 1, 5000), 8000)
  expect(stack.offers[0]?.until).toBe(8000 + undoTime)
})
