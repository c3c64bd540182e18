import { ChatId, TeamId, TicketId, type UserId } from '@livedesk/events'
import { type View, viewFor } from '@livedesk/queue'
import { cannedApi } from '../../src/canned/canned-api.ts'
import { chatsApi } from '../../src/chats/chats-api.ts'
import { notificationsApi } from '../../src/notifications/notifications-api.ts'
import { peopleApi } from '../../src/people/people-api.ts'
import { sessionApi } from '../../src/session/session-api.ts'
import { teamsApi } from '../../src/teams/teams-api.ts'
import { savedViewsApi } from '../../src/tickets/saved-views-api.ts'
import { draftsApi } from '../../src/tickets/drafts-api.ts'
import { ticketsApi } from '../../src/tickets/tickets-api.ts'
import { type Entry, list, single } from './entry.ts'
import { modelDay } from './view-acts.ts'

const { session } = sessionApi.endpoints
const { users } = peopleApi.endpoints
const { tickets, ticket, conversation, activity, viewCounts, tags, requesters } = ticketsApi.endpoints
const { teams } = teamsApi.endpoints
const { cannedReplies } = cannedApi.endpoints
const { savedViews } = savedViewsApi.endpoints
const { drafts } = draftsApi.endpoints
const { chats, chatMessages } = chatsApi.endpoints
const { notifications } = notificationsApi.endpoints

type Endpoints = typeof sessionApi.endpoints &
  typeof peopleApi.endpoints &
  typeof teamsApi.endpoints &
  typeof cannedApi.endpoints &
  typeof savedViewsApi.endpoints &
  typeof ticketsApi.endpoints &
  typeof draftsApi.endpoints &
  typeof chatsApi.endpoints &
  typeof notificationsApi.endpoints

/** Every endpoint that reads what events can change. No event tells of scripts' keys, nor of what a desk is started as. */
export type EntryName = Exclude<
  { [Name in keyof Endpoints]: 'useMutation' extends keyof Endpoints[Name] ? never : Name }[keyof Endpoints],
  'tokens' | 'demo'
>

