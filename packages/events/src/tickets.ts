import { z } from 'zod'
import { TicketActivity, TicketLinks } from './activity.ts'
import { durable } from './define.ts'
import { Attachment } from './attachments.ts'
import { ChatId, Moment, RequesterId, TeamId, TicketId, TicketMessageId, UserId } from './ids.ts'
import { RichText } from './rich-text.ts'
import { Tag, TicketPriority, TicketStatus } from './ticket-fields.ts'

/** Rises by one with every change of the ticket, its conversation included. */
export const TicketVersion = z.int().positive()

/** The customer who asked. */
export const Requester = z.object({ id: RequesterId, name: z.string().min(1).max(100), email: z.email().max(254) })
export type Requester = z.output<typeof Requester>

/** A ticket as lists, screens and events carry it: always whole. */
export const Ticket = z.object({
  id: TicketId,
  title: z.string().min(1).max(200),
  status: TicketStatus,
  priority: TicketPriority,
  assigned_to: UserId.nullable(),
  /** The log still holds tickets from before there were teams. */
  team_id: TeamId.nullable().default(null),
  requester: Requester,
  tags: z.array(Tag).max(20),
  /** Who is told of what happens in it. */
  watcher_ids: z.array(UserId).max(200).default([]),
  /** Put aside until then: out of the open views, until it returns by itself. */
  snoozed_until: Moment.nullable().default(null),
  /** What it has to do with other tickets. */
  links: TicketLinks.default([]),
  /** The ticket that this one was a duplicate of: it is closed, and goes on there. */
  merged_into: TicketId.nullable().default(null),
  /** Duplicates that were merged into this one, as they came: their conversations are parts of its own. */
  took_in: z.array(TicketId).max(200).default([]),
  chat_id: ChatId,
  message_count: z.int().nonnegative(),
  version: TicketVersion,
  created_at: Moment,
  updated_at: Moment,
})
export type Ticket = z.output<typeof Ticket>

/** The values that a change replaced; a field that did not change is absent. */
export const TicketBefore = Ticket.pick({
  title: true,
  status: true,
  priority: true,
  assigned_to: true,
  tags: true,
  updated_at: true,
})
  .extend({
    team_id: TeamId.nullable(),
    watcher_ids: z.array(UserId),
    snoozed_until: Moment.nullable(),
    links: TicketLinks,
    merged_into: TicketId.nullable(),
    took_in: z.array(TicketId),
  })
  .partial()
export type TicketBefore = z.output<typeof TicketBefore>

/** `reply`: the requester reads it. `note`: only people at this desk do. */
export const TicketMessageKind = z.enum(['reply', 'note'])
export type TicketMessageKind = z.output<typeof TicketMessageKind>

/** Who wrote a message of the conversation. */
export const TicketMessageAuthor = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent'), id: UserId }),
  z.object({ kind: z.literal('requester'), id: RequesterId }),
])
export type TicketMessageAuthor = z.output<typeof TicketMessageAuthor>

/**
 * One message of a ticket's conversation. `body` is plain text, at most 100,000 characters, and says all that can be said so.
 * `content` is there if more was written than that, `attachments` if files came with it; a message of files alone says their names.
 */
export const TicketMessage = z.object({
  id: TicketMessageId,
  ticket_id: TicketId,
  kind: TicketMessageKind,
  author: TicketMessageAuthor,
  body: z.string().min(1).max(100_000),
  content: RichText.optional(),
  attachments: z.array(Attachment).min(1).max(20).optional(),
  created_at: Moment,
})
export type TicketMessage = z.output<typeof TicketMessage>

/** A ticket entered the desk. `opening` is the first message of its conversation. */
export const TicketCreated = durable('ticket_created', 'agents', {
  ticket_id: TicketId,
  ticket: Ticket,
  opening: TicketMessage,
  activity: z.array(TicketActivity).optional(),
})

/** Said to the new assignee, on every tab and every worker; also to whoever gave the ticket to themselves. */
export const TicketAssigned = durable('ticket_assigned', 'user', {
  ticket_id: TicketId,
  title: z.string(),
  assigned_by: UserId,
  version: TicketVersion,
})

/** What is told of any change: the whole ticket after it, and what it replaced. Enough to move it between views without a refetch. */
const change = {
  ticket_id: TicketId,
  changed_by: UserId,
  version: TicketVersion,
  ticket: Ticket,
  before: TicketBefore,
  /** What the ticket's history keeps of it: an entry for each field. */
  activity: z.array(TicketActivity).optional(),
}

/** Said to everyone who may see the ticket, whenever its status changed, alone or with other fields. */
export const TicketStatusChanged = durable('ticket_status_changed', 'agents', { ...change, status: TicketStatus })

/** Said to everyone who may see the ticket, when fields other than its status changed. One change is one event: this or `ticket_status_changed`. */
export const TicketChanged = durable('ticket_changed', 'agents', change)

/** A ticket that was put aside is back: its time has come. */
export const TicketWoke = durable('ticket_woke', 'agents', {
  ticket_id: TicketId,
  version: TicketVersion,
  ticket: Ticket,
  before: TicketBefore,
  activity: z.array(TicketActivity),
})

/** A reply or a note joined a ticket's conversation. `ticket` and `before` tell what that did to the ticket itself. */
export const TicketMessagePosted = durable('ticket_message_posted', 'agents', {
  ticket_id: TicketId,
  message: TicketMessage,
  version: TicketVersion,
  ticket: Ticket,
  before: TicketBefore,
  activity: z.array(TicketActivity).optional(),
})

/**
 * The author of a reply or note has taken it back, moments after it was sent: it is gone for everyone, and what it changed of
 * the ticket is as it was, but for what others have changed since. Its words are a draft of its author's again.
 */
export const TicketMessageTakenBack = durable('ticket_message_taken_back', 'agents', {
  ticket_id: TicketId,
  message_id: TicketMessageId,
  taken_back_by: UserId,
  version: TicketVersion,
  ticket: Ticket,
  before: TicketBefore,
  activity: z.array(TicketActivity),
})

/** What someone has written of a reply or note and not sent. Versions rise, also from one draft to the next of its kind. */
export const TicketDraft = z.object({
  ticket_id: TicketId,
  kind: TicketMessageKind,
  body: z.string().min(1).max(100_000),
  content: RichText.optional(),
  version: z.int().positive(),
  updated_at: Moment,
})
export type TicketDraft = z.output<typeof TicketDraft>

/** Said to its author's own tabs and machines: a draft is this by now, or (null) is no more. */
export const TicketDraftChanged = durable('ticket_draft_changed', 'user', {
  ticket_id: TicketId,
  kind: TicketMessageKind,
  version: z.int().positive(),
  draft: TicketDraft.nullable(),
})

/** The events of this file, by wire name. An event that is not here is not part of the contract. */
export const ticketEvents = {
  ticket_created: TicketCreated,
  ticket_assigned: TicketAssigned,
  ticket_status_changed: TicketStatusChanged,
  ticket_changed: TicketChanged,
  ticket_woke: TicketWoke,
  ticket_message_posted: TicketMessagePosted,
  ticket_message_taken_back: TicketMessageTakenBack,
  ticket_draft_changed: TicketDraftChanged,
}
