import { SavedView } from '@livedesk/events'
import { SavedViewList, TicketPage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'

const openViews = async () => {
  const desk = await openDesk({ events: recorder() })
  const [anna, boris, clara] = [await desk.admin('Anna'), await desk.agent('Boris'), await desk.agent('Clara')]
  const names = async (person: typeof anna) =>
    (await person.read('/saved-views', SavedViewList)).items.map(({ name }) => name)
  return { desk, anna, boris, clara, names, [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose]() }
}

test('a saved view counts for each person exactly what its list shows them', async () => {
  await using at = await openViews()
  const { desk, boris, clara } = at
  await desk.ticket({ assigned_to: boris.id, priority: 'urgent', tags: ['red'] })
  await desk.ticket({ assigned_to: boris.id })
  await desk.ticket({ assigned_to: clara.id, priority: 'urgent' })
  await desk.ticket({ tags: ['red', 'blue'] })

  const queries = [
    'view=mine',
    'view=open&assigned_to=me,none',
    'priority=urgent&priority=high&sort=-priority',
    'view=all&tag=red',
    'view=unassigned&created=last-1d',
    'created=before-1d',
    'q=printer',
  ]
  for (const query of queries) await boris.do('/saved-views', { name: query, query, shared: true }, SavedView)

  for (const person of [boris, clara]) {
    for (const { query, count } of (await person.read('/saved-views', SavedViewList)).items)
      expect([query, count]).toEqual([query, (await person.read(`/tickets?${query}`, TicketPage)).total])
  }
})

test('a view is one’s own until it is shared; who has it, hears of it', async () => {
  await using at = await openViews()
  const { desk, boris, clara, names } = at
  const view = await boris.do('/saved-views', { name: 'Burning', query: 'priority=urgent' }, SavedView)
  expect(view).toMatchObject({ owner_id: boris.id, query: 'priority=urgent&view=all', shared: false, version: 1 })
  expect([await names(boris), await names(clara)]).toEqual([['Burning'], []])
  expect(await clara.patch(`/saved-views/${view.id}`, { version: 1, name: 'Mine' })).toMatchObject({ status: 404 })

  const shared = SavedView.parse((await boris.patch(`/saved-views/${view.id}`, { version: 1, shared: true })).body)
  expect(await names(clara)).toEqual(['Burning'])
  expect(await clara.patch(`/saved-views/${view.id}`, { version: 2, name: 'Mine' })).toMatchObject({ status: 403 })
  expect(desk.events).toHaveSentToUser(boris.id, { type: 'own_view_saved', view })
  expect(desk.events).toHaveSentToUser(boris.id, { type: 'own_view_deleted', view_id: view.id, version: 2 })
  expect(desk.events?.sentToAgents()).toEqual([{ type: 'view_saved', view: shared }])

  expect(await boris.patch(`/saved-views/${view.id}`, { version: 1, name: 'Late' })).toMatchObject({ status: 409 })
  await boris.patch(`/saved-views/${view.id}`, { version: 2, shared: false })
  expect([await names(boris), await names(clara)]).toEqual([['Burning'], []])
  expect(desk.events?.sentToAgents().at(-1)).toEqual({ type: 'view_deleted', view_id: view.id, version: 3 })
})

test('an admin looks after shared views, and deletes what nobody needs', async () => {
  await using at = await openViews()
  const { anna, boris, clara, names } = at
  const view = await boris.do('/saved-views', { name: 'Burning', query: 'priority=urgent', shared: true }, SavedView)

  expect(await clara.delete(`/saved-views/${view.id}`)).toMatchObject({ status: 403 })
  expect(await anna.delete(`/saved-views/${view.id}`)).toMatchObject({ status: 204 })
  expect(await names(clara)).toEqual([])
})

test('views stand in the order that they are put in', async () => {
  await using at = await openViews()
  const { boris, names } = at
  const [a, b, c] = [
    await boris.do('/saved-views', { name: 'A', query: '' }, SavedView),
    await boris.do('/saved-views', { name: 'B', query: '' }, SavedView),
    await boris.do('/saved-views', { name: 'C', query: '' }, SavedView),
  ]
  const everyones = await boris.do('/saved-views', { name: 'Everyone', query: '', shared: true }, SavedView)

  await boris.do(`/saved-views/${c.id}/move`, { before: a.id }, SavedView)
  expect(await names(boris)).toEqual(['Everyone', 'C', 'A', 'B'])
  await boris.do(`/saved-views/${a.id}/move`, { before: null }, SavedView)
  expect(await names(boris)).toEqual(['Everyone', 'C', 'B', 'A'])
  expect(await boris.post(`/saved-views/${b.id}/move`, { before: everyones.id })).toMatchObject({ status: 400 })
})

test.for([
  ['limit=3'],
  ['view=nonsense'],
  ['created=soon'],
  ['created=2026-11-01T00:00:00.000Z..'],
  ['view=waiting&status=closed'],
  ['view=mine&assigned_to=none'],
])('what no list could be asked is not saved: %s', async ([query]) => {
  await using at = await openViews()
  expect(await at.boris.post('/saved-views', { name: 'Odd', query })).toMatchObject({ status: 400 })
})

test('two views have two names, however they are written, also when both are saved at once', async () => {
  await using at = await openViews()
  const { boris, clara } = at
  const save = (name: string) => boris.post('/saved-views', { name, query: '' })

  expect(
    (await Promise.all([save('Burning'), save('BURNING')])).map(({ status }) => status).toSorted((a, b) => a - b),
  ).toEqual([201, 409])
  expect(await clara.post('/saved-views', { name: 'burning', query: '' })).toMatchObject({ status: 201 })
})