/** Some entries of every endpoint. An endpoint that is not here does not compile: nothing would hold it to the desk. */
export const entriesFor = (viewer: UserId) =>
  ({
    session: [
      single({
        path: 'session',
        load: (store, how) => store.dispatch(session.initiate(undefined, how)),
        select: (store) => session.select()(store.getState()),
      }),
    ],
    users: [
      single({
        path: 'users',
        load: (store, how) => store.dispatch(users.initiate(undefined, how)),
        select: (store) => users.select()(store.getState()),
      }),
    ],
    teams: [
      single({
        path: 'teams',
        load: (store, how) => store.dispatch(teams.initiate(undefined, how)),
        select: (store) => teams.select()(store.getState()),
      }),
    ],
    cannedReplies: [
      single({
        path: 'canned-replies',
        load: (store, how) => store.dispatch(cannedReplies.initiate(undefined, how)),
        select: (store) => cannedReplies.select()(store.getState()),
      }),
    ],
    savedViews: [
      single({
        path: 'saved-views?zone=UTC',
        load: (store, how) => store.dispatch(savedViews.initiate(counter(viewer), how)),
        select: (store) => savedViews.select(counter(viewer))(store.getState()),
      }),
    ],
    drafts: [
      single({
        path: 'drafts',
        load: (store, how) => store.dispatch(drafts.initiate(undefined, how)),
        select: (store) => drafts.select()(store.getState()),
      }),
    ],
    requesters: [
      single({
        path: 'requesters',
        load: (store, how) => store.dispatch(requesters.initiate({ q: '' }, how)),
        select: (store) => requesters.select({ q: '' })(store.getState()),
      }),
    ],
    tickets: views(viewer).map((view) =>
      list({
        path: `tickets?${paramsOf(view)}`,
        load: (store, how) => store.dispatch(tickets.initiate(view, how)),
        more: (store) => store.dispatch(tickets.initiate(view, { subscribe: false, direction: 'forward' })),
        select: (store) => tickets.select(view)(store.getState()),
        says: { field: 'total', on: 'every' },
      }),
    ),
    ticket: ticketIds(4).map((id) =>
      single({
        path: `tickets/${id}`,
        load: (store, how) => store.dispatch(ticket.initiate(id, how)),
        select: (store) => ticket.select(id)(store.getState()),
      }),
    ),
    conversation: ticketIds(3).map((id) =>
      list({
        path: `tickets/${id}/messages`,
        load: (store, how) => store.dispatch(conversation.initiate(id, how)),
        more: (store) => store.dispatch(conversation.initiate(id, { subscribe: false, direction: 'forward' })),
        select: (store) => conversation.select(id)(store.getState()),
      }),
    ),
    activity: ticketIds(2).map((id) =>
      list({
        path: `tickets/${id}/activity?sort=-id`,
        load: (store, how) => store.dispatch(activity.initiate(id, how)),
        more: (store) => store.dispatch(activity.initiate(id, { subscribe: false, direction: 'forward' })),
        select: (store) => activity.select(id)(store.getState()),
      }),
    ),
    viewCounts: [
      single({
        path: 'views',
        load: (store, how) => store.dispatch(viewCounts.initiate(viewer, how)),
        select: (store) => viewCounts.select(viewer)(store.getState()),
      }),
    ],
    tags: [
      single({
        path: 'tags',
        load: (store, how) => store.dispatch(tags.initiate(undefined, how)),
        select: (store) => tags.select()(store.getState()),
      }),
    ],
    chats: [
      single({
        path: 'chats',
        load: (store, how) => store.dispatch(chats.initiate(viewer, how)),
        select: (store) => chats.select(viewer)(store.getState()),
      }),
    ],
    chatMessages: chatIds(4).map((id) =>
      list({
        path: `chats/${id}/messages`,
        load: (store, how) => store.dispatch(chatMessages.initiate(id, how)),
        more: (store) => store.dispatch(chatMessages.initiate(id, { subscribe: false, direction: 'forward' })),
        select: (store) => chatMessages.select(id)(store.getState()),
        isNewestFirst: true,
      }),
    ),
    notifications: [
      list({
        path: 'notifications',
        load: (store, how) => store.dispatch(notifications.initiate(undefined, how)),
        more: (store) => store.dispatch(notifications.initiate(undefined, { subscribe: false, direction: 'forward' })),
        select: (store) => notifications.select()(store.getState()),
        says: { field: 'unread_count', on: 'first' },
      }),
    ],
  }) satisfies Record<EntryName, readonly Entry[]>

const counter = (viewer: UserId) => ({ viewer, calendar: { zone: 'UTC', today: modelDay } })

const views = (viewer: UserId): View[] => [
  viewFor('mine', viewer),
  viewFor('unassigned', viewer),
  viewFor('open', viewer),
  { filter: {}, sort: '-priority' },
  {
    filter: {
      team_id: [TeamId.parse(1), 'none'],
      updated_at: { from: '2026-01-01T00:01:00.000Z', before: '2026-01-01T00:09:00.000Z' },
    },
    sort: '-updated_at',
  },
  { filter: { tags: ['red'] }, sort: 'updated_at' },
  { filter: { q: 'printer' }, sort: 'created_at' },
]

const paramsOf = ({ filter, sort }: View) =>
  new URLSearchParams({
    sort,
    ...(filter.status && { status: filter.status.join() }),
    ...(filter.assigned_to && { assigned_to: filter.assigned_to.join() }),
    ...(filter.snoozed !== undefined && { snoozed: String(filter.snoozed) }),
    ...(filter.team_id && { team: filter.team_id.join() }),
    ...(filter.updated_at && { updated: `${filter.updated_at.from ?? ''}..${filter.updated_at.before ?? ''}` }),
    ...(filter.tags && { tag: filter.tags.join() }),
    ...(filter.q && { q: filter.q }),
  })

const ticketIds = (count: number) => Array.from({ length: count }, (_, index) => TicketId.parse(index + 1))
const chatIds = (count: number) => Array.from({ length: count }, (_, index) => ChatId.parse(index + 1))
