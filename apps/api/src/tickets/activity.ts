import {
  type KnownActivity,
  type Ticket,
  TicketActivity,
  type TicketBefore,
  type TicketId,
  type TicketLinks,
  type UserId,
} from '@livedesk/events'
import { z } from 'zod'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../live/outbox.ts'

const fields = [
  'title',
  'status',
  'priority',
  'assigned_to',
  'team_id',
  'tags',
  'snoozed_until',
  'merged_into',
] as const

/** What happened to a ticket, as it is kept: who, what, from what to what. */
type Happening = { readonly what: KnownActivity['what']; readonly before?: unknown; readonly after?: unknown }

/** Keeps who changed what of a ticket, from what to what: an entry for each field of the change, each link, each duplicate. */
export const recordChange = (
  tx: Tx,
  actor: UserId | null,
  change: Partial<Ticket>,
  before: TicketBefore,
  after: Ticket,
) =>
  record(tx, actor, after, [
    ...fields.filter((what) => what in change).map((what) => ({ what, before: before[what], after: after[what] })),
    ...linked(before.links ?? after.links, after.links),
    ...tookIn(before.took_in ?? after.took_in, after.took_in),
  ])

const linked = (before: TicketLinks, after: TicketLinks): Happening[] => {
  const others = new Set([...before, ...after].map(({ ticket_id }) => ticket_id))
  return [...others].flatMap((other) => {
    const [was, is] = [before, after].map((links) => links.find(({ ticket_id }) => ticket_id === other))
    return was?.kind === is?.kind ? [] : [{ what: 'link', before: was, after: is }]
  })
}

const tookIn = (before: readonly TicketId[], after: readonly TicketId[]): Happening[] => [
  ...after.filter((id) => !before.includes(id)).map((id) => ({ what: 'took_in' as const, after: id })),
  ...before.filter((id) => !after.includes(id)).map((id) => ({ what: 'took_in' as const, before: id })),
]

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
