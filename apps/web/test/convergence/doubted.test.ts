import { expect, test } from 'vitest'
import { type Step, take } from './steps.ts'
import { Tab } from './tab.ts'

const step = (does: Step['does'], a = 0): Step => ({ does, a, b: 0, c: 0 })

/** Someone snoozes a ticket. */
const snooze = step('acts', 192)
const afterMs = (ms: number) => step('wait', ms / 50 - 1)

test('what was done and is never heard of is loaded anew, also where a load of before that lands late', async () => {
  await using tab = new Tab()
  const lists = tab.entries.flatMap(({ path }, index) => (path.startsWith('tickets?') ? [index] : []))
  await tab.settle(lists)
  // The history in which it would have been told is over, and all lists are asked for before its answer comes.
  for (const next of [snooze, step('serve'), step('restore'), step('connect'), step('arrive')]) await take(tab, next)
  expect(tab.hasActed).toBe(true)
  await take(tab, afterMs(3000))

  await tab.rest()
  expect(tab.faults()).toEqual([])
})
