import type { Ticket, TicketId } from '@livedesk/events'
import type { LinkTicket, MergeTicket } from '@livedesk/resources'
import { shownTicket } from './ticket-queries-api.ts'
import { showChange, ticketsApi } from './tickets-api.ts'

/** What is said of two tickets at once. */
export const linksApi = ticketsApi.injectEndpoints({
  endpoints: (build) => ({
    /** Says what two tickets have to do with each other. */
    linkTickets: build.mutation<Ticket, LinkTicket & { readonly id: TicketId }>({
      query: ({ id, ...link }) => ({ url: `tickets/${id}/links`, method: 'POST', body: link }),
      onQueryStarted: ({ id, ...link }, begun) => {
        const ticket = shownTicket(begun.getState(), id)
        return showChange(begun, ticket, { links: [...linksBut(ticket, link.ticket_id), link] })
      },
    }),

    unlinkTickets: build.mutation<Ticket, { readonly id: TicketId; readonly ticket_id: TicketId }>({
      query: ({ id, ticket_id }) => ({ url: `tickets/${id}/links/${ticket_id}`, method: 'DELETE' }),
      onQueryStarted: ({ id, ticket_id }, begun) => {
        const ticket = shownTicket(begun.getState(), id)
        return showChange(begun, ticket, { links: linksBut(ticket, ticket_id) })
      },
    }),

    /** Closes a ticket as a duplicate of another. It shows when the desk has done it: two tickets change together. */
    mergeTicket: build.mutation<Ticket, MergeTicket & { readonly id: TicketId }>({
      query: ({ id, into }) => ({ url: `tickets/${id}/merge`, method: 'POST', body: { into } }),
    }),

    unmergeTicket: build.mutation<Ticket, TicketId>({
      query: (id) => ({ url: `tickets/${id}/merge`, method: 'DELETE' }),
    }),
  }),
})

export const { useLinkTicketsMutation, useUnlinkTicketsMutation, useMergeTicketMutation, useUnmergeTicketMutation } =
  linksApi

const linksBut = (ticket: Ticket | undefined, other: TicketId) =>
  (ticket?.links ?? []).filter(({ ticket_id }) => ticket_id !== other)
