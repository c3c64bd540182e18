import type { BulkChanged } from '@livedesk/resources'
import { api } from '../server/api.ts'
import type { ManyPage } from './many-run.ts'
import { pageSize } from './many-steps.ts'
import { filterParams } from './ticket-queries-api.ts'

const manyApi = api.injectEndpoints({
  endpoints: (build) => ({
    /** Changes the next tickets of a filter. What it did to screens, the desk says. */
    changeMany: build.mutation<BulkChanged, ManyPage>({
      query: ({ filter, cursor, body, key }) => {
        const params = filterParams(filter)
        params.set('view', 'all')
        params.set('limit', `${pageSize}`)
        if (cursor !== null) params.set('cursor', cursor)
        return { url: `tickets/bulk?${params}`, method: 'POST', body, key }
      },
    }),
  }),
})

export const { useChangeManyMutation } = manyApi
