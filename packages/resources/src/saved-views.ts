import { SavedView, SavedViewId } from '@livedesk/events'
import { z } from 'zod'

/** `GET /api/saved-views`: those that everyone has, then one's own, each with how many tickets it shows the asker. */
export const SavedViewList = z.object({
  items: z.array(SavedView.extend({ count: z.int().nonnegative() })),
})
export type SavedViewList = z.output<typeof SavedViewList>
export type CountedView = SavedViewList['items'][number]

const Name = z.string().trim().min(1).max(60)
const Query = z.string().max(2000)

/**
 * `POST /api/saved-views`. `query` is what `GET /api/tickets` is asked, such as `view=open&priority=urgent&created=last-7d`:
 * its view, filters, words and order. Whoever may see tickets may share a view.
 */
export const SaveView = z.strictObject({ name: Name, query: Query, shared: z.boolean().default(false) })
export type SaveView = z.input<typeof SaveView>

/** `PATCH /api/saved-views/:id`: one's own, or a shared one that one made (admins: any). 409 when it was changed meanwhile. */
export const PatchView = z
  .strictObject({ version: z.int().positive(), name: Name, query: Query, shared: z.boolean() })
  .partial()
  .required({ version: true })
export type PatchView = z.output<typeof PatchView>

/** `POST /api/saved-views/:id/move`: puts it before another of its kind, or last. */
export const MoveView = z.strictObject({ before: SavedViewId.nullable() })
export type MoveView = z.output<typeof MoveView>
