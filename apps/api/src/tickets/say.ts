import type { RequesterId, Ticket, TicketMessage, UserId } from '@livedesk/events'
import { mentionedIn, type PostedTicketMessage, type PostTicketMessage } from '@livedesk/resources'
import type { z } from 'zod'
import { sendToAgents, type Tx } from '../live/outbox.ts'
import { Problem } from '../problem.ts'
import { changeTicket, keepChange, type Notify, withWatchers } from './change.ts'
import { wantedOf } from './changes.ts'
import { clearSaid } from './drafts.ts'
import { holdWhereItGoesOn } from './merge.ts'
import { addMessage } from './messages.ts'
import { holdPeople } from './queries.ts'
import { requireSeen } from './seen.ts'
import { rememberAct } from './take-back.ts'
import { readWritten } from './written.ts'

type Said = z.output<typeof PostTicketMessage>

/** Says something on a ticket that is held, and changes it in the same act. Nothing is said past what its author has not seen. */
export const say = async (
  tx: Tx,
  ticket: Ticket,
  said: Said,
  actor: UserId,
  notify: Notify,
): Promise<PostedTicketMessage> => {
  if (ticket.merged_into !== null) return sayWhereItGoesOn(tx, ticket, said, actor, notify)
  await requireSeen(tx, ticket, said.seen_message_id, actor)
  await holdAssignee(tx, ticket, said, actor)
  const posted = await postMessage(tx, ticket, said, actor, notify)
  if (said.from === 'agent') await clearSaid(tx, { user_id: actor, ticket_id: ticket.id, kind: said.kind }, said)
  const wanted = wantedOf(posted.ticket, said.changes, actor)
  const changed = await changeTicket(tx, posted.ticket, wanted, actor, tellingOf(posted.message, notify))
  if (said.from === 'agent') await rememberAct(tx, posted.message, ticket, changed)
  return { message: posted.message, ticket: changed }
}

/** Holds whoever the ticket is given to in their place among those who are told of the message before it is. */
const holdAssignee = async (tx: Tx, { watcher_ids }: Ticket, { changes, content }: Said, actor: UserId) => {
  const { assigned_to } = changes
  if (!assigned_to) return
  const mentioned = content ? mentionedIn(content) : []
  await holdPeople(tx, new Set([assigned_to === 'me' ? actor : assigned_to, ...watcher_ids, ...mentioned]))
}

/** What the requester of a duplicate answers joins the conversation in which it goes on; a colleague is shown the way there. */
const sayWhereItGoesOn = async (tx: Tx, ticket: Ticket, said: Said, actor: UserId, notify: Notify) => {
  if (said.from === 'agent') {
    const where = `Ticket ${ticket.id} was merged into ticket ${ticket.merged_into}: write there.`
    throw new Problem('conflict', where, { ticket })
  }
  const target = await holdWhereItGoesOn(tx, ticket.id)
  return postMessage(tx, target, said, actor, notify, ticket.requester.id)
}

/** Adds a message to the conversation, and says so. Whoever writes, or is named, follows the ticket from then on. */
const postMessage = async (
  tx: Tx,
  ticket: Ticket,
  said: Said,
  actor: UserId,
  notify: Notify,
  requester: RequesterId = ticket.requester.id,
) => {
  const { body, content, attachments, mentioned } = await readWritten(tx, said, actor)
  const isRequester = said.from === 'requester'
  const author = isRequester ? null : actor
  const change = await keepChange(tx, ticket, broughtBy(ticket, author, mentioned), author, 1)
  const message = await addMessage(tx, {
    ticket_id: ticket.id,
    kind: said.kind,
    author: isRequester ? { kind: 'requester', id: requester } : { kind: 'agent', id: actor },
    body,
    ...(content && { content }),
    ...(attachments.length > 0 && { attachments: [...attachments] }),
    created_at: change.ticket.updated_at,
  })
  sendToAgents(tx, { type: 'ticket_message_posted', message, ...change })
  const others = new Set([...mentioned, ...ticket.watcher_ids])
  others.delete(actor)
  await tellingOf(message, notify)(tx, [...others], {
    what: 'ticket_message_posted',
    ticket: change.ticket,
    actor_id: author,
    mentioned,
  })
  return { message, ticket: change.ticket }
}

/** Tells people of what came of a message, so that it is known to have. */
const tellingOf =
  ({ id }: TicketMessage, notify: Notify): Notify =>
  (tx, userIds, about) =>
    notify(tx, userIds, { ...about, message_id: id })

/** What a message does to its ticket: the requester's brings back one that is put aside, a colleague's is followed from then on. */
const broughtBy = (ticket: Ticket, author: UserId | null, mentioned: readonly UserId[]) => {
  if (author === null) return { ...(ticket.snoozed_until !== null && { snoozed_until: null }) }
  const watcher_ids = withWatchers(ticket, [author, ...mentioned])
  return { ...(watcher_ids.length > ticket.watcher_ids.length && { watcher_ids }) }
}
