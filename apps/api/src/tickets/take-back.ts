import {
  RichText,
  type Ticket,
  TicketBefore,
  type TicketId,
  type TicketMessage,
  type TicketMessageId,
  type UserId,
} from '@livedesk/events'
import { isFilesAlone, type PostedTicketMessage } from '@livedesk/resources'
import { sql } from 'kysely'
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { detach } from '../attachments/queries.ts'
import type { Db } from '../db/pool.ts'
import { sendToAgents, type Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'
import { holdTicket } from './address.ts'
import { type Change, keepChange } from './change.ts'
import { mostTags } from './changes.ts'
import { returnToDraft } from './drafts.ts'
import { listMessages } from './messages.ts'

/**
 * For how long a message can be taken back, in seconds. Whatever carries messages out of the desk begins with those that are
 * older. People are offered it for ten seconds; the rest is for slow lines, and for whoever needs longer to read the offer.
 */
const takeBackTime = 30

/** Takes what came of a message out of people's lists. */
export type Withdraw = (tx: Tx, messageId: TicketMessageId) => Promise<void>

/** Remembers what sending a message did to its ticket, so that it can be undone. */
export const rememberAct = async (tx: Tx, { id }: TicketMessage, before: Ticket, after: Ticket) => {
  const changed = fields.filter((field) => !isDeepStrictEqual(before[field], after[field]))
  if (changed.length === 0) return
  const [was, is] = [before, after].map((ticket) => Object.fromEntries(changed.map((field) => [field, ticket[field]])))
  await tx
    .insertInto('ticket_acts')
    .values({ message_id: id, before: JSON.stringify(was), after: JSON.stringify(is) })
    .execute()
}

/** Forgets what cannot be taken back any more. */
export const forgetActs = async (db: Db) => {
  await db
    .deleteFrom('ticket_acts')
    .where('created_at', '<', sql<string>`now() - interval '1 hour'`)
    .execute()
}

/**
 * Takes back what someone sent a moment ago: the message is gone for everyone, its files wait again, its words are a draft
 * again, and what it did to the ticket is undone, but for what was changed since. Whoever holds the ticket is alone with it:
 * a message is taken back once, or stays.
 */
export const takeBack = async (
  tx: Tx,
  ticketId: TicketId,
  messageId: TicketMessageId,
  actor: UserId,
  withdraw: Withdraw,
): Promise<PostedTicketMessage> => {
  const ticket = await holdTicket(tx, ticketId)
  const [message] = await listMessages(tx, ticketId, messageId - 1, 1)
  if (message?.id !== messageId) throw new Problem('not_found', `There is no message ${messageId} in this ticket.`)
  if (message.author.kind === 'requester' || message.author.id !== actor)
    throw new Problem('forbidden', 'Only its author takes a message back.')

  const act = await recallAct(tx, messageId)
  await withdraw(tx, messageId)
  await detach(tx, messageId)
  if (!(await removeYoung(tx, messageId)))
    throw new Problem('conflict', `This message stays: it was sent more than ${takeBackTime} seconds ago.`, { ticket })

  const change = await keepChange(tx, ticket, act ? undone(ticket, act) : {}, actor, -1)
  sendToAgents(tx, {
    type: 'ticket_message_taken_back',
    message_id: messageId,
    taken_back_by: actor,
    ...change,
  })
  const { kind, body } = message
  // Drafts are compared to the letter, and a message is kept in another order.
  const content = message.content && RichText.parse(message.content)
  if (!isFilesAlone(message))
    await returnToDraft(tx, { user_id: actor, ticket_id: ticketId, kind }, { body, ...(content && { content }) })
  return { message, ticket: change.ticket }
}

const fields = ['status', 'priority', 'assigned_to', 'team_id', 'tags', 'watcher_ids', 'snoozed_until'] as const

const Act = z.object({ before: TicketBefore, after: TicketBefore })
type Act = z.output<typeof Act>

const recallAct = async (tx: Tx, messageId: TicketMessageId): Promise<Act | undefined> =>
  Act.optional().parse(
    await tx
      .selectFrom('ticket_acts')
      .select(['before', 'after'])
      .where('message_id', '=', messageId)
      .executeTakeFirst(),
  )

/** What an act changed becomes what it was; a field that has another value by now keeps it, and lists lose only what it brought. */
const undone = (ticket: Ticket, { before, after }: Act): Change => {
  const { status, priority, assigned_to, team_id, snoozed_until } = before
  // A duplicate stays closed for as long as it is one.
  const isApart = ticket.merged_into === null
  return {
    ...(isApart && status && ticket.status === after.status && { status }),
    ...(isApart && snoozed_until !== undefined && ticket.snoozed_until === after.snoozed_until && { snoozed_until }),
    ...(priority && ticket.priority === after.priority && { priority }),
    ...(assigned_to !== undefined && ticket.assigned_to === after.assigned_to && { assigned_to }),
    ...(team_id !== undefined && ticket.team_id === after.team_id && { team_id }),
    ...(before.tags && { tags: listUndone(ticket.tags, before.tags, after.tags).slice(0, mostTags) }),
    ...(before.watcher_ids && {
      watcher_ids: listUndone(ticket.watcher_ids, before.watcher_ids, after.watcher_ids).toSorted((a, b) => a - b),
    }),
  }
}

const listUndone = <T>(now: readonly T[], before: readonly T[], after: readonly T[] = []): T[] => {
  if (isDeepStrictEqual(now, after)) return [...before]
  const kept = now.filter((one) => before.includes(one) || !after.includes(one))
  return [...kept, ...before.filter((one) => !after.includes(one) && !kept.includes(one))]
}

const removeYoung = async (tx: Tx, messageId: TicketMessageId) => {
  const { numDeletedRows } = await tx
    .deleteFrom('ticket_messages')
    .where('id', '=', messageId)
    .where('created_at', '>', sql<string>`clock_timestamp() - make_interval(secs => ${takeBackTime})`)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
