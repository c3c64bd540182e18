import type { Command, DurableEvent, UserId } from '@livedesk/events'
import type { Connection, ConnectionState, Place, Said } from './connection.ts'
import { includes, type Position } from './position.ts'

/** An event of the log, with its place in the desk's order. */
export type Heard = { readonly seq: number; readonly event: DurableEvent }

/** What a tab's stream tells. `start`: what was heard before may lack something; everything after this is heard. */
export type News = Exclude<Said, { kind: 'reached' }>

const remembered = 2000

/**
 * The desk's events as this tab has heard them: each once, in order, and the last of them remembered, so that data which
 * was read a while ago can be given what happened since.
 */
export class EventStream {
  readonly #connection: Connection
  readonly #capacity: number
  readonly #listeners = new Set<(news: News) => void>()
  #viewer: UserId | undefined
  #state: ConnectionState = { kind: 'stopped', why: 'not_started' }
  #place: Place | undefined
  /** Nothing after this position is missing from `#heard`. */
  #from = 0
  #heard: Heard[] = []

  constructor(connection: Connection, capacity = remembered) {
    this.#connection = connection
    this.#capacity = capacity
    connection.subscribe((said) => this.#take(said))
  }

  /** Listens for someone who is signed in, from a place on that is known already, if one is. */
  start(viewer: UserId, since: Place | undefined) {
    this.#viewer = viewer
    this.#connection.post({ kind: 'start', user_id: viewer, since })
  }

  /** Listens no more: nobody is signed in. */
  stop() {
    this.#viewer = undefined
    this.#connection.post({ kind: 'stop' })
  }

  /** Tells the desk something, if it can hear it now. */
  send(command: Command) {
    this.#connection.post({ kind: 'send', command })
  }

  /** Who listens. */
  get viewer() {
    return this.#viewer
  }

  get state() {
    return this.#state
  }

  /** How far this tab has heard everything; undefined before the connection has begun. */
  get place() {
    return this.#place
  }

  /** Whether everything after this position is, or will be, heard here. */
  covers(position: Position) {
    return this.#place?.epoch === position.epoch && position.cursor >= this.#from
  }

  /** What was heard and is not in data of this position, oldest first. */
  after(position: Position): readonly Heard[] {
    if (this.#place?.epoch !== position.epoch) return []
    return this.#heard.slice(this.#indexAfter(position.cursor)).filter(({ seq }) => !includes(position, seq))
  }

  /** Whether such an event was heard of late. */
  hasHeard(wanted: (event: DurableEvent) => boolean) {
    return this.#heard.some(({ event }) => wanted(event))
  }

  readonly subscribe = (listener: (news: News) => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #take(said: Said) {
    switch (said.kind) {
      case 'state':
        this.#state = said.state
        return this.#tell(said)
      case 'start':
        this.#place = { epoch: said.epoch, cursor: said.cursor }
        this.#from = said.cursor
        this.#heard = []
        return this.#tell(said)
      case 'event':
        if (!this.#moves(said.seq)) return
        this.#remember(said)
        return this.#tell(said)
      case 'passing':
        return this.#tell(said)
      case 'reached':
        this.#moves(said.cursor)
    }
  }

  #moves(cursor: number) {
    if (!this.#place || cursor <= this.#place.cursor) return false
    this.#place = { ...this.#place, cursor }
    return true
  }

  #remember({ seq, event }: Heard) {
    this.#heard.push({ seq, event })
    // Forgets by halves, so that remembering costs no shifting of the whole.
    if (this.#heard.length <= 2 * this.#capacity) return
    this.#heard = this.#heard.slice(-this.#capacity)
    this.#from = (this.#heard[0]?.seq ?? seq) - 1
  }

  /** Where the events after a position begin, by halving. */
  #indexAfter(cursor: number) {
    let [low, high] = [0, this.#heard.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#heard[middle]?.seq ?? 0) > cursor) high = middle
      else low = middle + 1
    }
    return low
  }

  #tell(news: News) {
    for (const listener of this.#listeners) listener(news)
  }
}
