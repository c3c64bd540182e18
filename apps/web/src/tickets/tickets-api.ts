import { Moment, Ticket, TicketId, type TicketMessage, type TicketStatus, UserId } from '@livedesk/events'
import { CreateTicket, PostedTicketMessage, type PostTicketMessage } from '@livedesk/resources'
import { z } from 'zod'
import { foretell } from '../server/foretell.ts'
import { inTurn } from '../server/in-turn.ts'
import { answerAs, lasting, type Waits, withdrawRequest } from '../server/lasting.ts'
import type { Answer, AskDesk } from '../server/outbox.ts'
import { problemCode, problemOf } from '../ui/problem-code.ts'
import { Edit, mergeEdit } from './merge-edit.ts'
import { type Act, foreseeChange, foreseeMessage, Said } from './ticket-forecasts.ts'
import { shownTicket, ticketQueriesApi } from './ticket-queries-api.ts'

/** A thing to do once, however often it is tried: a key made when the person began it. */
const Once = z.object({ key: z.string() })

/** A ticket to open. */
export const NewTicket = z.object({ ...CreateTicket.shape, ...Once.shape })
type NewTicket = z.input<typeof NewTicket>

/** An edit, and the ticket as it was when the edit was made. */
export const TicketEdit = z.object({ ticket: Ticket, edit: Edit })
export type TicketEdit = z.output<typeof TicketEdit>

/** Words for a ticket's conversation. */
export const TicketWords = z.object({ ...Said.shape, ...Once.shape, id: TicketId })
export type TicketWords = z.output<typeof TicketWords>

/** Who is to follow a ticket, or is not to any more. */
export const Watching = z.object({ id: TicketId, user_id: UserId, watches: z.boolean() })
export type Watching = z.output<typeof Watching>

/** Until when a ticket is put aside. */
export const Snooze = z.object({ id: TicketId, until: Moment.nullable() })
export type Snooze = z.output<typeof Snooze>

