import { type Ticket, TicketId } from '@livedesk/events'
import { z } from 'zod'
import { idFrom, limitUpTo } from '../http/parse.ts'
import type { Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'
import { lockTicket } from './queries.ts'

export const TicketAddress = z.object({ ticketId: idFrom(TicketId) })

/** A place in something that grows at its end, and how much of it to answer. */
export const AfterQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}$/u, 'Say the id of the last one that you have.')
    .transform(Number)
    .default(0),
  limit: limitUpTo(200, 100),
})

/** The same of what may also be read from its end: `sort=-id`. */
export const HistoryQuery = AfterQuery.extend({ sort: z.enum(['id', '-id']).default('id') })

/** One page out of one more than it may hold. */
export const pageAfter = <Item extends { readonly id: number }>(found: Item[], limit: number) => {
  const items = found.slice(0, limit)
  return { items, next_cursor: found.length > limit ? String(items.at(-1)?.id) : null }
}

/** The ticket, held until the transaction ends. */
export const holdTicket = async (tx: Tx, ticketId: TicketId) => (await lockTicket(tx, ticketId)) ?? noTicket(ticketId)

/** Two tickets, both held until the transaction ends: in one order for all, so that no two wait for each other. */
export const holdBoth = async (tx: Tx, one: TicketId, other: TicketId) => {
  const held = new Map<TicketId, Ticket>()
  for (const id of [one, other].toSorted((a, b) => a - b)) {
    const ticket = await lockTicket(tx, id)
    if (ticket) held.set(id, ticket)
  }
  return [held.get(one) ?? noTicket(one), held.get(other)] as const
}

/** Says that there is no such ticket. */
export const noTicket = (ticketId: TicketId): never => {
  throw new Problem('not_found', `There is no ticket ${ticketId}.`)
}
