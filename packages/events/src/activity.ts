import { z } from 'zod'
import { Moment, TeamId, TicketId, UserId } from './ids.ts'
import { Tag, TicketPriority, TicketStatus } from './ticket-fields.ts'

/** What two tickets have to do with each other, as the first of them says it. */
export const TicketLinkKind = z.enum(['related', 'duplicate_of', 'duplicated_by', 'blocks', 'blocked_by'])
export type TicketLinkKind = z.output<typeof TicketLinkKind>

/** A link as the ticket that has it says it; the other ticket has its mirror image. Two tickets have at most one. */
export const TicketLink = z.object({ kind: TicketLinkKind, ticket_id: TicketId })
export type TicketLink = z.output<typeof TicketLink>

export const TicketLinks = z.array(TicketLink).max(50)
export type TicketLinks = z.output<typeof TicketLinks>

const changeOf = <What extends string, Value extends z.ZodType>(what: What, value: Value) =>
  z.object({
    id: z.int().positive(),
    ticket_id: TicketId,
    /** Null where the desk did it by itself. */
    actor_id: UserId.nullable(),
    what: z.literal(what),
    before: value,
    after: value,
    created_at: Moment,
  })

/**
 * One field of one change of a ticket: who, what, from what to what, when. `before` and `after` are null for `created`.
 * `link` is null where there is none, `took_in` the ticket that was merged into this one.
 */
export const TicketActivity = z.discriminatedUnion('what', [
  changeOf('created', z.null()),
  changeOf('title', z.string()),
  changeOf('status', TicketStatus),
  changeOf('priority', TicketPriority),
  changeOf('assigned_to', UserId.nullable()),
  changeOf('team_id', TeamId.nullable()),
  changeOf('tags', z.array(Tag)),
  changeOf('snoozed_until', Moment.nullable()),
  changeOf('link', z.object(TicketLink.shape).nullable()),
  changeOf('merged_into', TicketId.nullable()),
  changeOf('took_in', TicketId.nullable()),
])
export type TicketActivity = z.output<typeof TicketActivity>
