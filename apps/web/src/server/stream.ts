import type { Command, DurableEvent, UserId } from '@livedesk/events'
import type { Connection, ConnectionState, Place, Said } from './connection.ts'
import { Here } from './here.ts'
import { Memory } from './memory.ts'
import type { Position } from './position.ts'

/** What a tab's stream tells. `start`: what was heard before may lack something; everything after this is heard. */
export type News = Exclude<Said, { kind: 'reached' }>

/**
 * The desk's events as this tab has heard them: each once, in order, and the last of them remembered, so that data which
 * was read a while ago can be given what happened since.
 */
export class EventStream {
  readonly #connection: Connection
  readonly #memory: Memory
  readonly #here = new Here()
  readonly #listeners = new Set<(news: News) => void>()
  #viewer: UserId | undefined
  #state: ConnectionState = { kind: 'stopped', why: 'not_started' }
  #isAloud = false

  constructor(connection: Connection, capacity?: number) {
    this.#connection = connection
    this.#memory = new Memory(capacity)
    connection.subscribe((said) => this.#take(said))
  }

  /** Listens for someone who is signed in, from a place on that is known already, if one is. */
  start(viewer: UserId, since: Place | undefined) {
    this.#viewer = viewer
    this.#connection.post({ kind: 'start', user_id: viewer, since, heard: false })
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
    return this.#memory.place
  }

  /** Whether the person is to be told here of what is being heard just now, and not at another tab of theirs. */
  get isAloud() {
    return this.#isAloud
  }

  /** Who is at the desk, and who has which ticket open. */
  get here(): Pick<Here, 'online' | 'isAway' | 'viewersOf'> {
    return this.#here
  }

  /** Whether everything after this position is, or will be, heard here. */
  covers(position: Position) {
    return this.#memory.covers(position)
  }

  /** What was heard and is not in data of this position, oldest first. */
  after(position: Position) {
    return this.#memory.after(position)
  }

  /** Whether such an event was heard of late. */
  hasHeard(wanted: (event: DurableEvent) => boolean) {
    return this.#memory.has(wanted)
  }

  readonly subscribe = (listener: (news: News) => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #take(said: Said) {
    switch (said.kind) {
      case 'state':
        this.#state = said.state
        if (said.state.kind === 'live') this.#here.forget()
        return this.#tell(said)
      case 'start':
        this.#memory.begin(said)
        return this.#tell(said)
      case 'event':
        if (!this.#memory.hears(said)) return
        this.#isAloud = said.aloud
        this.#tell(said)
        this.#isAloud = false
        return
      case 'passing':
        this.#here.take(said.event)
        return this.#tell(said)
      case 'reached':
        this.#memory.moves(said.cursor)
    }
  }

  /** One listener's fault is its own: the others hear all the same. */
  #tell(news: News) {
    for (const listener of this.#listeners) {
      try {
        listener(news)
      } catch (fault) {
        reportError(fault)
      }
    }
  }
}
