import { Ticket } from '@livedesk/events'
import { PostedTicketMessage, TicketMessagePage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'

test('a reply joins the conversation, counts as a change of the ticket, and moves nothing else', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const before = await desk.ticket()

  const { message, ticket } = await boris.do(
    `/tickets/${before.id}/messages`,
    { body: ' Have you tried water? ' },
    PostedTicketMessage,
  )

  expect(message).toMatchObject({
    ticket_id: before.id,
    kind: 'reply',
    author: { kind: 'agent', id: boris.id },
    body: 'Have you tried water?',
  })
  expect(ticket).toEqual({
    ...before,
    watcher_ids: [boris.id],
    version: 2,
    message_count: 2,
    updated_at: message.created_at,
  })
  expect(desk.events).toHaveSentToAgents({
    type: 'ticket_message_posted',
    ticket_id: before.id,
    message,
    version: 2,
    ticket,
    before: { watcher_ids: [], updated_at: before.updated_at },
    activity: [],
  })
})

test('the assignee is notified of what others say, and not of what they say themselves', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const ticket = await desk.ticket({ assigned_to: boris.id })

  await boris.do(`/tickets/${ticket.id}/messages`, { body: 'On it.' }, PostedTicketMessage)
  await anna.do(`/tickets/${ticket.id}/messages`, { kind: 'note', body: 'Mind the stairs.' }, PostedTicketMessage)

  expect(desk.events?.sentToUser(boris.id).slice(2)).toMatchObject([
    {
      type: 'notification_created',
      notification: { kind: 'ticket_message_posted', actor_id: anna.id, ticket_id: ticket.id },
    },
  ])
})

test('a conversation is read from its beginning, a page at a time', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const ticket = await desk.ticket()
  for (const body of ['one', 'two', 'three'])
    await boris.do(`/tickets/${ticket.id}/messages`, { body }, PostedTicketMessage)

  const first = await boris.read(`/tickets/${ticket.id}/messages?limit=2`, TicketMessagePage)
  const second = await boris.read(
    `/tickets/${ticket.id}/messages?limit=2&after=${first.next_cursor}`,
    TicketMessagePage,
  )

  expect([...first.items, ...second.items].map(({ body }) => body)).toEqual(['It burns.', 'one', 'two', 'three'])
  expect(second.next_cursor).toBeNull()
})

test('what many say at once is all there, in one order', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const ticket = await desk.ticket()

  await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      boris.do(`/tickets/${ticket.id}/messages`, { body: `n${index}` }, PostedTicketMessage),
    ),
  )

  const { items } = await boris.read(`/tickets/${ticket.id}/messages`, TicketMessagePage)
  expect(new Set(items.slice(1).map(({ body }) => body)).size).toBe(50)
  expect(items.map(({ created_at }) => created_at)).toEqual(items.map(({ created_at }) => created_at).toSorted())
  expect(await boris.read(`/tickets/${ticket.id}`, Ticket)).toMatchObject({ message_count: 51, version: 51 })
})

test('[D4] a reply of a hundred thousand characters of any alphabet arrives whole', async () => {
  await using desk = await openDesk({ workers: 2 })
  const boris = await desk.agent('Boris')
  const ticket = await desk.ticket()
  const tab = await boris.connect({ worker: 1 })
  const body = 'ж'.repeat(100_000)

  await boris.do(`/tickets/${ticket.id}/messages`, { body }, PostedTicketMessage)

  expect(await tab.next()).toMatchObject({ type: 'ticket_message_posted', message: { body } })
})
