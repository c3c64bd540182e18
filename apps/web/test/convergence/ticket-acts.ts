import {
  ChatId,
  RequesterId,
  type RichText,
  type Ticket,
  type TicketBefore,
  TicketId,
  type TicketMessage,
  TicketMessageId,
  type UserId,
} from '@livedesk/events'
import type { TicketActivity } from '@livedesk/resources'
import type { Desk } from './desk.ts'
import { notify } from './people-acts.ts'

export type Fields = Pick<Ticket, 'title' | 'status' | 'priority' | 'assigned_to' | 'tags'>

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
  note(desk, { ticket_id: id, actor_id: by, what: 'created', before: null, after: null, created_at: at })
  desk.say('agents', { type: 'ticket_created', ticket_id: id, ticket, opening }, [`ticket ${id}`])
  if (ticket.assigned_to !== null) tellAssignee(desk, ticket, ticket.assigned_to, by, at)
  return ticket
}

export const changeTicket = (desk: Desk, by: UserId, id: TicketId, wanted: Partial<Fields>, at: string): Ticket => {
  const ticket = desk.ticket(id)
  const isStarted = ticket.status === 'new' && wanted.status === undefined && wanted.assigned_to
  const change = differences(ticket, isStarted ? { ...wanted, status: 'in_progress' } : wanted)
  if (Object.keys(change).length === 0) return ticket
  const after = { ...ticket, ...change, version: ticket.version + 1, updated_at: later(at, ticket.updated_at) }
  const before: TicketBefore = { ...valuesOf(ticket, change), updated_at: ticket.updated_at }
  desk.tickets.set(id, after)
  noteChange(desk, by, ticket, after, change)
  if (change.title !== undefined) desk.chats.set(ticket.chat_id, { ...desk.chat(ticket.chat_id), title: change.title })
  const { status } = change
  const said = { ticket_id: id, changed_by: by, version: after.version, ticket: after, before }
  const event = status
    ? { type: 'ticket_status_changed' as const, status, ...said }
    : { type: 'ticket_changed' as const, ...said }
  desk.say('agents', event, [`ticket ${id}`])
  if (change.assigned_to) tellAssignee(desk, after, change.assigned_to, by, at)
  return after
}

export const postMessage = (
  desk: Desk,
  by: UserId,
  id: TicketId,
  kind: TicketMessage['kind'],
  body: string,
  at: string,
  content?: RichText,
) => {
  const ticket = desk.ticket(id)
  const updated_at = later(at, ticket.updated_at)
  const after = { ...ticket, message_count: ticket.message_count + 1, version: ticket.version + 1, updated_at }
  desk.tickets.set(id, after)
  const message = addMessage(desk, id, kind, { kind: 'agent', id: by }, body, updated_at, content)
  const said = {
    ticket_id: id,
    message,
    version: after.version,
    ticket: after,
    before: { updated_at: ticket.updated_at },
  }
  desk.say('agents', { type: 'ticket_message_posted', ...said }, [`ticket ${id}`])
  if (after.assigned_to && after.assigned_to !== by)
    notify(desk, after.assigned_to, 'ticket_message_posted', after, by, at)
  return { message, ticket: after }
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

const noteChange = (desk: Desk, by: UserId, before: Ticket, after: Ticket, change: Partial<Fields>) => {
  const said = { ticket_id: after.id, actor_id: by, created_at: after.updated_at }
  if ('title' in change) note(desk, { ...said, what: 'title', before: before.title, after: after.title })
  if ('status' in change) note(desk, { ...said, what: 'status', before: before.status, after: after.status })
  if ('priority' in change) note(desk, { ...said, what: 'priority', before: before.priority, after: after.priority })
  if ('assigned_to' in change)
    note(desk, { ...said, what: 'assigned_to', before: before.assigned_to, after: after.assigned_to })
  if ('tags' in change) note(desk, { ...said, what: 'tags', before: before.tags, after: after.tags })
}

type Unnumbered<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never

const note = (desk: Desk, entry: Unnumbered<TicketActivity>) => desk.activity.push({ ...entry, id: desk.nextId() })

const later = (a: string, b: string) => (a > b ? a : b)

const differences = (
  ticket: Ticket,
  { title, status, priority, assigned_to, tags }: Partial<Fields>,
): Partial<Fields> => ({
  ...(title !== undefined && title !== ticket.title && { title }),
  ...(status !== undefined && status !== ticket.status && { status }),
  ...(priority !== undefined && priority !== ticket.priority && { priority }),
  ...(assigned_to !== undefined && assigned_to !== ticket.assigned_to && { assigned_to }),
  ...(tags !== undefined && tags.join() !== ticket.tags.join() && { tags }),
})

const valuesOf = (ticket: Ticket, change: Partial<Fields>): TicketBefore => ({
  ...('title' in change && { title: ticket.title }),
  ...('status' in change && { status: ticket.status }),
  ...('priority' in change && { priority: ticket.priority }),
  ...('assigned_to' in change && { assigned_to: ticket.assigned_to }),
  ...('tags' in change && { tags: ticket.tags }),
})
