import type { DurableEvent } from '@livedesk/events'
import fc from 'fast-check'
import { Diverged } from './diverged.ts'
import { entriesFor } from './entries.ts'
import { steps, take } from './steps.ts'
import { Tab, type TabParts, viewer } from './tab.ts'

const entryCount = Object.values(entriesFor(viewer)).flat().length

/** A third of them begin with an empty desk and tab, the others in the middle of the day. */
const interleaving = fc.record({
  opened: fc.option(fc.uniqueArray(fc.nat(entryCount - 1), { maxLength: 14 }), { freq: 3 }),
  taken: steps(40),
})

type Meeting = (event: DurableEvent, tab: Tab) => void

/** Whatever order things happen in, every entry ends as a fresh load would have it. */
export const convergence = (parts: TabParts = {}, meet: Meeting = () => {}) =>
  fc.asyncProperty(interleaving, async ({ opened, taken }) => {
    await using tab = new Tab(parts)
    tab.stream.subscribe((news) => news.kind === 'event' && meet(news.event, tab))
    if (opened) await tab.settle(opened)
    for (const step of taken) await take(tab, step)

    await tab.rest()
    compare(tab)
    await tab.readOn()
    compare(tab)
  })

const compare = (tab: Tab) => {
  const faults = tab.faults()
  if (faults.length > 0) throw new Diverged(faults)
}
