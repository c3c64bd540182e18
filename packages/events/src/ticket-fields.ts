import { z } from 'zod'

export const TicketStatus = z.enum(['new', 'in_progress', 'waiting', 'resolved', 'closed'])
export type TicketStatus = z.output<typeof TicketStatus>

export const TicketPriority = z.enum(['low', 'normal', 'high', 'urgent'])
export type TicketPriority = z.output<typeof TicketPriority>

/** A tag: lower case, no spaces at the ends. */
export const Tag = z
  .string()
  .min(1)
  .max(40)
  .regex(/^[^\s,][^,]*$/u)
  .refine((tag) => tag === tag.trim().toLowerCase(), 'Write a tag in lower case, without spaces at its ends.')
export type Tag = z.output<typeof Tag>
