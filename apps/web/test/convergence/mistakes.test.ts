import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Connection, Said } from '../../src/server/connection.ts'
import { EventStream } from '../../src/server/stream.ts'
import { Diverged } from './diverged.ts'
import { convergence } from './property.ts'
import type { TabParts } from './tab.ts'

/** What is said between the reading of an answer and its arrival is lost, as when one listens only after the load. */
class ListensAfterTheLoad extends EventStream {
  override after() {
    return []
  }
}

/** Takes every answer for new enough, as when nobody compares it with how far back the stream reaches. */
class TrustsEveryAnswer extends EventStream {
  override covers() {
    return true
  }
}

/** Goes on after a gap as if nothing had been missed. */
const withoutGaps = (connection: Connection): Connection => ({
  post: connection.post,
  subscribe: (listener) => {
    let isBegun = false
    return connection.subscribe((said: Said) => {
      if (said.kind !== 'start' || !isBegun) listener(said)
      isBegun ||= said.kind === 'start'
    })
  },
})

const mistakes: [mistake: string, TabParts][] = [
  ['listening only after the load', { openStream: (connection) => new ListensAfterTheLoad(connection) }],
  ['taking any answer for new enough', { openStream: (connection) => new TrustsEveryAnswer(connection) }],
  ['going on after a gap', { openStream: (connection) => new EventStream(withoutGaps(connection)) }],
  ['counting twice what an answer holds ahead of its cursor', { tellsAhead: false }],
]

test.for(mistakes)('the proof finds the mistake of %s', { timeout: 300_000 }, async ([, parts]) => {
  const { errorInstance } = await fc.check(convergence(parts), { numRuns: 2000, endOnFailure: true })
  expect(errorInstance).toBeInstanceOf(Diverged)
})
