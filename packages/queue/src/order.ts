import type { Ticket, TicketPriority } from '@livedesk/events'
import { z } from 'zod'

/** How a list is ordered; `-` is descending. Ties are broken by id in the same direction, so every order is total. */
export const TicketSort = z.enum(['-updated_at', 'updated_at', '-created_at', 'created_at', '-priority', 'priority'])
export type TicketSort = z.output<typeof TicketSort>

/** Higher is more pressing. Postgres has the same ranks, by the order of its `ticket_priority` type. */
export const priorityRank = { low: 1, normal: 2, high: 3, urgent: 4 } as const satisfies Record<TicketPriority, number>

/** Compares two tickets as the server's ORDER BY does: negative when `a` comes first. */
export const compareBy = (sort: TicketSort) => {
  const direction = sort.startsWith('-') ? -1 : 1
  return (a: Ticket, b: Ticket) => direction * (compareKeys(sortKey(sort, a), sortKey(sort, b)) || a.id - b.id)
}

/** The value a ticket is ordered by. Times compare as text: they are all ISO 8601, UTC, milliseconds. */
export const sortKey = (sort: TicketSort, ticket: Ticket): string | number => {
  switch (sort) {
    case '-updated_at':
    case 'updated_at':
      return ticket.updated_at
    case '-created_at':
    case 'created_at':
      return ticket.created_at
    case '-priority':
    case 'priority':
      return priorityRank[ticket.priority]
  }
}

const compareKeys = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)
