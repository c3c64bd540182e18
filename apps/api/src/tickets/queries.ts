import type { Ticket, TicketId, UserId } from '@livedesk/events'
import { type Kysely, sql } from 'kysely'
import { jsonBuildObject } from 'kysely/helpers/postgres'
import type { Database } from '../db/schema.ts'
import type { Tx } from '../live/outbox.ts'

/** Whole tickets, in the contract's own names. */
export const selectTickets = (db: Kysely<Database>) =>
  db
    .selectFrom('tickets')
    .innerJoin('requesters', 'requesters.id', 'tickets.requester_id')
    .innerJoin('chats', 'chats.ticket_id', 'tickets.id')
    .select((row) => [
      'tickets.id',
      'tickets.title',
      'tickets.status',
      'tickets.priority',
      'tickets.assigned_to',
      'tickets.team_id',
      jsonBuildObject({
        id: row.ref('requesters.id'),
        name: row.ref('requesters.name'),
        email: row.ref('requesters.email'),
      }).as('requester'),
      'tickets.tags',
      'tickets.watcher_ids',
      'tickets.snoozed_until',
      'tickets.links',
      'tickets.merged_into',
      'tickets.took_in',
      'chats.id as chat_id',
      'tickets.message_count',
      'tickets.version',
      'tickets.created_at',
      'tickets.updated_at',
    ])

/** One ticket as it is now, if there is one. */
export const findTicket = (db: Kysely<Database>, ticketId: TicketId): Promise<Ticket | undefined> =>
  selectTickets(db).where('tickets.id', '=', ticketId).executeTakeFirst()

/** One ticket, held until the transaction ends: whoever changes it next waits. */
export const lockTicket = (tx: Tx, ticketId: TicketId): Promise<Ticket | undefined> =>
  selectTickets(tx).where('tickets.id', '=', ticketId).forNoKeyUpdate('tickets').executeTakeFirst()

/** The customer with an e-mail address, made if the desk has not heard of them. Whoever is known keeps their name. */
export const knowRequester = async (tx: Tx, requester: { readonly name: string; readonly email: string }) => {
  const made = await tx
    .insertInto('requesters')
    .values(requester)
    .onConflict((conflict) => conflict.expression(sql`lower(email collate pg_unicode_fast)`).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made) return made.id
  const known = await tx
    .selectFrom('requesters')
    .select('id')
    .where(
      sql`lower(email collate pg_unicode_fast)`,
      '=',
      sql<string>`lower(${requester.email}::text collate pg_unicode_fast)`,
    )
    .executeTakeFirstOrThrow()
  return known.id
}

/**
 * Whether someone is at the desk now, and so can be given a ticket. They stay as they are until the transaction ends, and are
 * held in their place among others whom it will hold.
 */
export const holdColleague = async (tx: Tx, userId: UserId, others: readonly UserId[] = []) =>
  (await holdPeople(tx, new Set([userId, ...others]))).some(({ id, active }) => id === userId && active)

/**
 * Holds people until the transaction ends. In one order for all, and after the tickets that are held: whoever waits for one
 * of them has none that another waits for.
 */
export const holdPeople = async (tx: Tx, userIds: ReadonlySet<UserId>) =>
  userIds.size === 0
    ? []
    : tx
        .selectFrom('users')
        .select(['id', 'active'])
        .where('id', 'in', [...userIds])
        .orderBy('id')
        .forNoKeyUpdate()
        .execute()
