import { createAction, type Middleware, type Reducer, type ThunkDispatch, type UnknownAction } from '@reduxjs/toolkit'
import { api, reload } from './api.ts'
import type { Clock } from './clock.ts'
import { type Forecast, Forecasts, type Foretold } from './foretold.ts'
import type { Outbox } from './outbox.ts'
import type { Reading } from './position.ts'
import { ReloadPace } from './reload-pace.ts'
import type { RequestError } from './request.ts'
import { type EntryRequest, isAnswered, isBegun, isFailed, isPatched } from './request-actions.ts'
import type { Heard } from './memory.ts'
import type { EventStream } from './stream.ts'
import { type Shape, Watch } from './watch.ts'

export type LiveCacheOptions = {
  readonly outbox: Outbox
  readonly stream: EventStream
  readonly clock: Clock
  /** Runs something before the next picture is drawn, so that a storm of events costs one change of the store a picture. */
  readonly soon: (run: () => void) => void
}

type ApiState = ReturnType<typeof api.reducer>
type AppDispatch = ThunkDispatch<unknown, unknown, UnknownAction>

/** An entry's watch, whatever its data. */
type AnyWatch = {
  readonly isStale: boolean
  land(answer: unknown, reading: Reading | undefined, isNextPage: boolean): void
  hear(heard: readonly Heard[]): void
  adopt(data: unknown): void
  check(): boolean
  begin(): void
  fail(): void
  view(foretold: readonly Foretold[]): unknown
  needs(foretold: Foretold): boolean
  doubt(): void
}

type Entry = {
  readonly asked: EntryRequest['meta']['arg']
  readonly watch: AnyWatch
  /** What the store shows of it. */
  shown: unknown
  readonly pace: ReloadPace
}

const overdueAfter = 3000
const aMoment = 500

/**
 * Keeps RTK Query's cache right by the desk's events. It stands in the store before the api's own middleware, where each
 * answer passes before the cache takes it, and around the api's reducer, which takes what events have moved in one action.
 */
