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
  /** Tells every socket of this worker. Gives those that could not hear it. */
  readonly tell: (event: Told) => readonly Connection[]
}

/** Someone on this worker: their sockets with the tickets that each has open, and what is said of them. */
type Person = { readonly tabs: Map<Connection, readonly TicketId[]>; here: readonly Here[] }

/**
 * A worker says who is on it on every change, at most this often, and again after `repeatMs`. What it says goes to every
 * socket and names everyone, so the more there are, the more changes are gathered for one message.
 */
const gatherMs = { least: 100, aPerson: 0.4, most: 400 }
const repeatMs = 3000

/** What a worker said counts this long: one that was killed leaves no ghosts for longer. */
const forgetAfterMs = 8000

/** A line of this many numbers fits into what any pubsub carries in one message. */
const ticketsALine = 200

/** Someone whose last tab closed is still here this long: a reload, or a move to another worker, is no leaving. */
const graceMs = 4000

/**
 * Who is at the desk and what they have open, for all workers together. Each worker says the whole of what it knows at
 * first hand, and forgets what it was told and not told again: a lost message mends itself, nothing is written anywhere.
 */
export class Presence implements Disposable {
  readonly #options: PresenceOptions
  readonly #local = new Map<UserId, Person>()
  /** People whose last tab here has closed, until they are no longer counted. */
  readonly #leaving = new Map<UserId, number>()
  readonly #remote = new Map<string, { at: number; readonly parts: Map<number, readonly Here[]> }>()
  /** Sockets that something was not told to, and the tickets that it was of. */
  readonly #owed = new Map<Connection, Set<TicketId>>()
  readonly #timer: NodeJS.Timeout
  #closed = false
  #gathering: NodeJS.Timeout | undefined
  #online: ReadonlySet<UserId> = new Set()
  #viewers: ReadonlyMap<TicketId, ReadonlySet<UserId>> = new Map()
  /** What whoever comes is told, made once for all who come until it changes. */
  #greeting: readonly Buffer[] | undefined

  constructor(options: PresenceOptions) {
    this.#options = options
    this.#timer = setInterval(() => this.#say(), repeatMs)
  }

  /** A socket is live: it counts from now on, and is told who else is here. */
  came(connection: Connection) {
    const { userId } = connection.who
    const person = this.#local.get(userId)
    if (!person) this.#local.set(userId, { tabs: new Map([[connection, []]]), here: [[userId]] })
    else if (!person.tabs.has(connection)) person.tabs.set(connection, [])
    this.#leaving.delete(userId)
    this.#soon()
    this.#tellAll(connection)
  }

  /** A socket has these tickets open, in whichever of its tabs. */
  views(connection: Connection, ticketIds: readonly TicketId[]) {
    const person = this.#local.get(connection.who.userId)
    if (!person?.tabs.has(connection)) return
    person.tabs.set(connection, ticketIds)
    person.here = hereOf(connection.who.userId, person.tabs)
    this.#soon()
  }

