import type { Ticket, TicketId, UserId } from '@livedesk/events'
import { replacedBy, type Wanted } from '@livedesk/queue'
import type { BulkChange, BulkChanged, BulkChanges } from '@livedesk/resources'
import { sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import { limitUpTo } from '../http/parse.ts'
import type { Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'
import { changeTicket, type Notify, requireColleague, requireTeam, withWatchers } from './change.ts'
import { wantedOf } from './changes.ts'
import { filtersFor, ListQuery } from './page.ts'
import { holdPeople, selectTickets } from './queries.ts'
import { requireOpen, requireSoon } from './snooze-routes.ts'

/** The ids that a page of a bulk change begins after and that all of it ends with, `<after>-<last>`. */
const Cursor = z
  .string()
  .regex(/^\d{1,15}-\d{1,15}$/u, 'Send a cursor as it was answered, or leave it out to begin.')
  .transform((text) => text.split('-').map(Number))
  .pipe(z.tuple([z.int(), z.int()]))

/** Which tickets `POST /api/tickets/bulk` changes, as lists are asked for, and how many of them in one transaction. */
export const BulkQuery = ListQuery.omit({ sort: true }).extend({
  limit: limitUpTo(200, 100),
  cursor: Cursor.optional(),
})

type Bulk = { readonly query: z.output<typeof BulkQuery>; readonly body: BulkChange }

/**
 * Makes the same changes to the next tickets of a query, in the order of their ids, which no change moves: each is met once.
 * What does not match when it is held is left alone, so that a query is a guard as well. One that cannot be changed so is told of,
 * and holds up no other.
 */
export const changeInBulk = async (
  tx: Tx,
  { query, body }: Bulk,
  actor: UserId,
  notify: Notify,
): Promise<BulkChanged> => {
  const { cursor, limit, ...narrowed } = query
  if (!body.ids && !asksForSome(narrowed)) {
    throw new Problem('bad_request', 'Say which tickets: by their ids, by a filter, or all of them with view=all.')
  }
  const [passed, last] = cursor ?? [0, await lastTicket(tx)]
  const tickets = await selectTickets(tx)
    .where((eb) => eb.and(filtersFor(actor, narrowed)))
    .where(sql<SqlBool>`tickets.id > ${passed} and tickets.id <= ${last}`)
    .$if(body.ids !== undefined, (found) => found.where('tickets.id', 'in', body.ids ?? []))
    .orderBy('tickets.id')
    .limit(limit)
    .forNoKeyUpdate('tickets')
    .execute()
  await holdPeople(tx, concerned(tickets, body.changes, actor))
  await requireTheirs(tx, body.changes, actor)

  const unknown = cursor ? [] : await unknownOf(tx, body.ids)
  const done: BulkChanged = { changed: [], unchanged: 0, refused: unknown, next_cursor: null }
  for (const ticket of tickets) {
    try {
      const after = await changeTicket(tx, ticket, wantedIn(ticket, body.changes, actor), actor, notify)
      if (after.version === ticket.version) done.unchanged += 1
      else done.changed.push({ id: after.id, version: after.version, before: replacedBy(ticket, after) })
    } catch (error) {
      // A change is refused before anything of it is written.
      if (!(error instanceof Problem)) throw error
      done.refused.push({ id: ticket.id, code: error.code, detail: error.message })
    }
  }
  const end = tickets.at(-1)
  return { ...done, next_cursor: end && tickets.length === limit ? `${end.id}-${last}` : null }
}

/** Whether a query says which tickets it means. Whoever forgets to say it does not mean the whole desk. */
const asksForSome = (query: object) =>
  Object.entries(query).some(([name, said]) => name !== 'zone' && said !== undefined)

/** The changes of a macro, and what someone does for themselves or to when a ticket is seen again. */
const wantedIn = (ticket: Ticket, { watched, snoozed_until, ...changes }: BulkChanges, actor: UserId): Wanted => {
  const wanted = wantedOf(ticket, changes, actor)
  if (snoozed_until) requireOpen(ticket, wanted.status ?? ticket.status)
  const given = wanted.assigned_to ? [wanted.assigned_to] : []
  const watchers = withWatchers(ticket, watched ? [...given, actor] : given)
  return {
    ...wanted,
    ...(watched !== undefined && {
      watcher_ids: watched ? watchers : watchers.filter((watcher) => watcher !== actor),
    }),
    ...(snoozed_until !== undefined && { snoozed_until }),
  }
}

/** Ids that no ticket has: whoever sent them is told. */
const unknownOf = async (tx: Tx, ids: readonly TicketId[] = []): Promise<BulkChanged['refused']> => {
  if (ids.length === 0) return []
  const found = await tx.selectFrom('tickets').select('id').where('id', 'in', ids).execute()
  const known = new Set(found.map(({ id }) => id))
  return [...new Set(ids)]
    .filter((id) => !known.has(id))
    .map((id) => ({ id, code: 'not_found', detail: `There is no ticket ${id}.` }))
}

/** Who is told of what changes: a new assignee, and of another status those who follow the tickets; who follows them now. */
const concerned = (tickets: readonly Ticket[], { status, assigned_to, watched }: BulkChanges, actor: UserId) =>
  new Set([
    ...(watched ? [actor] : []),
    ...(assigned_to ? [assigned_to === 'me' ? actor : assigned_to] : []),
    // Given to someone, a new ticket is in progress.
    ...(status || assigned_to ? tickets.flatMap(({ watcher_ids }) => watcher_ids) : []),
  ])

/** Refuses what could be done to no ticket at all. */
const requireTheirs = async (tx: Tx, { assigned_to, team_id, snoozed_until }: BulkChanges, actor: UserId) => {
  if (snoozed_until) requireSoon(snoozed_until)
  if (assigned_to) await requireColleague(tx, assigned_to === 'me' ? actor : assigned_to)
  if (team_id) await requireTeam(tx, team_id)
}

const lastTicket = async (tx: Tx) => {
  const { last } = await tx
    .selectFrom('tickets')
    .select((eb) => eb.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}
