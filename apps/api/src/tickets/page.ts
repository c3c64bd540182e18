import { RequesterId, Tag, TeamId, type TicketId, TicketPriority, TicketStatus, UserId } from '@livedesk/events'
import { dayAt, Days, Span, spanOf, type TicketFilter, TicketSort, TimeZone, ViewId, viewFor } from '@livedesk/queue'
import { type Expression, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { idFrom, limitUpTo, listOf } from '../http/parse.ts'
import type { Tx } from '../live/outbox.ts'
import { type Position, readCursor, writeCursor } from './cursor.ts'
import { countTickets } from './count.ts'
import { isIn } from './filter.ts'
import { selectTickets } from './queries.ts'

/** Days, or a stretch of time written with its moments (the second is not in it). */
const When = z.union([
  Days,
  z
    .string()
    .transform((text) => text.split('..'))
    .pipe(z.tuple([z.string(), z.string()]))
    .transform(([from, before]): z.input<typeof Span> => ({ from: from || undefined, before: before || undefined }))
    .pipe(Span),
])

/** What `GET /api/tickets` is asked. Lists are separated by commas or said several times. */
export const ListQuery = z.strictObject({
  view: ViewId.optional(),
  status: listOf(TicketStatus).optional(),
  priority: listOf(TicketPriority).optional(),
  assigned_to: listOf(z.union([idFrom(UserId), z.enum(['me', 'none'])])).optional(),
  team: listOf(z.union([idFrom(TeamId), z.enum(['none'])])).optional(),
  requester: listOf(idFrom(RequesterId)).optional(),
  created: When.optional(),
  updated: When.optional(),
  /** Where days begin; UTC if it is not said. */
  zone: TimeZone.default('UTC'),
  tag: listOf(Tag).optional(),
  snoozed: z
    .enum(['true', 'false'])
    .transform((asked) => asked === 'true')
    .optional(),
  q: z
    .string()
    .trim()
    .max(200)
    .transform((words) => words || undefined)
    .optional(),
  sort: TicketSort.optional(),
  limit: limitUpTo(200, 50),
  cursor: z.string().max(200).optional(),
})
export type ListQuery = z.output<typeof ListQuery>

/** One page of a list, and how many tickets the whole list has. Read it in one snapshot, so that the two agree. */
export const listTickets = async (snapshot: Tx, viewer: UserId, query: ListQuery) => {
  const { filters, sort } = listFor(viewer, query)
  const from = query.cursor === undefined ? undefined : readCursor(query.cursor, sort)
  const total = await countTickets(snapshot, filters)
  const find = total <= few ? gather : walk
  const found = await pageOf(snapshot, find(snapshot, filters, orders[sort], from, query.limit + 1), orders[sort])
  const items = found.slice(0, query.limit)
  const last = found.length > query.limit ? items.at(-1) : undefined
  return { items, next_cursor: last ? writeCursor(sort, last) : null, total }
}

/** Which tickets a query asks for: its view's, and of those what it narrows them to. */
export const filtersOf = (viewer: UserId, query: Omit<ListQuery, 'limit'>): readonly TicketFilter[] =>
  listFor(viewer, query).filters

/** The same as SQL. */
export const filtersFor = (viewer: UserId, query: Omit<ListQuery, 'limit'>) => filtersOf(viewer, query).map(isIn)

const listFor = (viewer: UserId, query: Omit<ListQuery, 'limit'>) => {
  const { view, status, priority, assigned_to, team, requester, created, updated, zone, tag, snoozed, q, sort } = query
  const calendar = { zone, today: dayAt(Date.now(), zone) }
  const span = (when: Days | Span) => (typeof when === 'string' ? spanOf(when, calendar) : when)
  const shown = view && viewFor(view, viewer)
  const asked: TicketFilter = {
    ...(status && { status }),
    ...(priority && { priority }),
    ...(assigned_to && { assigned_to: assigned_to.map((person) => (person === 'me' ? viewer : person)) }),
    ...(team && { team_id: team }),
    ...(requester && { requester_id: requester }),
    ...(created && { created_at: span(created) }),
    ...(updated && { updated_at: span(updated) }),
    ...(tag && { tags: tag }),
    ...(snoozed !== undefined && { snoozed }),
    ...(q !== undefined && { q }),
  }
  return { filters: [...(shown ? [shown.filter] : []), asked], sort: sort ?? shown?.sort ?? '-updated_at' }
}

// So many are read and sorted sooner than a walk along the order finds a page of them.
const few = 2_000

type Order = (typeof orders)[TicketSort]

const narrow = (filters: readonly TicketFilter[], { column, after }: Order, from: Position | undefined) => [
  ...filters.map(isIn),
  ...(from ? [sql<SqlBool>`(${sql.ref(column)}, tickets.id) ${sql.raw(after)} (${from.key}, ${from.id})`] : []),
]

/** The ids of a page of a short list: all of it is read, then sorted. */
const gather = (
  db: Tx,
  filters: readonly TicketFilter[],
  order: Order,
  from: Position | undefined,
  limit: number,
): Expression<TicketId> => {
  const all = db
    .selectFrom('tickets')
    .select(['tickets.id', sql.ref(order.column).as('key')])
    .where((eb) => eb.and(narrow(filters, order, from)))
  return sql`(with found as materialized (${all})
    select id from found order by key ${sql.raw(order.direction)}, id ${sql.raw(order.direction)} limit ${limit})`
}

/** The ids of a page of a long list: read along the index of its order, until there are enough. */
const walk = (
  db: Tx,
  filters: readonly TicketFilter[],
  order: Order,
  from: Position | undefined,
  limit: number,
): Expression<TicketId> =>
  db
    .selectFrom('tickets')
    .select('tickets.id')
    .where((eb) => eb.and(narrow(filters, order, from)))
    .orderBy(order.column, order.direction)
    .orderBy('tickets.id', order.direction)
    .limit(limit)
    .$asScalar()

const pageOf = (db: Tx, ids: Expression<TicketId>, { column, direction }: Order) =>
  selectTickets(db).where('tickets.id', 'in', ids).orderBy(column, direction).orderBy('tickets.id', direction).execute()

const orders = {
  '-updated_at': { column: 'tickets.updated_at', direction: 'desc', after: '<' },
  updated_at: { column: 'tickets.updated_at', direction: 'asc', after: '>' },
  '-created_at': { column: 'tickets.created_at', direction: 'desc', after: '<' },
  created_at: { column: 'tickets.created_at', direction: 'asc', after: '>' },
  '-priority': { column: 'tickets.priority', direction: 'desc', after: '<' },
  priority: { column: 'tickets.priority', direction: 'asc', after: '>' },
} as const satisfies Record<TicketSort, unknown>
