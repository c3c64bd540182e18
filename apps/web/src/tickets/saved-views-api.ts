import type { SavedView, SavedViewId } from '@livedesk/events'
import type { MoveView, PatchView, SavedViewList, SaveView } from '@livedesk/resources'
import { api } from '../server/api.ts'
import { live } from '../server/live.ts'
import { type Counter, savedViewsAppliers } from './saved-views-live.ts'

type OfView = { readonly id: SavedViewId }

/** Lists under the names that people gave them, with how many tickets each shows now. */
export const savedViewsApi = api.injectEndpoints({
  endpoints: (build) => ({
    savedViews: build.query<SavedViewList, Counter>({
      query: ({ calendar: { zone } }) => ({ url: 'saved-views', params: new URLSearchParams({ zone }) }),
      providesTags: ['live'],
      onCacheEntryAdded: live(savedViewsAppliers),
    }),
    saveView: build.mutation<SavedView, SaveView & { readonly key: string }>({
      query: ({ key, ...body }) => ({ url: 'saved-views', method: 'POST', body, key }),
    }),
    patchView: build.mutation<SavedView, PatchView & OfView>({
      query: ({ id, ...body }) => ({ url: `saved-views/${id}`, method: 'PATCH', body }),
    }),
    moveView: build.mutation<SavedView, MoveView & OfView>({
      query: ({ id, ...body }) => ({ url: `saved-views/${id}/move`, method: 'POST', body }),
    }),
    deleteView: build.mutation<void, SavedViewId>({
      query: (id) => ({ url: `saved-views/${id}`, method: 'DELETE' }),
    }),
  }),
})

export const {
  useSavedViewsQuery,
  useSaveViewMutation,
  usePatchViewMutation,
  useMoveViewMutation,
  useDeleteViewMutation,
} = savedViewsApi
