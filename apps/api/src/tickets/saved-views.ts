import type { SavedView, SavedViewId, UserId } from '@livedesk/events'
import type { CountedView } from '@livedesk/resources'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { Tx } from '../live/outbox.ts'
import { countTickets } from './count.ts'
import { savedFilters } from './saved-query.ts'

const select = (db: Kysely<Database>) =>
  db.selectFrom('saved_views').select(['id', 'owner_id', 'name', 'query', 'shared', 'position', 'version'])

/** Whose views stand together, and are ordered and named apart: everyone's, or one person's own. */
export type Shelf = Pick<SavedView, 'shared' | 'owner_id'>

/** Those that everyone has, then the viewer's own, and how many tickets each shows them. Read it in one snapshot. */
export const listSavedViews = async (snapshot: Tx, viewer: UserId, zone: string): Promise<CountedView[]> => {
  const views = await select(snapshot)
    .where((row) => row.or([row('shared', '=', true), row('owner_id', '=', viewer)]))
    .orderBy('shared', 'desc')
    .orderBy('position')
    .orderBy('id')
    .execute()
  const counted = []
  for (const view of views)
    counted.push({ ...view, count: await countTickets(snapshot, savedFilters(view.query, viewer, zone)) })
  return counted
}

/** Lets nobody else write views until the transaction ends: names, places and how many there may be are looked at before. */
export const holdViews = (tx: Tx) => sql`lock table saved_views in share row exclusive mode`.execute(tx)

export const findView = (tx: Tx, id: SavedViewId): Promise<SavedView | undefined> =>
  select(tx).where('id', '=', id).executeTakeFirst()

/** The views of a shelf, in their order. */
export const shelved = (tx: Tx, { shared, owner_id }: Shelf): Promise<SavedView[]> => {
  const all = select(tx).where('shared', '=', shared).orderBy('position').orderBy('id')
  return (shared ? all : all.where('owner_id', '=', owner_id)).execute()
}

export const addView = (tx: Tx, view: Omit<SavedView, 'id' | 'version'>): Promise<SavedView> =>
  tx
    .insertInto('saved_views')
    .values(view)
    .returning(['id', 'owner_id', 'name', 'query', 'shared', 'position', 'version'])
    .executeTakeFirstOrThrow()

/** Writes a view, and gives it as it is then. */
export const writeView = (tx: Tx, { id, name, query, shared, position }: SavedView): Promise<SavedView> =>
  tx
    .updateTable('saved_views')
    .set({ name, query, shared, position, version: sql`version + 1` })
    .where('id', '=', id)
    .returning(['id', 'owner_id', 'name', 'query', 'shared', 'position', 'version'])
    .executeTakeFirstOrThrow()

export const deleteView = (tx: Tx, id: SavedViewId) => tx.deleteFrom('saved_views').where('id', '=', id).execute()
