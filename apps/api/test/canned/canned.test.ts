import { CannedReply } from '@livedesk/events'
import { CannedReplyList } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'

const hello = { name: 'Hello', body: 'Hello {{requester.first_name}}, this is {{agent.name}}.' }

test('one’s own canned replies are one’s own, the desk’s are everyone’s, and whoever may use one hears of it', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const own = await boris.do('/canned-replies', hello, CannedReply)
  const shared = await boris.do('/canned-replies', { ...hello, name: 'Answer', shared: true }, CannedReply)

  expect(await boris.read('/canned-replies', CannedReplyList)).toEqual({ items: [shared, own] })
  expect(await anna.read('/canned-replies', CannedReplyList)).toEqual({ items: [shared] })
  expect(await anna.patch(`/canned-replies/${own.id}`, { version: 1, name: 'Mine' })).toMatchObject({ status: 404 })

  const given = await boris.patch(`/canned-replies/${own.id}`, { version: 1, shared: true })
  expect(given).toMatchObject({ status: 200, body: { owner_id: null, version: 2 } })
  expect(await anna.delete(`/canned-replies/${shared.id}`)).toMatchObject({ status: 204 })
  expect(desk.events?.sentToUser(boris.id)).toMatchObject([
    { type: 'own_canned_reply_changed', canned_reply: own },
    { type: 'own_canned_reply_changed', canned_reply_id: own.id, canned_reply: null },
  ])
  expect(desk.events?.sentToAgents()).toMatchObject([
    { type: 'canned_reply_changed', canned_reply: shared },
    { type: 'canned_reply_changed', canned_reply: given.body },
    { type: 'canned_reply_changed', canned_reply_id: shared.id, version: 2, canned_reply: null },
  ])
})

test('of two who change one at once, the second is told', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const { id } = await boris.do('/canned-replies', { ...hello, shared: true }, CannedReply)

  expect(await anna.patch(`/canned-replies/${id}`, { version: 1, body: 'Hi.' })).toMatchObject({ status: 200 })
  expect(await boris.patch(`/canned-replies/${id}`, { version: 1, body: 'Hey.' })).toMatchObject({ status: 409 })
  expect(await anna.read('/canned-replies', CannedReplyList)).toMatchObject({ items: [{ body: 'Hi.' }] })
})

test('an unknown placeholder is refused, and so is what says and changes nothing', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const wrong = await boris.post('/canned-replies', { name: 'Hello', body: 'Hello {{requester.nmae}}' })

  expect(wrong).toMatchObject({
    status: 400,
    body: { errors: { body: 'There is no placeholder {{requester.nmae}}.' } },
  })
  expect(await boris.post('/canned-replies', { name: 'Nothing' })).toMatchObject({ status: 400 })
  const { id } = await boris.do('/canned-replies', hello, CannedReply)
  expect(await boris.patch(`/canned-replies/${id}`, { version: 1, body: '' })).toMatchObject({ status: 400 })
})
