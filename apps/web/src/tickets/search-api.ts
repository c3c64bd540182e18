import type { Ticket } from '@livedesk/events'
import type { TicketFilter } from '@livedesk/queue'
import type { SearchPage } from '@livedesk/resources'
import { skipToken } from '@reduxjs/toolkit/query'
import type { Appliers } from '../server/appliers.ts'
import { irrelevant } from '../server/irrelevant.ts'
import { livePages, type ReadPage, readPage } from '../server/live.ts'
import { filterParams, ticketQueriesApi } from './ticket-queries-api.ts'

/** Words, and the tickets to look for them in. */
export type Question = { readonly q: string; readonly filter: TicketFilter }

/** What a hit shows of its ticket is kept right; which tickets fit best is said for the moment it was asked. */
const renew = (page: SearchPage, { ticket }: { readonly ticket: Ticket }) => {
  const hit = page.items.find((found) => found.ticket.id === ticket.id)
  if (hit && ticket.version > hit.ticket.version) hit.ticket = ticket
}

// Every other event leaves an answer as it was given.
const searchAppliers: Appliers<SearchPage, unknown> = {
  ...irrelevant.tickets,
  ...irrelevant.chats,
  ...irrelevant.notifications,
  ...irrelevant.people,
  ...irrelevant.teams,
  ...irrelevant.canned,
  ...irrelevant.savedViews,
  ticket_status_changed: renew,
  ticket_changed: renew,
  ticket_woke: renew,
  ticket_message_posted: renew,
  ticket_message_taken_back: renew,
}

const searchApi = ticketQueriesApi.injectEndpoints({
  endpoints: (build) => ({
    /** What fits a question best, over tickets and all that was said in them. */
    search: build.infiniteQuery<ReadPage<SearchPage>, Question, string | null>({
      infiniteQueryOptions: { initialPageParam: null, getNextPageParam: ({ next_cursor }) => next_cursor },
      query: ({ queryArg: { q, filter }, pageParam }) => {
        const params = filterParams(filter)
        params.set('q', q)
        if (pageParam !== null) params.set('cursor', pageParam)
        return { url: 'search', params }
      },
      transformResponse: readPage<SearchPage>,
      providesTags: ['live'],
      // Answers to half-typed words are not worth keeping.
      keepUnusedDataFor: 20,
      onCacheEntryAdded: livePages({ appliers: searchAppliers, order: () => () => 0, edge: () => undefined }),
    }),
  }),
})

const { useSearchInfiniteQuery } = searchApi

/** The answer to a question, page by page; nothing is asked while there are no words. */
export const useSearch = (q: string, filter: TicketFilter) => {
  const words = q.trim()
  return useSearchInfiniteQuery(words === '' ? skipToken : { q: words, filter })
}
