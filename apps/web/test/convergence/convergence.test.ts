import fc from 'fast-check'
import { expect, test } from 'vitest'
import { steps, take } from './steps.ts'
import { Tab } from './tab.ts'

const runs = Number(process.env['CONVERGE_RUNS'] ?? 1000)

test('whatever order things happen in, every entry ends as a fresh load would have it', async () => {
  await fc.assert(
    fc.asyncProperty(steps(80), async (taken) => {
      await using tab = new Tab()
      for (const step of taken) await take(tab, step)
      await tab.rest()
      expect(tab.faults()).toEqual([])
      await tab.readOn()
      expect(tab.faults()).toEqual([])
    }),
    { numRuns: runs, endOnFailure: false },
  )
}, 3_600_000)
