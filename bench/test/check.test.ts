import { expect, test } from 'vitest'
import { check } from '../chaos/check.ts'
import type { Evidence, History, Said, Seen } from '../chaos/history.ts'

const epoch = 'e'
const blank = { chatId: null, userId: null, sessionId: null, ticket: null, version: null }
const tell = (said: string, userId: number): Said => ({ ...blank, said, kind: 'tell', userId })
const announce = (said: string, ticket: number | null = null, version: number | null = null): Said => ({
  ...blank,
  said,
  kind: 'announce',
  ticket,
  version,
})
const post = (said: string): Said => ({ ...blank, said, kind: 'post', chatId: 7 })
const member = (kind: 'join' | 'leave', said: string, userId: number): Said => ({
  ...blank,
  said,
  kind,
  chatId: 7,
  userId,
})

/** A desk on which these things were said, in this order, and one tab of user 1 saw these. */
const desk = (said: readonly Said[], seen: readonly Seen[], more: Partial<Evidence> = {}): Evidence => ({
  said,
  log: said.map((one, index) => ({
    seq: index + 1,
    said: one.kind === 'end_session' ? undefined : one.said,
    endsSession: one.kind === 'end_session' ? (one.sessionId ?? undefined) : undefined,
  })),
  unnumbered: 0,
  gaps: [],
  head: said.length,
  epoch,
  answered: [],
  histories: [tabOf(seen)],
  crashed: false,
  pruned: false,
  ...more,
})
const tabOf = (seen: readonly Seen[]): History => ({ tab: 'tab', userId: 1, sessionId: 5, seen: [...seen] })

const welcome = (cursor = 0): Seen => ({ at: 'welcome', cursor, epoch, resumed: false, asked: undefined })
const resumed = (cursor: number): Seen => ({ at: 'welcome', cursor, epoch, resumed: true, asked: { cursor, epoch } })
const refused = (cursor: number): Seen => ({
  at: 'welcome',
  cursor,
  epoch,
  resumed: false,
  asked: { cursor: 0, epoch },
})
const heard = (seq: number, said: string): Seen => ({ at: 'event', seq, said, type: 'x' })
const closed: Seen = { at: 'closed', code: 1006 }
const pong = (cursor: number): Seen => ({ at: 'pong', cursor })
const resync = (cursor: number): Seen => ({ at: 'resync', cursor, epoch, reason: 'lost_tail' })
const loaded = (
  how: 'position' | 'snapshot',
  cursor: number,
  version: number,
  ahead: readonly number[] = [],
): Seen => ({
  at: 'loaded',
  how,
  cursor,
  epoch,
  ahead,
  versions: new Map([[1, version]]),
})

const two = [announce('a'), announce('b')]
const rules = (evidence: Evidence) => check(evidence).violations.map(({ rule, words }) => `${rule} ${words}`)

test.for<[string, Evidence]>([
  ['everything, in order', desk(two, [welcome(), heard(1, 'a'), heard(2, 'b')])],
  ['what is for others is not missed', desk([tell('a', 2), tell('b', 1)], [welcome(), heard(2, 'b')])],
  ['a pong past the events of others', desk([tell('a', 2)], [welcome(), pong(1)])],
  ['resuming where it stopped', desk(two, [welcome(), heard(1, 'a'), closed, resumed(1), heard(2, 'b')])],
  [
    'a chat from joining to removal',
    desk(
      [post('a'), member('join', 'b', 1), post('c'), member('leave', 'd', 1), post('e')],
      [welcome(), heard(2, 'b'), heard(3, 'c'), heard(4, 'd')],
    ),
  ],
  [
    'a crash that took the last numbers, and a resync',
    desk(two, [welcome(), heard(1, 'a'), heard(2, 'b'), resync(100), heard(101, 'b')], {
      log: [
        { seq: 1, said: 'a', endsSession: undefined },
        { seq: 101, said: 'b', endsSession: undefined },
      ],
      gaps: [{ after: 1, first: 100 }],
      head: 101,
      crashed: true,
    }),
  ],
  [
    'a snapshot that names what it holds beyond its position',
    desk(
      [announce('a', 1, 1), announce('b', 1, 2)],
      [welcome(2), loaded('snapshot', 1, 2, [2]), loaded('position', 1, 2)],
    ),
  ],
])('a desk that keeps its promises passes: %s', ([, evidence]) => {
  expect(rules(evidence)).toEqual([])
})

