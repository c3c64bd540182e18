import type { Ticket, TicketBefore, TicketId, UserId } from '@livedesk/events'
import { TicketActivity } from '@livedesk/resources'
import { z } from 'zod'
import type { Db } from '../db/pool.ts'
import type { Tx } from '../live/outbox.ts'

const fields = ['title', 'status', 'priority', 'assigned_to', 'tags'] as const

/** Keeps who changed what of a ticket, from what to what: a row for each field of the change. */
export const recordChange = (tx: Tx, actor: UserId, change: Partial<Ticket>, before: TicketBefore, after: Ticket) =>
  tx
    .insertInto('ticket_activity')
    .values(
      fields
        .filter((what) => what in change)
        .map((what) => ({
          ticket_id: after.id,
          actor_id: actor,
          what,
          before: JSON.stringify(before[what]),
          after: JSON.stringify(after[what]),
          created_at: after.updated_at,
        })),
    )
    .execute()

/** Keeps who opened a ticket. */
export const recordCreation = (tx: Tx, actor: UserId, ticket: Ticket) =>
  tx
    .insertInto('ticket_activity')
    .values({
      ticket_id: ticket.id,
      actor_id: actor,
      what: 'created',
      before: 'null',
      after: 'null',
      created_at: ticket.created_at,
    })
    .execute()

/** What was changed of a ticket after an entry, oldest first. */
export const listActivity = async (db: Db, ticketId: TicketId, after: number, limit: number) =>
  z
    .array(TicketActivity)
    .parse(
      await db
        .selectFrom('ticket_activity')
        .select(['id', 'ticket_id', 'actor_id', 'what', 'before', 'after', 'created_at'])
        .where('ticket_id', '=', ticketId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(limit)
        .execute(),
    )
