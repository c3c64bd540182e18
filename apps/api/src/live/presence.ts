import type { TicketId, UserId } from '@livedesk/events'
import type { Connection } from './connection.ts'
import { type Here, hereNudges, hereOf } from './here.ts'
import { frameOf, type Told, viewersOf, whoIsHere } from './presence-events.ts'
import type { PubSub } from './pubsub.ts'

export type PresenceOptions = {
  readonly worker: string
  readonly pubsub: PubSub
  /** Tells every socket of this worker. Gives those that could not hear it. */
  readonly tell: (event: Told) => readonly Connection[]
}

/** A socket: the tickets that its tabs have open, and whether nobody touches them. */
type Tabs = { readonly viewing: readonly TicketId[]; readonly isAway: boolean }

/** Someone on this worker: their sockets, and what is said of them. */
type Person = { readonly sockets: Map<Connection, Tabs>; here: readonly Here[] }

/** What a worker says: who is on it, and who of them is away. */
type Said = { readonly here: readonly Here[]; readonly away: Iterable<UserId> }

const untouched: Tabs = { viewing: [], isAway: false }

/**
 * A worker says who is on it on every change, at most this often, and again after `repeatMs`. What it says goes to every
 * socket and names everyone, so the more there are, the more changes are gathered for one message.
 */
const gatherMs = { least: 100, aPerson: 0.4, most: 400 }
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
  readonly #local = new Map<UserId, Person>()
  /** People whose last tab here has closed, until they are no longer counted. */
  readonly #leaving = new Map<UserId, { readonly until: number; readonly isAway: boolean }>()
  readonly #remote = new Map<string, { at: number; readonly parts: Map<number, Said> }>()
  /** Sockets that something was not told to, and the tickets that it was of. */
  readonly #owed = new Map<Connection, Set<TicketId>>()
  readonly #timer: NodeJS.Timeout
  #closed = false
  #gathering: NodeJS.Timeout | undefined
  #online: ReadonlySet<UserId> = new Set()
  #away: ReadonlySet<UserId> = new Set()
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
    if (!person) this.#local.set(userId, { sockets: new Map([[connection, untouched]]), here: [[userId]] })
    else if (!person.sockets.has(connection)) person.sockets.set(connection, untouched)
    this.#leaving.delete(userId)
    this.#soon()
    this.#tellAll(connection)
  }

  /** A socket has these tickets open, in whichever of its tabs. */
  views(connection: Connection, ticketIds: readonly TicketId[]) {
    this.#note(connection, { viewing: ticketIds })
  }

  /** Somebody touches a socket's tabs, or nobody does any more. */
  attends(connection: Connection, isThere: boolean) {
    this.#note(connection, { isAway: !isThere })
  }

  #note(connection: Connection, change: Partial<Tabs>) {
    const { userId } = connection.who
    const person = this.#local.get(userId)
    const tabs = person?.sockets.get(connection)
    if (!person || !tabs) return
    person.sockets.set(connection, { ...tabs, ...change })
    person.here = hereOf(userId, viewedBy(person))
    this.#soon()
  }

  /** A socket is gone. */
  went(connection: Connection) {
    const { userId } = connection.who
    const person = this.#local.get(userId)
    const wasAway = person !== undefined && isAway(person)
    if (!person?.sockets.delete(connection)) return
    this.#owed.delete(connection)
    person.here = hereOf(userId, viewedBy(person))
    if (person.sockets.size === 0) {
      this.#local.delete(userId)
      this.#leaving.set(userId, { until: Date.now() + graceMs, isAway: wasAway })
      setTimeout(() => this.#soon(), graceMs + 10).unref()
    }
    this.#soon()
  }

  /** Another worker said who is on it: one part of all it has to say. */
  heard(worker: string, part: number, parts: number, said: Said) {
    const known = this.#remote.get(worker) ?? { at: 0, parts: new Map<number, Said>() }
    known.at = Date.now()
    known.parts.set(part, { here: said.here, away: said.away })
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
    const told: Told[] = [whoIsHere(this.#online, this.#away)]
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
      if (!this.#local.get(connection.who.userId)?.sockets.has(connection)) continue
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
    const { here, away } = this.#here()
    for (const nudge of hereNudges(worker, here, new Set(away), pubsub.maxBytes)) pubsub.publish(nudge)
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
  #here(): Said {
    const now = Date.now()
    const here = [...this.#local.values()].flatMap((person) => person.here)
    const away = [...this.#local].flatMap(([userId, person]) => (isAway(person) ? userId : []))
    for (const [userId, leaving] of this.#leaving) {
      if (leaving.until <= now) this.#leaving.delete(userId)
      else {
        here.push([userId])
        if (leaving.isAway) away.push(userId)
      }
    }
    return { here, away }
  }

  /** Tells the sockets of this worker what is not as it was. */
  #compare() {
    const now = Date.now()
    const online = new Set<UserId>()
    const there = new Set<UserId>()
    const viewers = new Map<TicketId, Set<UserId>>()
    const add = (said: Said) => {
      const away = new Set(said.away)
      for (const [userId, ...viewing] of said.here) {
        online.add(userId)
        if (!away.has(userId)) there.add(userId)
        for (const ticketId of viewing) viewers.set(ticketId, (viewers.get(ticketId) ?? new Set()).add(userId))
      }
    }
    add(this.#here())
    for (const [worker, { at, parts }] of this.#remote) {
      if (at + forgetAfterMs < now) this.#remote.delete(worker)
      else for (const said of parts.values()) add(said)
    }

    const away = new Set([...online].filter((userId) => !there.has(userId)))

    const [onlineBefore, awayBefore, viewersBefore] = [this.#online, this.#away, this.#viewers]
    this.#online = online
    this.#away = away
    this.#viewers = viewers
    if (!sameMembers(online, onlineBefore) || !sameMembers(away, awayBefore)) this.#tell(whoIsHere(online, away))
    for (const ticketId of new Set([...viewersBefore.keys(), ...viewers.keys()])) {
      const userIds = viewers.get(ticketId) ?? new Set()
      if (!sameMembers(userIds, viewersBefore.get(ticketId) ?? new Set())) this.#tell(viewersOf(ticketId, userIds))
    }
  }
}

const viewedBy = ({ sockets }: Person) => [...new Set([...sockets.values()].flatMap((tabs) => tabs.viewing))]

/** Someone is away while each of their sockets is. */
const isAway = ({ sockets }: Person) => sockets.size > 0 && [...sockets.values()].every((tabs) => tabs.isAway)

const sameMembers = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) => {
  if (a.size !== b.size) return false
  for (const member of a) if (!b.has(member)) return false
  return true
}
