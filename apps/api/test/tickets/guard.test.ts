import { Ticket } from '@livedesk/events'
import { PostedTicketMessage, TicketMessagePage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'

const opening = 1

test('a reply past what its author has not seen is not posted, and is answered with what is new', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const { id } = await desk.ticket()
  const path = `/tickets/${id}/messages`
  const { message: theirs } = await anna.do(path, { body: 'Try water.' }, PostedTicketMessage)
  const { message: note } = await anna.do(path, { kind: 'note', body: 'Or sand.' }, PostedTicketMessage)

  const refused = await boris.post(path, {
    body: 'Try water!',
    seen_message_id: opening,
    changes: { status: 'resolved' },
  })

  expect(refused).toMatchObject({
    status: 409,
    body: { type: '/api/docs#unseen_messages', unseen: [theirs, note] },
  })
  expect((await boris.read(path, TicketMessagePage)).items).toHaveLength(3)
  expect(await boris.read(`/tickets/${id}`, Ticket)).toMatchObject({ status: 'new', version: 3 })
  expect(await boris.post(path, { body: 'Try water!', seen_message_id: note.id })).toMatchObject({ status: 201 })
})

test('what one said oneself, in another tab, holds nothing back; nor does a script that says nothing of what it saw', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const { id } = await desk.ticket()
  const path = `/tickets/${id}/messages`
  await boris.do(path, { body: 'One.' }, PostedTicketMessage)

  expect(await boris.post(path, { body: 'Two.', seen_message_id: opening })).toMatchObject({ status: 201 })
  expect(await anna.post(path, { body: 'Three.' })).toMatchObject({ status: 201 })
})

test('a reply and the changes that go with it are one act: both happen, or neither', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const before = await desk.ticket({ tags: ['printer', 'vpn'] })
  const path = `/tickets/${before.id}/messages`
  const changes = { status: 'resolved', assigned_to: 'me', add_tags: ['fire'], remove_tags: ['vpn'] }

  const { ticket } = await boris.do(path, { body: 'Out.', seen_message_id: opening, changes }, PostedTicketMessage)

  expect(ticket).toMatchObject({ status: 'resolved', assigned_to: boris.id, tags: ['printer', 'fire'], version: 3 })
  expect(
    desk.events
      ?.sentToAgents()
      .map(({ type }) => type)
      .slice(1),
  ).toEqual(['ticket_message_posted', 'ticket_status_changed'])
  const refused = await boris.post(path, { body: 'For you.', changes: { assigned_to: 999 } })
  expect(refused).toMatchObject({ status: 400 })
  expect(await boris.read(`/tickets/${before.id}`, Ticket)).toEqual(ticket)
})
