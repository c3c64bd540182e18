import { type Moment, type Ticket, type TicketId, TicketStatus, type UserId } from '@livedesk/events'
import { z } from 'zod'
import type { Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'
import { holdBoth, holdTicket } from './address.ts'
import { changeTicket, type Notify } from './change.ts'

const mostTaken = 200

/** Closes a ticket as a duplicate of another, where it goes on: what was said in it is part of that one's conversation. */
export const mergeTicket = async (
  tx: Tx,
  ticketId: TicketId,
  into: TicketId,
  actor: UserId,
  notify: Notify,
): Promise<Ticket> => {
  if (ticketId === into) throw wrong('A ticket is no duplicate of itself: choose another.')
  const [ticket, target] = await holdBoth(tx, ticketId, into)
  if (!target) throw wrong(`There is no ticket ${into}.`)
  if (target.merged_into) throw wrong(`Ticket ${into} was merged itself: merge into ticket ${target.merged_into}.`)
  if (ticket.merged_into === into) return ticket
  if (ticket.merged_into) {
    throw new Problem('conflict', `Ticket ${ticketId} is merged into ticket ${ticket.merged_into} already.`, { ticket })
  }
  if (target.took_in.length >= mostTaken)
    throw wrong(`Ticket ${into} has taken in ${mostTaken} tickets: choose another.`)

  await remember(tx, ticketId, ticket)
  const closed = { status: 'closed', snoozed_until: null, merged_into: into } as const
  const merged = await changeTicket(tx, ticket, closed, actor, notify)
  await changeTicket(tx, target, { took_in: [...target.took_in, ticketId] }, actor, notify)
  return merged
}

/** Takes a duplicate out again: both tickets are as if it had not been merged, but for what was done since. */
export const unmergeTicket = async (tx: Tx, ticketId: TicketId, actor: UserId, notify: Notify): Promise<Ticket> => {
  const { ticket, target } = await holdMerged(tx, ticketId)
  if (!target) return ticket
  const before = await recall(tx, ticketId)
  const apart = await changeTicket(tx, ticket, { ...before, merged_into: null }, actor, notify)
  await forget(tx, ticketId)
  await changeTicket(tx, target, { took_in: target.took_in.filter((id) => id !== ticketId) }, actor, notify)
  return apart
}

/** The ticket in which one that was merged goes on, held; a ticket that was not goes on in itself. */
export const holdWhereItGoesOn = async (tx: Tx, ticketId: TicketId): Promise<Ticket> => {
  const ticket = await holdTicket(tx, ticketId)
  return ticket.merged_into === null ? ticket : holdWhereItGoesOn(tx, ticket.merged_into)
}

// Which ticket it was merged into is known for sure only once it is held, and both are held in one order.
const holdMerged = async (tx: Tx, ticketId: TicketId) => {
  const seen = await tx.selectFrom('tickets').select('merged_into').where('id', '=', ticketId).executeTakeFirst()
  if (!seen?.merged_into) return { ticket: await holdTicket(tx, ticketId), target: undefined }
  const [ticket, target] = await holdBoth(tx, ticketId, seen.merged_into)
  return { ticket, target: ticket.merged_into === seen.merged_into ? target : undefined }
}

const Remembered = z.object({ status: TicketStatus, snoozed_until: z.string().nullable() })

const remember = (tx: Tx, id: TicketId, { status, snoozed_until }: Ticket) =>
  tx.updateTable('tickets').set({ before_merge: { status, snoozed_until } }).where('id', '=', id).execute()

const recall = async (tx: Tx, id: TicketId): Promise<{ status: TicketStatus; snoozed_until: Moment | null }> => {
  const { before_merge } = await tx
    .selectFrom('tickets')
    .select('before_merge')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return Remembered.parse(before_merge)
}

const forget = (tx: Tx, id: TicketId) =>
  tx.updateTable('tickets').set({ before_merge: null }).where('id', '=', id).execute()

const wrong = (sentence: string) => new Problem('bad_request', sentence, { errors: { into: sentence } })
