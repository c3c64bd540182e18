import type { DurableEvent } from '@livedesk/events'
import type { Appliers } from './appliers.ts'
import { liveCacheOf } from './live-cache.ts'
import type { Reading } from './position.ts'
import type { Shape, Slot } from './watch.ts'

/** What RTK Query gives of an entry that begins: the little that is needed of it. */
type Beginning = { readonly requestId: string; readonly extra: unknown; readonly cacheEntryRemoved: Promise<void> }

type Options<Arg> = {
  /** An entry that could not be loaded is tried again after such an event. */
  readonly revivedBy?: (event: DurableEvent, arg: Arg) => boolean
}

/**
 * Keeps an entry right: `onCacheEntryAdded: live({ … })`. It is watched before its first load; every answer, however late,
 * is given the events that happened after it was read; events that come are applied to it, in the desk's order, each once.
 */
export const live =
  <Data, Arg>(appliers: Appliers<Data, Arg>, { revivedBy }: Options<Arg> = {}) =>
  (arg: Arg, beginning: Beginning) =>
    liveCacheOf(beginning.extra).watch(beginning, {
      appliers,
      parts: (data: Data) => [data],
      assemble: (data, parts) => parts[0] ?? data,
      slots: (_loaded, reading) => [{ at: said(reading), place: arg }],
      revivedBy: revivedBy && ((event) => revivedBy(event, arg)),
    })

/** A page as it is kept: with the position that it was read at. */
export type ReadPage<Page> = Page & { readonly at: Reading }

/** An endpoint's `transformResponse`: a page keeps the position it was read at. */
export const readPage = <Page>(page: Page, meta: { readonly reading?: Reading } | undefined): ReadPage<Page> => ({
  ...page,
  at: said(meta?.reading),
})

/** Where a page lies: what was asked for, whether nothing is before it, and which rows are its own. */
export type PagePlace<Arg, Row> = {
  readonly arg: Arg
  readonly isFirst: boolean
  readonly isWithin: (row: Row) => boolean
}

type Pages<Page, Param> = { pages: ReadPage<Page>[]; pageParams: Param[] }

type Paging<Page, Arg, Row> = Options<Arg> & {
  readonly appliers: Appliers<Page, PagePlace<Arg, Row>>
  /** The order that pages go in. */
  readonly order: (arg: Arg) => (a: Row, b: Row) => number
  /** The row behind which the next page begins; undefined when this page is the last. */
  readonly edge: (page: Page) => Row | undefined
  /** Mends pages that were read at different times, when a row may move from one to another. */
  readonly settle?: (pages: ReadPage<Page>[]) => ReadPage<Page>[]
  /** Whether an event has to do with a page at all. Lists may have hundreds of them: those are spared the work. */
  readonly concerns?: (page: Page, event: DurableEvent, place: PagePlace<Arg, Row>) => boolean
  /** Whether some page holds what an event tells: then it is not shown early on another. */
  readonly knows?: (pages: readonly ReadPage<Page>[], event: DurableEvent) => boolean
}

/** The same for an entry of many pages. Each is kept right by itself, between its own edges as it was loaded. */
export const livePages =
  <Page, Arg, Row, Param = string | null>({
    appliers,
    order,
    edge,
    settle,
    concerns,
    knows,
    revivedBy,
  }: Paging<Page, Arg, Row>) =>
  (arg: Arg, beginning: Beginning) => {
    const compare = order(arg)
    const slots = (pages: readonly ReadPage<Page>[], known: readonly Slot<Edged<Arg, Row>>[]) => {
      const all = [...known]
      for (const page of pages.slice(known.length)) {
        const before = all.at(-1)?.place.edge
        const own = edge(page)
        const isWithin = (row: Row) =>
          (before === undefined || compare(row, before) > 0) && (own === undefined || compare(row, own) <= 0)
        all.push({ at: page.at, place: { arg, isFirst: all.length === 0, isWithin, edge: own } })
      }
      return all
    }
    const shape: Shape<Pages<Page, Param>, ReadPage<Page>, Edged<Arg, Row>> = {
      appliers,
      parts: (data) => data.pages,
      assemble: (data, pages) => ({ ...data, pages }),
      slots: (loaded, _reading, known) => slots(loaded.pages, known),
      settle,
      concerns,
      knows,
      revivedBy: revivedBy && ((event) => revivedBy(event, arg)),
    }
    liveCacheOf(beginning.extra).watch(beginning, shape)
  }

/** The edge of a page behind whose last row the next page begins. */
export const lastRow = <Row>({
  items,
  next_cursor,
}: {
  readonly items: readonly Row[]
  readonly next_cursor: string | null
}) => (next_cursor === null ? undefined : items.at(-1))

type Edged<Arg, Row> = PagePlace<Arg, Row> & { readonly edge: Row | undefined }

const said = (reading: Reading | undefined) => {
  if (!reading) throw new Error('An answer that is kept live says its position.')
  return reading
}
