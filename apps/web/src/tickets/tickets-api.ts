import { type Moment, Ticket, type TicketId, type TicketStatus, type UserId } from '@livedesk/events'
import type { CreateTicket, PostedTicketMessage, PostTicketMessage } from '@livedesk/resources'
import { foretell } from '../server/foretell.ts'
import { inTurn } from '../server/in-turn.ts'
import type { Ask, RequestError } from '../server/request.ts'
import { type Edit, mergeEdit } from './merge-edit.ts'
import { type Act, foreseeChange, foreseeMessage, type Said } from './ticket-forecasts.ts'
import { shownTicket, ticketQueriesApi } from './ticket-queries-api.ts'

/** A thing to do once, however often it is tried: a key made when the person began it. */
type Once = { readonly key: string }

type Watching = { readonly id: TicketId; readonly user_id: UserId; readonly watches: boolean }

/** What is done with tickets. Everything shows at once, and is taken back if the desk does not agree. */
export const ticketsApi = ticketQueriesApi.injectEndpoints({
  endpoints: (build) => ({
    createTicket: build.mutation<Ticket, CreateTicket & Once>({
      query: ({ key, ...body }) => ({ url: 'tickets', method: 'POST', body, key }),
    }),

    /**
     * Changes fields of a ticket as it was seen. What others changed meanwhile stays, and tags merge; only a field that
     * someone gave another value is a conflict (409, with the ticket as it is now).
     */
    patchTicket: build.mutation<Ticket, { readonly ticket: Ticket; readonly edit: Edit }>({
      queryFn: ({ ticket, edit }, _asking, _options, ask) =>
        inTurn(`ticket ${ticket.id}`, () => patch(ask, ticket, edit)),
      onQueryStarted: ({ ticket, edit }, begun) => showChange(begun, ticket, edit),
    }),

    assignTicket: build.mutation<Ticket, { readonly id: TicketId; readonly user_id: UserId | null }>({
      query: ({ id, user_id }) => ({ url: `tickets/${id}/assign`, method: 'POST', body: { user_id } }),
      onQueryStarted: ({ id, user_id }, begun) =>
        showChange(begun, shownTicket(begun.getState(), id), { assigned_to: user_id }),
    }),

    setTicketStatus: build.mutation<Ticket, { readonly id: TicketId; readonly status: TicketStatus }>({
      query: ({ id, status }) => ({ url: `tickets/${id}/status`, method: 'POST', body: { status } }),
      onQueryStarted: ({ id, status }, begun) => showChange(begun, shownTicket(begun.getState(), id), { status }),
    }),

    /** Lets someone follow a ticket, or follow it no more. */
    watchTicket: build.mutation<Ticket, Watching>({
      query: ({ id, user_id, watches }) =>
        watches
          ? { url: `tickets/${id}/watchers`, method: 'POST', body: { user_id } }
          : { url: `tickets/${id}/watchers/${user_id}`, method: 'DELETE' },
      onQueryStarted: ({ id, user_id, watches }, begun) => {
        const ticket = shownTicket(begun.getState(), id)
        const others = (ticket?.watcher_ids ?? []).filter((watcher) => watcher !== user_id)
        const watcher_ids = watches ? [...others, user_id].toSorted((a, b) => a - b) : others
        return showChange(begun, ticket, { watcher_ids })
      },
    }),

    /** Puts a ticket aside until a moment; null brings it back. */
    snoozeTicket: build.mutation<Ticket, { readonly id: TicketId; readonly until: Moment | null }>({
      query: ({ id, until }) => ({ url: `tickets/${id}/snooze`, method: 'POST', body: { until } }),
      onQueryStarted: ({ id, until }, begun) =>
        showChange(begun, shownTicket(begun.getState(), id), { snoozed_until: until }),
    }),

    postTicketMessage: build.mutation<PostedTicketMessage, Said & Once & { readonly id: TicketId }>({
      query: ({ id, key, ...said }) => ({
        url: `tickets/${id}/messages`,
        method: 'POST',
        body: toPost(said),
        key,
      }),
      onQueryStarted: ({ id, ...message }, begun) => {
        const ticket = shownTicket(begun.getState(), id)
        return foretell(begun, (viewer) => ticket && foreseeMessage(ticket, message, viewer))
      },
    }),
  }),
})

export const {
  useTicketsInfiniteQuery,
  useTicketQuery,
  useConversationInfiniteQuery,
  useActivityInfiniteQuery,
  useViewCountsQuery,
  useTagsQuery,
  useCreateTicketMutation,
  usePatchTicketMutation,
  usePostTicketMessageMutation,
  useWatchTicketMutation,
  useSnoozeTicketMutation,
} = ticketsApi

// The body is made of the document by the desk, too.
const toPost = ({ kind, body, content }: Said): PostTicketMessage => ({ kind, ...(content ? { content } : { body }) })

const showChange = (begun: Parameters<typeof foretell<Ticket>>[0], ticket: Ticket | undefined, edit: Act) =>
  foretell(begun, (viewer) => ticket && foreseeChange(ticket, edit, viewer))

const mostTries = 5

type Answer = { readonly data?: unknown; readonly error?: RequestError | undefined }

const patch = async (ask: (what: Ask) => Answer | PromiseLike<Answer>, seen: Ticket, edit: Edit) => {
  let { version } = seen
  let wanted = edit
  for (let tries = 1; ; tries += 1) {
    const { data, error } = await ask({ url: `tickets/${seen.id}`, method: 'PATCH', body: { version, ...wanted } })
    if (!error) return { data: Ticket.parse(data) }
    const current = error.kind === 'problem' && error.status === 409 ? error.data.ticket : undefined
    if (!current || tries === mostTries) return { error }

    const merge = mergeEdit(seen, edit, current)
    if (merge.kind === 'conflict') return { error }
    if (merge.kind === 'done') return { data: current }
    version = current.version
    wanted = merge.edit
  }
}
