import { Tag, TicketPriority, TicketStatus, UserId } from '@livedesk/events'
import { type TicketFilter, TicketSort, ViewId, viewFor } from '@livedesk/queue'
import { type Expression, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { idFrom, limitUpTo, listOf } from '../http/parse.ts'
import type { Tx } from '../live/outbox.ts'
import { type Position, readCursor, writeCursor } from './cursor.ts'
import { isIn } from './filter.ts'
import { selectTickets } from './queries.ts'

/** What `GET /api/tickets` is asked. Lists are separated by commas or said several times. */
export const ListQuery = z.strictObject({
  view: ViewId.optional(),
  status: listOf(TicketStatus).optional(),
  priority: listOf(TicketPriority).optional(),
  assigned_to: listOf(z.union([idFrom(UserId), z.enum(['me', 'none'])])).optional(),
  tag: listOf(Tag).optional(),
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
  const found = await pageOf(snapshot, filters, sort, from, query.limit + 1)
  const items = found.slice(0, query.limit)
  const last = found.length > query.limit ? items.at(-1) : undefined
  return { items, next_cursor: last ? writeCursor(sort, last) : null, total: await count(snapshot, filters) }
}

/** How many tickets each built-in view shows someone. */
export const countViews = (db: Tx, viewer: UserId) =>
  db
    .selectNoFrom((eb) =>
      ViewId.options.map((view) =>
        eb
          .selectFrom('tickets')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .where(isIn(viewFor(view, viewer).filter))
          .$asScalar()
          .$notNull()
          .as(view),
      ),
    )
    .executeTakeFirstOrThrow()

/** Which tickets a query asks for: its view's, and of those what it narrows them to. */
export const filtersFor = (viewer: UserId, query: Omit<ListQuery, 'limit'>) => listFor(viewer, query).filters

const listFor = (viewer: UserId, { view, status, priority, assigned_to, tag, q, sort }: Omit<ListQuery, 'limit'>) => {
  const shown = view && viewFor(view, viewer)
  const asked: TicketFilter = {
    ...(status && { status }),
    ...(priority && { priority }),
    ...(assigned_to && { assigned_to: assigned_to.map((person) => (person === 'me' ? viewer : person)) }),
    ...(tag && { tags: tag }),
    ...(q !== undefined && { q }),
  }
  return { filters: [...(shown ? [isIn(shown.filter)] : []), isIn(asked)], sort: sort ?? shown?.sort ?? '-updated_at' }
}

const pageOf = (
  db: Tx,
  filters: Expression<SqlBool>[],
  sort: TicketSort,
  from: Position | undefined,
  limit: number,
) => {
  const { column, direction, after } = orders[sort]
  let page = selectTickets(db).orderBy(column, direction).orderBy('tickets.id', direction).limit(limit)
  for (const filter of filters) page = page.where(filter)
  if (from)
    page = page.where(sql<SqlBool>`(${sql.ref(column)}, tickets.id) ${sql.raw(after)} (${from.key}, ${from.id})`)
  return page.execute()
}

const count = async (db: Tx, filters: Expression<SqlBool>[]) => {
  let all = db.selectFrom('tickets').select(({ fn }) => fn.countAll<number>().as('total'))
  for (const filter of filters) all = all.where(filter)
  return (await all.executeTakeFirstOrThrow()).total
}

const orders = {
  '-updated_at': { column: 'tickets.updated_at', direction: 'desc', after: '<' },
  updated_at: { column: 'tickets.updated_at', direction: 'asc', after: '>' },
  '-created_at': { column: 'tickets.created_at', direction: 'desc', after: '<' },
  created_at: { column: 'tickets.created_at', direction: 'asc', after: '>' },
  '-priority': { column: 'tickets.priority', direction: 'desc', after: '<' },
  priority: { column: 'tickets.priority', direction: 'asc', after: '>' },
} as const satisfies Record<TicketSort, unknown>
