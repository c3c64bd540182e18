import { type ChatId, contractVersion, type Resync, type UserId, type Welcome } from '@livedesk/events'
import type { Logger } from 'pino'
import { arriving, type Connection, type Past } from './connection.ts'
import { type Framed, frameEntry, heardBy } from './entry.ts'
import { textFrame } from './frame.ts'
import { type Batch, type Gap, type Head, type LogEntry, type Queryable, readAfter, readHead, reopen } from './log.ts'
import { membershipBefore, stepMembership } from './membership.ts'
import type { LiveMetrics } from './metrics.ts'
import { People } from './people.ts'
import { Replay } from './replay.ts'
import { Tail } from './tail.ts'

export type HubOptions = {
  /** Reads the log: a connection that no request waits for. */
  readonly reader: Queryable
  readonly log: Logger
  readonly metrics: LiveMetrics
  readonly heartbeatMs: number
  /** A socket has come to the head, for the first time or after it fell behind: what is said in passing now reaches it. */
  readonly onLive: (connection: Connection) => void
}

/** Where a returning client stands. */
export type Bookmark = { readonly cursor: number; readonly epoch: string | undefined }

const tailBytes = 16 * 1024 * 1024
const pageSize = 256

/**
 * Delivers the log to this worker's sockets, in order, exactly once each. It moves from position to position without a
 * step left out: a batch that continues its position is delivered, anything else makes it read the log from there.
 */
export class Hub {
  readonly #options: HubOptions
  readonly #people: People
  readonly #replay: Replay
  readonly #dirty = new Set<Connection>()
  #tail: Tail
  #position: number
  #epoch: string
  #prunedSeq: number
  #gaps: readonly Gap[]
  #catchingUp: Promise<void> | undefined
  #catchUpAgain = false
  readonly #arrivals = new Set<{ readonly position: number; readonly resolve: () => void }>()

  /** A hub at the head of the log, with nobody connected. */
  static async open(options: HubOptions) {
    await reopen(options.reader)
    return new Hub(options, await readHead(options.reader))
  }

