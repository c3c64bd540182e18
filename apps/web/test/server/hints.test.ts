// @vitest-environment jsdom
import { expect, test } from 'vitest'
import type { Wish } from '../../src/server/connection.ts'
import { hearHints } from '../../src/server/hints.ts'
import { HeldClock } from '../held-clock.ts'

/** A page whose sight and time are in the test's hands, and what it tells. */
const heldPage = () => {
  const clock = new HeldClock()
  const told: Wish[] = []
  let visibility = 'visible'
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibility })
  const stop = hearHints(window, clock, (one) => told.push(one))
  return {
    clock,
    stop,
    hints: () => told.flatMap((one) => (one.kind === 'hint' ? [one.hint] : [])),
    touches: () => told.flatMap((one) => (one.kind === 'touch' ? [one.at] : [])),
    attention: () => told.flatMap((one) => (one.kind === 'attend' ? [one.attention] : [])).at(-1),
    turn: (to: 'visible' | 'hidden') => {
      visibility = to
      document.dispatchEvent(new Event('visibilitychange'))
    },
  }
}

test('a page in sight tells that time passes, and notices at once that the machine slept', () => {
  const page = heldPage()
  page.clock.pass(5000)
  expect(page.hints()).toEqual(['tick'])
  page.clock.sleep(3_600_000)
  page.clock.pass(1000)
  expect(page.hints()).toEqual(['tick', 'woke'])
  page.stop()
  expect(page.clock.isQuiet).toBe(true)
})

test('a page out of sight has no clock to go by, and tells when it is looked at again', () => {
  const page = heldPage()
  page.turn('hidden')
  expect(page.attention()).toBe('hidden')
  page.clock.pass(60_000)
  expect(page.hints()).toEqual([])
  page.turn('visible')
  expect(page.hints()).toEqual(['shown'])
  page.stop()
})

test('a page that is put away or frozen says so, and says when it is back', () => {
  const page = heldPage()
  for (const type of ['pagehide', 'pageshow']) window.dispatchEvent(Object.assign(new Event(type), { persisted: true }))
  for (const type of ['freeze', 'resume']) document.dispatchEvent(new Event(type))
  // One that is closed for good has nothing to keep.
  window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted: false }))
  for (const type of ['offline', 'online']) window.dispatchEvent(new Event(type))
  expect(page.hints()).toEqual(['frozen', 'thawed', 'frozen', 'thawed', 'offline', 'online'])
  page.stop()
})

test('[C6] a page tells when somebody touched it, not each time, and when they look at it again', () => {
  const page = heldPage()
  const touch = (type: string) => window.dispatchEvent(new Event(type))
  page.clock.pass(14_000)
  touch('keydown')
  page.clock.pass(2000)
  touch('keydown')
  touch('wheel')
  page.clock.pass(60_000)
  page.turn('hidden')
  page.clock.pass(60_000)
  page.turn('visible')
  expect(page.touches()).toEqual([0, 16_000, 136_000])

  page.clock.pass(60_000)
  // A row slid under the pointer.
  window.dispatchEvent(new MouseEvent('pointermove', { movementX: 0, movementY: 0 }))
  expect(page.touches()).toHaveLength(3)
  window.dispatchEvent(new MouseEvent('pointermove', { movementX: 1, movementY: 0 }))
  expect(page.touches()).toHaveLength(4)
  page.stop()
})
