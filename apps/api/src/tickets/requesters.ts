import type { Requester, RequesterId } from '@livedesk/events'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema.ts'
import { likePart } from './search-words.ts'

const select = (db: Kysely<Database>) => db.selectFrom('requesters').select(['id', 'name', 'email'])

/** Requesters in whose name or address every word occurs, by name. */
export const findRequesters = (db: Kysely<Database>, words: readonly string[], limit: number): Promise<Requester[]> => {
  let found = select(db)
    .orderBy(sql`fold_case(name)`)
    .orderBy('id')
    .limit(limit)
  for (const word of words) found = found.where(searched, 'like', likePart(word))
  return found.execute()
}

/** These requesters, as far as there are such. */
export const requestersById = (db: Kysely<Database>, ids: readonly RequesterId[]): Promise<Requester[]> =>
  select(db).where('id', 'in', ids).orderBy('id').execute()

// As the index `requesters_search` has it.
const searched = sql<string>`fold_case(name || e'\n' || email)`
