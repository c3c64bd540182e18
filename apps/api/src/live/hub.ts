import type { ChatId, Resync, UserId } from '@livedesk/events'
import type { Logger } from 'pino'
import type { Connection, Past, SignedIn } from './connection.ts'
import { type Framed, frameEntry, heardBy } from './entry.ts'
import { type Bookmark, Follower } from './follower.ts'
import { textFrame, welcomeFrame } from './frame.ts'
import type { Batch, Queryable } from './log.ts'
import { endsAmong, membershipBefore, stepMembership } from './membership.ts'
import type { LiveMetrics } from './metrics.ts'
import { People } from './people.ts'
import { Replay } from './replay.ts'
import { Round } from './round.ts'
import { Tail } from './tail.ts'

export type HubOptions = {
  /** Reads the log: a connection that no request waits for. */
  readonly reader: Queryable
  readonly log: Logger
  readonly metrics: LiveMetrics
  readonly heartbeatMs: number
  /** Whether someone is still signed in as they came: asked when the end of their session may have been passed over. */
  readonly goesOn: (who: SignedIn) => Promise<boolean>
  /** A socket has come to the head, for the first time or after it fell behind: what is said in passing now reaches it. */
  readonly onLive: (connection: Connection) => void
}

const tailBytes = 16 * 1024 * 1024

/** Delivers the log to this worker's sockets, in order, to each exactly once. */
export class Hub {
  readonly #options: HubOptions
  readonly #follower: Follower
  readonly #people: People
  readonly #replay: Replay
  readonly #round: Round
  #tail: Tail
  /** How often the history was replaced. */
  #replaced = 0

