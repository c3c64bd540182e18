import { Moment, type TicketDraft, TicketId } from '@livedesk/events'
import { expect, test } from 'vitest'
import { joined, nothingKept, standingOf } from '../../src/tickets/draft-standing.ts'

const draft = (body: string, version: number): TicketDraft => ({
  ticket_id: TicketId.parse(7),
  kind: 'reply',
  body,
  version,
  updated_at: Moment.parse('2026-11-23T09:00:00.000Z'),
})
const words = (body: string) => ({ body })
const kept = (body: string, version: number) => ({ version, words: words(body) })

test('what is written here, and nowhere else, is ahead of the desk until the desk has it', () => {
  expect(standingOf(words('Hello'), nothingKept, undefined)).toEqual({ kind: 'ahead' })
  expect(standingOf(words('Hello Max'), kept('Hello', 3), draft('Hello', 3))).toEqual({ kind: 'ahead' })
  expect(standingOf(words('Hello '), kept('Hello', 3), draft('Hello', 3))).toEqual({ kind: 'kept' })
})

test('what was written on another machine is taken where nothing was written since', () => {
  const taken = { kind: 'behind', words: words('Hello Max'), kept: kept('Hello Max', 4) }
  expect(standingOf(words('Hello'), kept('Hello', 3), draft('Hello Max', 4))).toEqual(taken)
  expect(standingOf(words(''), kept('Hello', 3), draft('Hello Max', 4))).toEqual(taken)
  expect(standingOf(words(''), nothingKept, draft('Hello Max', 4))).toEqual(taken)
})

test('letters that were typed while the desk took those before them stay', () => {
  const asked = { ...kept('Hello', 3), sent: words('Hello Max') }
  const standing = standingOf(words('Hello Max, '), asked, draft('Hello Max', 4))
  expect(standing).toEqual({ kind: 'behind', words: words('Hello Max, '), kept: kept('Hello Max', 4) })
})

test('what was written in two places is apart, and joined it has all words of both', () => {
  const theirs = draft('Hello Max', 4)
  expect(standingOf(words('Hello Rosa'), kept('Hello', 3), theirs)).toEqual({ kind: 'apart', theirs })
  expect(joined(words('Hello Rosa'), theirs)).toEqual(words('Hello Rosa\nHello Max'))
})

test('what was sent elsewhere is gone here too, but for what was written since', () => {
  expect(standingOf(words('Hello'), kept('Hello', 3), undefined)).toMatchObject({ kind: 'behind', words: words('') })
  expect(standingOf(words('P.S.'), kept('Hello', 3), undefined)).toMatchObject({ kind: 'behind', words: words('P.S.') })
})

test('words that were taken back stand above what was begun since, and nobody is asked', () => {
  const theirs = draft('It is out.', 9)
  const goesOn = { kind: 'behind', words: words('It is out.\nBy the way'), kept: kept('It is out.', 9) }
  expect(standingOf(words('It is out.\nBy the way'), nothingKept, theirs)).toEqual(goesOn)
  expect(standingOf(words('It is out, I think'), nothingKept, theirs)).toEqual({ kind: 'apart', theirs })
})
