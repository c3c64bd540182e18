import {
  type Chat,
  ChatId,
  ChatMessageId,
  Notification,
  NotificationId,
  type Ticket,
  TicketId,
  UserId,
} from '@livedesk/events'
import { compareBy, matches, TicketFilter, TicketSort, viewFor, ViewId } from '@livedesk/queue'
import {
  AddChatMember,
  AssignTicket,
  LinkTicket,
  type ChatSummary,
  PatchTicket,
  plainText,
  PostTicketMessage,
  SetTicketStatus,
  SnoozeTicket,
} from '@livedesk/resources'
import { addMember, postInChat, readChat } from './chat-acts.ts'
import type { Desk } from './desk.ts'
import { draftsOf } from './draft-answers.ts'
import { readNotification, readNotifications } from './people-acts.ts'
import { changeTicket, postMessage } from './ticket-acts.ts'
import { savedViewsOf } from './view-acts.ts'

export type Answer = { readonly status: number; readonly body: unknown }

const pageSize = 2

/** What `GET /api/<path>` answers: read plainly from the tables, as they are now. */
export const read = (desk: Desk, viewer: UserId, address: URL): Answer => {
  const [noun = '', number = '', part] = address.pathname.split('/').slice(2)
  const id = Number(number)
  const cursor = address.searchParams.get('cursor') ?? address.searchParams.get('after')
  switch (noun) {
    case 'session':
      return ok({ user: desk.user(viewer) })
    case 'users':
      return ok({ items: [...desk.users.values()].toSorted(byName) })
    case 'teams':
      return ok({ items: [...desk.teams.values()].toSorted(byName) })
    case 'canned-replies':
      return ok({
        items: [...desk.canned.values()]
          .filter(({ owner_id }) => owner_id === null || owner_id === viewer)
          .toSorted(byName),
      })
    case 'saved-views':
      return ok(savedViewsOf(desk, viewer, address.searchParams.get('zone') ?? 'UTC'))
    case 'requesters':
      return ok({ items: requestersOf(desk) })
    case 'views':
      return ok({
        counts: Object.fromEntries(ViewId.options.map((view) => [view, countOf(desk, viewFor(view, viewer).filter)])),
      })
    case 'tags':
      return ok({ items: tagsOf(desk) })
    case 'drafts':
      return ok({ items: draftsOf(desk, viewer) })
    case 'notifications':
      return ok(notificationsOf(desk, viewer, cursor))
    case 'tickets':
      if (number === '') return ok(listOf(desk, address.searchParams))
      if (id > desk.tickets.size) return problem(404)
      if (part === 'messages')
        return ok(
          pageAfter(
            desk.conversations.filter(({ ticket_id }) => ticket_id === id),
            cursor,
          ),
        )
      if (part === 'activity')
        return ok(
          pageBefore(
            desk.activity.filter(({ ticket_id }) => ticket_id === id),
            cursor,
          ),
        )
      return ok(desk.ticket(TicketId.parse(id)))
    case 'chats':
      if (number === '') return ok({ items: chatsOf(desk, viewer) })
      return messagesIn(desk, viewer, desk.chat(ChatId.parse(id)), cursor)
    default:
      throw new Error(`The model has no ${address.pathname}.`)
  }
}