  /** A socket is gone. */
  went(connection: Connection) {
    const { userId } = connection.who
    const person = this.#local.get(userId)
    if (!person?.tabs.delete(connection)) return
    this.#owed.delete(connection)
    person.here = hereOf(userId, person.tabs)
    if (person.tabs.size === 0) {
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
    // A person may have moved from one part to another: only all parts together tell who is not here.
    if (part === parts - 1) this.#compare()
  }

  /** This worker leaves: its people are on their way to others, and count for the grace. */
  [Symbol.dispose]() {
    this.#closed = true
    clearInterval(this.#timer)
    clearTimeout(this.#gathering)
  }

  #greet() {
    const told: Told[] = [{ type: 'presence_changed', online: sorted(this.#online) }]
    for (const [ticketId, userIds] of this.#viewers) told.push(viewersOf(ticketId, userIds))
    return told.map(frameOf)
  }

  /** Tells a socket who is here, and which tickets were left while it could not hear; what has no room waits. */
  #tellAll(connection: Connection) {
    const left = [...(this.#owed.get(connection) ?? [])].filter((ticketId) => !this.#viewers.has(ticketId))
    this.#owed.delete(connection)
    this.#greeting ??= this.#greet()
    const frames = [...this.#greeting, ...left.map((ticketId) => frameOf(viewersOf(ticketId, new Set())))]
    if (!frames.every((frame) => connection.offer(frame))) this.#owed.set(connection, new Set(left))
  }

  #tell(event: Told) {
    this.#greeting = undefined
    for (const connection of this.#options.tell(event)) {
      if (!this.#local.get(connection.who.userId)?.tabs.has(connection)) continue
      const tickets = this.#owed.get(connection) ?? new Set()
      if (event.type === 'ticket_viewers') tickets.add(event.ticket_id)
      this.#owed.set(connection, tickets)
    }
  }

  #soon() {
    if (this.#closed) return
    const { least, aPerson, most } = gatherMs
    this.#gathering ??= setTimeout(() => this.#say(), Math.min(most, Math.max(least, this.#online.size * aPerson)))
  }

  #say() {
    clearTimeout(this.#gathering)
    this.#gathering = undefined
    const { worker, pubsub } = this.#options
    for (const nudge of hereNudges(worker, this.#here(), pubsub.maxBytes)) pubsub.publish(nudge)
    this.#compare()
    // Whoever has no room is owed again: a walk along the map itself might not end.
    const owed = [...this.#owed.keys()]
    for (const connection of owed) {
      if (connection.past) continue
      this.#tellAll(connection)
      connection.flush()
    }
  }

  /** Everyone on this worker. Those whose last tab closed a moment ago count still. */
  #here(): Here[] {
    const now = Date.now()
    const here = [...this.#local.values()].flatMap((person) => person.here)
    for (const [userId, until] of this.#leaving) {
      if (until > now) here.push([userId])
      else this.#leaving.delete(userId)
    }
    return here
  }

  /** Tells the sockets of this worker what is not as it was. */
  #compare() {
    const now = Date.now()
    const online = new Set<UserId>()
    const viewers = new Map<TicketId, Set<UserId>>()
    const add = (here: readonly Here[]) => {
      for (const [userId, ...viewing] of here) {
        online.add(userId)
        for (const ticketId of viewing) viewers.set(ticketId, (viewers.get(ticketId) ?? new Set()).add(userId))
      }
    }
    add(this.#here())
    for (const [worker, { at, parts }] of this.#remote) {
      if (at + forgetAfterMs < now) this.#remote.delete(worker)
      else for (const here of parts.values()) add(here)
    }

    const [onlineBefore, viewersBefore] = [this.#online, this.#viewers]
    this.#online = online
    this.#viewers = viewers
    if (!sameMembers(online, onlineBefore)) this.#tell({ type: 'presence_changed', online: sorted(online) })
    for (const ticketId of new Set([...viewersBefore.keys(), ...viewers.keys()])) {
      const userIds = viewers.get(ticketId) ?? new Set()
      if (!sameMembers(userIds, viewersBefore.get(ticketId) ?? new Set())) this.#tell(viewersOf(ticketId, userIds))
    }
  }
}

/** What is said of someone: often one line; more where they have so much open that a message could not carry it. */
const hereOf = (userId: UserId, tabs: ReadonlyMap<Connection, readonly TicketId[]>): Here[] => {
  const viewing = [...new Set([...tabs.values()].flat())]
  const lines: Here[] = [[userId, ...viewing.slice(0, ticketsALine)]]
  for (let from = ticketsALine; from < viewing.length; from += ticketsALine) {
    lines.push([userId, ...viewing.slice(from, from + ticketsALine)])
  }
  return lines
}

const frameOf = (event: Told) => textFrame(JSON.stringify(event))

const viewersOf = (ticket_id: TicketId, userIds: ReadonlySet<UserId>): Told => ({
  type: 'ticket_viewers',
  ticket_id,
  user_ids: sorted(userIds),
})

const sorted = (ids: ReadonlySet<UserId>) => [...ids].toSorted((a, b) => a - b)

const sameMembers = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) => {
  if (a.size !== b.size) return false
  for (const member of a) if (!b.has(member)) return false
  return true
}
