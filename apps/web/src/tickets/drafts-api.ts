import type { TicketDraft, TicketId, TicketMessageKind } from '@livedesk/events'
import type { PutTicketDraft, TicketDraftList } from '@livedesk/resources'
import { api } from '../server/api.ts'
import type { Appliers } from '../server/appliers.ts'
import { irrelevant } from '../server/irrelevant.ts'
import { live } from '../server/live.ts'

type DraftOf = { readonly ticket_id: TicketId; readonly kind: TicketMessageKind }

const draftsAppliers: Appliers<TicketDraftList, void> = {
  ...irrelevant.tickets,
  ...irrelevant.chats,
  ...irrelevant.notifications,
  ...irrelevant.people,
  ...irrelevant.teams,
  ...irrelevant.canned,
  ...irrelevant.savedViews,
  ticket_draft_changed: (list, { ticket_id, kind, version, draft }) => {
    const known = draftIn(list.items, { ticket_id, kind })
    if (known && known.version >= version) return
    const others = list.items.filter((one) => one !== known)
    list.items = draft ? [...others, draft].toSorted(byTicket) : others
  },
}

/** What a person has written on tickets and not sent, as the desk keeps it. */
export const draftsApi = api.injectEndpoints({
  endpoints: (build) => ({
    drafts: build.query<TicketDraftList, void>({
      query: () => 'drafts',
      transformResponse: ({ items }: TicketDraftList) => ({ items: items.toSorted(byTicket) }),
      providesTags: ['live'],
      onCacheEntryAdded: live(draftsAppliers),
    }),
    putDraft: build.mutation<TicketDraft, DraftOf & PutTicketDraft>({
      query: ({ ticket_id, kind, ...body }) => ({ url: `tickets/${ticket_id}/drafts/${kind}`, method: 'PUT', body }),
    }),
    deleteDraft: build.mutation<null, DraftOf & Pick<TicketDraft, 'version'>>({
      query: ({ ticket_id, kind, version }) => ({
        url: `tickets/${ticket_id}/drafts/${kind}?version=${version}`,
        method: 'DELETE',
      }),
    }),
  }),
})

export const { useDraftsQuery, usePutDraftMutation, useDeleteDraftMutation } = draftsApi

/** The draft of one thing, among all. */
export const draftIn = (drafts: readonly TicketDraft[], { ticket_id, kind }: DraftOf) =>
  drafts.find((one) => one.ticket_id === ticket_id && one.kind === kind)

const byTicket = (a: TicketDraft, b: TicketDraft) =>
  a.ticket_id - b.ticket_id || Number(a.kind === 'note') - Number(b.kind === 'note')
