import { type ChatId, ChatMessageId, NotificationId, type TicketPriority, type TicketStatus, UserId } from '@livedesk/events'
import fc from 'fast-check'
import { chatsApi } from '../../src/chats/chats-api.ts'
import { notificationsApi } from '../../src/notifications/notifications-api.ts'
import type { DurableType } from '../../src/server/appliers.ts'
import { ticketsApi } from '../../src/tickets/tickets-api.ts'
import type { Fields } from './desk.ts'
import type { Mood } from './network.ts'
import { settled, type Tab, viewer } from './tab.ts'

/** A step of an interleaving: what is done, and numbers that choose what with. */
export type Step = { readonly does: keyof typeof doings; readonly a: number; readonly b: number; readonly c: number }

/** Does a step. What does not apply just now does nothing. */
export const take = async (tab: Tab, { does, a, b, c }: Step) => {
  await doings[does](tab, a, b, c)
  await settled()
}

export const steps = (length: number) =>
  fc.array(fc.record({ does: fc.constantFrom(...often()), a: fc.nat(1023), b: fc.nat(1023), c: fc.nat(7) }), {
    maxLength: length,
    size: 'max',
  })

type Doing = (tab: Tab, a: number, b: number, c: number) => unknown

const people = [1, 2, 3].map((id) => UserId.parse(id))
const statuses = ['new', 'in_progress', 'waiting', 'resolved', 'closed'] as const satisfies readonly TicketStatus[]
const priorities = ['low', 'normal', 'high', 'urgent'] as const satisfies readonly TicketPriority[]
const titles = ['Printer on fire', 'Mouse is gone', 'The printer again']
const tagSets = [[], ['red'], ['red', 'blue'], ['blue']]

const pick = <T>(from: readonly T[], number: number): T | undefined => from[number % Math.max(1, from.length)]
const sure = <T>(from: readonly T[], number: number): T => {
  const chosen = pick(from, number)
  if (chosen === undefined) throw new Error('There is nothing to choose from.')
  return chosen
}

const fieldsFrom = (a: number, b: number): Fields => ({
  title: sure(titles, a),
  status: sure(statuses, a >> 2),
  priority: sure(priorities, b),
  assigned_to: sure([null, ...people], b >> 2),
  tags: sure(tagSets, b >> 4),
})

/** One field, or several at once. */
const changeFrom = (a: number, b: number): Partial<Fields> => {
  const { title, priority, assigned_to, tags } = fieldsFrom(a, b)
  return sure([{ title }, { priority }, { assigned_to }, { tags }, { title, assigned_to }, { priority, tags, assigned_to }], a >> 5)
}

const ticketOf = ({ desk }: Tab, a: number) => pick([...desk.tickets.values()], a)
const chatOf = ({ desk }: Tab, a: number) => pick([...desk.chats.values()].slice(0, 3), a)
const memberOf = ({ desk }: Tab, chat: ChatId, a: number) => pick(desk.membersOf(chat), a)?.user

