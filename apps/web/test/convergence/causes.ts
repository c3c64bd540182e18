import type { DurableType } from '../../src/server/appliers.ts'
import { can } from './canned-acts.ts'
import { addMember, openGroup, postInChat, readChat, removeMember } from './chat-acts.ts'
import {
  anyChangeFrom,
  changeFrom,
  chatOf,
  type Doing,
  fieldsFrom,
  memberOf,
  moments,
  people,
  pick,
  statuses,
  sure,
  talkOf,
  ticketOf,
} from './choices.ts'
import {
  changeTeam,
  changeUser,
  createTeam,
  createUser,
  readNotification,
  readNotifications,
  withdrawNotification,
} from './people-acts.ts'
import { viewer } from './tab.ts'
import { changeView, deleteView, queries, saveView } from './view-acts.ts'
import { changeTicket, createTicket, keepDraft, postMessage, takeBackMessage, wakeTicket } from './ticket-acts.ts'

/** What makes the desk say each event of its log. An event that is not here does not compile: nothing would try it. */
export const causes = {
  ticket_created: (tab, a, b, c) => createTicket(tab.desk, sure(people, c), fieldsFrom(a, b), tab.desk.now(c > 2)),
  ticket_changed: (tab, a, b, c) => {
    const ticket = ticketOf(tab, a)
    if (ticket) changeTicket(tab.desk, sure(people, c), ticket.id, anyChangeFrom(a, b), tab.desk.now(c > 2))
  },
  ticket_status_changed: (tab, a, b, c) => {
    const ticket = ticketOf(tab, a)
    const others = c > 5 ? changeFrom(a, b) : {}
    if (ticket)
      changeTicket(tab.desk, sure(people, c), ticket.id, { ...others, status: sure(statuses, b) }, tab.desk.now(c > 2))
  },
  ticket_woke: (tab, a, b, c) => {
    const ticket = ticketOf(tab, a)
    if (!ticket) return
    if (ticket.snoozed_until === null)
      changeTicket(tab.desk, sure(people, b), ticket.id, { snoozed_until: sure(moments, 0) }, tab.desk.now(false))
    wakeTicket(tab.desk, ticket.id, tab.desk.now(c > 2))
  },
  ticket_assigned: (tab, a, b, c) => {
    const ticket = ticketOf(tab, a)
    if (ticket)
      changeTicket(tab.desk, sure(people, b), ticket.id, { assigned_to: c > 2 ? viewer : null }, tab.desk.now(c > 4))
  },
  ticket_message_posted: (tab, a, b, c) => {
    const ticket = ticketOf(tab, a)
    const body = `Message ${b % 3}`
    const author = c === 7 ? 'requester' : sure(people, b)
    if (ticket) postMessage(tab.desk, author, ticket.id, c > 3 ? 'reply' : 'note', body, tab.desk.now(c > 2))
  },
  ticket_message_taken_back: (tab, a, b, c) => {
    const said = tab.desk.conversations.filter(({ author }) => author.kind === 'agent')
    const message = pick(said.slice(-4), a)
    if (message) return takeBackMessage(tab.desk, message, c > 4 ? anyChangeFrom(a, b) : {}, tab.desk.now(c > 2))
    const ticket = ticketOf(tab, a)
    if (ticket) postMessage(tab.desk, sure(people, b), ticket.id, 'reply', `Message ${b % 3}`, tab.desk.now(c > 2))
  },
  ticket_draft_changed: (tab, a, b, c) => {
    const ticket = ticketOf(tab, a)
    const author = c > 5 ? sure(people, b) : viewer
    const body = b % 4 === 0 ? '' : `Draft ${b % 5}`
    if (ticket) keepDraft(tab.desk, author, ticket.id, a % 2 === 0 ? 'reply' : 'note', body, tab.desk.now(c > 2))
  },
  message_posted: (tab, a, b, c) => {
    const chat = talkOf(tab, a)
    const author = chat && memberOf(tab, chat.id, b)
    if (author) postInChat(tab.desk, author, chat.id, `Word ${b % 3}`, tab.desk.now(c > 2))
  },
  chat_member_added: (tab, a, b, c) => {
    const chat = chatOf(tab, a)
    if (chat) addMember(tab.desk, sure(people, c), chat.id, c > 4 ? viewer : sure(people, b))
    else openGroup(tab.desk, sure(people, b), [viewer], tab.desk.now(true))
  },
  chat_member_removed: (tab, a, b, c) => {
    const chat = talkOf(tab, a)
    const member = chat && memberOf(tab, chat.id, b)
    if (member) removeMember(tab.desk, sure(people, c), chat.id, member)
  },
  chat_read: ({ desk }, a) => {
    const message = pick(
      desk.chatMessages
        .filter(
          ({ chat_id, author_id }) =>
            author_id !== viewer && desk.membersOf(chat_id).some(({ user }) => user === viewer),
        )
        .slice(-3),
      a,
    )
    if (message) readChat(desk, viewer, message.chat_id, message.id)
  },
  notification_created: notifyViewer,
  notifications_read: (tab, _a, b) => {
    const mine = tab.desk.notifications.filter(({ user }) => user === viewer)
    const notification = pick(mine.slice(-3), b)
    if (notification) readNotifications(tab.desk, viewer, notification.id)
  },
  notification_read: (tab, a, b, c) => {
    const mine = tab.desk.notifications.filter(({ user }) => user === viewer)
    const notification = pick(a % 4 === 0 ? mine : mine.filter(({ read }) => !read), b)
    if (notification) readNotification(tab.desk, viewer, notification.id)
    else notifyViewer(tab, a, b, c)
  },
  notification_withdrawn: (tab, a, b, c) => {
    const notification = pick(tab.desk.notifications.filter(({ user }) => user === viewer).slice(-3), b)
    if (notification) withdrawNotification(tab.desk, notification)
    else notifyViewer(tab, a, b, c)
  },
  user_created: (tab, a) => createUser(tab.desk, `Dan ${a % 3}`),
  user_changed: (tab, a, b) =>
    changeUser(tab.desk, sure(people, a), b % 2 === 0 ? { name: `Eve ${a % 5}` } : { active: b % 4 === 1 }),
  team_created: (tab, a) => createTeam(tab.desk, `Team ${a % 3}`),
  team_changed: (tab, a, b) => {
    const team = pick([...tab.desk.teams.values()], a)
    if (team)
      changeTeam(tab.desk, team, b % 2 === 0 ? { name: `Crew ${a % 5}` } : { member_ids: people.slice(0, b % 4) })
  },
  canned_reply_changed: ({ desk }, a, b, c) => {
    const shared = [...desk.canned.values()].filter(({ owner_id }) => owner_id === null)
    const before = c > 3 ? pick(shared, a) : undefined
    const isKept = !before || b % 3 > 0
    can(
      desk,
      sure(people, b),
      before,
      isKept ? { name: `Hello ${a % 3}`, shared: b % 5 > 0 } : undefined,
      desk.now(c > 2),
    )
  },
  own_canned_reply_changed: ({ desk }, a, b, c) => {
    const by = c > 5 ? sure(people, b) : viewer
    const own = [...desk.canned.values()].filter(({ owner_id }) => owner_id === by)
    const before = c > 3 ? pick(own, a) : undefined
    const isKept = !before || b % 3 > 0
    can(desk, by, before, isKept ? { name: `Hello ${a % 3}`, shared: b % 4 === 0 } : undefined, desk.now(c > 2))
  },
  view_saved: (tab, a, b, c) => {
    const shared = pick(
      [...tab.desk.views.values()].filter(({ shared }) => shared),
      a,
    )
    const said = { name: `View ${b % 3}`, query: sure(queries, b), shared: true, position: (c % 3) * 1024 }
    if (shared && c > 3) changeView(tab.desk, shared, b % 2 === 0 ? said : { position: said.position })
    else saveView(tab.desk, sure(people, c), said)
  },
  view_deleted: (tab, a, b) => {
    const view = pick(
      [...tab.desk.views.values()].filter(({ shared }) => shared),
      a,
    )
    if (view) return b % 2 === 0 ? deleteView(tab.desk, view) : changeView(tab.desk, view, { shared: false })
  },
  own_view_saved: (tab, a, b, c) => {
    const own = pick(
      [...tab.desk.views.values()].filter(({ shared, owner_id }) => !shared && owner_id === viewer),
      a,
    )
    const said = { name: `Own ${b % 3}`, query: sure(queries, b), shared: false, position: (c % 3) * 1024 }
    if (own && c > 3) changeView(tab.desk, own, b % 2 === 0 ? said : { name: said.name })
    else saveView(tab.desk, viewer, said)
  },
  own_view_deleted: (tab, a, b) => {
    const view = pick(
      [...tab.desk.views.values()].filter(({ shared, owner_id }) => !shared && owner_id === viewer),
      a,
    )
    if (view) return b % 2 === 0 ? deleteView(tab.desk, view) : changeView(tab.desk, view, { shared: true })
  },
} satisfies Record<DurableType, Doing>

/** Something that the person at the tab is told: there is nothing to read before that. */
function notifyViewer(...[tab, a, b, c]: Parameters<Doing>) {
  const ticket = ticketOf(tab, a)
  if (!ticket) return
  changeTicket(tab.desk, sure(people, b), ticket.id, { assigned_to: viewer }, tab.desk.now(false))
  postMessage(tab.desk, sure(people, c), ticket.id, 'reply', `Ping ${c}`, tab.desk.now(false))
}