  private constructor(options: HubOptions, head: Head & { readonly gaps: readonly Gap[] }) {
    this.#options = options
    this.#position = head.seq
    this.#epoch = head.epoch
    this.#prunedSeq = head.prunedSeq
    this.#gaps = head.gaps
    this.#tail = new Tail(head.seq, tailBytes)
    this.#people = new People({ reader: options.reader, reached: (position) => this.#reached(position) })
    this.#replay = new Replay({
      reader: options.reader,
      log: options.log,
      metrics: options.metrics,
      tail: () => this.#tail,
      position: () => this.#position,
      chatsOf: (userId) => this.#people.chatsOf(userId),
      caughtUp: (connection) => this.#pump(connection),
      lost: (connection, reason) => this.#resync(connection, reason),
    })
  }

  get position() {
    return this.#position
  }

  get epoch() {
    return this.#epoch
  }

  connections(): Iterable<Connection> {
    return this.#people.connections()
  }

  get connectionCount() {
    return this.#people.connectionCount
  }

  connectionsOf(userId: UserId): number {
    return this.#people.connectionsOf(userId)
  }

  /** Takes numbered entries, from whomever. What continues the position is delivered now; a hole is filled from the log first. */
  accept(batch: Batch) {
    if (batch.head <= this.#position) return
    if (batch.prev > this.#position) {
      this.catchUp()
      return
    }
    this.#deliver(batch.entries.filter((entry) => entry.seq > this.#position))
  }

  /** Reads the log from the position to its head. Calls coalesce; trouble is left to the next nudge or sweep. */
  catchUp() {
    if (this.#catchingUp) {
      this.#catchUpAgain = true
      return
    }
    this.#options.metrics.catchUps.inc()
    this.#catchingUp = this.#readToHead()
      .catch((error: unknown) =>
        this.#options.log.warn({ err: error }, 'could not read the log; the next sweep tries again'),
      )
      .finally(() => {
        this.#catchingUp = undefined
        if (this.#catchUpAgain) {
          this.#catchUpAgain = false
          this.catchUp()
        }
      })
  }

  /** Lets a socket in: welcomes it, gives it what it missed, then what happens. Resolves when it is live or catching up. */
  async admit(connection: Connection, bookmark: Bookmark | undefined) {
    const { userId } = connection.who
    this.#people.add(connection)
    // The client may come from a worker that is ahead of this one.
    if (bookmark && bookmark.cursor > this.#position) await this.#readToHead()
    // Last: nothing may come between knowing the memberships and using them.
    await this.#people.known(userId)
    if (connection.closed) return

    const loss = bookmark && this.#whyLost(bookmark)
    if (!bookmark || loss) {
      connection.past = this.#here(userId)
      connection.offer(textFrame(JSON.stringify(this.#welcome(userId, this.#position, false))))
      if (loss) this.#resync(connection, loss)
      else this.#pump(connection)
      return
    }
    connection.offer(textFrame(JSON.stringify(this.#welcome(userId, bookmark.cursor, true))))
    this.#options.metrics.resumes.inc()
    connection.past = { cursor: bookmark.cursor, chats: new Set() }
    if (this.#tail.covers(bookmark.cursor)) {
      const missed = [...this.#tail.after(bookmark.cursor)]
      connection.past = {
        cursor: bookmark.cursor,
        chats: membershipBefore(this.#people.chatsOf(userId), missed, userId),
      }
      this.#pump(connection)
    } else {
      connection.flush()
      this.#replay.add(connection)
    }
  }

  /** Forgets a socket that is gone. */
  remove(connection: Connection) {
    connection.ended()
    this.#people.remove(connection)
    this.#dirty.delete(connection)
  }

  /** Says something in passing: to whoever is live and has room, and never again. */
  pass(audience: { readonly to: 'agents' } | { readonly to: 'chat'; readonly id: ChatId }, event: string) {
    const frame = textFrame(event)
    const hearers = audience.to === 'agents' ? this.#people.connections() : this.#people.connectionsIn(audience.id)
    for (const connection of hearers) {
      if (connection.past || !connection.offer(frame)) continue
      connection.flush()
      this.#options.metrics.passed.inc()
    }
  }

  /** How far a socket has been served: what a `pong` tells it. Undefined before it has been welcomed, or told to load anew. */
  cursorOf(connection: Connection) {
    return connection.past === arriving ? undefined : (connection.past?.cursor ?? this.#position)
  }

  /** Whether the session's end was delivered after this position: its sockets were closed before this one was known. */
  endedSince(
    position: number,
    who: { readonly userId: UserId; readonly sessionId: number },
  ): 'ended' | 'going on' | 'unknown' {
    if (!this.#tail.covers(position)) return 'unknown'
    for (const { effect } of this.#tail.after(position)) {
      if (effect?.do === 'end_session' && effect.session_id === who.sessionId) return 'ended'
      if (effect?.do === 'end_user' && effect.user_id === who.userId) return 'ended'
    }
    return 'going on'
  }

  #deliver(entries: readonly LogEntry[]) {
    for (const entry of entries) this.#deliverOne(frameEntry(entry))
    for (const connection of this.#dirty) connection.flush()
    this.#dirty.clear()
    this.#options.metrics.position.set(this.#position)
    for (const arrival of this.#arrivals) {
      if (arrival.position <= this.#position) {
        this.#arrivals.delete(arrival)
        arrival.resolve()
      }
    }
  }

  #deliverOne(entry: Framed) {
    const { effect } = entry
    if (effect?.do === 'join') this.#people.step(entry)
    if (entry.frame) {
      for (const connection of this.#hearers(entry)) {
        if (connection.past) continue
        if (connection.offer(entry.frame)) {
          this.#dirty.add(connection)
          this.#options.metrics.delivered.inc()
        } else this.#lag(connection, entry.seq - 1)
      }
    }
    if (effect && effect.do !== 'join') this.#people.step(entry)
    this.#tail.push(entry)
    this.#position = entry.seq
    if (effect?.do === 'end_session' || effect?.do === 'end_user') {
      for (const connection of this.#people.ofSession(effect)) connection.close('sign_in', 'This session is over.')
    }
  }

  #hearers(entry: Framed): Iterable<Connection> {
    switch (entry.to.audience) {
      case 'user':
        return this.#people.connectionsOfUser(entry.to.id)
      case 'chat':
        return this.#people.connectionsIn(entry.to.id)
      case 'agents':
        return this.#people.connections()
      case 'nobody':
        return []
    }
  }

  /** A socket without room stops being live: it is served from the log again when it has read what it was sent. */
  #lag(connection: Connection, cursor: number) {
    connection.past = this.#here(connection.who.userId, cursor)
    this.#dirty.delete(connection)
    this.#options.metrics.lagged.inc()
    connection.flush(() => this.#pump(connection))
  }

  /** Serves a socket that is catching up from memory, as far as it has room; at the head it is live. */
  #pump(connection: Connection) {
    const { past } = connection
    if (connection.closed || !past || past === arriving) return
    if (!this.#tail.covers(past.cursor)) {
      this.#replay.add(connection)
      return
    }
    for (const entry of this.#tail.after(past.cursor)) {
      stepMembership(past.chats, entry, connection.who.userId, 'join')
      if (entry.frame && heardBy(entry, connection.who.userId, past.chats)) {
        if (!connection.offer(entry.frame)) {
          connection.flush(() => this.#pump(connection))
          return
        }
        this.#options.metrics.replayed.inc()
      }
      stepMembership(past.chats, entry, connection.who.userId, 'leave')
      past.cursor = entry.seq
    }
    connection.past = undefined
    this.#options.onLive(connection)
    connection.flush()
  }

  /** The place of a socket that has been served up to the position, or just short of it. */
  #here(userId: UserId, cursor = this.#position): Past {
    return { cursor, chats: new Set(this.#people.chatsOf(userId)) }
  }

  #whyLost({ cursor, epoch }: Bookmark): Resync['reason'] | undefined {
    if (epoch !== undefined && epoch !== this.#epoch) return 'epoch'
    if (cursor > this.#position) return 'future'
    if (this.#gaps.some(({ after, first }) => after < cursor && cursor < first)) return 'lost_tail'
    if (cursor < this.#prunedSeq) return 'pruned'
    return undefined
  }

  #welcome(user_id: UserId, cursor: number, resumed: boolean): Welcome {
    const { heartbeatMs } = this.#options
    return {
      type: 'welcome',
      user_id,
      cursor,
      epoch: this.#epoch,
      resumed,
      heartbeat_ms: heartbeatMs,
      contract: contractVersion,
    }
  }

  #resync(connection: Connection, reason: Resync['reason']) {
    this.#options.metrics.resyncs.inc({ reason })
    const frame: Resync = { type: 'resync', cursor: this.#position, epoch: this.#epoch, reason }
    connection.past = this.#here(connection.who.userId)
    if (connection.offer(textFrame(JSON.stringify(frame)))) this.#pump(connection)
    // A socket that has no room even for that is behind a reader who will not miss it: it comes back.
    else connection.close('too_slow', 'Come back for what you missed.')
  }

  async #readToHead() {
    for (;;) {
      const from = this.#position
      const entries = (await readAfter(this.#options.reader, from, pageSize)).filter(
        (entry) => entry.seq > this.#position,
      )
      const run = entries.slice(0, contiguous(entries, this.#position))
      if (run.length > 0) {
        this.#deliver(run)
        continue
      }
      if (this.#position !== from) continue
      const head = await readHead(this.#options.reader)
      this.#gaps = head.gaps
      this.#prunedSeq = head.prunedSeq
      if (head.epoch !== this.#epoch) return this.#startOver(head, 'epoch')
      // Someone else moved on meanwhile: what the head says of `from` is of no use here.
      if (this.#position !== from) continue
      const gap = head.gaps.find(({ after, first }) => after <= from && from < first)
      if (head.seq < from || (gap && gap.after < from)) return this.#startOver(head, 'lost_tail')
      if (head.prunedSeq > from) return this.#startOver(head, 'pruned')
      if (gap) this.#moveTo(gap.first)
      else if (head.seq === from) return
    }
  }

  #moveTo(position: number) {
    this.#position = position
    this.#deliver([])
  }

  /** The order that this worker knew is not the database's: everyone is told to load anew. */
  #startOver(head: Head, reason: Resync['reason']) {
    this.#options.log.warn(
      { from: this.#position, to: head.seq, reason },
      'the log is not the one that was followed; every client loads anew',
    )
    this.#epoch = head.epoch
    this.#tail = new Tail(head.seq, tailBytes)
    this.#people.forget()
    // Those who have not been welcomed yet learn it from their welcome, or are being told already.
    const told = [...this.#people.connections()].filter((connection) => connection.past !== arriving)
    for (const connection of told) {
      connection.past = arriving
      void this.#loadAnew(connection, reason)
    }
    this.#moveTo(head.seq)
  }

  /** Tells a socket to load anew as soon as it is known again which chats its person is in; if that fails, to come back. */
  async #loadAnew(connection: Connection, reason: Resync['reason']) {
    try {
      await this.#people.known(connection.who.userId)
      this.#resync(connection, reason)
    } catch (error) {
      this.#options.log.warn({ err: error }, 'could not read the memberships of a new history; the socket comes back')
      connection.close('too_slow', 'The log could not be read: come back.')
    }
  }

  #reached(position: number) {
    if (position <= this.#position) return Promise.resolve()
    this.catchUp()
    return new Promise<void>((resolve) => this.#arrivals.add({ position, resolve }))
  }
}

/** How many entries, from the first, continue the position without a step left out. */
const contiguous = (entries: readonly LogEntry[], position: number) => {
  const end = entries.findIndex((entry, index) => entry.seq !== position + 1 + index)
  return end === -1 ? entries.length : end
}
