import { TicketPriority, UserId } from '@livedesk/events'
import { z } from 'zod'
import { parseStored } from '../ui/use-stored.ts'
import { readText, writeText } from '../ui/stored-text.ts'

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

/** Where a new ticket is kept as it is filled in. */
export const newTicketName = 'livedesk.draft.new-ticket'

/** Puts what was filled in back into the form; false if another is begun there. */
export const beginTicket = (filledIn: object) => {
  const now = parseStored(readText(newTicketName), NewTicketForm, blankTicket)
  if (JSON.stringify(now) !== JSON.stringify(blankTicket)) return false
  writeText(newTicketName, JSON.stringify(NewTicketForm.parse({ ...blankTicket, ...filledIn })))
  return { undo: () => writeText(newTicketName, null) }
}
