import { type Ticket, TicketActivity, type TicketBefore, type TicketId, type UserId } from '@livedesk/events'
import { type Happening, historyOf } from '@livedesk/queue'
import { z } from 'zod'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../live/outbox.ts'

/** Keeps who changed what of a ticket, from what to what: an entry for each field of the change, each link, each duplicate. */
export const recordChange = (tx: Tx, actor: UserId | null, before: TicketBefore, after: Ticket) =>
  record(tx, actor, after, historyOf(before, after))

/** Keeps who opened a ticket. */
export const recordCreation = (tx: Tx, actor: UserId, ticket: Ticket) =>
  record(tx, actor, ticket, [{ what: 'created' }])

/** What was changed of a ticket after an entry, or, with `newestFirst`, before it. */
export const listActivity = async (
  db: Db,
  ticketId: TicketId,
  { after, limit, newestFirst }: { readonly after: number; readonly limit: number; readonly newestFirst: boolean },
) => {
  const entries = db
    .selectFrom('ticket_activity')
    .select(columns)
    .where('ticket_id', '=', ticketId)
    .orderBy('id', newestFirst ? 'desc' : 'asc')
    .limit(limit)
  const isFirstPage = after === 0
  const page = isFirstPage ? entries : entries.where('id', newestFirst ? '<' : '>', after)
  return z.array(TicketActivity).parse(await page.execute())
}

/** Keeps what happened to a ticket that is held, as one moment, and gives the entries. */
const record = async (tx: Tx, actor: UserId | null, { id, updated_at }: Ticket, happenings: readonly Happening[]) => {
  if (happenings.length === 0) return []
  return z.array(TicketActivity).parse(
    await tx
      .insertInto('ticket_activity')
      .values(
        happenings.map(({ what, before = null, after = null }) => ({
          ticket_id: id,
          actor_id: actor,
          what,
          before: JSON.stringify(before),
          after: JSON.stringify(after),
          created_at: updated_at,
        })),
      )
      .returning(columns)
      .execute(),
  )
}

const columns = ['id', 'ticket_id', 'actor_id', 'what', 'before', 'after', 'created_at'] as const