/** What makes the desk say each event of its log. An event that is not here does not compile: nothing would try it. */
export const causes = {
  ticket_created: (tab, a, b, c) => tab.desk.createTicket(sure(people, c), fieldsFrom(a, b), tab.desk.now(c > 2)),
  ticket_changed: (tab, a, b, c) => {
    const ticket = ticketOf(tab, a)
    if (ticket) tab.desk.changeTicket(sure(people, c), ticket.id, changeFrom(a, b), tab.desk.now(c > 2))
  },
  ticket_status_changed: (tab, a, b, c) => {
    const ticket = ticketOf(tab, a)
    const others = c > 5 ? changeFrom(a, b) : {}
    if (ticket) tab.desk.changeTicket(sure(people, c), ticket.id, { ...others, status: sure(statuses, b) }, tab.desk.now(c > 2))
  },
  ticket_assigned: (tab, a, b, c) => {
    const ticket = ticketOf(tab, a)
    if (ticket) tab.desk.changeTicket(sure(people, b), ticket.id, { assigned_to: c > 2 ? viewer : null }, tab.desk.now(c > 4))
  },
  ticket_message_posted: (tab, a, b, c) => {
    const ticket = ticketOf(tab, a)
    const body = `Message ${b % 3}`
    if (ticket) tab.desk.postMessage(sure(people, b), ticket.id, c > 3 ? 'reply' : 'note', body, tab.desk.now(c > 2))
  },
  message_posted: (tab, a, b, c) => {
    const chat = chatOf(tab, a)
    const author = chat && memberOf(tab, chat.id, b)
    if (author) tab.desk.postInChat(author, chat.id, `Word ${b % 3}`, tab.desk.now(c > 2))
  },
  chat_member_added: (tab, a, b, c) => {
    const chat = chatOf(tab, a)
    if (chat) tab.desk.addMember(sure(people, c), chat.id, c > 4 ? viewer : sure(people, b))
    else tab.desk.openGroup(sure(people, b), [viewer], tab.desk.now(true))
  },
  chat_member_removed: (tab, a, b, c) => {
    const chat = chatOf(tab, a)
    const member = chat && memberOf(tab, chat.id, b)
    if (member) tab.desk.removeMember(sure(people, c), chat.id, member)
  },
  chat_read: (tab, a, b) => {
    const chat = chatOf(tab, a)
    const message = chat && pick(tab.desk.messagesOf(chat.id).slice(-3), b)
    if (message) tab.desk.readChat(viewer, chat.id, message.id)
  },
  notification_created: (tab, a, b, c) => {
    const ticket = ticketOf(tab, a)
    if (!ticket) return
    tab.desk.changeTicket(sure(people, b), ticket.id, { assigned_to: viewer }, tab.desk.now(false))
    tab.desk.postMessage(sure(people, c), ticket.id, 'reply', `Ping ${c}`, tab.desk.now(false))
  },
  notifications_read: (tab, _a, b) => {
    const notification = pick(tab.desk.notifications.slice(-3), b)
    if (notification) tab.desk.readNotifications(viewer, notification.id)
  },
  user_created: (tab, a) => tab.desk.createUser(`Dan ${a % 3}`),
  user_changed: (tab, a, b) => tab.desk.changeUser(sure(people, a), b % 2 === 0 ? { name: `Eve ${a % 5}` } : { active: b % 4 === 1 }),
} satisfies Record<DurableType, Doing>

/** What the person at the tab does. It shows before it is answered. */
const acts: readonly Doing[] = [
  (tab, a, b) => {
    const ticket = pick([...tab.desk.tickets.values()], a)
    const shown = ticket && ticketsApi.endpoints.ticket.select(ticket.id)(tab.store.getState()).data
    if (shown) void tab.store.dispatch(ticketsApi.endpoints.patchTicket.initiate({ ticket: shown, edit: changeFrom(a, b) }))
  },
  (tab, a, b) => {
    const ticket = pick([...tab.desk.tickets.values()], a)
    const user_id = sure([null, ...people], b)
    if (ticket) void tab.store.dispatch(ticketsApi.endpoints.assignTicket.initiate({ id: ticket.id, user_id }))
  },
  (tab, a, b) => {
    const ticket = pick([...tab.desk.tickets.values()], a)
    if (ticket) void tab.store.dispatch(ticketsApi.endpoints.setTicketStatus.initiate({ id: ticket.id, status: sure(statuses, b) }))
  },
  (tab, a, b) => {
    const ticket = pick([...tab.desk.tickets.values()], a)
    const message = { kind: 'reply' as const, body: `Message ${b % 3}`, key: `${a}.${b}` }
    if (ticket) void tab.store.dispatch(ticketsApi.endpoints.postTicketMessage.initiate({ id: ticket.id, ...message }))
  },
  (tab, a, b) => {
    const chat = pick([...tab.desk.chats.values()].slice(0, 3), a)
    if (chat)
      void tab.store.dispatch(chatsApi.endpoints.postChatMessage.initiate({ chat_id: chat.id, body: `Word ${b % 3}`, key: `${a}.${b}` }))
  },
  (tab, a, b) => {
    const chat = pick([...tab.desk.chats.values()].slice(0, 3), a)
    const message = chat && pick(tab.desk.messagesOf(chat.id), b)
    const message_id = message?.id ?? ChatMessageId.parse(1)
    if (chat) void tab.store.dispatch(chatsApi.endpoints.markChatRead.initiate({ chat_id: chat.id, message_id }))
  },
  (tab, _a, b) => {
    const up_to = pick(tab.desk.notifications, b)?.id ?? NotificationId.parse(1)
    void tab.store.dispatch(notificationsApi.endpoints.markNotificationsRead.initiate({ up_to }))
  },
  (tab, a) => {
    const chat = pick([...tab.desk.chats.values()].slice(0, 3), a)
    if (chat?.kind === 'ticket') void tab.store.dispatch(chatsApi.endpoints.addChatMember.initiate({ chat_id: chat.id, user_id: viewer }))
  },
]

