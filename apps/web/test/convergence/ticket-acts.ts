import {
  ChatId,
  RequesterId,
  type RichText,
  type Ticket,
  type TicketActivity,
  type TicketBefore,
  TicketId,
  type TicketMessage,
  TicketMessageId,
  type TicketMessageKind,
  type UserId,
} from '@livedesk/events'
import type { Desk } from './desk.ts'
import { notify, withdrawNotification } from './people-acts.ts'

export type Fields = Pick<Ticket, 'title' | 'status' | 'priority' | 'assigned_to' | 'team_id' | 'tags'>
type Wanted = Partial<Fields & Pick<Ticket, 'watcher_ids' | 'snoozed_until' | 'links' | 'took_in'>>

export const createTicket = (desk: Desk, by: UserId, fields: Fields, at: string): Ticket => {
  const id = TicketId.parse(desk.tickets.size + 1)
  const chat_id = ChatId.parse(desk.chats.size + 1)
  const requester = { id: RequesterId.parse(1), name: 'Rita', email: 'rita@home.test' }
  const status = fields.assigned_to === null ? 'new' : 'in_progress'
  const ticket: Ticket = {
    ...fields,
    id,
    status,
    requester,
    watcher_ids: fields.assigned_to === null ? [] : [fields.assigned_to],
    snoozed_until: null,
    links: [],
    merged_into: null,
    took_in: [],
    chat_id,
    message_count: 1,
    version: 1,
    created_at: at,
    updated_at: at,
  }
  desk.tickets.set(id, ticket)
  desk.chats.set(chat_id, {
    id: chat_id,
    kind: 'ticket',
    title: ticket.title,
    ticket_id: id,
    member_ids: [],
    created_at: at,
  })
  desk.members.set(chat_id, [])
  const opening = addMessage(desk, id, 'reply', { kind: 'requester', id: requester.id }, `Opening ${id}`, at)
  const activity = [
    note(desk, { ticket_id: id, actor_id: by, what: 'created', before: null, after: null, created_at: at }),
  ]
  desk.say('agents', { type: 'ticket_created', ticket_id: id, ticket, opening, activity }, [`ticket ${id}`])
  if (ticket.assigned_to !== null) tellAssignee(desk, ticket, ticket.assigned_to, by, at)
  return ticket
}

export const changeTicket = (desk: Desk, by: UserId, id: TicketId, wanted: Wanted, at: string): Ticket => {
  const ticket = desk.ticket(id)
  const isStarted = ticket.status === 'new' && wanted.status === undefined && wanted.assigned_to
  const isDone = wanted.status === 'resolved' || wanted.status === 'closed'
  const change = differences(ticket, {
    ...(isStarted && { status: 'in_progress' }),
    ...(isDone && { snoozed_until: null }),
    ...(wanted.assigned_to && { watcher_ids: withWatcher(ticket, wanted.assigned_to) }),
    ...wanted,
  })
  if (Object.keys(change).length === 0) return ticket
  const said = { ...keepChange(desk, by, ticket, change, at), changed_by: by }
  const { status } = change
  const event = status
    ? { type: 'ticket_status_changed' as const, status, ...said }
    : { type: 'ticket_changed' as const, ...said }
  desk.say('agents', event, [`ticket ${id}`])
  const after = said.ticket
  if (change.assigned_to) tellAssignee(desk, after, change.assigned_to, by, at)
  const others = ticket.watcher_ids.filter((watcher) => watcher !== by && watcher !== change.assigned_to)
  if (status) for (const watcher of others) notify(desk, watcher, 'ticket_status_changed', after, by, at)
  return after
}

/** A ticket that was put aside is back by itself. */
export const wakeTicket = (desk: Desk, id: TicketId, at: string) => {
  const ticket = desk.ticket(id)
  if (ticket.snoozed_until === null) return
  const said = keepChange(desk, null, ticket, { snoozed_until: null }, at)
  desk.say('agents', { type: 'ticket_woke', ...said }, [`ticket ${id}`])
  for (const watcher of ticket.watcher_ids) notify(desk, watcher, 'ticket_woke', said.ticket, null, at)
}

