import { Ticket } from '@livedesk/events'
import { NotificationPage, PostedTicketMessage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'
import type { Person } from '../person.ts'

const toldTo = async (person: Person) =>
  (await person.read('/notifications', NotificationPage)).items.map(({ kind, what, actor_id }) => ({
    what: what ?? kind,
    actor_id,
  }))

test('whoever is given a ticket, or writes in it, follows it; others follow when they want to', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris, clara] = [await desk.agent('Anna'), await desk.agent('Boris'), await desk.agent('Clara')]
  const ticket = await desk.ticket()

  const given = await anna.assign(ticket, boris)
  const reply = { body: 'Is it still burning?' }
  const answered = await anna.do(`/tickets/${ticket.id}/messages`, reply, PostedTicketMessage)
  const followed = await clara.do(`/tickets/${ticket.id}/watchers`, { user_id: clara.id }, Ticket)
  const left = await boris.delete(`/tickets/${ticket.id}/watchers/${boris.id}`)

  expect(given.watcher_ids).toEqual([boris.id])
  expect(answered.ticket.watcher_ids).toEqual([anna.id, boris.id])
  expect(followed).toMatchObject({ watcher_ids: [anna.id, boris.id, clara.id], updated_at: answered.ticket.updated_at })
  expect(Ticket.parse(left.body)).toMatchObject({ watcher_ids: [anna.id, clara.id], version: followed.version + 1 })
  expect(desk.events?.sentToAgents().at(-1)).toMatchObject({
    type: 'ticket_changed',
    before: { watcher_ids: [anna.id, boris.id, clara.id] },
    activity: [],
  })
})

test('those who follow a ticket are told of replies, notes and new statuses, and nobody of what they did themselves', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const ticket = await desk.ticket()
  for (const watcher of [anna, boris])
    await watcher.do(`/tickets/${ticket.id}/watchers`, { user_id: watcher.id }, Ticket)

  await anna.do(`/tickets/${ticket.id}/messages`, { body: 'On my way.' }, PostedTicketMessage)
  await anna.do(`/tickets/${ticket.id}/status`, { status: 'waiting' }, Ticket)
  await anna.do(`/tickets/${ticket.id}/messages`, { body: 'It stopped.', from: 'requester' }, PostedTicketMessage)

  expect(await toldTo(boris)).toEqual([
    { what: 'ticket_message_posted', actor_id: null },
    { what: 'ticket_status_changed', actor_id: anna.id },
    { what: 'ticket_message_posted', actor_id: anna.id },
  ])
  expect(await toldTo(anna)).toEqual([])
})

test('nobody can be made to follow who is not at the desk', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')
  const ticket = await desk.ticket()

  const answer = await anna.post(`/tickets/${ticket.id}/watchers`, { user_id: 999 })

  expect(answer).toMatchObject({ status: 400, body: { errors: { user_id: expect.any(String) } } })
})
