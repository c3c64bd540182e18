import { SavedView, SavedViewId, type UserId } from '@livedesk/events'
import { TimeZone } from '@livedesk/queue'
import { MoveView, PatchView, SavedViewList, SaveView } from '@livedesk/resources'
import { z } from 'zod'
import { once } from '../http/once.ts'
import { idFrom } from '../http/parse.ts'
import type { ReadCounted } from '../http/position.ts'
import { type Actor, created, done, get, ok, patch, post, remove } from '../http/route.ts'
import { sendToAgents, sendToUser, type Tx } from '../live/outbox.ts'
import type { Transact } from '../live/transact.ts'
import { Problem } from '../problem.ts'
import { keptQuery } from './saved-query.ts'
import {
  addView,
  deleteView,
  findView,
  holdViews,
  listSavedViews,
  type Shelf,
  shelved,
  writeView,
} from './saved-views.ts'

const ViewAddress = z.object({ viewId: idFrom(SavedViewId) })

// Each is counted for everyone who has it.
const mostOnShelf = 50
const gap = 1024

/** Lists of tickets under names that people gave them. */
export const savedViewRoutes = ({ tx, readCounted }: { readonly tx: Transact; readonly readCounted: ReadCounted }) => [
  get(
    '/saved-views',
    {
      summary: 'Saved views, shared ones first, and how many tickets each shows you',
      query: z.strictObject({ zone: TimeZone.default('UTC') }),
      answers: { 200: SavedViewList },
    },
    async ({ actor, query, response }) =>
      ok({ items: await readCounted(response, (snapshot) => listSavedViews(snapshot, actor.id, query.zone)) }),
  ),

  post(
    '/saved-views',
    {
      summary: 'Save a list under a name',
      body: SaveView,
      answers: { 201: SavedView },
      problems: ['conflict'],
      idempotent: true,
      says: ['view_saved', 'own_view_saved'],
    },
    async ({ actor, body, request }) =>
      created(
        await tx((tx) =>
          once(tx, { actor, body, request }, SavedView, async () => {
            await holdViews(tx)
            const shelf = { shared: body.shared, owner_id: actor.id }
            const position = await lastPlace(tx, shelf)
            await requireName(tx, shelf, body.name)
            const view = await addView(tx, {
              ...shelf,
              name: body.name,
              query: keptQuery(body.query, actor.id),
              position,
            })
            tellSaved(tx, view)
            return view
          }),
        ),
      ),
  ),

  patch(
    '/saved-views/:viewId',
    {
      summary: 'Rename a saved view, change what it shows, share it or keep it to its owner',
      params: ViewAddress,
      body: PatchView,
      answers: { 200: SavedView },
      problems: ['not_found', 'forbidden', 'conflict'],
      says: ['view_saved', 'view_deleted', 'own_view_saved', 'own_view_deleted'],
    },
    async ({ actor, params, body }) =>
      ok(
        await tx(async (tx) => {
          const before = await holdView(tx, params.viewId, actor)
          if (before.version !== body.version)
            throw new Problem('conflict', `${before.name} was changed meanwhile: look again, then change.`)
          const query = body.query === undefined ? before.query : keptQuery(body.query, before.owner_id)
          const wanted = { ...before, name: body.name ?? before.name, query, shared: body.shared ?? before.shared }
          if (wanted.name === before.name && query === before.query && wanted.shared === before.shared) return before

          await requireName(tx, wanted, wanted.name, before.id)
          const moves = wanted.shared !== before.shared
          const after = await writeView(tx, moves ? { ...wanted, position: await lastPlace(tx, wanted) } : wanted)
          if (moves) tellGone(tx, before)
          tellSaved(tx, after)
          return after
        }),
      ),
  ),

  post(
    '/saved-views/:viewId/move',
    {
      summary: 'Put a saved view before another, or last',
      params: ViewAddress,
      body: MoveView,
      answers: { 200: SavedView },
      problems: ['not_found', 'forbidden'],
      says: ['view_saved', 'own_view_saved'],
    },
    async ({ actor, params, body }) =>
      ok(
        await tx(async (tx) => {
          const view = await holdView(tx, params.viewId, actor)
          const shelf = await shelved(tx, view)
          const order = placed(shelf, view, body.before)
          for (const [place, { id }] of order.entries()) {
            const known = shelf.find((other) => other.id === id)
            const position = (place + 1) * gap
            if (known && known.position !== position) tellSaved(tx, await writeView(tx, { ...known, position }))
          }
          return (await findView(tx, view.id)) ?? noView(view.id)
        }),
      ),
  ),

  remove(
    '/saved-views/:viewId',
    {
      summary: 'Delete a saved view',
      params: ViewAddress,
      answers: { 204: null },
      problems: ['not_found', 'forbidden'],
      says: ['view_deleted', 'own_view_deleted'],
    },
    async ({ actor, params }) => {
      await tx(async (tx) => {
        const view = await holdView(tx, params.viewId, actor)
        await deleteView(tx, view.id)
        tellGone(tx, view)
      })
      return done()
    },
  ),
]

/** A view that someone may change. Another's own does not exist for them. */
const holdView = async (tx: Tx, id: SavedViewId, actor: Actor) => {
  await holdViews(tx)
  const view = await findView(tx, id)
  if (!view || !(view.shared || view.owner_id === actor.id)) return noView(id)
  if (view.owner_id === actor.id || actor.role === 'admin') return view
  throw new Problem('forbidden', `Only whoever made ${view.name}, or an admin, may change it.`)
}

const noView = (id: SavedViewId): never => {
  throw new Problem('not_found', `There is no saved view ${id}.`)
}

const requireName = async (tx: Tx, shelf: Shelf, name: string, but?: SavedViewId) => {
  const others = (await shelved(tx, shelf)).filter(({ id }) => id !== but)
  if (others.some((other) => other.name.toLowerCase() === name.toLowerCase()))
    throw new Problem('conflict', `There is a view called ${name} already.`)
}

const lastPlace = async (tx: Tx, shelf: Shelf) => {
  const others = await shelved(tx, shelf)
  if (others.length >= mostOnShelf)
    throw new Problem('conflict', `There may be ${mostOnShelf} views: delete one that nobody needs.`)
  return (others.at(-1)?.position ?? 0) + gap
}

const placed = (shelf: readonly SavedView[], view: SavedView, before: SavedViewId | null) => {
  const others = shelf.filter(({ id }) => id !== view.id)
  const place = before === null ? others.length : others.findIndex(({ id }) => id === before)
  if (place >= 0) return others.toSpliced(place, 0, view)
  throw new Problem('bad_request', 'Views of two kinds do not stand in one order.', {
    errors: { before: 'Choose a view of the same kind.' },
  })
}

const tellSaved = (tx: Tx, view: SavedView) => {
  if (view.shared) sendToAgents(tx, { type: 'view_saved', view })
  else sendToUser(tx, view.owner_id, { type: 'own_view_saved', view })
}

/** Tells those who had a view as it was that they have it no longer. */
const tellGone = (tx: Tx, { id, version, shared, owner_id }: SavedView & { readonly owner_id: UserId }) => {
  const gone = { view_id: id, version: version + 1 }
  if (shared) sendToAgents(tx, { type: 'view_deleted', ...gone })
  else sendToUser(tx, owner_id, { type: 'own_view_deleted', ...gone })
}
