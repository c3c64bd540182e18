import { expect, test } from 'vitest'
import { type Step, take } from './steps.ts'
import { Tab } from './tab.ts'

const step = (does: Step['does'], a = 0, b = 0): Step => ({ does, a, b, c: 0 })

test('what was heard and not drawn yet, when the connection begins anew behind more, is not taken for all of it', async () => {
  await using tab = new Tab()
  const lists = tab.entries.flatMap(({ path }, index) => (path.startsWith('tickets?') ? [index] : []))
  await tab.settle(lists)
  const heard = [step('happens'), step('number'), step('hear')]
  const missed = [step('happens'), step('cut'), step('number'), step('connect')]
  // The load that would have made up for it does not reach the desk.
  for (const next of [...heard, ...missed]) await take(tab, next)
  for (let request = 0; request < 20; request += 1) await take(tab, step('serve', request, 6))

  await tab.rest()
  expect(tab.faults()).toEqual([])
})
