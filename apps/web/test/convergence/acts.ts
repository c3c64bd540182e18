import { ChatMessageId, NotificationId, type RichText, TicketLinkKind } from '@livedesk/events'
import { chatsApi } from '../../src/chats/chats-api.ts'
import { notificationsApi } from '../../src/notifications/notifications-api.ts'
import { linksApi } from '../../src/tickets/links-api.ts'
import { ticketsApi } from '../../src/tickets/tickets-api.ts'
import { changeFrom, chatOf, type Doing, moments, people, pick, statuses, sure, ticketOf } from './choices.ts'
import { viewer } from './tab.ts'

/** What the person at the tab does. It shows before it is answered. */
export const acts: readonly Doing[] = [
  (tab, a, b) => {
    const ticket = ticketOf(tab, a)
    const shown = ticket && ticketsApi.endpoints.ticket.select(ticket.id)(tab.store.getState()).data
    if (shown)
      void tab.store.dispatch(ticketsApi.endpoints.patchTicket.initiate({ ticket: shown, edit: changeFrom(a, b) }))
  },
  (tab, a, b) => {
    const ticket = ticketOf(tab, a)
    const user_id = sure([null, ...people], b)
    if (ticket) void tab.store.dispatch(ticketsApi.endpoints.assignTicket.initiate({ id: ticket.id, user_id }))
  },
  (tab, a, b) => {
    const ticket = ticketOf(tab, a)
    if (ticket)
      void tab.store.dispatch(
        ticketsApi.endpoints.setTicketStatus.initiate({ id: ticket.id, status: sure(statuses, b) }),
      )
  },
  (tab, a, b) => {
    const ticket = ticketOf(tab, a)
    const watching = { user_id: sure(people, b), watches: b % 2 === 0 }
    if (ticket) void tab.store.dispatch(ticketsApi.endpoints.watchTicket.initiate({ id: ticket.id, ...watching }))
  },
  (tab, a, b) => {
    const ticket = ticketOf(tab, a)
    const other = ticketOf(tab, b)
    if (!ticket || !other || ticket.id === other.id) return
    const link = { id: ticket.id, kind: sure(TicketLinkKind.options, b), ticket_id: other.id }
    if (b % 2 === 0) void tab.store.dispatch(linksApi.endpoints.linkTickets.initiate(link))
    else void tab.store.dispatch(linksApi.endpoints.unlinkTickets.initiate(link))
  },
  (tab, a, b) => {
    const ticket = ticketOf(tab, a)
    const until = sure(moments, b)
    if (ticket) void tab.store.dispatch(ticketsApi.endpoints.snoozeTicket.initiate({ id: ticket.id, until }))
  },
  (tab, a, b) => {
    const ticket = ticketOf(tab, a)
    const message = { kind: 'reply' as const, ...written(`Message ${b % 3}`, b % 2 === 0), key: `${a}.${b}` }
    if (ticket) void tab.store.dispatch(ticketsApi.endpoints.postTicketMessage.initiate({ id: ticket.id, ...message }))
  },
  (tab, a, b) => {
    const chat = chatOf(tab, a)
    if (chat)
      void tab.store.dispatch(
        chatsApi.endpoints.postChatMessage.initiate({ chat_id: chat.id, body: `Word ${b % 3}`, key: `${a}.${b}` }),
      )
  },
  (tab, a, b) => {
    const chat = chatOf(tab, a)
    const message = chat && pick(tab.desk.messagesOf(chat.id), b)
    const message_id = message?.id ?? ChatMessageId.parse(1)
    if (chat) void tab.store.dispatch(chatsApi.endpoints.markChatRead.initiate({ chat_id: chat.id, message_id }))
  },
  (tab, _a, b) => {
    const up_to = pick(tab.desk.notifications, b)?.id ?? NotificationId.parse(1)
    void tab.store.dispatch(notificationsApi.endpoints.markNotificationsRead.initiate({ up_to }))
  },
  (tab, _a, b) => {
    const shown = notificationsApi.endpoints.notifications.select()(tab.store.getState()).data
    const unread = shown?.pages.flatMap(({ items }) => items).filter(({ read }) => !read) ?? []
    const id = pick(unread, b)?.id
    if (id) void tab.store.dispatch(notificationsApi.endpoints.markNotificationRead.initiate(id))
  },
  (tab, a) => {
    const chat = chatOf(tab, a)
    if (chat?.kind === 'ticket')
      void tab.store.dispatch(chatsApi.endpoints.addChatMember.initiate({ chat_id: chat.id, user_id: viewer }))
  },
]

/** A message, as letters or as a document. */
const written = (body: string, isRich: boolean): { readonly body: string; readonly content?: RichText } =>
  isRich ? { body, content: { type: 'doc', content: [{ type: 'paragraph', content: bold(body) }] } } : { body }

const bold = (text: string) => [{ type: 'text' as const, text, marks: [{ type: 'bold' as const }] }]
