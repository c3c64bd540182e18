import { SearchPage } from '@livedesk/resources'
import type { Db } from '../db/pool.ts'
import { get, ok } from '../http/route.ts'
import { search, SearchQuery } from './search.ts'

/** One answer over tickets and all that was said in them. */
export const searchRoutes = ({ db }: { readonly db: Db }) => [
  get(
    '/search',
    {
      summary: 'Tickets and messages that fit best: by stems in English and Russian, by parts, by number',
      query: SearchQuery,
      answers: { 200: SearchPage },
    },
    async ({ actor, query }) =>
      ok(
        await db
          .transaction()
          .setIsolationLevel('repeatable read')
          .setAccessMode('read only')
          .execute((snapshot) => search(snapshot, actor.id, query)),
      ),
  ),
]
