import { NotificationPage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'

test('notifications are one’s own, newest first, page by page', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [boris, clara] = [await desk.agent('Boris'), await desk.agent('Clara')]
  for (const title of ['one', 'two', 'three']) await desk.ticket({ title, assigned_to: boris.id })

  const first = await boris.read('/notifications?limit=2', NotificationPage)
  const second = await boris.read(`/notifications?limit=2&cursor=${first.next_cursor}`, NotificationPage)

  expect([...first.items, ...second.items].map(({ title }) => title)).toEqual(['three', 'two', 'one'])
  expect(first).toMatchObject({ unread_count: 3, items: [{ kind: 'ticket_assigned', read: false }, {}] })
  expect(second.next_cursor).toBeNull()
  expect(await clara.read('/notifications', NotificationPage)).toEqual({
    items: [],
    next_cursor: null,
    unread_count: 0,
  })
})

test('reading up to one marks it and those before it, and tells the other tabs once', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  for (const title of ['one', 'two', 'three']) await desk.ticket({ title, assigned_to: boris.id })
  const [, two] = (await boris.read('/notifications', NotificationPage)).items

  expect(await boris.post('/notifications/read', { up_to: two?.id })).toMatchObject({ status: 204 })
  expect(await boris.post('/notifications/read', { up_to: two?.id })).toMatchObject({ status: 204 })

  expect(await boris.read('/notifications', NotificationPage)).toMatchObject({
    items: [
      { title: 'three', read: false },
      { title: 'two', read: true },
      { title: 'one', read: true },
    ],
    unread_count: 1,
  })
  const said = desk.events?.sentToUser(boris.id).filter(({ type }) => type === 'notifications_read')
  expect(said).toEqual([{ type: 'notifications_read', up_to: two?.id }])
})

test('reading up to the end of time reads up to the newest, so that what comes later is unread', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  await desk.ticket({ assigned_to: boris.id })
  const [newest] = (await boris.read('/notifications', NotificationPage)).items

  await boris.post('/notifications/read', { up_to: Number.MAX_SAFE_INTEGER })

  expect(desk.events?.sentToUser(boris.id)).toContainEqual({ type: 'notifications_read', up_to: newest?.id })
})

test('reading one marks that one alone, tells the other tabs once, and is refused for another’s', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [boris, clara] = [await desk.agent('Boris'), await desk.agent('Clara')]
  for (const title of ['one', 'two', 'three']) await desk.ticket({ title, assigned_to: boris.id })
  const [, two] = (await boris.read('/notifications', NotificationPage)).items

  expect(await boris.post(`/notifications/${two?.id}/read`, {})).toMatchObject({ status: 204 })
  expect(await boris.post(`/notifications/${two?.id}/read`, {})).toMatchObject({ status: 204 })
  expect(await clara.post(`/notifications/${two?.id}/read`, {})).toMatchObject({ status: 404 })

  expect(await boris.read('/notifications', NotificationPage)).toMatchObject({
    items: [
      { title: 'three', read: false },
      { title: 'two', read: true },
      { title: 'one', read: false },
    ],
    unread_count: 2,
  })
  const said = desk.events?.sentToUser(boris.id).filter(({ type }) => type === 'notification_read')
  expect(said).toEqual([{ type: 'notification_read', notification_id: two?.id }])
})