export class LiveCache {
  readonly #options: LiveCacheOptions
  readonly #entries = new Map<string, Entry>()
  readonly #beginning = new Map<string, AnyWatch>()
  readonly #forecasts = new Forecasts()
  /** What could not be loaded at all, for want of a network. */
  readonly #missed = new Set<Entry>()
  #heard: Heard[] = []
  #isDue = false
  #dispatch: AppDispatch = () => {
    throw new Error('The live cache is not in a store yet.')
  }

  constructor(options: LiveCacheOptions) {
    this.#options = options
    options.stream.subscribe((news) => {
      if (news.kind === 'event') this.#hear(news)
      else if (news.kind === 'start') this.#restart()
      else if (news.kind === 'state' && news.state.kind === 'live') this.#loadMissed()
    })
  }

  /** The events that it is kept right by. */
  get stream() {
    return this.#options.stream
  }

  /** What a person did and the desk has not heard yet. */
  get outbox() {
    return this.#options.outbox
  }

  /** Who is signed in, as far as events are heard for them. */
  get viewer() {
    return this.#options.stream.viewer
  }

  /** Watches an entry from before its first load until it leaves the cache. */
  watch<Data, Part, Place>(
    { requestId, cacheEntryRemoved }: { readonly requestId: string; readonly cacheEntryRemoved: Promise<void> },
    shape: Shape<Data, Part, Place>,
  ) {
    const watch = new Watch(shape, this.#options.stream)
    this.#beginning.set(requestId, watch)
    void cacheEntryRemoved.then(() => this.#forget(watch))
  }

  /** Shows what a person did before the desk has agreed to it, in every entry that it concerns. */
  foretell(forecast: Forecast) {
    const key = this.#forecasts.add(forecast)
    this.#flush()
    const withdraw = () => {
      this.#forecasts.remove(key)
      this.#flush()
    }
    return {
      /** The desk agreed: it stays, as the answer has it, until it is heard. */
      confirm: (answered: Forecast) => {
        if (this.#options.stream.hasHeard(answered.cameTrue)) this.#forecasts.remove(key)
        else this.#forecasts.confirm(key, answered)
        this.#flush()
        this.#options.clock.after(overdueAfter, () => this.#settle(key))
      },
      /** The desk did not agree: everything is as if it had not been tried. */
      withdraw,
      /** It was sent by whoever could: it is heard in a moment, if the desk agreed. */
      withdrawSoon: () => void this.#options.clock.after(aMoment, withdraw),
    }
  }

  readonly middleware: Middleware<object, { readonly api: ApiState }, AppDispatch> = (store) => {
    this.#dispatch = store.dispatch
    const stored = (key: string) => store.getState().api.queries[key]
    return (next) => (action) => {
      if (isAnswered(action)) {
        const { queryCacheKey } = action.meta.arg
        const entry = this.#entries.get(queryCacheKey)
        if (!entry || stored(queryCacheKey)?.requestId !== action.meta.requestId) return next(action)
        const result = next({ ...action, payload: this.#land(entry, action) })
        this.#adopt(entry, stored(queryCacheKey)?.data)
        return result
      }
      const result = next(action)
      if (isBegun(action)) this.#admit(action)
      else if (isFailed(action)) this.#fail(action.meta.arg.queryCacheKey, action.payload)
      else if (api.util.resetApiState.match(action)) this.#forecasts.clear()
      else if (isPatched(action))
        this.#adopt(this.#entries.get(action.payload.queryCacheKey), stored(action.payload.queryCacheKey)?.data)
      return result
    }
  }

  /** The api's reducer, which also takes what events have moved. */
  readonly reducer: Reducer<ApiState> = (state, action) => {
    const after = api.reducer(state, action)
    if (!moved.match(action)) return after
    const queries = { ...after.queries }
    for (const { key, data } of action.payload) {
      const entry = queries[key]
      if (entry) queries[key] = Object.assign({}, entry, { data })
    }
    return { ...after, queries }
  }

  #admit({ meta: { requestId, arg } }: EntryRequest) {
    const watch = this.#beginning.get(requestId)
    if (!watch) {
      this.#entries.get(arg.queryCacheKey)?.watch.begin()
      return
    }
    watch.begin()
    this.#beginning.delete(requestId)
    this.#entries.set(arg.queryCacheKey, {
      asked: arg,
      watch,
      shown: undefined,
      pace: new ReloadPace(this.#options.clock),
    })
  }

  #forget(watch: AnyWatch) {
    for (const [key, entry] of this.#entries) {
      if (entry.watch !== watch) continue
      entry.pace.cancel()
      this.#entries.delete(key)
    }
  }

  #hear(heard: Heard) {
    this.#heard.push(heard)
    if (this.#isDue) return
    this.#isDue = true
    this.#options.soon(() => this.#flush())
  }

  /** What was confirmed and is still not heard: there was nothing to say, or it will be late. A fresh load knows. */
  #settle(key: number) {
    const foretold = this.#forecasts.get(key)
    if (!foretold) return
    for (const { watch } of this.#entries.values()) if (watch.needs(foretold)) watch.doubt()
    this.#prune()
    this.#flush()
  }

  /** Gives every entry what was heard, and the store what moved by it. */
  #flush() {
    const heard = this.#heard
    this.#heard = []
    this.#isDue = false
    for (const { event } of heard) this.#forecasts.hear(event)
    for (const { watch } of this.#entries.values()) watch.hear(heard)

    const foretold = this.#forecasts.all
    const changes: Move[] = []
    for (const [key, entry] of this.#entries) {
      const data = entry.watch.view(foretold)
      if (data !== undefined && data !== entry.shown) changes.push({ key, data })
      entry.shown = data
      if (entry.watch.isStale) this.#reloadSoon(entry)
    }
    if (changes.length > 0) this.#dispatch(moved(changes))
  }

  /** What the cache takes in place of an answer: the answer as of now. */
  #land(entry: Entry, { payload, meta }: EntryRequest) {
    this.#flush()
    entry.watch.land(payload, meta.baseQueryMeta?.reading, meta.arg.direction === 'forward')
    this.#prune()
    if (entry.watch.isStale) this.#reloadSoon(entry)
    else entry.pace.settled()
    entry.shown = entry.watch.view(this.#forecasts.all)
    return entry.shown
  }

  #prune() {
    const watches = [...this.#entries.values()].map(({ watch }) => watch)
    this.#forecasts.prune((foretold) => watches.some((watch) => watch.needs(foretold)))
  }

  /** Takes the store's copy for its own, so that rows that did not change stay the same objects. */
  #adopt(entry: Entry | undefined, data: unknown) {
    if (!entry || data === undefined || this.#forecasts.all.length > 0) return
    entry.watch.adopt(data)
    entry.shown = data
  }

  #fail(key: string, error: RequestError | undefined) {
    const entry = this.#entries.get(key)
    if (!entry || !error) return
    if (isFinal(error)) entry.watch.fail()
    else if (entry.shown === undefined) this.#missed.add(entry)
    if (entry.watch.isStale) this.#reloadSoon(entry)
  }

  /** Something may have been missed: what is on screen and lacks it is loaded anew, what is not on screen is dropped. */
  #restart() {
    this.#flush()
    const stale = [...this.#entries.values()].filter(({ watch }) => !watch.check())
    if (stale.length > 0) this.#dispatch(api.util.invalidateTags(['live']))
    for (const entry of stale) this.#reloadSoon(entry)
  }

  /** The connection is back: what was missed may be had now, where it is still asked for. */
  #loadMissed() {
    const missed = [...this.#missed]
    this.#missed.clear()
    for (const entry of missed) {
      const { endpointName, originalArgs } = entry.asked
      if (entry.shown === undefined && [...this.#entries.values()].includes(entry))
        this.#dispatch(reload(endpointName, originalArgs))
    }
  }

  #reloadSoon({ asked, watch, pace }: Entry) {
    pace.soon(() => watch.isStale && this.#dispatch(reload(asked.endpointName, asked.originalArgs)))
  }
}

/** The live cache of the store that a request runs in. */
export const liveCacheOf = (extra: unknown) => {
  if (!(extra instanceof LiveCache)) throw new Error('The store was made without a live cache.')
  return extra
}

type Move = { readonly key: string; readonly data: unknown }

// Not `updateQueryData`: that clones every value of a patch, and costs two dispatches an entry. See decisions/.
const moved = createAction<readonly Move[]>('live/moved')

/** An answer that the same question will get again. */
const isFinal = (error: RequestError) =>
  error.kind === 'signed_out' || (error.kind === 'problem' && error.status < 500 && error.status !== 429)
