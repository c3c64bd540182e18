import type { ChatId, Resync, UserId } from '@livedesk/events'
import type { Logger } from 'pino'
import type { Connection, Past } from './connection.ts'
import { type Framed, frameEntry, heardBy } from './entry.ts'
import { type Queryable, readAfter, readEffectsAfter, readHead } from './log.ts'
import { membershipBefore, stepMembership } from './membership.ts'
import type { LiveMetrics } from './metrics.ts'
import type { Tail } from './tail.ts'

export type ReplayOptions = {
  readonly reader: Queryable
  readonly log: Logger
  readonly metrics: LiveMetrics
  readonly tail: () => Tail
  /** The position of delivery: replay goes up to it, never past it. */
  readonly position: () => number
  readonly chatsOf: (userId: UserId) => ReadonlySet<ChatId>
  /** The socket has come as far as memory reaches back, or waits for its reader: go on from its cursor. */
  readonly caughtUp: (connection: Connection) => void
  /** What the socket missed is not all there any more. */
  readonly lost: (connection: Connection, reason: Resync['reason']) => void
}

const pageSize = 256

/** Serves sockets whose cursor is older than memory, from the log: all that wait at one time share one pass over it. */
export class Replay {
  readonly #options: ReplayOptions
  #waiting = new Set<Connection>()
  #running = false

  constructor(options: ReplayOptions) {
    this.#options = options
  }

  add(connection: Connection) {
    this.#waiting.add(connection)
    if (this.#running) return
    this.#running = true
    void this.#run()
  }

  async #run() {
    while (this.#waiting.size > 0) {
      // Those who come in one moment share the pass.
      await new Promise((resolve) => setTimeout(resolve, 2))
      const group = this.#waiting
      this.#waiting = new Set()
      try {
        await this.#pass(group)
      } catch (error) {
        this.#options.log.warn({ err: error, sockets: group.size }, 'could not read the log for returning clients')
        for (const connection of group) connection.close('too_slow', 'The log could not be read: come back.')
      }
    }
    this.#running = false
  }

  async #pass(group: Set<Connection>) {
    const { reader, tail, position, metrics } = this.#options
    const starts = new Map<Connection, Past>()
    for (const connection of group) {
      const { past, closed } = connection
      // Who waits to be told to load anew, the history having been replaced, is not served from the old one.
      if (past && past !== 'arriving' && !closed) starts.set(connection, past)
    }
    if (starts.size === 0) return
    metrics.replayPasses.inc()
    const oldest = Math.min(...[...starts.values()].map(({ cursor }) => cursor))
    const effects = await readEffectsAfter(reader, oldest, position())
    if (!effects) throw new Error('The history that is followed here was replaced just now.')
    const active = this.#begin(starts, effects.map(frameEntry))

    let at = oldest
    while (active.size > 0 && !tail().covers(at)) {
      // Before the read: what is numbered up to here is seen by it.
      const upTo = position()
      const page = (await readAfter(reader, at, pageSize)).filter((entry) => entry.seq <= upTo)
      if (page[0]?.seq !== at + 1) await this.#giveUpPruned(active)
      for (const entry of page.map(frameEntry)) this.#serve(active, entry)
      at = page.length === pageSize ? (page.at(-1)?.seq ?? upTo) : upTo
      for (const [connection, past] of active) {
        past.cursor = Math.max(past.cursor, at)
        connection.flush()
      }
    }
    for (const [connection, past] of active) if (connection.past === past) this.#options.caughtUp(connection)
  }

  /** What was pruned from the log before it could be read out is lost to those who had not heard it. */
  async #giveUpPruned(active: Map<Connection, Past>) {
    const { prunedSeq } = await readHead(this.#options.reader)
    for (const [connection, past] of active) {
      if (past.cursor >= prunedSeq) continue
      active.delete(connection)
      if (connection.past === past) this.#options.lost(connection, 'pruned')
    }
  }

  /** Gives each socket the memberships its person had at its cursor. */
  #begin(starts: ReadonlyMap<Connection, Past>, read: readonly Framed[]) {
    const effects = this.#effectsUpToNow(read)
    const active = new Map<Connection, Past>()
    for (const [connection, start] of starts) {
      if (connection.closed || connection.past !== start) continue
      const { cursor } = start
      const { userId } = connection.who
      const later = effects.filter((entry) => entry.seq > cursor)
      connection.past = { cursor, chats: membershipBefore(this.#options.chatsOf(userId), later, userId) }
      active.set(connection, connection.past)
    }
    return active
  }

  #serve(active: Map<Connection, Past>, entry: Framed) {
    for (const [connection, past] of active) {
      // Told to load anew meanwhile: what is read here is of a history that it has left.
      if (connection.past !== past) active.delete(connection)
      else if (entry.seq > past.cursor) this.#serveOne(active, connection, past, entry)
    }
  }

  #serveOne(active: Map<Connection, Past>, connection: Connection, past: Past, entry: Framed) {
    const { userId } = connection.who
    stepMembership(past.chats, entry, userId, 'join')
    if (entry.frame && heardBy(entry, userId, past.chats)) {
      if (!connection.offer(entry.frame)) {
        active.delete(connection)
        connection.flush(() => this.#options.caughtUp(connection))
        return
      }
      this.#options.metrics.replayed.inc()
    }
    stepMembership(past.chats, entry, userId, 'leave')
    past.cursor = entry.seq
  }

  /** Every membership effect from the oldest cursor to the position of delivery: those just read, and those delivered since. */
  #effectsUpToNow(read: readonly Framed[]) {
    const position = this.#options.position()
    const effects = new Map(read.filter((entry) => entry.seq <= position).map((entry) => [entry.seq, entry]))
    const newestRead = read.at(-1)?.seq ?? 0
    for (const entry of this.#options.tail().after(newestRead)) if (entry.effect) effects.set(entry.seq, entry)
    return [...effects.values()].toSorted((a, b) => a.seq - b.seq)
  }
}
