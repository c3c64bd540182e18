import { z } from 'zod'
import { ephemeral } from './define.ts'
import { TicketId, UserId } from './ids.ts'

/** Who has a ticket open now, on any worker: always the whole list, so a lost one is mended by the next. */
export const TicketViewers = ephemeral('ticket_viewers', 'agents', { ticket_id: TicketId, user_ids: z.array(UserId) })

/** Someone is writing a reply or a note in a ticket now. It holds for five seconds unless it is said again. */
export const TicketWriting = ephemeral('ticket_writing', 'agents', { ticket_id: TicketId, user_id: UserId })

/**
 * Who is at the desk now, on any worker: always the whole list. `away` are those of them who have touched none of their tabs
 * for a while; it is absent from desks of before version 1.12.
 */
export const PresenceChanged = ephemeral('presence_changed', 'agents', {
  online: z.array(UserId),
  away: z.array(UserId).optional(),
})

/** The events of this file, by wire name. */
export const presenceEvents = {
  ticket_viewers: TicketViewers,
  ticket_writing: TicketWriting,
  presence_changed: PresenceChanged,
}
