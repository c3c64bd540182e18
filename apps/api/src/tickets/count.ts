import type { UserId } from '@livedesk/events'
import { type TicketFilter, ViewId, viewFor } from '@livedesk/queue'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../live/outbox.ts'
import { isIn } from './filter.ts'

/**
 * How many tickets all of the filters let through, exactly. What lists are narrowed by most is kept counted; the rest is
 * counted by an index of what it asks for.
 */
export const countTickets = async (db: Tx, filters: readonly TicketFilter[]): Promise<number> => {
  // Those that are put aside are few: they are counted by an index of their own, and taken off.
  if (filters.some(({ snoozed }) => snoozed === false) && !filters.some(({ snoozed }) => snoozed)) {
    const whole = filters.map(({ snoozed: _snoozed, ...rest }) => rest)
    return (await countTickets(db, whole)) - (await countTickets(db, [...whole, { snoozed: true }]))
  }
  const asked = filters.flatMap(fieldsOf)
  const tags = [...new Set(filters.flatMap((filter) => filter.tags ?? []))]
  const [tag] = tags
  if (isWithin(asked, ['status', 'priority', 'assigned_to'])) {
    const counted = db.selectFrom('ticket_counts as tickets').where((eb) => eb.and(filters.map(isIn)))
    return (await counted.select(sum.as('total')).executeTakeFirstOrThrow()).total
  }
  if (tag !== undefined && tags.length === 1 && isWithin(asked, ['status', 'priority', 'tags'])) {
    const counted = db
      .selectFrom('tag_counts as tickets')
      .where('tickets.tag', '=', tag)
      .where((eb) => eb.and(filters.map(({ tags: _tag, ...rest }) => isIn(rest))))
    return (await counted.select(sum.as('total')).executeTakeFirstOrThrow()).total
  }
  const counted = db.selectFrom('tickets').where((eb) => eb.and(filters.map(isIn)))
  return (await counted.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()).total
}

/** How many tickets each built-in view shows someone. */
export const countViews = async (db: Tx, viewer: UserId) => {
  const views = ViewId.options.map((view) => {
    const { snoozed, ...filter } = viewFor(view, viewer).filter
    return { view, snoozed, filter }
  })
  const counts = await db
    .selectFrom('ticket_counts as tickets')
    .select(
      views.map(({ view, filter }) =>
        sql<number>`coalesce(sum(count) filter (where ${isIn(filter)}), 0)::int`.as(view),
      ),
    )
    .executeTakeFirstOrThrow()
  const aside = await db
    .selectFrom('tickets')
    .where('snoozed_until', 'is not', null)
    .select(views.map(({ view, filter }) => sql<number>`count(*) filter (where ${isIn(filter)})`.as(view)))
    .executeTakeFirstOrThrow()
  const [all, putAside] = [Counts.parse(counts), Counts.parse(aside)]
  return Counts.parse(
    Object.fromEntries(
      views.map(({ view, snoozed }) => [
        view,
        snoozed ? putAside[view] : all[view] - (snoozed === false ? putAside[view] : 0),
      ]),
    ),
  )
}

/** Every tag in use, most used first. */
export const listTags = async (db: Db) => {
  const used = sql<number>`sum(count)`
  const rows = await db
    .selectFrom('tag_counts')
    .select('tag')
    .groupBy('tag')
    .having(used, '>', 0)
    .orderBy(used, 'desc')
    .orderBy('tag')
    .limit(1000)
    .execute()
  return rows.map(({ tag }) => tag)
}

const Counts = z.record(ViewId, z.int().nonnegative())

const sum = sql<number>`coalesce(sum(count), 0)::int`

const fieldsOf = (filter: TicketFilter) =>
  Object.entries(filter).flatMap(([field, value]) => (value === undefined ? [] : [field]))

const isWithin = (asked: readonly string[], counted: readonly string[]) =>
  asked.every((field) => counted.includes(field))
