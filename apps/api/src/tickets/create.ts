import type { Ticket, TicketMessage, UserId } from '@livedesk/events'
import type { CreateTicket } from '@livedesk/resources'
import type { z } from 'zod'
import { sendToAgents, type Tx } from '../live/outbox.ts'
import { recordCreation } from './activity.ts'
import { type Notify, requireColleague, requireTeam, tellAssignee } from './change.ts'
import { addMessage } from './messages.ts'
import { findTicket, knowRequester } from './queries.ts'

type Opening = z.output<typeof CreateTicket>

/** Opens a ticket with its requester, first message and chat, and says so. Given to someone, it is being worked on at once. */
export const createTicket = async (tx: Tx, opening: Opening, actor: UserId, notify: Notify): Promise<Ticket> => {
  const { assigned_to, team_id } = opening
  if (assigned_to) await requireColleague(tx, assigned_to)
  if (team_id) await requireTeam(tx, team_id)
  const { ticket, message } = await writeTicket(tx, opening)
  const activity = await recordCreation(tx, actor, ticket)

  sendToAgents(tx, { type: 'ticket_created', ticket_id: ticket.id, ticket, opening: message, activity })
  if (assigned_to) tellAssignee(tx, ticket, assigned_to, actor)
  const given = assigned_to && assigned_to !== actor ? [assigned_to] : []
  await notify(tx, given, { what: 'ticket_assigned', ticket, actor_id: actor })
  return ticket
}

const writeTicket = async (tx: Tx, { title, body, requester, priority, assigned_to, team_id, tags }: Opening) => {
  const requester_id = await knowRequester(tx, requester)
  const status = assigned_to ? ('in_progress' as const) : ('new' as const)
  const { id, created_at } = await tx
    .insertInto('tickets')
    .values({
      title,
      status,
      priority,
      assigned_to,
      team_id,
      tags: [...new Set(tags)],
      watcher_ids: assigned_to ? [assigned_to] : [],
      requester_id,
      message_count: 1,
    })
    .returning(['id', 'created_at'])
    .executeTakeFirstOrThrow()
  await tx.insertInto('chats').values({ kind: 'ticket', ticket_id: id }).execute()
  const message: TicketMessage = await addMessage(tx, {
    ticket_id: id,
    kind: 'reply',
    author: { kind: 'requester', id: requester_id },
    body,
    created_at,
  })
  const ticket = await findTicket(tx, id)
  if (!ticket) throw new Error(`Ticket ${id} was written and cannot be read.`)
  return { ticket, message }
}
