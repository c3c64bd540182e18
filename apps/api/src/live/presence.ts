import type { PresenceChanged, TicketId, TicketViewers, UserId } from '@livedesk/events'
import type { z } from 'zod'
import type { Connection } from './connection.ts'
import { textFrame } from './frame.ts'
import { type Here, hereNudges } from './here.ts'
import type { PubSub } from './pubsub.ts'

type Told = z.output<(typeof PresenceChanged | typeof TicketViewers)['schema']>

export type PresenceOptions = {
  readonly worker: string
  readonly pubsub: PubSub
  /** Tells every socket of this worker. */
  readonly tell: (event: Told) => void
}

/** A worker says who is on it on every change, at most this often, and again after `repeatMs`. */
const gatherMs = 100
const repeatMs = 3000

/** What a worker said counts this long: one that was killed leaves no ghosts for longer. */
const forgetAfterMs = 8000

/** Someone whose last tab closed is still here this long: a reload, or a move to another worker, is no leaving. */
const graceMs = 4000

/**
 * Who is at the desk and what they have open, for all workers together. Each worker says the whole of what it knows at
 * first hand, and forgets what it was told and not told again: a lost message mends itself, nothing is written anywhere.
 */
export class Presence implements Disposable {
  readonly #options: PresenceOptions
  /** Each person's sockets here, and the ticket that each has open. */
  readonly #local = new Map<UserId, Map<Connection, TicketId | null>>()
  /** People whose last tab here has closed, until they are no longer counted. */
  readonly #leaving = new Map<UserId, number>()
  readonly #remote = new Map<string, { at: number; readonly parts: Map<number, readonly Here[]> }>()
  readonly #timer: NodeJS.Timeout
  #closed = false
  #gathering: NodeJS.Timeout | undefined
  #online: ReadonlySet<UserId> = new Set()
  #viewers: ReadonlyMap<TicketId, ReadonlySet<UserId>> = new Map()

  constructor(options: PresenceOptions) {
    this.#options = options
    this.#timer = setInterval(() => this.#say(), repeatMs)
  }

  /** A socket is live: it counts from now on, and is told who else is here. */
  came(connection: Connection) {
    const { userId } = connection.who
    const tabs = this.#local.get(userId) ?? new Map<Connection, TicketId | null>()
    tabs.set(connection, tabs.get(connection) ?? null)
    this.#local.set(userId, tabs)
    this.#leaving.delete(userId)
    this.#soon()
    this.#offer(connection, { type: 'presence_changed', online: sorted(this.#online) })
    for (const [ticketId, userIds] of this.#viewers) this.#offer(connection, viewersOf(ticketId, userIds))
  }

  /** A socket has a ticket open, or none. */
  views(connection: Connection, ticketId: TicketId | null) {
    const tabs = this.#local.get(connection.who.userId)
    if (!tabs?.has(connection)) return
    tabs.set(connection, ticketId)
    this.#soon()
  }

  /** A socket is gone. */
  went(connection: Connection) {
    const { userId } = connection.who
    const tabs = this.#local.get(userId)
    if (!tabs?.delete(connection)) return
    if (tabs.size === 0) {
      this.#local.delete(userId)
      this.#leaving.set(userId, Date.now() + graceMs)
      setTimeout(() => this.#soon(), graceMs + 10).unref()
    }
    this.#soon()
  }

  /** Another worker said who is on it: one part of all it has to say. */
  heard(worker: string, part: number, parts: number, here: readonly Here[]) {
    const known = this.#remote.get(worker) ?? { at: 0, parts: new Map<number, readonly Here[]>() }
    known.at = Date.now()
    known.parts.set(part, here)
    for (const index of known.parts.keys()) if (index >= parts) known.parts.delete(index)
    this.#remote.set(worker, known)
    this.#compare()
  }

  /** This worker leaves: its people are on their way to others, and count for the grace. */
  [Symbol.dispose]() {
    this.#closed = true
    clearInterval(this.#timer)
    clearTimeout(this.#gathering)
  }

  #offer(connection: Connection, event: Told) {
    connection.offer(textFrame(JSON.stringify(event)))
  }

  #soon() {
    if (this.#closed) return
    this.#gathering ??= setTimeout(() => this.#say(), gatherMs)
  }

  #say() {
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    const { worker, pubsub } = this.#options
    for (const nudge of hereNudges(worker, this.#here(), pubsub.maxBytes)) pubsub.publish(nudge)
    this.#compare()
  }

  #here(): Here[] {
    const now = Date.now()
    const people = new Map<UserId, Set<TicketId>>()
    for (const [userId, until] of this.#leaving) {
      if (until > now) people.set(userId, new Set())
      else this.#leaving.delete(userId)
    }
    for (const [userId, tabs] of this.#local) {
      people.set(userId, new Set([...tabs.values()].filter((ticketId) => ticketId !== null)))
    }
    return [...people].map(([userId, viewing]) => [userId, ...viewing])
  }

  /** Tells the sockets of this worker what is not as it was. */
  #compare() {
    const now = Date.now()
    for (const [worker, { at }] of this.#remote) if (at + forgetAfterMs < now) this.#remote.delete(worker)
    const everyone = [this.#here(), ...[...this.#remote.values()].flatMap(({ parts }) => [...parts.values()])].flat()

    const online = new Set(everyone.map(([userId]) => userId))
    const viewers = new Map<TicketId, Set<UserId>>()
    for (const [userId, ...viewing] of everyone) {
      for (const ticketId of viewing) viewers.set(ticketId, (viewers.get(ticketId) ?? new Set()).add(userId))
    }

    const [onlineBefore, viewersBefore] = [this.#online, this.#viewers]
    this.#online = online
    this.#viewers = viewers
    if (!sameMembers(online, onlineBefore)) this.#options.tell({ type: 'presence_changed', online: sorted(online) })
    for (const ticketId of new Set([...viewersBefore.keys(), ...viewers.keys()])) {
      const userIds = viewers.get(ticketId) ?? new Set()
      if (!sameMembers(userIds, viewersBefore.get(ticketId) ?? new Set()))
        this.#options.tell(viewersOf(ticketId, userIds))
    }
  }
}

const viewersOf = (ticket_id: TicketId, userIds: ReadonlySet<UserId>): Told => ({
  type: 'ticket_viewers',
  ticket_id,
  user_ids: sorted(userIds),
})

const sorted = (ids: ReadonlySet<UserId>) => [...ids].toSorted((a, b) => a - b)

const sameMembers = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) =>
  a.size === b.size && [...a].every((member) => b.has(member))