test.for<[string, string, Evidence]>([
  ['an event that is missed', 'D3', desk(two, [welcome(), heard(2, 'b')])],
  ['an event that never comes', 'D3', desk(two, [welcome(), heard(1, 'a')])],
  ['an event that comes twice', 'D3', desk(two, [welcome(), heard(1, 'a'), heard(1, 'a'), heard(2, 'b')])],
  ['events out of order', 'D3', desk(two, [welcome(), heard(2, 'b'), heard(1, 'a')])],
  ['an event under another’s number', 'D2', desk(two, [welcome(), heard(1, 'b'), heard(2, 'b')])],
  ['an event for someone else', 'D6', desk([tell('a', 2)], [welcome(), heard(1, 'a')])],
  ['a chat before joining', 'D6', desk([post('a'), member('join', 'b', 1)], [welcome(), heard(1, 'a'), heard(2, 'b')])],
  [
    'a chat after removal',
    'D6',
    desk(
      [member('join', 'a', 1), member('leave', 'b', 1), post('c')],
      [welcome(), heard(1, 'a'), heard(2, 'b'), heard(3, 'c')],
    ),
  ],
  [
    'one’s own removal, missed',
    'D3',
    desk([member('join', 'a', 1), member('leave', 'b', 1), announce('c')], [welcome(), heard(1, 'a'), heard(3, 'c')]),
  ],
  [
    'a session that goes on after its end',
    'D6',
    desk([{ ...blank, said: 'end', kind: 'end_session', sessionId: 5 }, announce('b')], [welcome(), heard(2, 'b')]),
  ],
  ['an event that was never committed', 'D1', desk([], [welcome(), heard(1, 'a')])],
  ['a committed event without a number', 'D1', desk(two, [welcome(), heard(1, 'a'), heard(2, 'b')], { unnumbered: 1 })],
  [
    'a committed event that the log does not hold',
    'D1',
    desk(two, [welcome(), heard(1, 'a')], { log: [{ seq: 1, said: 'a', endsSession: undefined }], head: 1 }),
  ],
  [
    'an event that was rolled back',
    'D1',
    desk(two, [welcome(), heard(1, 'a'), heard(2, 'b')], {
      answered: [{ transaction: 't', actor: 'x', outcome: 'rolled back', says: ['b'], takenBack: [] }],
    }),
  ],
  [
    'an event that a savepoint took back',
    'D1',
    desk(two, [welcome(), heard(1, 'a'), heard(2, 'b')], {
      answered: [{ transaction: 't', actor: 'x', outcome: 'committed', says: ['a'], takenBack: ['b'] }],
    }),
  ],
  [
    'half a transaction',
    'D1',
    desk([announce('a')], [welcome(), heard(1, 'a')], {
      answered: [{ transaction: 't', actor: 'x', outcome: 'unknown', says: ['a', 'b'], takenBack: [] }],
    }),
  ],
  [
    'an effect before its cause',
    'D2',
    desk(two, [welcome(), heard(1, 'a'), heard(2, 'b')], {
      answered: ['b', 'a'].map((said) => ({
        transaction: said,
        actor: 'x',
        outcome: 'committed',
        says: [said],
        takenBack: [],
      })),
    }),
  ],
  [
    'a version before an earlier one',
    'D2',
    desk([announce('a', 1, 2), announce('b', 1, 1)], [welcome(), heard(1, 'a'), heard(2, 'b')]),
  ],
  [
    'a number that was left out',
    'D2',
    desk(two, [welcome(), heard(1, 'a'), heard(3, 'b')], {
      log: [
        { seq: 1, said: 'a', endsSession: undefined },
        { seq: 3, said: 'b', endsSession: undefined },
      ],
      head: 3,
    }),
  ],
  ['resuming from elsewhere', 'W5', desk(two, [welcome(), heard(1, 'a'), heard(2, 'b'), closed, resumed(1)])],
  [
    'a cursor that is not continued, without a word',
    'W6',
    desk(two, [welcome(), heard(1, 'a'), closed, refused(1), heard(2, 'b')]),
  ],
  ['a resync that nothing allows', 'W6', desk(two, [welcome(), resync(2)])],
  [
    'a crash that took the last numbers, and no resync',
    'D3',
    desk(two, [welcome(), heard(1, 'a'), heard(2, 'b'), heard(101, 'b')], {
      log: [
        { seq: 1, said: 'a', endsSession: undefined },
        { seq: 101, said: 'b', endsSession: undefined },
      ],
      gaps: [{ after: 1, first: 100 }],
      head: 101,
      crashed: true,
    }),
  ],
  ['a pong before the welcome', 'W4', desk([], [pong(0), welcome()])],
  ['a pong past what was not heard', 'W9', desk(two, [welcome(), pong(1), heard(2, 'b')])],
  ['data older than its position', 'S1', desk([announce('a', 1, 1)], [welcome(1), loaded('position', 1, 0)])],
  [
    'a snapshot newer than what it names',
    'S1',
    desk([announce('a', 1, 1), announce('b', 1, 2)], [welcome(2), loaded('snapshot', 1, 2)]),
  ],
])('the checker sees %s [%s]', ([, rule, evidence]) => {
  expect(rules(evidence).map((words) => words.split(' ', 1)[0])).toContain(rule)
})