/** What is done with tickets. Everything shows at once, and is taken back if the desk does not agree. */
export const ticketsApi = ticketQueriesApi.injectEndpoints({
  endpoints: (build) => ({
    createTicket: build.mutation<Ticket | Waits, NewTicket>({
      queryFn: lasting({
        name: 'createTicket',
        schema: NewTicket,
        send: ({ key, ...body }, ask) => answerAs(Ticket, ask({ url: 'tickets', method: 'POST', body, key })),
        withdraw: ({ key }, ask) => withdrawRequest(key, ask),
      }),
    }),

    /**
     * Changes fields of a ticket as it was seen. What others changed meanwhile stays, and tags merge; only a field that
     * someone gave another value is a conflict (409, with the ticket as it is now).
     */
    patchTicket: build.mutation<Ticket | Waits, TicketEdit>({
      queryFn: (edited, asking, options, ask) =>
        inTurn(`ticket ${edited.ticket.id}`, () => editLasting(edited, asking, options, ask)),
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
    watchTicket: build.mutation<Ticket | Waits, Watching>({
      queryFn: lasting({
        name: 'watchTicket',
        schema: Watching,
        send: ({ id, user_id, watches }, ask) => {
          const url = `tickets/${id}/watchers`
          const asked = watches
            ? ask({ url, method: 'POST', body: { user_id } })
            : ask({ url: `${url}/${user_id}`, method: 'DELETE' })
          return answerAs(Ticket, asked)
        },
      }),
      onQueryStarted: ({ id, user_id, watches }, begun) => {
        const ticket = shownTicket(begun.getState(), id)
        const others = (ticket?.watcher_ids ?? []).filter((watcher) => watcher !== user_id)
        const watcher_ids = watches ? [...others, user_id].toSorted((a, b) => a - b) : others
        return showChange(begun, ticket, { watcher_ids })
      },
    }),

    /** Puts a ticket aside until a moment; null brings it back. */
    snoozeTicket: build.mutation<Ticket | Waits, Snooze>({
      queryFn: lasting({
        name: 'snoozeTicket',
        schema: Snooze,
        send: ({ id, until }, ask) =>
          answerAs(Ticket, ask({ url: `tickets/${id}/snooze`, method: 'POST', body: { until } })),
      }),
      onQueryStarted: ({ id, until }, begun) =>
        showChange(begun, shownTicket(begun.getState(), id), { snoozed_until: until }),
    }),

    postTicketMessage: build.mutation<PostedTicketMessage | Waits, TicketWords>({
      queryFn: lasting({
        name: 'postTicketMessage',
        schema: TicketWords,
        send: ({ id, key, ...said }, ask) => {
          const asked = ask({ url: `tickets/${id}/messages`, method: 'POST', body: toPost(said), key })
          return answerAs(PostedTicketMessage, asked)
        },
        withdraw: async ({ key }, ask) => {
          const answer = await withdrawRequest(key, ask)
          const posted = PostedTicketMessage.safeParse(problemOf(answer.error)?.answer).data?.message
          if (!posted) return answer
          const url = `tickets/${posted.ticket_id}/messages/${posted.id}`
          const taken = await ask({ url, method: 'DELETE' })
          const code = taken.error && problemCode(taken.error)
          // It may be taken back already; or it is too old, and stays.
          return code === 'not_found' ? gone : code === 'conflict' ? answer : taken
        },
      }),
      onQueryStarted: ({ id, ...message }, begun) => {
        const ticket = shownTicket(begun.getState(), id)
        return foretell(begun, (viewer) => ticket && foreseeMessage(ticket, message, viewer))
      },
    }),

    /** Takes back what was sent a moment ago. What it did to screens, the desk says. */
    takeBackMessage: build.mutation<PostedTicketMessage, Pick<TicketMessage, 'ticket_id' | 'id'>>({
      query: ({ ticket_id, id }) => ({ url: `tickets/${ticket_id}/messages/${id}`, method: 'DELETE' }),
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
  useRequestersQuery,
  useCreateTicketMutation,
  usePatchTicketMutation,
  usePostTicketMessageMutation,
  useTakeBackMessageMutation,
  useWatchTicketMutation,
  useSnoozeTicketMutation,
} = ticketsApi

const gone: Answer<null> = { data: null }

// The body is made of the document by the desk, too.
const toPost = ({ body, content, attachments, ...said }: Said): PostTicketMessage => ({
  ...said,
  ...(content ? { content } : body.trim() !== '' && { body }),
  ...(attachments && { attachment_ids: attachments.map(({ id }) => id) }),
})

/** Shows a change at once, until the desk has agreed to it or not. */
export const showChange = (begun: Parameters<typeof foretell<Ticket>>[0], ticket: Ticket | undefined, edit: Act) =>
  foretell(begun, (viewer) => ticket && foreseeChange(ticket, edit, viewer))

const editLasting = lasting({
  name: 'patchTicket',
  schema: TicketEdit,
  send: ({ ticket, edit }, ask) => patch(ask, ticket, edit),
})

const mostTries = 5

const patch = async (ask: AskDesk, seen: Ticket, edit: Edit): Promise<Answer<Ticket>> => {
  let { version } = seen
  let wanted = edit
  for (let tries = 1; ; tries += 1) {
    const body = { version, ...wanted }
    const answer = await answerAs(Ticket, ask({ url: `tickets/${seen.id}`, method: 'PATCH', body }))
    const { error } = answer
    if (!error) return answer
    const current = error.kind === 'problem' && error.status === 409 ? error.data.ticket : undefined
    if (!current || tries === mostTries) return { error }

    const merge = mergeEdit(seen, edit, current)
    if (merge.kind === 'conflict') return { error }
    if (merge.kind === 'done') return { data: current }
    version = current.version
    wanted = merge.edit
  }
}
