import { events, isEventType } from '@livedesk/events'
import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { EventStream } from '../../src/server/stream.ts'
import { entriesFor } from './entries.ts'
import { convergence } from './property.ts'
import { viewer } from './tab.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** How many are tried. */
    interleavings: number
  }
}

const interleavings = inject('interleavings')
const anHour = 3_600_000

test(
  '[S2, S3, S4] whatever order things happen in, every entry ends as a fresh load would have it',
  async () => {
    const met = new Set<string>()
    const property = convergence({}, ({ type }, tab) =>
      tab.loadedNames().forEach((name) => met.add(`${type} × ${name}`)),
    )

    const types = Object.keys(events).filter((type) => isEventType(type) && events[type].durability === 'durable')
    const meetings = types.flatMap((type) => Object.keys(entriesFor(viewer)).map((name) => `${type} × ${name}`))
    await fc.assert(property, { numRuns: interleavings })

    // Every event is to be heard while every kind of entry is there: what none of these runs tried is not proven. A few
    // meetings are rare: they are looked for a while longer, in other examples.
    for (let seed = 1; seed <= 8 && !meetings.every((meeting) => met.has(meeting)); seed += 1) {
      await fc.assert(property, { numRuns: Math.ceil(interleavings / 4), seed })
    }
    expect(meetings.filter((meeting) => !met.has(meeting))).toEqual([])
  },
  anHour,
)

test(
  'a tab that remembers next to nothing loads more, and ends the same',
  async () => {
    const forgetful = convergence({ openStream: (connection) => new EventStream(connection, 1) })
    await fc.assert(forgetful, { numRuns: Math.ceil(interleavings / 10) })
  },
  anHour,
)
