import {
  type Chat,
  ChatId,
  type ChatMessage,
  ChatMessageId,
  type DurableEvent,
  type Notification,
  NotificationId,
  RequesterId,
  type Ticket,
  type TicketBefore,
  TicketId,
  type TicketMessage,
  TicketMessageId,
  type User,
  UserId,
} from '@livedesk/events'
import type { TicketActivity } from '@livedesk/resources'

/** Who hears an event. */
type To = { readonly user: UserId } | { readonly chat: ChatId } | 'agents'

/** One event as a transaction said it, and what hearing it does to who hears what follows. */
export type Entry = {
  readonly to: To
  readonly event: DurableEvent
  readonly effect?: { readonly chat: ChatId; readonly user: UserId; readonly does: 'join' | 'leave' }
}

/** What a committed transaction said, and the rows it held: transactions that held the same row keep their order. */
export type Transaction = { readonly inbox: number; readonly held: ReadonlySet<string>; readonly entries: readonly Entry[] }

export type Fields = Pick<Ticket, 'title' | 'status' | 'priority' | 'assigned_to' | 'tags'>

type Membership = { readonly user: UserId; readUpTo: number }

/** The simplest possible desk: tables in memory, one writer, every rule of the API written once more and plainly. */
export class Desk {
  readonly users = new Map<UserId, User>()
  readonly tickets = new Map<TicketId, Ticket>()
  readonly conversations: TicketMessage[] = []
  readonly activity: TicketActivity[] = []
  readonly chats = new Map<ChatId, Chat>()
  readonly members = new Map<ChatId, Membership[]>()
  readonly chatMessages: ChatMessage[] = []
  readonly notifications: (Notification & { readonly user: UserId })[] = []
  /** Committed, but not yet numbered. */
  inbox: Transaction[] = []
  #ids = 0
  #minutes = 0
  #entries: Entry[] = []
  #held = new Set<string>()