const moods: readonly Mood[] = ['answers', 'answers', 'answers', 'answers', 'answers', 'refuses', 'is_unreachable', 'answer_is_lost']

const doings = {
  happens: (tab, a, b, c) => {
    const cause: Doing = sure(Object.values(causes), a % 101)
    tab.desk.commit(() => cause(tab, a, b, c))
  },
  acts: (tab, a, b, c) => sure(acts, a % 103)(tab, a, b, c),
  number: ({ log }, a, b) => log.number(1 + (a % 4), [b % 2 === 0, b % 3 === 0, b % 5 === 0]),
  hear: ({ connection }, a) => connection.hear(1 + (a % 5)),
  repeat: ({ connection }, a) => connection.repeat(1 + (a % 3)),
  reach: ({ connection }) => connection.reach(),
  connect: ({ connection }, a) => connection.connect(a % 4 > 0),
  cut: ({ connection }) => connection.cut(),
  restore: ({ connection, log }, a, b) => {
    connection.cut()
    log.beginEpoch(`e${a}.${b}`, a % 50)
  },
  open: (tab, a) => tab.open(sure(tab.entries, a)),
  close: (tab, a) => tab.close(sure(tab.entries, a)),
  drop: (tab, a) => tab.drop(sure(tab.entries, a)),
  refetch: (tab, a) => {
    const entry = sure(tab.entries, a)
    if (entry.isLoaded(tab.store)) tab.refetch(entry.path)
  },
  more: (tab, a) => {
    const entry = pick(
      tab.entries.filter((one) => one.hasMore(tab.store)),
      a,
    )
    entry?.more(tab.store)
  },
  serve: ({ network, desk }, a, b, c) => {
    const request = pick(network.requests.filter(({ taken }) => !taken), a)
    if (request) network.take(request, sure(moods, b), c, desk.now(c > 3))
  },
  arrive: ({ network }, a) => {
    const request = pick(network.requests.filter(({ taken }) => taken), a)
    if (request) network.arrive(request)
  },
  draw: ({ screen }) => screen.draw(),
  wait: ({ clock }, a) => clock.pass(50 * (1 + (a % 60))),
} satisfies Record<string, Doing>

/** How often each is done. */
const often = () => {
  const weights: Record<keyof typeof doings, number> = {
    happens: 12,
    acts: 4,
    number: 8,
    hear: 8,
    repeat: 2,
    reach: 1,
    connect: 2,
    cut: 1,
    restore: 1,
    open: 10,
    close: 2,
    drop: 1,
    refetch: 3,
    more: 4,
    serve: 12,
    arrive: 12,
    draw: 6,
    wait: 2,
  }
  return Object.entries(weights).flatMap(([does, weight]) => Array.from({ length: weight }, () => does)).filter(isDoing)
}

const isDoing = (name: string): name is keyof typeof doings => Object.hasOwn(doings, name)
