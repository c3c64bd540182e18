import { z } from 'zod'
import { durable } from './define.ts'
import { ChatId, Moment, RequesterId, TicketId, TicketMessageId, UserId } from './ids.ts'
import { RichText } from './rich-text.ts'

export const TicketStatus = z.enum(['new', 'in_progress', 'waiting', 'resolved', 'closed'])
export type TicketStatus = z.output<typeof TicketStatus>

export const TicketPriority = z.enum(['low', 'normal', 'high', 'urgent'])
export type TicketPriority = z.output<typeof TicketPriority>

/** Rises by one with every change of the ticket, its conversation included. */
export const TicketVersion = z.int().positive()

/** A tag: lower case, no spaces at the ends. */
export const Tag = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[^\s,][^,]*$/u)
  .refine((tag) => tag === tag.trim().toLowerCase(), 'Write a tag in lower case, without spaces at its ends.')
export type Tag = z.output<typeof Tag>

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
  requester: Requester,
  tags: z.array(Tag).max(20),
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
}).partial()
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
 * `content` is there if more was written than that.
 */
export const TicketMessage = z.object({
  id: TicketMessageId,
  ticket_id: TicketId,
  kind: TicketMessageKind,
  author: TicketMessageAuthor,
  body: z.string().min(1).max(100_000),
  content: RichText.optional(),
  created_at: Moment,
})
export type TicketMessage = z.output<typeof TicketMessage>

/** A ticket entered the desk. `opening` is the first message of its conversation. */
export const TicketCreated = durable('ticket_created', 'agents', {
  ticket_id: TicketId,
  ticket: Ticket,
  opening: TicketMessage,
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
}

/** Said to everyone who may see the ticket, whenever its status changed, alone or with other fields. */
export const TicketStatusChanged = durable('ticket_status_changed', 'agents', { ...change, status: TicketStatus })

/** Said to everyone who may see the ticket, when fields other than its status changed. One change is one event: this or `ticket_status_changed`. */
export const TicketChanged = durable('ticket_changed', 'agents', change)

/** A reply or a note joined a ticket's conversation. `ticket` and `before` tell what that did to the ticket itself. */
export const TicketMessagePosted = durable('ticket_message_posted', 'agents', {
  ticket_id: TicketId,
  message: TicketMessage,
  version: TicketVersion,
  ticket: Ticket,
  before: TicketBefore,
})

/** The events of this file, by wire name. An event that is not here is not part of the contract. */
export const ticketEvents = {
  ticket_created: TicketCreated,
  ticket_assigned: TicketAssigned,
  ticket_status_changed: TicketStatusChanged,
  ticket_changed: TicketChanged,
  ticket_message_posted: TicketMessagePosted,
}