  /** Runs one transaction. */
  commit<T>(work: () => T): T {
    this.#entries = []
    this.#held = new Set()
    const result = work()
    this.#ids += 1
    if (this.#entries.length > 0) this.inbox.push({ inbox: this.#ids, held: this.#held, entries: this.#entries })
    return result
  }

  /** A moment. Moments often are the same, so that orders have ties. */
  now(passed: boolean) {
    this.#minutes += Number(passed)
    return new Date(Date.UTC(2026, 0, 1, 0, this.#minutes)).toISOString()
  }

  createUser(name: string): User {
    const id = UserId.parse(this.users.size + 1)
    const user: User = { id, name, email: `${id}@desk.test`, role: 'agent', active: true, version: 1 }
    this.users.set(id, user)
    this.#say('agents', { type: 'user_created', user }, [`user ${id}`])
    return user
  }

  changeUser(id: UserId, change: Partial<Pick<User, 'name' | 'role' | 'active'>>) {
    const before = this.user(id)
    const user = { ...before, ...change, version: before.version + 1 }
    this.users.set(id, user)
    this.#say('agents', { type: 'user_changed', user }, [`user ${id}`])
    return user
  }

  createTicket(by: UserId, fields: Fields, at: string): Ticket {
    const id = TicketId.parse(this.tickets.size + 1)
    const chat_id = ChatId.parse(this.chats.size + 1)
    const requester = { id: RequesterId.parse(1), name: 'Rita', email: 'rita@home.test' }
    const status = fields.assigned_to === null ? 'new' : 'in_progress'
    const ticket: Ticket = { ...fields, id, status, requester, chat_id, message_count: 1, version: 1, created_at: at, updated_at: at }
    this.tickets.set(id, ticket)
    this.chats.set(chat_id, { id: chat_id, kind: 'ticket', title: ticket.title, ticket_id: id, member_ids: [], created_at: at })
    this.members.set(chat_id, [])
    const opening = this.#message(id, 'reply', { kind: 'requester', id: requester.id }, `Opening ${id}`, at)
    this.activity.push({ id: this.#next(), ticket_id: id, actor_id: by, what: 'created', before: null, after: null, created_at: at })
    this.#say('agents', { type: 'ticket_created', ticket_id: id, ticket, opening }, [`ticket ${id}`])
    if (ticket.assigned_to !== null) this.#tellAssignee(ticket, ticket.assigned_to, by, at)
    return ticket
  }

  changeTicket(by: UserId, id: TicketId, wanted: Partial<Fields>, at: string): Ticket {
    const ticket = this.ticket(id)
    const isStarted = ticket.status === 'new' && wanted.status === undefined && wanted.assigned_to
    const change = differences(ticket, isStarted ? { ...wanted, status: 'in_progress' } : wanted)
    if (Object.keys(change).length === 0) return ticket
    const after = { ...ticket, ...change, version: ticket.version + 1, updated_at: later(at, ticket.updated_at) }
    const before: TicketBefore = { ...valuesOf(ticket, change), updated_at: ticket.updated_at }
    this.tickets.set(id, after)
    this.#noteChange(by, ticket, after, change)
    if (change.title !== undefined) this.#rename(ticket.chat_id, change.title)
    const said = { ticket_id: id, changed_by: by, version: after.version, ticket: after, before }
    const { status } = change
    this.#say(
      'agents',
      status ? { type: 'ticket_status_changed', status, ...said } : { type: 'ticket_changed', ...said },
      // Its chat is called what it is called: who reads the chat's members meets the ticket's row.
      [`ticket ${id}`, `chat ${ticket.chat_id}`],
    )
    if (change.assigned_to) this.#tellAssignee(after, change.assigned_to, by, at)
    return after
  }

  postMessage(by: UserId, id: TicketId, kind: TicketMessage['kind'], body: string, at: string) {
    const ticket = this.ticket(id)
    const updated_at = later(at, ticket.updated_at)
    const after = { ...ticket, message_count: ticket.message_count + 1, version: ticket.version + 1, updated_at }
    this.tickets.set(id, after)
    const message = this.#message(id, kind, { kind: 'agent', id: by }, body, updated_at)
    const before = { updated_at: ticket.updated_at }
    this.#say(
      'agents',
      { type: 'ticket_message_posted', ticket_id: id, message, version: after.version, ticket: after, before },
      [`ticket ${id}`],
    )
    if (after.assigned_to && after.assigned_to !== by) this.#notify(after.assigned_to, 'ticket_message_posted', after, by, at)
    return { message, ticket: after }
  }

  openGroup(by: UserId, others: readonly UserId[], at: string): Chat {
    const id = ChatId.parse(this.chats.size + 1)
    this.chats.set(id, { id, kind: 'group', title: `Group ${id}`, ticket_id: null, member_ids: [], created_at: at })
    this.members.set(id, [])
    for (const user of new Set([by, ...others])) this.addMember(by, id, user)
    return this.chat(id)
  }

  addMember(by: UserId, id: ChatId, user: UserId): Chat {
    const members = this.membersOf(id)
    if (members.some((member) => member.user === user)) return this.chat(id)
    members.push({ user, readUpTo: this.messagesOf(id).at(-1)?.id ?? 0 })
    const chat = this.#remember(id)
    this.#say({ chat: id }, { type: 'chat_member_added', chat_id: id, user_id: user, added_by: by, chat }, [`chat ${id}`], {
      chat: id,
      user,
      does: 'join',
    })
    return chat
  }

  removeMember(by: UserId, id: ChatId, user: UserId) {
    const members = this.membersOf(id)
    const index = members.findIndex((member) => member.user === user)
    if (index < 0) return
    members.splice(index, 1)
    this.#remember(id)
    this.#say({ chat: id }, { type: 'chat_member_removed', chat_id: id, user_id: user, removed_by: by }, [`chat ${id}`], {
      chat: id,
      user,
      does: 'leave',
    })
  }

  postInChat(by: UserId, id: ChatId, body: string, at: string): ChatMessage {
    const message: ChatMessage = { id: ChatMessageId.parse(this.#next()), chat_id: id, author_id: by, body, created_at: at }
    this.chatMessages.push(message)
    this.#say({ chat: id }, { type: 'message_posted', chat_id: id, message }, [`chat ${id}`])
    return message
  }

  readChat(by: UserId, id: ChatId, upTo: ChatMessageId) {
    const member = this.membersOf(id).find(({ user }) => user === by)
    const isThere = this.messagesOf(id).some((message) => message.id === upTo)
    if (!member || !isThere || member.readUpTo >= upTo) return
    member.readUpTo = upTo
    this.#say({ user: by }, { type: 'chat_read', chat_id: id, message_id: upTo }, [`chat ${id}`])
  }

  readNotifications(by: UserId, upTo: NotificationId) {
    const unread = this.notifications.filter(({ id, user, read }) => user === by && id <= upTo && !read)
    if (unread.length === 0) return
    for (const notification of unread) notification.read = true
    this.#say({ user: by }, { type: 'notifications_read', up_to: upTo }, [`list ${by}`])
  }

  user(id: UserId) {
    return found(this.users.get(id))
  }

  ticket(id: TicketId) {
    return found(this.tickets.get(id))
  }

  chat(id: ChatId) {
    return found(this.chats.get(id))
  }

  membersOf(id: ChatId) {
    return found(this.members.get(id))
  }

  messagesOf(id: ChatId) {
    return this.chatMessages.filter((message) => message.chat_id === id)
  }

  #say(to: To, event: DurableEvent, held: readonly string[], effect?: NonNullable<Entry['effect']>) {
    for (const row of held) this.#held.add(row)
    // What was said is not changed by what happens next.
    this.#entries.push(structuredClone({ to, event, ...(effect && { effect }) }))
  }

  #message(id: TicketId, kind: TicketMessage['kind'], author: TicketMessage['author'], body: string, at: string) {
    const message: TicketMessage = { id: TicketMessageId.parse(this.#next()), ticket_id: id, kind, author, body, created_at: at }
    this.conversations.push(message)
    return message
  }

  #tellAssignee({ id, title, version, ...ticket }: Ticket, assignee: UserId, by: UserId, at: string) {
    if (assignee === by) return
    this.#say({ user: assignee }, { type: 'ticket_assigned', ticket_id: id, title, assigned_by: by, version }, [])
    this.#notify(assignee, 'ticket_assigned', { id, title, version, ...ticket }, by, at)
  }

  #notify(user: UserId, kind: Notification['kind'], ticket: Ticket, by: UserId, at: string) {
    const id = NotificationId.parse(this.#next())
    const notification = { id, kind, ticket_id: ticket.id, title: ticket.title, actor_id: by, read: false, created_at: at }
    this.notifications.push({ ...notification, user })
    this.#say({ user }, { type: 'notification_created', notification }, [`list ${user}`])
  }

  #noteChange(by: UserId, before: Ticket, after: Ticket, change: Partial<Fields>) {
    const said = { ticket_id: after.id, actor_id: by, created_at: after.updated_at }
    if (change.title !== undefined) this.#note({ ...said, what: 'title', before: before.title, after: after.title })
    if (change.status !== undefined) this.#note({ ...said, what: 'status', before: before.status, after: after.status })
    if (change.priority !== undefined) this.#note({ ...said, what: 'priority', before: before.priority, after: after.priority })
    if (change.assigned_to !== undefined)
      this.#note({ ...said, what: 'assigned_to', before: before.assigned_to, after: after.assigned_to })
    if (change.tags !== undefined) this.#note({ ...said, what: 'tags', before: before.tags, after: after.tags })
  }

  #note(entry: Unnumbered<TicketActivity>) {
    this.activity.push({ ...entry, id: this.#next() })
  }

  #rename(id: ChatId, title: string) {
    this.chats.set(id, { ...this.chat(id), title })
  }

  #remember(id: ChatId) {
    const chat = { ...this.chat(id), member_ids: this.membersOf(id).map(({ user }) => user).toSorted((a, b) => a - b) }
    this.chats.set(id, chat)
    return chat
  }

  #next() {
    this.#ids += 1
    return this.#ids
  }
}

