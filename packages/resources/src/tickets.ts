import {
  AttachmentId,
  Moment,
  Requester,
  RichText,
  Tag,
  TeamId,
  Ticket,
  TicketActivity,
  TicketBefore,
  TicketChanges,
  TicketDraft,
  TicketId,
  TicketLinkKind,
  TicketMessage,
  TicketMessageId,
  TicketMessageKind,
  TicketPriority,
  TicketStatus,
  TicketVersion,
  UserId,
} from '@livedesk/events'
import { ViewId } from '@livedesk/queue'
import { z } from 'zod'
import { mostFiles } from './attachments.ts'

/** `GET /api/tickets`: one page. `next_cursor` is null on the last one; `total` counts all pages. */
export const TicketPage = z.object({
  items: z.array(Ticket),
  next_cursor: z.string().nullable(),
  total: z.int().nonnegative(),
})
export type TicketPage = z.output<typeof TicketPage>

/** `GET /api/views`: how many tickets each built-in view shows the asker. */
export const ViewCounts = z.object({ counts: z.record(ViewId, z.int().nonnegative()) })
export type ViewCounts = z.output<typeof ViewCounts>

const Title = z.string().trim().min(1).max(200)
const Tags = z.array(Tag).max(20)
const Body = z.string().trim().min(1).max(100_000)

/** `POST /api/tickets`. `body` is the requester's first message. */
export const CreateTicket = z.strictObject({
  title: Title,
  body: Body,
  requester: z.strictObject({ name: z.string().trim().min(1).max(100), email: z.email().max(254) }),
  priority: TicketPriority.default('normal'),
  assigned_to: UserId.nullable().default(null),
  team_id: TeamId.nullable().default(null),
  tags: Tags.default([]),
})
export type CreateTicket = z.input<typeof CreateTicket>

/** `PATCH /api/tickets/:id`. `version` is the one that was read; 409 with the current ticket when someone was first. */
export const PatchTicket = z
  .strictObject({
    version: TicketVersion,
    title: Title,
    status: TicketStatus,
    priority: TicketPriority,
    assigned_to: UserId.nullable(),
    team_id: TeamId.nullable(),
    tags: Tags,
  })
  .partial()
  .required({ version: true })
export type PatchTicket = z.output<typeof PatchTicket>

/** `POST /api/tickets/:id/assign`. A new ticket becomes `in_progress`. Null takes the ticket from whoever has it. */
export const AssignTicket = z.strictObject({ user_id: UserId.nullable() })
export type AssignTicket = z.output<typeof AssignTicket>

/** `POST /api/tickets/:id/status`. */
export const SetTicketStatus = z.strictObject({ status: TicketStatus })
export type SetTicketStatus = z.output<typeof SetTicketStatus>

/** What is done to many tickets: the changes of a macro; whether the asker follows them; until when they are put aside. */
export const BulkChanges = z.strictObject({
  ...TicketChanges.shape,
  watched: z.boolean().optional(),
  snoozed_until: Moment.nullable().optional(),
})
export type BulkChanges = z.output<typeof BulkChanges>

/**
 * `POST /api/tickets/bulk`: what is to become of every ticket that the query asks for (`view=all`: of all); with `ids`, of those
 * of them that it asks for. One of the two must be said. Each page is one transaction.
 */
export const BulkChange = z.strictObject({
  ids: z.array(TicketId).min(1).max(200).optional(),
  changes: BulkChanges.refine((changes) => Object.keys(changes).length > 0, 'Say what is to change.'),
})
export type BulkChange = z.output<typeof BulkChange>

/**
 * What became of a page: the tickets that changed, with what they were before; how many were so already; those that could not
 * be changed so, and why (on the first page also ids that no ticket has). `next_cursor` is null after the last page.
 */
export const BulkChanged = z.object({
  changed: z.array(z.object({ id: TicketId, version: TicketVersion, before: TicketBefore })),
  unchanged: z.int().nonnegative(),
  refused: z.array(z.object({ id: TicketId, code: z.string(), detail: z.string() })),
  next_cursor: z.string().nullable(),
})
export type BulkChanged = z.output<typeof BulkChanged>

/** `POST /api/tickets/:id/watchers`: who else is to be told of what happens in it. */
export const AddWatcher = z.strictObject({ user_id: UserId })
export type AddWatcher = z.output<typeof AddWatcher>

