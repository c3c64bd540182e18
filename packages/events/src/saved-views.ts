import { z } from 'zod'
import { durable } from './define.ts'
import { SavedViewId, UserId } from './ids.ts'

/**
 * A list of tickets that someone gave a name: `query` is what `GET /api/tickets` is asked for it. Everyone at the desk has
 * the shared ones; of the others, each person has their own. They stand in the order of their `position`.
 */
export const SavedView = z.object({
  id: SavedViewId,
  owner_id: UserId,
  name: z.string().min(1).max(60),
  query: z.string().max(2000),
  shared: z.boolean(),
  position: z.int(),
  version: z.int().positive(),
})
export type SavedView = z.output<typeof SavedView>

const gone = { view_id: SavedViewId, version: z.int().positive() }

/** A shared view was made or changed, or one that was someone's own is shared now. */
export const ViewSaved = durable('view_saved', 'agents', { view: SavedView })

/** A shared view was deleted, or is its owner's own now. `version` is what it would have been, or is. */
export const ViewDeleted = durable('view_deleted', 'agents', gone)

/** Said to its owner: their own view was made or changed, or what was shared is theirs alone now. */
export const OwnViewSaved = durable('own_view_saved', 'user', { view: SavedView })

/** Said to its owner: their own view was deleted, or is shared now. */
export const OwnViewDeleted = durable('own_view_deleted', 'user', gone)

/** The events of this file, by wire name. */
export const savedViewEvents = {
  view_saved: ViewSaved,
  view_deleted: ViewDeleted,
  own_view_saved: OwnViewSaved,
  own_view_deleted: OwnViewDeleted,
}
