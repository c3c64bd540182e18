import { UserId } from '@livedesk/events'
import { makeStore } from '../../src/app/store.ts'
import { api } from '../../src/server/api.ts'
import type { Connection } from '../../src/server/connection.ts'
import { EventStream } from '../../src/server/stream.ts'
import { HeldClock } from '../held-clock.ts'
import { heldShelf } from '../held-shelf.ts'
import { openGroup, postInChat } from './chat-acts.ts'
import { Desk } from './desk.ts'
import { Diverged } from './diverged.ts'
import { entriesFor } from './entries.ts'
import type { Entry } from './entry.ts'
import { Log } from './log.ts'
import { Network } from './network.ts'
import { createTeam, createUser } from './people-acts.ts'
import { ModelConnection, ModelScreen } from './surroundings.ts'
import { saveView } from './view-acts.ts'
import { createTicket } from './ticket-acts.ts'

export const viewer = UserId.parse(1)

/** What a test may put in the place of the real thing, to see whether anybody notices. */
export type TabParts = {
  readonly openStream?: (connection: Connection) => EventStream
  /** Whether answers tell the events that they hold ahead of their cursor. */
  readonly tellsAhead?: boolean
}

/** A tab on a desk, and everything between them in the test's hands. */
export class Tab implements AsyncDisposable {
  readonly desk = new Desk()
  readonly log = new Log(this.desk, viewer)
  readonly network: Network
  readonly connection = new ModelConnection(this.log)
  readonly clock = new HeldClock()
  readonly screen = new ModelScreen()
  readonly stream: EventStream
  readonly store
  readonly entries: readonly Entry[]
  readonly #byName = entriesFor(viewer)
  readonly #subscriptions = new Map<Entry, ReturnType<Entry['load']>>()
  readonly #keys = new Map<Entry, string>()
  readonly #checked = new WeakSet()
  readonly #versions = new Map<string, number>()
  readonly #fetch = globalThis.fetch
  /** Whether the person did something: it shows early, and may be taken back. */
  hasActed = false

  constructor({ openStream = (connection) => new EventStream(connection), tellsAhead = true }: TabParts = {}) {
    this.network = new Network(this.desk, this.log, viewer, tellsAhead)
    this.entries = Object.values(this.#byName).flat()
    this.stream = openStream(this.connection)
    this.store = makeStore({
      stream: this.stream,
      clock: this.clock,
      soon: this.screen.soon,
      shelf: heldShelf(),
      alone: (run) => run(),
    }).store
    Reflect.set(globalThis, 'fetch', this.network.fetch)
    this.desk.commit(() => ['Ann', 'Bob', 'Cat'].forEach((name) => createUser(this.desk, name)))
    this.log.number(1, [])
    // Who is signed in is always on screen: it starts the connection.
    for (const entry of this.entries) if (entry.path === 'session') this.open(entry)
  }

  /** Loads an entry again. */
  refetch(path: string) {
    for (const entry of this.entries)
      if (entry.path === path) entry.load(this.store, { subscribe: false, forceRefetch: true })
  }

  /** A desk with some work in it, and a tab that is live and shows these entries. */
  async settle(opened: readonly number[]) {
    const nobody = {
      title: 'Printer on fire',
      priority: 'normal',
      assigned_to: null,
      team_id: null,
      tags: ['red'],
      status: 'new',
    } as const
    for (const title of ['Printer on fire', 'Mouse is gone', 'The printer again']) {
      this.desk.commit(() => createTicket(this.desk, viewer, { ...nobody, title, tags: ['red'] }, this.desk.now(true)))
    }
    this.desk.commit(() => createTeam(this.desk, 'Hardware'))
    for (const shared of [true, false])
      this.desk.commit(() =>
        saveView(this.desk, viewer, { name: 'Red', query: 'view=all&tag=red', shared, position: 1024 }),
      )
    const group = this.desk.commit(() => openGroup(this.desk, viewer, [UserId.parse(2)], this.desk.now(true)))
    this.desk.commit(() => postInChat(this.desk, UserId.parse(2), group.id, 'Hello', this.desk.now(true)))
    for (const index of opened) this.entries.slice(index, index + 1).forEach((entry) => this.open(entry))
    await this.rest()
  }

  /** Which endpoints have something to lose just now. */
  loadedNames() {
    const loaded = Object.values(this.store.getState().api.queries).filter((query) => query?.data !== undefined)
    return new Set(loaded.map((query) => query?.endpointName))
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
    this.#versions.delete(queryCacheKey)
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
    throw new Diverged(['The tab does not come to rest.'])
  }

  /** Loads every list to its end. */
  async readOn() {
    for (let turn = 0; turn < 200; turn += 1) {
      const lists = this.#unfinished()
      if (lists.length === 0) return
      for (const list of lists) list.more(this.store)
      await this.rest()
    }
    throw new Diverged(['A list has no end.'])
  }

  #unfinished() {
    return this.entries.filter((entry) => entry.hasMore(this.store))
  }

  /** What must be so at every moment: no list shows a row twice; without one's own doing, no ticket grows older. */
  check() {
    const { queries } = this.store.getState().api
    for (const [key, { data }] of Object.entries(queries).flatMap(([name, query]) =>
      query ? [[name, query] as const] : [],
    )) {
      if (typeof data !== 'object' || data === null || this.#checked.has(data)) continue
      this.#checked.add(data)
      const ids = rowIdsOf(data)
      if (new Set(ids).size < ids.length) throw new Diverged([`${key} shows a row twice.`, ids])
      const version = Number(Reflect.get(data, 'version') ?? 0)
      if (!this.hasActed && version < (this.#versions.get(key) ?? 0))
        throw new Diverged([`${key} grew older.`, version])
      this.#versions.set(key, version)
    }
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

const rowIdsOf = (data: object) =>
  hasPages(data) ? data.pages.flatMap(({ items }) => items.map((row): unknown => Reflect.get(Object(row), 'id'))) : []

const hasPages = (data: object): data is { readonly pages: readonly { readonly items: readonly unknown[] }[] } =>
  'pages' in data