type Unnumbered<T> = T extends { readonly id: number } ? Omit<T, 'id'> : never

const found = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The model was asked for what it does not have.')
  return value
}

const later = (a: string, b: string) => (a > b ? a : b)

const differences = (ticket: Ticket, wanted: Partial<Fields>): Partial<Fields> => ({
  ...(wanted.title !== undefined && wanted.title !== ticket.title && { title: wanted.title }),
  ...(wanted.status !== undefined && wanted.status !== ticket.status && { status: wanted.status }),
  ...(wanted.priority !== undefined && wanted.priority !== ticket.priority && { priority: wanted.priority }),
  ...(wanted.assigned_to !== undefined && wanted.assigned_to !== ticket.assigned_to && { assigned_to: wanted.assigned_to }),
  ...(wanted.tags !== undefined && wanted.tags.join() !== ticket.tags.join() && { tags: wanted.tags }),
})

const valuesOf = (ticket: Ticket, change: Partial<Fields>): TicketBefore => ({
  ...(change.title !== undefined && { title: ticket.title }),
  ...(change.status !== undefined && { status: ticket.status }),
  ...(change.priority !== undefined && { priority: ticket.priority }),
  ...(change.assigned_to !== undefined && { assigned_to: ticket.assigned_to }),
  ...(change.tags !== undefined && { tags: ticket.tags }),
})
