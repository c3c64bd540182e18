import { z } from 'zod'
import { durable } from './define.ts'
import { CannedReplyId, Moment, TeamId, UserId } from './ids.ts'
import { Tag, TicketPriority, TicketStatus } from './ticket-fields.ts'

const Tags = z.array(Tag).max(20)

/**
 * Changes that are made in one act with a reply or note, whatever the ticket is like by then. `me` is whoever does it; tags
 * join and leave as a set.
 */
export const TicketChanges = z
  .strictObject({
    status: TicketStatus,
    priority: TicketPriority,
    assigned_to: z.union([UserId, z.literal('me')]).nullable(),
    team_id: TeamId.nullable(),
    add_tags: Tags,
    remove_tags: Tags,
  })
  .partial()
export type TicketChanges = z.output<typeof TicketChanges>

/**
 * Words that are written once and sent often, changes that are made often, or both: a macro. It is the desk's if nobody
 * owns it.
 */
export const CannedReply = z.object({
  id: CannedReplyId,
  name: z.string().min(1).max(80),
  body: z.string().max(20_000),
  changes: TicketChanges,
  owner_id: UserId.nullable(),
  version: z.int().positive(),
  updated_at: Moment,
})
export type CannedReply = z.output<typeof CannedReply>

const change = {
  canned_reply_id: CannedReplyId,
  version: z.int().positive(),
  canned_reply: CannedReply.nullable(),
}

/** A canned reply of the desk's is this by now, or (null) is the desk's no more. */
export const CannedReplyChanged = durable('canned_reply_changed', 'agents', change)

/** One of a person's own is this by now, or (null) is theirs no more. Said to them alone. */
export const OwnCannedReplyChanged = durable('own_canned_reply_changed', 'user', change)

/** The events of this file, by wire name. */
export const cannedEvents = {
  canned_reply_changed: CannedReplyChanged,
  own_canned_reply_changed: OwnCannedReplyChanged,
}
