import type { FaultName } from '../faults.ts'

/** A change to one place of the live layer's source: `find` is there exactly once. */
export type Edit = { readonly file: string; readonly find: string; readonly put: string }

/** A live layer with one thing wrong with it, and what the checker must say of it. */
export type Variant = {
  readonly name: string
  readonly edits: readonly Edit[]
  /** Under which of these it shows. */
  readonly faults: readonly FaultName[]
  readonly seconds: number
  /** The rule that is broken, and words that tell it from others of that rule. */
  readonly caught: { readonly rule: string; readonly words: RegExp }
}

const follower = 'live/follower.ts'
const hub = 'live/hub.ts'
const tables = 'db/migrations/0001_live.sql'

export const variants: readonly Variant[] = [
  {
    name: 'a hole in the numbers is stepped over',
    edits: [{ file: follower, find: 'if (batch.prev > this.#position) this', put: 'if (batch.prev < 0) this' }],
    faults: ['nudge badly'],
    seconds: 4,
    caught: { rule: 'D3', words: /missed/u },
  },
  {
    name: 'the cursor is the identity of the row',
    edits: [
      { file: tables, find: 'select head.seq + row_number() over (order by m.id), ', put: 'select m.id, ' },
      {
        file: tables,
        find: 'update live_head h set seq = live_number.seq;',
        put: 'update live_head h set seq = greatest(h.seq, live_number.seq);',
      },
      { file: 'live/log.ts', find: 'head: prev + numbered.length,', put: 'head: Number(rows.at(-1)?.[0]),' },
      { file: follower, find: 'if (batch.prev > this.#position) this', put: 'if (batch.prev < 0) this' },
      {
        file: follower,
        find: 'return end === -1 ? entries.length : end',
        put: 'return end === -1 ? entries.length : entries.length',
      },
    ],
    faults: [],
    seconds: 4,
    caught: { rule: 'D3', words: /missed|never heard/u },
  },
  {
    name: 'nobody numbers and reads without being told',
    edits: [
      { file: 'live/live.ts', find: 'const sweepMs = 900', put: 'const sweepMs = 900_000' },
      { file: 'live/live.ts', find: 'const sweepWhenDeafMs = 250', put: 'const sweepWhenDeafMs = 900_000' },
    ],
    faults: [],
    seconds: 2,
    caught: { rule: 'D1', words: /no number at the end/u },
  },
  {
    name: 'whoever leaves a chat leaves before their removal is told',
    edits: [
      {
        file: hub,
        find: "if (effect?.do === 'join') this.#people",
        put: "if (effect?.do === 'join' || effect?.do === 'leave') this.#people",
      },
    ],
    faults: [],
    seconds: 3,
    caught: { rule: 'D3', words: /missed|never heard/u },
  },
  {
    name: 'whoever was removed from a chat goes on hearing it',
    edits: [
      {
        file: hub,
        find: "if (effect && effect.do !== 'join') this.#people",
        put: "if (effect && effect.do !== 'join' && effect.do !== 'leave') this.#people",
      },
    ],
    faults: [],
    seconds: 3,
    caught: { rule: 'D6', words: /may not/u },
  },
  {
    name: 'what comes twice is delivered twice',
    edits: [
      { file: follower, find: 'if (batch.head <= this.#position) return', put: '' },
      {
        file: follower,
        find: 'this.#deliver(batch.entries.filter((entry) => entry.seq > this.#position))',
        put: 'this.#deliver(batch.entries)',
      },
    ],
    faults: ['nudge badly'],
    seconds: 4,
    caught: { rule: 'D3', words: /again, or too late/u },
  },
  {
    name: 'whoever returns goes on from the head',
    edits: [
      {
        file: hub,
        find: 'this.#options.metrics.resumes.inc()',
        put: 'connection.past = undefined; connection.flush(); return',
      },
    ],
    faults: ['cut a line'],
    seconds: 4,
    caught: { rule: 'D3', words: /missed|never heard/u },
  },
  {
    name: 'whoever returns hears every chat of the time they were away',
    edits: [{ file: 'live/entry.ts', find: 'return chats.has(to.id)', put: 'return chats.has(to.id) || true' }],
    faults: ['cut a line'],
    seconds: 5,
    caught: { rule: 'D6', words: /may not/u },
  },
  {
    name: 'what a savepoint takes back is said all the same',
    edits: [{ file: 'live/transact.ts', find: 'takeBack()\n    throw error', put: 'throw error' }],
    faults: [],
    seconds: 3,
    caught: { rule: 'D1', words: /committed 0 times/u },
  },
  {
    name: 'two workers number at one time',
    edits: [
      {
        file: tables,
        find: 'begin\n  perform pg_advisory_xact_lock(7411, 1);\n  select * into strict head from live_head;\n  if head.started_at = pg_postmaster_start_time() then',
        put: 'begin\n  select * into strict head from live_head;\n  perform pg_sleep(0.02);\n  if head.started_at = pg_postmaster_start_time() then',
      },
    ],
    faults: [],
    seconds: 4,
    caught: { rule: 'D2', words: /no gap says why|which is/u },
  },
  {
    name: 'the end of a session closes nothing',
    edits: [
      {
        file: hub,
        find: 'of this.#people.ofSession(effect)',
        put: 'of [this.#people.ofSession(effect)].slice(1).flat()',
      },
    ],
    faults: [],
    seconds: 5,
    caught: { rule: 'D6', words: /after its session ended/u },
  },
  {
    name: 'a snapshot does not name the events that have no number yet',
    edits: [
      {
        file: 'live/snapshot.ts',
        find: 'unnumbered.length === 0 ? []',
        put: 'unnumbered.length >= 0 ? []',
      },
    ],
    faults: [],
    seconds: 7,
    caught: { rule: 'S1', words: /loaded version/u },
  },
]
