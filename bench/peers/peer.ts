import type { EventOf } from '@livedesk/events'
import type { Dialect } from '../dialects.ts'
import type { Said } from '../said.ts'

/** What a worker is given: the run's own Postgres database and Redis. */
export type Site = { readonly databaseUrl: string; readonly redisUrl: string }

/** One worker of a system: listens on a free port of this machine, and says what it is told to. */
export type Seat = AsyncDisposable & {
  readonly port: number
  /** Says events to people: every socket of theirs, on every worker. Resolves when they have been handed over. */
  say(said: readonly Said[]): Promise<void>
  /** Says events to every socket. */
  sayToAll(events: readonly EventOf<'user_changed'>[]): Promise<void>
  /** Changes a ticket in a transaction that takes `otherWorkMs` more, and says so. Resolves with the moment of the commit. */
  change(ticketId: number, said: Said, otherWorkMs: number): Promise<number>
}

/** A system under comparison, in one small file each. */
export type Peer = {
  readonly name: string
  readonly dialect: Dialect
  /** Whether what one worker says reaches the sockets of the other. If not, the bench tells both: delivery alone is measured. */
  readonly crosses: boolean
  /** What it promises of an event that was said, in a word each. */
  readonly promises: {
    readonly durable: boolean
    readonly ordered: boolean
    readonly resumable: boolean | 'if heard before'
  }
  readonly open: (site: Site) => Promise<Seat>
}