const keepChange = (desk: Desk, by: UserId | null, ticket: Ticket, change: Wanted, at: string, messages = 0) => {
  const isMoved = messages !== 0 || Object.keys(change).some((field) => field !== 'watcher_ids')
  const after: Ticket = {
    ...ticket,
    ...change,
    message_count: ticket.message_count + messages,
    version: ticket.version + 1,
    updated_at: isMoved ? later(at, ticket.updated_at) : ticket.updated_at,
  }
  const before: TicketBefore = { ...valuesOf(ticket, change), updated_at: ticket.updated_at }
  desk.tickets.set(ticket.id, after)
  const activity = noteChange(desk, by, ticket, after, change)
  if (change.title !== undefined) desk.chats.set(ticket.chat_id, { ...desk.chat(ticket.chat_id), title: change.title })
  return { ticket_id: ticket.id, version: after.version, ticket: after, before, activity }
}

const withWatcher = ({ watcher_ids }: Ticket, userId: UserId) =>
  [...new Set([...watcher_ids, userId])].toSorted((a, b) => a - b)

export const postMessage = (
  desk: Desk,
  by: UserId | 'requester',
  id: TicketId,
  kind: TicketMessage['kind'],
  body: string,
  at: string,
  content?: RichText,
) => {
  const ticket = desk.ticket(id)
  const change: Wanted =
    by === 'requester'
      ? { ...(ticket.snoozed_until !== null && { snoozed_until: null }) }
      : { ...(!ticket.watcher_ids.includes(by) && { watcher_ids: withWatcher(ticket, by) }) }
  const said = keepChange(desk, by === 'requester' ? null : by, ticket, change, at, 1)
  const after = said.ticket
  const author =
    by === 'requester' ? { kind: 'requester' as const, id: ticket.requester.id } : { kind: 'agent' as const, id: by }
  const message = addMessage(desk, id, kind, author, body, after.updated_at, content)
  desk.say('agents', { type: 'ticket_message_posted', message, ...said }, [`ticket ${id}`])
  for (const watcher of ticket.watcher_ids.filter((other) => other !== by))
    notify(desk, watcher, 'ticket_message_posted', after, by === 'requester' ? null : by, at)
  return { message, ticket: after }
}

/** Someone takes back what they said, and with it what it did to the ticket. */
export const takeBackMessage = (
  desk: Desk,
  { id, ticket_id, kind, author, body }: TicketMessage,
  undo: Wanted,
  at: string,
) => {
  if (author.kind === 'requester') return
  desk.conversations.splice(
    desk.conversations.findIndex((one) => one.id === id),
    1,
  )
  const ticket = desk.ticket(ticket_id)
  const said = keepChange(desk, author.id, ticket, differences(ticket, undo), at, -1)
  const event = { type: 'ticket_message_taken_back' as const, message_id: id, taken_back_by: author.id, ...said }
  desk.say('agents', event, [`ticket ${ticket_id}`])
  for (const watcher of ticket.watcher_ids) {
    const told = desk.notifications.findLast((one) => one.user === watcher && one.ticket_id === ticket_id)
    if (told) withdrawNotification(desk, told)
  }
  keepDraft(desk, author.id, ticket_id, kind, body, at)
}

const addMessage = (
  desk: Desk,
  id: TicketId,
  kind: TicketMessage['kind'],
  author: TicketMessage['author'],
  body: string,
  created_at: string,
  content?: RichText,
) => {
  const message: TicketMessage = {
    id: TicketMessageId.parse(desk.nextId()),
    ticket_id: id,
    kind,
    author,
    body,
    ...(content && { content }),
    created_at,
  }
  desk.conversations.push(message)
  return message
}

const tellAssignee = (desk: Desk, ticket: Ticket, assignee: UserId, by: UserId, at: string) => {
  const { id, title, version } = ticket
  desk.say({ user: assignee }, { type: 'ticket_assigned', ticket_id: id, title, assigned_by: by, version }, [])
  if (assignee !== by) notify(desk, assignee, 'ticket_assigned', ticket, by, at)
}

