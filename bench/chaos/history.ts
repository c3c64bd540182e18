import type { Resync } from '@livedesk/events'

/** What one tab saw, in the order it saw it. */
export type Seen =
  | {
      readonly at: 'welcome'
      readonly cursor: number
      readonly epoch: string
      readonly resumed: boolean
      readonly asked: { readonly cursor: number; readonly epoch: string } | undefined
    }
  /** `said` is the record's id of what was said; undefined for an event that the harness did not say. */
  | { readonly at: 'event'; readonly seq: number; readonly said: string | undefined; readonly type: string }
  | { readonly at: 'resync'; readonly cursor: number; readonly epoch: string; readonly reason: Resync['reason'] }
  | { readonly at: 'pong'; readonly cursor: number }
  | { readonly at: 'closed'; readonly code: number }
  | Loaded

/** The versions of the tickets as one answer gave them, and which events it said it holds. */
export type Loaded = {
  readonly at: 'loaded'
  readonly how: 'position' | 'snapshot'
  readonly cursor: number
  readonly epoch: string
  readonly ahead: readonly number[]
  readonly versions: ReadonlyMap<number, number>
}

/** One tab of one session, from its first socket to the session's end or the run's. */
export type History = {
  readonly tab: string
  readonly userId: number
  readonly sessionId: number
  readonly seen: Seen[]
}

/** What the harness's own table says was committed: nothing of the live layer's is believed for this. */
export type Said = {
  readonly said: string
  readonly kind: 'tell' | 'post' | 'announce' | 'join' | 'leave' | 'end_session'
  readonly chatId: number | null
  readonly userId: number | null
  readonly sessionId: number | null
  readonly ticket: number | null
  readonly version: number | null
}

/** One row of the live log, as it is at the end. `said` is undefined for a row without an event: a session's end. */
export type Logged = {
  readonly seq: number
  readonly said: string | undefined
  readonly endsSession: number | undefined
}

/** A transaction that a worker answered for, in the order in which its actor asked. */
export type Answered = {
  readonly transaction: string
  readonly actor: string
  readonly outcome: 'committed' | 'rolled back' | 'unknown'
  /** The ids of what it says if it commits, less what its savepoints take back. */
  readonly says: readonly string[]
  /** The ids of what a savepoint takes back: never said, whatever becomes of the rest. */
  readonly takenBack: readonly string[]
}

/** Everything that the checker judges. */
export type Evidence = {
  readonly said: readonly Said[]
  readonly log: readonly Logged[]
  readonly unnumbered: number
  readonly gaps: readonly { readonly after: number; readonly first: number }[]
  readonly head: number
  readonly epoch: string
  readonly answered: readonly Answered[]
  readonly histories: readonly History[]
  /** Whether the database crashed in this run, and so may have lost its last numbering. */
  readonly crashed: boolean
  /** Whether the older part of the log was forgotten in this run. */
  readonly pruned: boolean
}
