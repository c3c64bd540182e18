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

const entry = {
  id: z.int().positive(),
  ticket_id: TicketId,
  /** Null where the desk did it by itself. */
  actor_id: UserId.nullable(),
  created_at: Moment,
}

const changeOf = <What extends string, Value extends z.ZodType>(what: What, value: Value) =>
  z.object({ ...entry, what: z.literal(what), before: value, after: value })

/**
 * One field of one change of a ticket: who, what, from what to what, when. `before` and `after` are null for `created`.
 * `link` is null where there is none, `took_in` the ticket that was merged into this one.
 */
export const KnownActivity = z.discriminatedUnion('what', [
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
export type KnownActivity = z.output<typeof KnownActivity>

const known: ReadonlySet<string> = new Set(KnownActivity.options.map(({ shape }) => shape.what.value))

/** An entry of a kind that a later version added. Who and when can be read of it; it is no reason to refuse what it came with. */
const OtherActivity = z.codec(
  z.object({ ...entry, what: z.string().refine((what) => !known.has(what)) }),
  changeOf('other', z.null()),
  {
    decode: (other) => ({ ...other, what: 'other' as const, before: null, after: null }),
    encode: () => {
      throw new Error('No desk says that something is of a kind that it does not know.')
    },
  },
)

/** An entry of a ticket's history: of a kind that is known, or (`other`) of one that a newer desk keeps. No desk says `other`. */
export const TicketActivity = z.union([KnownActivity, OtherActivity])
export type TicketActivity = z.output<typeof TicketActivity>
