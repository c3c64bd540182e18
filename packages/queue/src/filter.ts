import { RequesterId, Tag, TeamId, TicketPriority, TicketStatus, UserId } from '@livedesk/events'
import { z } from 'zod'
import { Span } from './days.ts'

/**
 * Which tickets a list shows. Fields combine with "and", the values inside one field with "or" (tags with "and").
 * An absent field asks nothing. The same filter runs on a ticket in the tab (`matches`) and as SQL on the server.
 */
export const TicketFilter = z.strictObject({
  status: z.array(TicketStatus).min(1).optional(),
  priority: z.array(TicketPriority).min(1).optional(),
  /** People, or `none` for tickets that nobody has. */
  assigned_to: z
    .array(z.union([UserId, z.literal('none')]))
    .min(1)
    .optional(),
  /** Teams, or `none` for tickets of no team. */
  team_id: z
    .array(z.union([TeamId, z.literal('none')]))
    .min(1)
    .optional(),
  requester_id: z.array(RequesterId).min(1).optional(),
  tags: z.array(Tag).min(1).optional(),
  /** Only tickets that are put aside, or only others. */
  snoozed: z.boolean().optional(),
  created_at: Span.optional(),
  updated_at: Span.optional(),
  /** Words looked for in the title and in the requester's name and address, or a ticket's number (`7` or `#7`). */
  q: z.string().trim().min(1).max(200).optional(),
})
export type TicketFilter = z.output<typeof TicketFilter>