/** What a write does and answers. */
export const write = (desk: Desk, viewer: UserId, address: URL, body: unknown, at: string): Answer =>
  desk.commit(() => {
    const [noun, number, part, last] = address.pathname.split('/').slice(2)
    const id = Number(number)
    switch (`${noun} ${part ?? ''}`) {
      case 'tickets ':
        return patch(desk, viewer, TicketId.parse(id), PatchTicket.parse(body), at)
      case 'tickets assign':
        return ok(changeTicket(desk, viewer, TicketId.parse(id), { assigned_to: AssignTicket.parse(body).user_id }, at))
      case 'tickets status':
        return ok(changeTicket(desk, viewer, TicketId.parse(id), { status: SetTicketStatus.parse(body).status }, at))
      case 'tickets watchers': {
        const { watcher_ids } = desk.ticket(TicketId.parse(id))
        const watcher = UserId.parse(last === undefined ? numberIn(body, 'user_id') : Number(last))
        const others = watcher_ids.filter((other) => other !== watcher)
        const wanted = last === undefined ? [...others, watcher].toSorted((a, b) => a - b) : others
        return ok(changeTicket(desk, viewer, TicketId.parse(id), { watcher_ids: wanted }, at))
      }
      case 'tickets links': {
        const { links } = desk.ticket(TicketId.parse(id))
        const added = last === undefined ? [LinkTicket.parse(body)] : []
        const other = added[0]?.ticket_id ?? Number(last)
        const wanted = [...links.filter(({ ticket_id }) => ticket_id !== other), ...added]
        return ok(changeTicket(desk, viewer, TicketId.parse(id), { links: wanted }, at))
      }
      case 'tickets snooze': {
        const { until } = SnoozeTicket.parse(body)
        return ok(changeTicket(desk, viewer, TicketId.parse(id), { snoozed_until: until }, at))
      }
      case 'tickets messages': {
        const { kind, body: words, content } = PostTicketMessage.parse(body)
        const said = content ? plainText(content, (id) => `Person ${id}`) : (words ?? '')
        return ok(postMessage(desk, viewer, TicketId.parse(id), kind, said, at, content))
      }
      case 'chats messages': {
        const chat = ChatId.parse(id)
        return isMember(desk, chat, viewer) ? ok(postInChat(desk, viewer, chat, textIn(body), at)) : problem(403)
      }
      case 'chats read': {
        const chat = ChatId.parse(id)
        if (!isMember(desk, chat, viewer)) return problem(403)
        readChat(desk, viewer, chat, ChatMessageId.parse(numberIn(body, 'message_id')))
        return { status: 204, body: null }
      }
      case 'chats members':
        return ok(addMember(desk, viewer, ChatId.parse(id), AddChatMember.parse(body).user_id))
      case 'notifications ':
        readNotifications(desk, viewer, NotificationId.parse(numberIn(body, 'up_to')))
        return { status: 204, body: null }
      case 'notifications read':
        return readNotification(desk, viewer, NotificationId.parse(id)) ? { status: 204, body: null } : problem(404)
      default:
        throw new Error(`The model does not do ${address.pathname}.`)
    }
  })

export const problem = (status: number, more: { readonly ticket?: Ticket } = {}): Answer => ({
  status,
  body: { type: '/api/docs#no', title: 'No', status, detail: 'The model says no.', ...more },
})

const ok = (body: unknown): Answer => ({ status: 200, body })

const patch = (desk: Desk, viewer: UserId, id: TicketId, { version, ...wanted }: PatchTicket, at: string) => {
  const ticket = desk.ticket(id)
  if (ticket.version !== version) return problem(409, { ticket })
  const { title, status, priority, assigned_to, team_id, tags } = wanted
  return ok(
    changeTicket(
      desk,
      viewer,
      id,
      {
        ...(title !== undefined && { title }),
        ...(status !== undefined && { status }),
        ...(priority !== undefined && { priority }),
        ...(assigned_to !== undefined && { assigned_to }),
        ...(team_id !== undefined && { team_id }),
        ...(tags !== undefined && { tags }),
      },
      at,
    ),
  )
}

const requestersOf = (desk: Desk) => [
  ...new Map([...desk.tickets.values()].map(({ requester }) => [requester.id, requester])).values(),
]

type Named = { readonly id: number; readonly name: string }

const byName = (a: Named, b: Named) => a.name.localeCompare(b.name, 'en') || a.id - b.id

const countOf = (desk: Desk, filter: TicketFilter) =>
  [...desk.tickets.values()].filter((ticket) => matches(filter, ticket)).length

const tagsOf = (desk: Desk) => {
  const uses = new Map<string, number>()
  for (const { tags } of desk.tickets.values()) for (const tag of tags) uses.set(tag, (uses.get(tag) ?? 0) + 1)
  return [...uses].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([tag]) => tag)
}

