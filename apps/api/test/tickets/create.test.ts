import { Ticket } from '@livedesk/events'
import { TicketActivityPage, TicketMessagePage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'

const opening = {
  title: 'Printer on fire',
  body: 'It burns.',
  requester: { name: 'Rosa Parker', email: 'rosa@example.com' },
}

test('a ticket is opened with its requester, its first message and its chat, and the desk hears of it', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')

  const ticket = await anna.do(
    '/tickets',
    { ...opening, tags: ['printer', 'fire', 'printer'], priority: 'urgent' },
    Ticket,
  )

  expect(ticket).toMatchObject({
    title: 'Printer on fire',
    status: 'new',
    priority: 'urgent',
    assigned_to: null,
    requester: opening.requester,
    tags: ['printer', 'fire'],
    message_count: 1,
    version: 1,
  })
  const { items } = await anna.read(`/tickets/${ticket.id}/messages`, TicketMessagePage)
  expect(items).toEqual([
    expect.objectContaining({
      kind: 'reply',
      author: { kind: 'requester', id: ticket.requester.id },
      body: 'It burns.',
    }),
  ])
  expect(desk.events).toHaveSentToAgents({
    type: 'ticket_created',
    ticket_id: ticket.id,
    ticket,
    ...(items[0] && { opening: items[0] }),
  })
  expect(await anna.read(`/tickets/${ticket.id}`, Ticket)).toEqual(ticket)
  expect(await anna.get(`/chats/${ticket.chat_id}`)).toMatchObject({
    body: { kind: 'ticket', ticket_id: ticket.id, title: 'Printer on fire' },
  })
  expect(await anna.read(`/tickets/${ticket.id}/activity`, TicketActivityPage)).toMatchObject({
    items: [{ what: 'created', actor_id: anna.id, before: null, after: null }],
    next_cursor: null,
  })
})

test('a ticket opened for someone is theirs at once, is being worked on, and they are told', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]

  const ticket = await anna.do('/tickets', { ...opening, assigned_to: boris.id }, Ticket)

  expect(ticket).toMatchObject({ status: 'in_progress', assigned_to: boris.id, version: 1 })
  expect(desk.events).toHaveSentToUser(boris.id, {
    type: 'ticket_assigned',
    ticket_id: ticket.id,
    assigned_by: anna.id,
  })
  expect(desk.events?.sentToUser(boris.id).map(({ type }) => type)).toEqual(['ticket_assigned', 'notification_created'])
})

test('a requester is known by their address, however it is written, also when two tickets come at once', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')

  const tickets = await Promise.all(
    ['rosa@example.com', 'ROSA@example.com', 'Rosa@Example.com'].map((email) =>
      anna.do('/tickets', { ...opening, requester: { name: 'Rosa Parker', email } }, Ticket),
    ),
  )

  expect(new Set(tickets.map(({ requester }) => requester.id)).size).toBe(1)
})

test('what is missing or wrong in a ticket is said by field, and nothing is opened', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')

  const answer = await anna.post('/tickets', {
    title: '  ',
    requester: { name: 'Rosa', email: 'no address' },
    colour: 'red',
  })

  expect(answer).toMatchObject({ status: 400, body: { type: '/api/docs#bad_request' } })
  expect(Object.keys(Object(Object(answer.body).errors)).toSorted()).toEqual([
    'body',
    'colour',
    'requester.email',
    'title',
  ])
  expect(await anna.get('/tickets')).toMatchObject({ body: { items: [], total: 0, next_cursor: null } })
})

test('a ticket cannot be given to someone who is not at the desk', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.admin('Anna'), await desk.agent('Boris')]
  await anna.patch(`/users/${boris.id}`, { version: 1, active: false })

  for (const assigned_to of [999, boris.id]) {
    expect(await anna.post('/tickets', { ...opening, assigned_to })).toMatchObject({
      status: 400,
      body: { errors: { assigned_to: expect.any(String) } },
    })
  }
})