/** `POST /api/tickets/:id/snooze`: a moment to come, within a year; null brings the ticket back now. */
export const SnoozeTicket = z.strictObject({ until: Moment.nullable() })
export type SnoozeTicket = z.output<typeof SnoozeTicket>

/** `POST /api/tickets/:id/links`: what the ticket has to do with another. It replaces what was said of the two before. */
export const LinkTicket = z.strictObject({ kind: TicketLinkKind, ticket_id: TicketId })
export type LinkTicket = z.output<typeof LinkTicket>

/** `POST /api/tickets/:id/merge`: the ticket that this one is a duplicate of. `DELETE` undoes it. */
export const MergeTicket = z.strictObject({ into: TicketId })
export type MergeTicket = z.output<typeof MergeTicket>

/** `GET /api/tickets/:id/messages`: the conversation from its beginning, `limit` at a time, `after` a message's id. */
export const TicketMessagePage = z.object({ items: z.array(TicketMessage), next_cursor: z.string().nullable() })
export type TicketMessagePage = z.output<typeof TicketMessagePage>

/**
 * `POST /api/tickets/:id/messages`. It says `body`, plain text, or `content`, a document, of which the body is made; or it is
 * of files alone. `attachment_ids` are what its author has uploaded for it, in the order to show. A picture between the words
 * is an `image` of the content that names an upload of its author's; it need not be named again.
 * `seen_message_id` is the last message of the
 * conversation that its author has seen: if someone else has said something after it, nothing is posted, and the answer is
 * 409 `unseen_messages` with what is new. A script that does not read may leave it out. `from` the requester,
 * it is what they answered some other way, written down for them: it brings back a ticket that is put aside, and
 * goes to the ticket that theirs was merged into. `changes` are made in the same
 * transaction; so is the end of the draft that these words were, if it is `draft_version` still. With an `Idempotency-Key`
 * header, a retry posts once.
 */
export const PostTicketMessage = z
  .strictObject({
    kind: TicketMessageKind.default('reply'),
    from: z.enum(['agent', 'requester']).default('agent'),
    body: Body.optional(),
    content: RichText.optional(),
    attachment_ids: z.array(AttachmentId).max(mostFiles).default([]),
    seen_message_id: TicketMessageId.optional(),
    draft_version: z.int().positive().optional(),
    changes: TicketChanges.default({}),
  })
  .refine(({ kind, from }) => kind === 'reply' || from === 'agent', {
    path: ['from'],
    message: 'A requester writes no notes.',
  })
  .refine(({ body, content }) => body === undefined || content === undefined, {
    path: ['content'],
    message: 'Send the body as plain text, or the content as a document, not both.',
  })
  .refine(
    ({ body, content, attachment_ids }) => body !== undefined || content !== undefined || attachment_ids.length > 0,
    {
      path: ['body'],
      message: 'Write something, or attach a file.',
    },
  )
export type PostTicketMessage = z.input<typeof PostTicketMessage>

/** `GET /api/drafts`: what the asker has written and not sent, on any ticket. */
export const TicketDraftList = z.object({ items: z.array(TicketDraft) })
export type TicketDraftList = z.output<typeof TicketDraftList>

/**
 * `PUT /api/tickets/:id/drafts/:kind`. `version` is that of the draft which these words replace, null when there is none; 409
 * with the draft as it is (null: there is none any more) when another tab or machine was first.
 */
export const PutTicketDraft = z.strictObject({
  body: z.string().min(1).max(100_000),
  content: RichText.optional(),
  version: z.int().positive().nullable(),
})
export type PutTicketDraft = z.output<typeof PutTicketDraft>

/** `201` of a posted message: it, and the ticket after it. */
export const PostedTicketMessage = z.object({ message: TicketMessage, ticket: Ticket })
export type PostedTicketMessage = z.output<typeof PostedTicketMessage>

/** `GET /api/tickets/:id/activity`: `limit` at a time, `after` an entry's id; `sort=-id` is the latest first. */
export const TicketActivityPage = z.object({ items: z.array(TicketActivity), next_cursor: z.string().nullable() })
export type TicketActivityPage = z.output<typeof TicketActivityPage>

/** `GET /api/requesters`: whoever was asked for, at most `limit`. */
export const RequesterList = z.object({ items: z.array(Requester) })
export type RequesterList = z.output<typeof RequesterList>

/** `GET /api/tags`: every tag in use, most used first. */
export const TagList = z.object({ items: z.array(Tag) })
export type TagList = z.output<typeof TagList>
