import type { CannedReply, CannedReplyId } from '@livedesk/events'
import type { CannedReplyList, CreateCannedReply, PatchCannedReply } from '@livedesk/resources'
import { api } from '../server/api.ts'
import { live } from '../server/live.ts'
import { byName, cannedAppliers } from './canned-live.ts'

/** The desk's canned replies and one's own. */
export const cannedApi = api.injectEndpoints({
  endpoints: (build) => ({
    cannedReplies: build.query<CannedReplyList, void>({
      query: () => 'canned-replies',
      transformResponse: ({ items }: CannedReplyList) => ({ items: items.toSorted(byName) }),
      providesTags: ['live'],
      onCacheEntryAdded: live(cannedAppliers),
    }),
    createCannedReply: build.mutation<CannedReply, CreateCannedReply>({
      query: (body) => ({ url: 'canned-replies', method: 'POST', body }),
    }),
    patchCannedReply: build.mutation<CannedReply, PatchCannedReply & { readonly id: CannedReplyId }>({
      query: ({ id, ...body }) => ({ url: `canned-replies/${id}`, method: 'PATCH', body }),
    }),
    deleteCannedReply: build.mutation<null, CannedReplyId>({
      query: (id) => ({ url: `canned-replies/${id}`, method: 'DELETE' }),
    }),
  }),
})

export const {
  useCannedRepliesQuery,
  useCreateCannedReplyMutation,
  usePatchCannedReplyMutation,
  useDeleteCannedReplyMutation,
} = cannedApi
