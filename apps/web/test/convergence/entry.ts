import type { UserId } from '@livedesk/events'
import type { makeStore } from '../../src/app/store.ts'
import { type Answer, read } from './answers.ts'
import type { Desk } from './desk.ts'

export type Store = ReturnType<typeof makeStore>['store']
export type How = { readonly subscribe: boolean; readonly forceRefetch?: true }

/** One entry of the cache, as the test handles it. */
export type Entry = {
  readonly path: string
  /** Whether there may be an address of it: nobody asks for a chat that was never opened. */
  readonly exists: (desk: Desk) => boolean
  readonly load: (store: Store, how: How) => { readonly unsubscribe: () => void; readonly queryCacheKey: string }
  /** Loads the next page. */
  readonly more: (store: Store) => unknown
  readonly hasMore: (store: Store) => boolean
  readonly isLoaded: (store: Store) => boolean
  /** What is wrong with it; undefined if it shows what a fresh load would. */
  readonly fault: (store: Store, desk: Desk, viewer: UserId) => unknown
}

type State<Data> = { readonly data?: Data | undefined; readonly error?: unknown }

type SingleParts = {
  readonly path: string
  readonly load: Entry['load']
  readonly select: (store: Store) => State<unknown>
}

export const single = ({ path, load, select }: SingleParts): Entry => ({
  path,
  exists: (desk) => exists(desk, path),
  load,
  more: () => undefined,
  hasMore: () => false,
  isLoaded: (store) => select(store).data !== undefined,
  fault: (store, desk, viewer) => {
    const { data, error } = select(store)
    if (data === undefined && error === undefined) return undefined
    const answer = ask(desk, viewer, path)
    return (
      refusal(error, answer) ??
      (data === undefined || answer.status !== 200 ? undefined : difference(data, answer.body))
    )
  },
})

type Page = { readonly items: readonly unknown[] }

type ListParts = {
  readonly path: string
  readonly load: Entry['load']
  readonly more: (store: Store) => unknown
  readonly select: (store: Store) => State<{ readonly pages: readonly Page[] }> & { readonly hasNextPage: boolean }
  /** What its pages say of the whole list: `every` page, or the `first`. */
  readonly says?: { readonly field: string; readonly on: 'every' | 'first' }
  readonly isNewestFirst?: true
}

export const list = ({ path, load, more, select, says, isNewestFirst }: ListParts): Entry => ({
  path,
  exists: (desk) => exists(desk, path),
  load,
  more,
  hasMore: (store) => {
    const { error, hasNextPage } = select(store)
    // Nobody reads on where they are refused: the screen says so in place of the list.
    return hasNextPage && error === undefined
  },
  isLoaded: (store) => select(store).data !== undefined,
  fault: (store, desk, viewer) => {
    const { data, error, hasNextPage } = select(store)
    if (data === undefined && error === undefined) return undefined
    const answer = ask(desk, viewer, path)
    const refused = refusal(error, answer)
    if (refused !== undefined || data === undefined || answer.status !== 200) return refused

    const rowsOf = (pages: readonly Page[]) =>
      pages.flatMap(({ items }) => (isNewestFirst ? items.toReversed() : items))
    const saidOf = (pages: readonly Page[]) =>
      says && (says.on === 'every' ? pages : pages.slice(0, 1)).map((page): unknown => Reflect.get(page, says.field))
    const fresh = pagesFrom(desk, viewer, path, answer)
    const rows = rowsOf(data.pages)
    // What is loaded is the beginning of the list; all of it, if there is no more.
    const freshRows = hasNextPage ? rowsOf(fresh).slice(0, rows.length) : rowsOf(fresh)
    const freshSaid = saidOf(fresh)?.[0]
    return (
      difference(rows, freshRows) ??
      difference([...new Set(saidOf(data.pages))], freshSaid === undefined ? [] : [freshSaid])
    )
  },
})

const exists = (desk: Desk, path: string) => {
  const chat = /^chats\/(\d+)/u.exec(path)?.[1]
  return chat === undefined || [...desk.chats.keys()].some((id) => id === Number(chat))
}

const ask = (desk: Desk, viewer: UserId, path: string) =>
  read(desk, viewer, new URL(`/api/${path}`, 'http://desk.test'))

const pagesFrom = (desk: Desk, viewer: UserId, path: string, { body }: Answer): Page[] => {
  if (!isPage(body)) throw new Error(`The model answers ${path} without a page.`)
  const next = 'next_cursor' in body ? body.next_cursor : body.previous_cursor
  if (typeof next !== 'string') return [body]
  const address = new URL(`/api/${path}`, 'http://desk.test')
  address.searchParams.set('cursor', next)
  return [body, ...pagesFrom(desk, viewer, path, read(desk, viewer, address))]
}

const isPage = (body: unknown): body is Page & { readonly next_cursor?: unknown; readonly previous_cursor?: unknown } =>
  typeof body === 'object' && body !== null && 'items' in body

/** An entry that was refused is so for as long as the desk refuses it. What could not be asked is nobody's fault. */
const refusal = (error: unknown, { status }: Answer) => {
  const shown: unknown = Reflect.get(Object(error), 'status') ?? 200
  const isUnreachable = Reflect.get(Object(error), 'kind') === 'unreachable'
  return isUnreachable ? undefined : difference(shown, status)
}

const difference = (shown: unknown, fresh: unknown) =>
  JSON.stringify(sorted(shown)) === JSON.stringify(sorted(fresh)) ? undefined : { shown, fresh }

/** The same with fields in one order. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
