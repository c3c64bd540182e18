import { TicketPriority, UserId } from '@livedesk/events'
import { z } from 'zod'

/** The form of a new ticket, as far as it has been filled in. */
export const NewTicketForm = z.object({
  title: z.string(),
  body: z.string(),
  requester: z.object({ name: z.string(), email: z.string() }),
  priority: TicketPriority,
  assigned_to: UserId.nullable(),
  tags: z.array(z.string()),
})
export type NewTicketForm = z.output<typeof NewTicketForm>

export const blankTicket: NewTicketForm = {
  title: '',
  body: '',
  requester: { name: '', email: '' },
  priority: 'normal',
  assigned_to: null,
  tags: [],
}
