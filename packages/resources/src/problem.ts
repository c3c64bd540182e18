import { Ticket, TicketDraft, TicketMessage } from '@livedesk/events'
import { z } from 'zod'

/** RFC 9457, `application/problem+json`. `errors` names each bad field and says what to do about it. */
export const ProblemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.record(z.string(), z.string()).optional(),
  request_id: z.string().optional(),
  /** With 409 on a ticket: the ticket as it is now. */
  ticket: Ticket.optional(),
  /** With 409 `unseen_messages`: what others have said since, oldest first, as far as it fits. */
  unseen: z.array(TicketMessage).optional(),
  /** With 409 on a draft: it as it is now; null when there is none. */
  draft: TicketDraft.nullable().optional(),
  /** With 409 `done_already`: what the request was answered that was to be withdrawn. */
  answer: z.unknown().optional(),
})
export type ProblemBody = z.output<typeof ProblemBody>
