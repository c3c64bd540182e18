import { UserId } from '@livedesk/events'
import { makeStore } from '../../src/app/store.ts'
import { api } from '../../src/server/api.ts'
import type { Connection } from '../../src/server/connection.ts'
import { EventStream } from '../../src/server/stream.ts'
import { Desk } from './desk.ts'
import { entriesFor } from './entries.ts'
import type { Entry } from './entry.ts'
import { Log } from './log.ts'
import { Network } from './network.ts'
import { ModelClock, ModelConnection, ModelScreen } from './surroundings.ts'

export const viewer = UserId.parse(1)

/** A tab on a desk, and everything between them in the test's hands. */
export class Tab implements AsyncDisposable {
  readonly desk = new Desk()
  readonly log = new Log(this.desk, viewer)
  readonly network = new Network(this.desk, this.log, viewer)
  readonly connection = new ModelConnection(this.log)
  readonly clock = new ModelClock()
  readonly screen = new ModelScreen()
  readonly stream: EventStream
  readonly store
  readonly entries: readonly Entry[] = Object.values(entriesFor(viewer)).flat()
  readonly #subscriptions = new Map<Entry, ReturnType<Entry['load']>>()
  readonly #keys = new Map<Entry, string>()
  readonly #fetch = globalThis.fetch

  constructor(openStream: (connection: Connection) => EventStream = (connection) => new EventStream(connection)) {
    this.stream = openStream(this.connection)
    this.store = makeStore({ stream: this.stream, clock: this.clock, soon: this.screen.soon }).store
    Reflect.set(globalThis, 'fetch', this.network.fetch)
    this.desk.commit(() => ['Ann', 'Bob', 'Cat'].forEach((name) => this.desk.createUser(name)))
    this.log.number(1, [])
    // Who is signed in is always on screen: it starts the connection.
    for (const entry of this.entries) if (entry.path === 'session') this.open(entry)
  }

  /** Loads an entry again. */
  refetch(path: string) {
    for (const entry of this.entries) if (entry.path === path) entry.load(this.store, { subscribe: false, forceRefetch: true })
  }

  /** Puts an entry on screen. */
  open(entry: Entry) {
    if (this.#subscriptions.has(entry) || !entry.exists(this.desk)) return
    const subscription = entry.load(this.store, { subscribe: true })
    this.#subscriptions.set(entry, subscription)
    this.#keys.set(entry, subscription.queryCacheKey)
  }

  /** Takes an entry off the screen; the cache keeps it for a while. */
  close(entry: Entry) {
    if (entry.path === 'session') return
    this.#subscriptions.get(entry)?.unsubscribe()
    this.#subscriptions.delete(entry)
  }

  /** The cache forgets an entry that is not on screen. */
  drop(entry: Entry) {
    const queryCacheKey = this.#keys.get(entry)
    if (!queryCacheKey || this.#subscriptions.has(entry)) return
    this.#keys.delete(entry)
    this.store.dispatch({ type: 'api/queries/removeQueryResult', payload: { queryCacheKey } })
  }

  /** Lets the desk and the tab come to rest: everything numbered, heard, answered, drawn and waited for. */
  async rest() {
    for (let round = 0; round < 200; round += 1) {
      this.log.number(this.desk.inbox.length, [])
      // The person tries again until they are let in.
      if (this.stream.viewer === undefined) this.refetch('session')
      this.connection.connect(true)
      this.connection.hear(Number.POSITIVE_INFINITY)
      this.connection.reach()
      for (const request of this.network.requests) {
        this.network.take(request, 'answers', 0, this.desk.now(true))
        this.network.arrive(request)
      }
      await settled()
      this.screen.draw()
      await settled()
      const isQuiet = this.desk.inbox.length === 0 && this.network.requests.length === 0 && this.connection.isCaughtUp
      if (isQuiet && this.clock.isQuiet) return
      if (isQuiet) this.clock.pass(1000)
      await settled()
    }
    throw new Error('The tab does not come to rest.')
  }

  /** Loads every list to its end. */
  async readOn() {
    for (let lists = this.#unfinished(); lists.length > 0; lists = this.#unfinished()) {
      for (const list of lists) list.more(this.store)
      await this.rest()
    }
  }

  #unfinished() {
    return this.entries.filter((entry) => entry.hasMore(this.store))
  }

  /** What is wrong with what the cache holds. */
  faults() {
    return this.entries.flatMap((entry) => {
      const fault = entry.fault(this.store, this.desk, viewer)
      return fault === undefined ? [] : [{ entry: entry.path, fault }]
    })
  }

  async [Symbol.asyncDispose]() {
    this.store.dispatch(api.util.resetApiState())
    await settled()
    Reflect.set(globalThis, 'fetch', this.#fetch)
  }
}

/** Lets everything that waits for nothing but its turn have it. */
export const settled = () => new Promise<void>((resolve) => setImmediate(resolve))
