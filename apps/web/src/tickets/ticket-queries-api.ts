import type { RequesterId, Ticket, TicketId, UserId } from '@livedesk/events'
import { compareBy, type Span, type TicketFilter, type View } from '@livedesk/queue'
import {
  type RequesterList,
  type TagList,
  TicketActivityPage,
  type TicketMessagePage,
  type TicketPage,
  type ViewCounts,
} from '@livedesk/resources'
import { api } from '../server/api.ts'
import { lastRow, live, livePages, type ReadPage, readPage } from '../server/live.ts'
import {
  activityAppliers,
  byAge,
  byRecency,
  conversationAppliers,
  listConcerns,
  onePlaceEach,
  opens,
  requestersAppliers,
  showsAlready,
  tagsAppliers,
  ticketAppliers,
  ticketListAppliers,
  viewCountsAppliers,
} from './tickets-live.ts'

/** Tickets as the desk has them: lists by filter and order, one, and what was said and done about it. */
export const ticketQueriesApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** Pages of a list. Their rows together are the list down to its last loaded row; `total` counts all of it. */
    tickets: build.infiniteQuery<ReadPage<TicketPage>, View, string | null>({
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ next_cursor }) => next_cursor },
      query: ({ queryArg: { filter, sort }, pageParam }) => ({
        url: 'tickets',
        params: listParams(filter, sort, pageParam),
      }),
      transformResponse: readPage<TicketPage>,
      providesTags: ['live', { type: 'tickets', id: 'LIST' }],
      onCacheEntryAdded: livePages({
        appliers: ticketListAppliers,
        order: ({ sort }) => compareBy(sort),
        edge: lastRow,
        settle: onePlaceEach,
        concerns: listConcerns,
        knows: showsAlready,
      }),
    }),

    ticket: build.query<Ticket, TicketId>({
      query: (id) => `tickets/${id}`,
      providesTags: ['live'],
      onCacheEntryAdded: live(ticketAppliers, { revivedBy: opens }),
    }),

    /** Replies and notes, from the first on. */
    conversation: build.infiniteQuery<ReadPage<TicketMessagePage>, TicketId, string | null>({
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ next_cursor }) => next_cursor },
      query: ({ queryArg: id, pageParam }) => ({ url: `tickets/${id}/messages`, params: afterParams(pageParam) }),
      transformResponse: readPage<TicketMessagePage>,
      providesTags: ['live'],
      onCacheEntryAdded: livePages({
        appliers: conversationAppliers,
        order: () => byAge,
        edge: lastRow,
        revivedBy: opens,
      }),
    }),

    /** Who changed what, from the last change back. */
    activity: build.infiniteQuery<ReadPage<TicketActivityPage>, TicketId, string | null>({
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ next_cursor }) => next_cursor },
      query: ({ queryArg: id, pageParam }) => ({
        url: `tickets/${id}/activity`,
        params: historyParams(pageParam),
      }),
      // Entries of kinds that only a newer desk knows are read as such.
      transformResponse: (page: unknown, meta: Parameters<typeof readPage>[1]) =>
        readPage(TicketActivityPage.parse(page), meta),
      providesTags: ['live'],
      onCacheEntryAdded: livePages({
        appliers: activityAppliers,
        order: () => byRecency,
        edge: lastRow,
        revivedBy: opens,
      }),
    }),

    /** How many tickets each view shows this person. */
    viewCounts: build.query<ViewCounts, UserId>({
      query: () => 'views',
      providesTags: ['live'],
      onCacheEntryAdded: live(viewCountsAppliers),
    }),

    /** Requesters by words, or one of them by its id. */
    requesters: build.query<RequesterList, RequestersAsked>({
      query: (asked) => ({
        url: 'requesters',
        params: new URLSearchParams('id' in asked ? { id: `${asked.id}` } : { q: asked.q }),
      }),
      providesTags: ['live'],
      onCacheEntryAdded: live(requestersAppliers),
    }),

    /** Tags in use, most used first. */
    tags: build.query<TagList, void>({
      query: () => 'tags',
      providesTags: ['live'],
      onCacheEntryAdded: live(tagsAppliers),
    }),
  }),
})

/** Whom is asked for: whoever has these words, or one person. */
export type RequestersAsked = { readonly q: string } | { readonly id: RequesterId }

/** A ticket as it is shown somewhere in this tab; undefined if it is nowhere. */
export const shownTicket = (state: ApiState, id: TicketId): Ticket | undefined => {
  const { endpoints, util } = ticketQueriesApi
  const opened = endpoints.ticket.select(id)(state).data
  if (opened) return opened
  const lists = util
    .selectCachedArgsForQuery(state, 'tickets')
    .map((list) => endpoints.tickets.select(list)(state).data?.pages ?? [])
  return lists
    .flat()
    .flatMap(({ items }) => items)
    .find((ticket) => ticket.id === id)
}

type ApiState = Parameters<ReturnType<typeof ticketQueriesApi.endpoints.ticket.select>>[0]

const listParams = (filter: TicketFilter, sort: View['sort'], cursor: string | null) => {
  const params = filterParams(filter)
  params.set('sort', sort)
  if (cursor !== null) params.set('cursor', cursor)
  return params
}

/** A filter as addresses of the API say it. */
export const filterParams = (filter: TicketFilter) => {
  const params = new URLSearchParams()
  if (filter.status) params.set('status', filter.status.join())
  if (filter.priority) params.set('priority', filter.priority.join())
  if (filter.assigned_to) params.set('assigned_to', filter.assigned_to.join())
  if (filter.team_id) params.set('team', filter.team_id.join())
  if (filter.requester_id) params.set('requester', filter.requester_id.join())
  if (filter.created_at) params.set('created', writeSpan(filter.created_at))
  if (filter.updated_at) params.set('updated', writeSpan(filter.updated_at))
  if (filter.tags) params.set('tag', filter.tags.join())
  if (filter.snoozed !== undefined) params.set('snoozed', String(filter.snoozed))
  if (filter.q) params.set('q', filter.q)
  return params
}

const writeSpan = ({ from = '', before = '' }: Span) => `${from}..${before}`

const afterParams = (after: string | null) => new URLSearchParams(after === null ? {} : { after })

const historyParams = (after: string | null) =>
  new URLSearchParams({ sort: '-id', limit: '50', ...(after !== null && { after }) })