const listOf = (desk: Desk, params: URLSearchParams) => {
  const sort = TicketSort.parse(params.get('sort'))
  const list = (name: string) => params.get(name)?.split(',')
  const filter = TicketFilter.parse({
    ...(params.has('status') && { status: list('status') }),
    ...(params.has('priority') && { priority: list('priority') }),
    ...(params.has('assigned_to') && {
      assigned_to: list('assigned_to')?.map((one) => (one === 'none' ? one : Number(one))),
    }),
    ...(params.has('team') && { team_id: list('team')?.map((one) => (one === 'none' ? one : Number(one))) }),
    ...(params.has('tag') && { tags: list('tag') }),
    ...(params.has('snoozed') && { snoozed: params.get('snoozed') === 'true' }),
    ...(params.has('updated') && { updated_at: spanIn(params.get('updated') ?? '') }),
    ...(params.has('q') && { q: params.get('q') }),
  })
  const all = [...desk.tickets.values()].filter((ticket) => matches(filter, ticket)).toSorted(compareBy(sort))
  const from = params.get('cursor')
  const last = from === null ? undefined : desk.cursors[Number(from)]
  const rest = last ? all.filter((ticket) => compareBy(sort)(ticket, last) > 0) : all
  const items = rest.slice(0, pageSize)
  const edge = items.at(-1)
  const next_cursor = edge && rest.length > pageSize ? String(desk.cursors.push(edge) - 1) : null
  return { items, next_cursor, total: all.length }
}

const spanIn = (text: string) => {
  const [from, before] = text.split('..')
  return { from: from || undefined, before: before || undefined }
}

const pageAfter = <Row extends { readonly id: number }>(all: readonly Row[], after: string | null) => {
  const rest = all.filter(({ id }) => id > Number(after ?? 0))
  const items = rest.slice(0, pageSize)
  return { items, next_cursor: rest.length > pageSize ? String(items.at(-1)?.id) : null }
}

const pageBefore = <Row extends { readonly id: number }>(all: readonly Row[], before: string | null) => {
  const rest = all.filter(({ id }) => before === null || id < Number(before)).toReversed()
  const items = rest.slice(0, pageSize)
  return { items, next_cursor: rest.length > pageSize ? String(items.at(-1)?.id) : null }
}

const notificationsOf = (desk: Desk, viewer: UserId, before: string | null) => {
  const mine = desk.notifications
    .filter(({ user }) => user === viewer)
    .map((notification) => Notification.parse(notification))
  return { ...pageBefore(mine, before), unread_count: mine.filter(({ read }) => !read).length }
}

const chatsOf = (desk: Desk, viewer: UserId): ChatSummary[] =>
  [...desk.chats.values()]
    .filter(({ id }) => isMember(desk, id, viewer))
    .map((chat) => summaryOf(desk, viewer, chat))
    .toSorted((a, b) => Date.parse(lastWord(b)) - Date.parse(lastWord(a)) || b.id - a.id)

const lastWord = ({ last_message, created_at }: ChatSummary) => last_message?.created_at ?? created_at

const summaryOf = (desk: Desk, viewer: UserId, chat: Chat): ChatSummary => {
  const messages = desk.messagesOf(chat.id)
  const readUpTo = desk.membersOf(chat.id).find(({ user }) => user === viewer)?.readUpTo ?? 0
  return {
    ...chat,
    last_message: messages.at(-1) ?? null,
    unread_count: messages.filter(({ id, author_id }) => id > readUpTo && author_id !== viewer).length,
    read_up_to: readUpTo === 0 ? null : ChatMessageId.parse(readUpTo),
  }
}

const messagesIn = (desk: Desk, viewer: UserId, { id, kind }: Chat, before: string | null) => {
  if (!isMember(desk, id, viewer)) return problem(kind === 'ticket' ? 403 : 404)
  const rest = desk.messagesOf(id).filter((message) => before === null || message.id < Number(before))
  const items = rest.slice(-pageSize)
  return ok({ items, previous_cursor: rest.length > pageSize ? String(items[0]?.id) : null })
}

const isMember = (desk: Desk, chat: ChatId, user: UserId) => desk.membersOf(chat).some((member) => member.user === user)

const textIn = (body: unknown) => String(Reflect.get(Object(body), 'body'))
const numberIn = (body: unknown, field: string) => Number(Reflect.get(Object(body), field))
