import { expect, test } from 'vitest'
import { acts } from './acts.ts'
import { take } from './steps.ts'
import { Tab } from './tab.ts'

test(
  'whatever two things one does at once, and whichever the desk does first, no list shows a row twice',
  { timeout: 60_000 },
  async () => {
    const faults: unknown[] = []
    await using first = new Tab()
    const opened = first.entries.flatMap(({ path }, index) => (path.includes('updated_at') ? [index] : []))
    expect(opened.length).toBeGreaterThan(0)

    for (let a = 0; a < acts.length; a += 1) {
      for (let b = 0; b < acts.length; b += 1) {
        for (const entry of opened) {
          await using tab = new Tab()
          await tab.settle([entry])
          try {
            await take(tab, { does: 'more', a: 0, b: 0, c: 0 })
            await take(tab, { does: 'acts', a, b: 0, c: 0 })
            await take(tab, { does: 'serve', a: 0, b: 0, c: 0 })
            await take(tab, { does: 'acts', a: b, b: 0, c: 0 })
            await take(tab, { does: 'serve', a: 1, b: 0, c: 0 })
            await take(tab, { does: 'arrive', a: 0, b: 0, c: 0 })
            await take(tab, { does: 'arrive', a: 0, b: 0, c: 0 })
          } catch (fault) {
            faults.push([a, b, entry, String(fault)])
          }
        }
      }
    }

    expect(faults).toEqual([])
  },
)
