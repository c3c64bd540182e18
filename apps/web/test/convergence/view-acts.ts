import { type SavedView, SavedViewId, type UserId } from '@livedesk/events'
import type { SavedViewList } from '@livedesk/resources'
import { matches } from '@livedesk/queue'
import { listOfSaved } from '../../src/tickets/saved-address.ts'
import type { Desk } from './desk.ts'

type Saving = Pick<SavedView, 'name' | 'query' | 'shared' | 'position'>

/** The views that a model's desk may be asked to keep. */
export const queries = ['view=open&assigned_to=me', 'view=all&tag=red', 'view=all&updated=last-1d', 'view=snoozed']

const tell = (desk: Desk, view: SavedView) => {
  const held = [`view ${view.id}`]
  if (view.shared) desk.say('agents', { type: 'view_saved', view }, held)
  else desk.say({ user: view.owner_id }, { type: 'own_view_saved', view }, held)
}

const tellGone = (desk: Desk, { id, shared, owner_id, version }: SavedView) => {
  const gone = { view_id: id, version: version + 1 }
  if (shared) desk.say('agents', { type: 'view_deleted', ...gone }, [`view ${id}`])
  else desk.say({ user: owner_id }, { type: 'own_view_deleted', ...gone }, [`view ${id}`])
}

export const saveView = (desk: Desk, by: UserId, saving: Saving) => {
  const view = { ...saving, id: SavedViewId.parse(desk.nextId()), owner_id: by, version: 1 }
  desk.views.set(view.id, view)
  tell(desk, view)
}

export const changeView = (desk: Desk, before: SavedView, change: Partial<Saving>) => {
  const view = { ...before, ...change, version: before.version + 1 }
  desk.views.set(view.id, view)
  if (view.shared !== before.shared) tellGone(desk, before)
  tell(desk, view)
}

export const deleteView = (desk: Desk, view: SavedView) => {
  desk.views.delete(view.id)
  tellGone(desk, view)
}

/** The views that someone has, in their order, each with how many tickets it shows them. */
export const savedViewsOf = (desk: Desk, viewer: UserId, zone: string): SavedViewList => ({
  items: [...desk.views.values()]
    .filter(({ shared, owner_id }) => shared || owner_id === viewer)
    .toSorted((a, b) => Number(b.shared) - Number(a.shared) || a.position - b.position || a.id - b.id)
    .map((view) => {
      const { filter } = listOfSaved(view.query, viewer, { zone, today: modelDay })
      return { ...view, count: [...desk.tickets.values()].filter((ticket) => matches(filter, ticket)).length }
    }),
})

/** The day that it is at the model's desk. */
export const modelDay = '2026-01-01'
