import { TicketId } from '@livedesk/events'
import type { BulkChanged } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { type ManyPage, nothingYet, runMany, type Tally } from '../../src/tickets/many-run.ts'
import type { ManyStep } from '../../src/tickets/many-steps.ts'

const whole: ManyStep = { filter: { status: ['new'] }, changes: { priority: 'high' } }
const changed = (n: number) => ({
  id: TicketId.parse(n),
  version: 2,
  before: { updated_at: '2026-11-23T10:00:00.000Z' },
})
const page = (ids: readonly number[], next: string | null): BulkChanged => ({
  changed: ids.map(changed),
  unchanged: 1,
  refused: [],
  next_cursor: next,
})

/** A run whose pages are answered one after another; what is not data is a failure. */
const runOf = async (answers: readonly (BulkChanged | Error)[], { mayTry = true, stopAfter = 99 } = {}) => {
  const asked: ManyPage[] = []
  const seen: Tally[] = []
  let keys = 0
  const ended = await runMany([whole, { ...whole, ids: [TicketId.parse(7)] }], {
    send: async (what) => {
      const answer = answers[asked.length]
      asked.push(what)
      return answer instanceof Error || !answer ? { error: answer } : { data: answer }
    },
    newKey: () => `key ${(keys += 1)}`,
    mayTryAgain: async () => mayTry,
    onProgress: (tally) => seen.push(tally),
    isStopped: () => asked.length >= stopAfter,
  })
  return { asked, seen, ended }
}

test('steps are done to their end, page after page, and all that they did is known', async () => {
  const { asked, seen, ended } = await runOf([page([1, 2], '2-9'), page([3], null), page([7], null)])
  expect(asked.map(({ cursor, body }) => [cursor, body.ids])).toEqual([
    [null, undefined],
    ['2-9', undefined],
    [null, [7]],
  ])
  expect(new Set(asked.map(({ key }) => key)).size).toBe(3)
  expect(seen.map((tally) => tally.changed.length)).toEqual([2, 3, 4])
  expect(ended).toEqual({
    tally: { changed: [1, 2, 3, 7].map(changed), unchanged: 3, refused: [] },
    isStopped: false,
    error: undefined,
  })
})

test('a page that was not answered is sent again with its key', async () => {
  const { asked, ended } = await runOf([
    new Error('lost'),
    new Error('lost'),
    page([1], '1-9'),
    page([], null),
    page([], null),
  ])
  expect(asked.map(({ key }) => key)).toEqual(['key 1', 'key 1', 'key 1', 'key 2', 'key 3'])
  expect(ended.tally.changed).toHaveLength(1)
})

test('a page that is refused ends it, and what was done before is known', async () => {
  const refusal = new Error('refused')
  const { asked, ended } = await runOf([page([1], '1-9'), refusal], { mayTry: false })
  expect(asked).toHaveLength(2)
  expect(ended).toMatchObject({ error: refusal, isStopped: false, tally: { changed: [changed(1)] } })
})

test('whoever stops it keeps what was done, and no further page is sent', async () => {
  const { asked, ended } = await runOf([page([1], '1-9'), page([2], '2-9'), page([3], null)], { stopAfter: 2 })
  expect(asked).toHaveLength(2)
  expect(ended).toMatchObject({ isStopped: true, error: undefined, tally: { changed: [changed(1), changed(2)] } })
})

test('whoever stops it while the desk does not answer waits no longer', async () => {
  const { asked, ended } = await runOf([new Error('lost'), page([1], null)], { stopAfter: 1 })
  expect(asked).toHaveLength(1)
  expect(ended).toMatchObject({ isStopped: true, tally: nothingYet })
})
