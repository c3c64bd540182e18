import {
  RichText,
  type Ticket,
  TicketBefore,
  type TicketId,
  type TicketMessage,
  type TicketMessageId,
  type UserId,
} from '@livedesk/events'
import { type Act, differences, undone, valuesOf } from '@livedesk/queue'
import { isFilesAlone, type PostedTicketMessage } from '@livedesk/resources'
import { sql } from 'kysely'
import { z } from 'zod'
import { detach } from '../attachments/queries.ts'
import type { Db } from '../db/pool.ts'
import { sendToAgents, type Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'
import { holdTicket } from './address.ts'
import { keepChange } from './change.ts'
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
  const change = differences(before, after)
  if (Object.keys(change).length === 0) return
  await tx
    .insertInto('ticket_acts')
    .values({ message_id: id, before: JSON.stringify(valuesOf(before, change)), after: JSON.stringify(change) })
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

const Remembered = z.object({ before: TicketBefore, after: TicketBefore })

const recallAct = async (tx: Tx, messageId: TicketMessageId): Promise<Act | undefined> =>
  Remembered.optional().parse(
    await tx
      .selectFrom('ticket_acts')
      .select(['before', 'after'])
      .where('message_id', '=', messageId)
      .executeTakeFirst(),
  )

const removeYoung = async (tx: Tx, messageId: TicketMessageId) => {
  const { numDeletedRows } = await tx
    .deleteFrom('ticket_messages')
    .where('id', '=', messageId)
    .where('created_at', '>', sql<string>`clock_timestamp() - make_interval(secs => ${takeBackTime})`)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