  /** A hub at the head of the log, with nobody connected. */
  static async open(options: HubOptions) {
    // Nothing is followed before the hub that it is delivered to is there.
    const follower = await Follower.open({
      ...options,
      deliver: (entry) => hub.#deliver(frameEntry(entry)),
      delivered: () => options.metrics.delivered.inc(hub.#round.end()),
      startOver: (position, reason) => hub.#startOver(position, reason),
    })
    const hub: Hub = new Hub(options, follower)
    return hub
  }

  private constructor(options: HubOptions, follower: Follower) {
    this.#options = options
    this.#follower = follower
    this.#tail = new Tail(follower.position, tailBytes)
    this.#people = new People({
      reader: options.reader,
      reached: (position) => follower.reached(position),
      isLost: (position) => follower.isLost(position),
    })
    this.#round = new Round({
      everyone: () => this.#people.connections(),
      lag: (connection, cursor) => this.#lag(connection, cursor),
    })
    this.#replay = new Replay({
      reader: options.reader,
      log: options.log,
      metrics: options.metrics,
      tail: () => this.#tail,
      position: () => follower.position,
      chatsOf: (userId) => this.#people.chatsOf(userId),
      caughtUp: (connection) => this.#pump(connection),
      lost: (connection, reason) => this.#resync(connection, reason),
    })
  }

  get position() {
    return this.#follower.position
  }

  get epoch() {
    return this.#follower.epoch
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

  /** Takes numbered entries, from whomever. */
  accept(batch: Batch) {
    this.#follower.accept(batch)
  }

  /** Reads the log from the position up to another, or to its head. */
  catchUp(upTo?: number) {
    this.#follower.catchUp(upTo)
  }

  /** Lets a socket in: welcomes it, gives it what it missed, then what happens. Resolves when it is live or catching up. */
  async admit(connection: Connection, bookmark: Bookmark | undefined) {
    const replaced = this.#replaced
    this.#people.add(connection)
    // The client may come from a worker that is ahead of this one.
    if (bookmark && bookmark.cursor > this.position) await this.#follower.read(bookmark.cursor)
    await this.#whenKnown(connection, replaced, () => this.#welcomeIn(connection, bookmark))
  }

  #welcomeIn(connection: Connection, bookmark: Bookmark | undefined) {
    const { userId } = connection.who
    const loss = bookmark && this.#follower.whyLost(bookmark)
    if (!bookmark || loss) {
      connection.past = this.#here(userId)
      connection.offer(this.#welcome(userId, this.position, false))
      if (loss) this.#resync(connection, loss)
      else this.#pump(connection)
      return
    }
    connection.offer(this.#welcome(userId, bookmark.cursor, true))
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
    this.#round.leaveOut(connection)
  }

  /** Says something in passing: to whoever is live and has room, and never again. Gives those who were passed over. */
  pass(audience: { readonly to: 'agents' } | { readonly to: 'chat'; readonly id: ChatId }, event: string) {
    const frame = textFrame(event)
    const hearers = audience.to === 'agents' ? this.#people.connections() : this.#people.connectionsIn(audience.id)
    const passedOver: Connection[] = []
    for (const connection of hearers) {
      if (connection.past || !connection.offer(frame)) {
        passedOver.push(connection)
        continue
      }
      connection.flush()
      this.#options.metrics.passed.inc()
    }
    return passedOver
  }

  /** How far a socket has been served: what a `pong` tells it. Undefined before it has been welcomed, or told to load anew. */
  cursorOf(connection: Connection) {
    return connection.past === 'arriving' ? undefined : (connection.past?.cursor ?? this.position)
  }

  /** Whether the session's end was delivered after this position: its sockets were closed before this one was known. */
  endedSince(
    position: number,
    who: { readonly userId: UserId; readonly sessionId: number },
  ): 'ended' | 'going on' | 'unknown' {
    if (!this.#tail.covers(position)) return 'unknown'
    return endsAmong(this.#tail.after(position), who) ? 'ended' : 'going on'
  }

  #deliver(entry: Framed) {
    const { effect, frame } = entry
    // Those who hear what came before are those of before, and what is said with an effect comes before it works.
    if (effect) this.#round.settle()
    if (effect?.do === 'join') this.#people.step(entry)
    if (frame) this.#tell(entry, frame)
    if (effect) this.#round.settle()
    if (effect && effect.do !== 'join') this.#people.step(entry)
    this.#tail.push(entry)
    if (effect?.do === 'end_session' || effect?.do === 'end_user') {
      for (const connection of this.#people.ofSession(effect)) connection.close('sign_in', 'This session is over.')
    }
  }

  #tell({ to, seq }: Framed, frame: Buffer) {
    switch (to.audience) {
      case 'user':
        return this.#round.tell(this.#people.connectionsOfUser(to.id), frame, seq)
      case 'chat':
        return this.#round.tell(this.#people.connectionsIn(to.id), frame, seq)
      case 'agents':
        return this.#round.tellEveryone(frame, seq)
      case 'nobody':
        return
    }
  }

  /** A socket without room stops being live: it is served from the log again when it has read what it was sent. */
  #lag(connection: Connection, cursor: number) {
    connection.past = this.#here(connection.who.userId, cursor)
    this.#round.leaveOut(connection)
    this.#options.metrics.lagged.inc()
    connection.flush(() => this.#pump(connection))
  }

  /** Serves a socket that is catching up from memory, as far as it has room; at the head it is live. */
  #pump(connection: Connection) {
    const { past } = connection
    if (connection.closed || !past || past === 'arriving') return
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
  #here(userId: UserId, cursor = this.position): Past {
    return { cursor, chats: new Set(this.#people.chatsOf(userId)) }
  }

  #welcome(userId: UserId, cursor: number, resumed: boolean) {
    return welcomeFrame({
      user_id: userId,
      cursor,
      epoch: this.epoch,
      resumed,
      heartbeat_ms: this.#options.heartbeatMs,
    })
  }

  #resync(connection: Connection, reason: Resync['reason']) {
    this.#options.metrics.resyncs.inc({ reason })
    const frame: Resync = { type: 'resync', cursor: this.position, epoch: this.epoch, reason }
    connection.past = this.#here(connection.who.userId)
    if (connection.offer(textFrame(JSON.stringify(frame)))) this.#pump(connection)
    // A socket that has no room even for that is behind a reader who will not miss it: it comes back.
    else connection.close('too_slow', 'Come back for what you missed.')
  }

  /** The order that this worker knew is not the database's: everyone is told to load anew. */
  #startOver(position: number, reason: Resync['reason']) {
    this.#replaced += 1
    this.#tail = new Tail(position, tailBytes)
    this.#people.forget()
    // Those who have not been welcomed yet learn it from their welcome, or are being told already.
    const told = [...this.#people.connections()].filter((connection) => connection.past !== 'arriving')
    for (const connection of told) {
      connection.past = 'arriving'
      void this.#loadAnew(connection, reason)
    }
  }

  /** Tells a socket to load anew as soon as it is known again which chats its person is in; if that fails, to come back. */
  async #loadAnew(connection: Connection, reason: Resync['reason']) {
    try {
      await this.#whenKnown(connection, this.#replaced - 1, () => this.#resync(connection, reason))
    } catch (error) {
      this.#options.log.warn(
        { err: error },
        'could not find out who hears what in a new history; the socket comes back',
      )
      connection.close('too_slow', 'The log could not be read: come back.')
    }
  }

  /**
   * Acts as soon as it is known which chats a socket's person is in. If the history was replaced since the socket stood at
   * `replaced`, its session may have ended in what was passed over: it is closed then.
   */
  async #whenKnown(connection: Connection, replaced: number, act: () => void): Promise<void> {
    const now = this.#replaced
    if (now !== replaced && !(await this.#options.goesOn(connection.who))) {
      connection.close('sign_in', 'This session is over.')
      return
    }
    await this.#people.known(connection.who.userId)
    if (connection.closed) return
    if (now !== this.#replaced) return this.#whenKnown(connection, now, act)
    // At once: nothing may come between knowing the memberships and using them.
    act()
  }
}
