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
    metrics.replayPasses.inc()
    const starts = new Map([...group].flatMap((connection) => (connection.past ? [[connection, connection.past.cursor]] : [])))
    let at = Math.min(...starts.values())
    const active = this.#begin(group, (await readEffectsAfter(reader, at)).map(frameEntry))

    while (active.size > 0 && !tail().covers(at)) {
      const upTo = position()
      const read = await readAfter(reader, at, pageSize)
      const page = read.filter((entry) => entry.seq <= upTo)
      for (const entry of page.map(frameEntry)) this.#serve(active, entry)
      at = page.length === pageSize ? (page.at(-1)?.seq ?? upTo) : upTo
      for (const [connection, past] of active) {
        past.cursor = Math.max(past.cursor, at)
        connection.flush()
      }
    }

    // What was pruned while it was being read may have been missed.
    const { prunedSeq } = await readHead(reader)
    for (const [connection, start] of starts) {
      if (start < prunedSeq) this.#options.lost(connection, 'pruned')
      else if (active.has(connection)) this.#options.caughtUp(connection)
    }
  }

  /** Gives each socket the memberships its person had at its cursor. */
  #begin(group: Set<Connection>, read: readonly Framed[]) {
    const effects = this.#effectsUpToNow(read)
    const active = new Map<Connection, Past>()
    for (const connection of group) {
      if (connection.closed || !connection.past) continue
      const { cursor } = connection.past
      const { userId } = connection.who
      const later = effects.filter((entry) => entry.seq > cursor)
      connection.past = { cursor, chats: membershipBefore(this.#options.chatsOf(userId), later, userId) }
      active.set(connection, connection.past)
    }
    return active
  }

  #serve(active: Map<Connection, Past>, entry: Framed) {
    for (const [connection, past] of active) {
      if (entry.seq <= past.cursor) continue
      const { userId } = connection.who
      stepMembership(past.chats, entry, userId, 'join')
      if (entry.frame && heardBy(entry, userId, past.chats)) {
        if (!connection.offer(entry.frame)) {
          active.delete(connection)
          connection.flush(() => this.#options.caughtUp(connection))
          continue
        }
        this.#options.metrics.replayed.inc()
      }
      stepMembership(past.chats, entry, userId, 'leave')
      past.cursor = entry.seq
    }
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