const noteChange = (desk: Desk, by: UserId | null, before: Ticket, after: Ticket, change: Wanted) => {
  const said = { ticket_id: after.id, actor_id: by, created_at: after.updated_at }
  const changes: Unnumbered<TicketActivity>[] = []
  if ('title' in change) changes.push({ ...said, what: 'title', before: before.title, after: after.title })
  if ('status' in change) changes.push({ ...said, what: 'status', before: before.status, after: after.status })
  if ('priority' in change) changes.push({ ...said, what: 'priority', before: before.priority, after: after.priority })
  if ('assigned_to' in change)
    changes.push({ ...said, what: 'assigned_to', before: before.assigned_to, after: after.assigned_to })
  if ('team_id' in change) changes.push({ ...said, what: 'team_id', before: before.team_id, after: after.team_id })
  if ('tags' in change) changes.push({ ...said, what: 'tags', before: before.tags, after: after.tags })
  if ('snoozed_until' in change)
    changes.push({ ...said, what: 'snoozed_until', before: before.snoozed_until, after: after.snoozed_until })
  for (const link of after.links.filter((one) => !before.links.includes(one)))
    changes.push({ ...said, what: 'link', before: null, after: link })
  for (const id of after.took_in.filter((one) => !before.took_in.includes(one)))
    changes.push({ ...said, what: 'took_in', before: null, after: id })
  return changes.map((entry) => note(desk, entry))
}

type Unnumbered<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never

const note = (desk: Desk, entry: Unnumbered<TicketActivity>): TicketActivity => {
  const kept = { ...entry, id: desk.nextId() }
  desk.activity.push(kept)
  return kept
}

const later = (a: string, b: string) => (a > b ? a : b)

const differences = (
  ticket: Ticket,
  { title, status, priority, assigned_to, team_id, tags, watcher_ids, snoozed_until, links, took_in }: Wanted,
): Wanted => ({
  ...(title !== undefined && title !== ticket.title && { title }),
  ...(status !== undefined && status !== ticket.status && { status }),
  ...(priority !== undefined && priority !== ticket.priority && { priority }),
  ...(assigned_to !== undefined && assigned_to !== ticket.assigned_to && { assigned_to }),
  ...(team_id !== undefined && team_id !== ticket.team_id && { team_id }),
  ...(tags !== undefined && tags.join() !== ticket.tags.join() && { tags }),
  ...(watcher_ids !== undefined && watcher_ids.join() !== ticket.watcher_ids.join() && { watcher_ids }),
  ...(snoozed_until !== undefined && snoozed_until !== ticket.snoozed_until && { snoozed_until }),
  ...(links !== undefined && JSON.stringify(links) !== JSON.stringify(ticket.links) && { links }),
  ...(took_in !== undefined && took_in.join() !== ticket.took_in.join() && { took_in }),
})

const valuesOf = (ticket: Ticket, change: Wanted): TicketBefore => ({
  ...('title' in change && { title: ticket.title }),
  ...('status' in change && { status: ticket.status }),
  ...('priority' in change && { priority: ticket.priority }),
  ...('assigned_to' in change && { assigned_to: ticket.assigned_to }),
  ...('team_id' in change && { team_id: ticket.team_id }),
  ...('tags' in change && { tags: ticket.tags }),
  ...('watcher_ids' in change && { watcher_ids: ticket.watcher_ids }),
  ...('snoozed_until' in change && { snoozed_until: ticket.snoozed_until }),
  ...('links' in change && { links: ticket.links }),
  ...('took_in' in change && { took_in: ticket.took_in }),
})

/** Keeps what someone has written so far, or, if that is nothing, throws it away. */
export const keepDraft = (desk: Desk, by: UserId, id: TicketId, kind: TicketMessageKind, body: string, at: string) => {
  const others = desk.drafts.filter((one) => one.user !== by || one.ticket_id !== id || one.kind !== kind)
  const wasThere = others.length < desk.drafts.length
  desk.drafts = others
  if (body === '' && !wasThere) return
  const version = desk.nextId()
  const draft = body === '' ? null : { ticket_id: id, kind, body, version, updated_at: at }
  if (draft) desk.drafts.push({ ...draft, user: by })
  const said = { type: 'ticket_draft_changed' as const, ticket_id: id, kind, version, draft }
  desk.say({ user: by }, said, [`draft ${by}.${id}.${kind}`])
}
