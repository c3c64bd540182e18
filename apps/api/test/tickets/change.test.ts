import { Ticket } from '@livedesk/events'
import { TicketActivityPage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'

test('a history is read from its beginning or from its end, a page at a time', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')
  const { id } = await desk.ticket()
  for (const status of ['waiting', 'resolved', 'closed']) await anna.do(`/tickets/${id}/status`, { status }, Ticket)
  const read = (query: string) => anna.read(`/tickets/${id}/activity?limit=3${query}`, TicketActivityPage)

  const oldest = await read('')
  const newest = await read('&sort=-id')

  expect(oldest.items.map(({ after }) => after)).toEqual([null, 'waiting', 'resolved'])
  expect(newest.items.map(({ after }) => after)).toEqual(['closed', 'resolved', 'waiting'])
  expect((await read(`&after=${oldest.next_cursor}`)).items).toEqual(newest.items.slice(0, 1))
  expect((await read(`&sort=-id&after=${newest.next_cursor}`)).items).toEqual(oldest.items.slice(0, 1))
})

test('a change of several fields is one version, one event and one entry for each field', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')
  const before = await desk.ticket({ tags: ['printer'] })

  const answer = await anna.patch(`/tickets/${before.id}`, {
    version: 1,
    title: 'Printer smokes',
    priority: 'high',
    tags: [],
  })

  const ticket = Ticket.parse(answer.body)
  expect(ticket).toEqual({
    ...before,
    title: 'Printer smokes',
    priority: 'high',
    tags: [],
    version: 2,
    updated_at: ticket.updated_at,
  })
  const { items } = await anna.read(`/tickets/${ticket.id}/activity`, TicketActivityPage)
  expect(desk.events).toHaveSentToAgents({
    type: 'ticket_changed',
    ticket_id: ticket.id,
    changed_by: anna.id,
    version: 2,
    ticket,
    before: { title: 'Printer on fire', priority: 'normal', tags: ['printer'], updated_at: before.updated_at },
    activity: items.slice(1),
  })
  expect(items.slice(1).map(({ actor_id, what, before, after }) => ({ actor_id, what, before, after }))).toEqual([
    { actor_id: anna.id, what: 'title', before: 'Printer on fire', after: 'Printer smokes' },
    { actor_id: anna.id, what: 'priority', before: 'normal', after: 'high' },
    { actor_id: anna.id, what: 'tags', before: ['printer'], after: [] },
  ])
})

test('a change that touches the status is said as a change of status, and as nothing else', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')
  const ticket = await desk.ticket()

  await anna.patch(`/tickets/${ticket.id}`, { version: 1, title: 'Printer is out', status: 'resolved' })

  expect(desk.events).toHaveSentToAgents({ type: 'ticket_status_changed', status: 'resolved', version: 2 })
  expect(desk.events?.sentToAgents().map(({ type }) => type)).toEqual(['ticket_created', 'ticket_status_changed'])
})

test('what is so already changes nothing and is not said', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')
  const ticket = await desk.ticket({ tags: ['printer'] })

  const { title, status, priority, assigned_to, tags } = ticket
  expect(
    await anna.patch(`/tickets/${ticket.id}`, { version: 1, title, status, priority, assigned_to, tags }),
  ).toMatchObject({ body: ticket })
  expect(await anna.post(`/tickets/${ticket.id}/status`, { status })).toMatchObject({ status: 200, body: ticket })
  expect(await anna.post(`/tickets/${ticket.id}/assign`, { user_id: null })).toMatchObject({
    status: 200,
    body: ticket,
  })
  expect(desk.events?.sentToAgents()).toHaveLength(1)
})

test('of two people who change one version, one wins and the other is shown the ticket as it is', async () => {
  await using desk = await openDesk({ workers: 2 })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const ticket = await desk.ticket()

  for (let version = 1; version <= 10; version += 1) {
    const answers = await Promise.all([
      anna.patch(`/tickets/${ticket.id}`, { version, title: `Anna’s ${version}` }, { worker: 0 }),
      boris.patch(`/tickets/${ticket.id}`, { version, title: `Boris’s ${version}` }, { worker: 1 }),
    ])
    const won = answers.find(({ status }) => status === 200)
    const lost = answers.find(({ status }) => status === 409)
    expect(lost?.body).toMatchObject({ type: '/api/docs#conflict', ticket: won?.body })
  }
})

test('two hundred people who set a status at once make one order, in which each change knows the one before it', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')
  const { id } = await desk.ticket()
  const statuses = ['in_progress', 'waiting', 'resolved', 'closed']

  await Promise.all(
    Array.from({ length: 200 }, (_, index) => anna.post(`/tickets/${id}/status`, { status: statuses[index % 4] })),
  )

  const said =
    desk.events
      ?.sentToAgents()
      .filter((event) => event.type === 'ticket_status_changed')
      .toSorted((a, b) => a.version - b.version) ?? []
  expect(said.map(({ version }) => version)).toEqual(said.map((_, index) => index + 2))
  expect(said.map(({ before }) => before.status)).toEqual(['new', ...said.slice(0, -1).map(({ status }) => status)])
  const moments = said.map(({ ticket }) => ticket.updated_at)
  expect(moments).toEqual(moments.toSorted())
  expect(await anna.get(`/tickets/${id}`)).toMatchObject({ body: said.at(-1)?.ticket })
})

test('assigning a new ticket starts it, tells the assignee first, and puts it into their notifications', async () => {
  await using desk = await openDesk({ workers: 1 })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const ticket = await desk.ticket()
  const tab = await boris.connect()

  const after = await anna.assign(ticket, boris)

  expect(after).toMatchObject({ assigned_to: boris.id, status: 'in_progress', version: 2 })
  expect(await tab.next()).toMatchObject({
    type: 'ticket_assigned',
    ticket_id: ticket.id,
    title: ticket.title,
    assigned_by: anna.id,
    version: 2,
  })
  expect(await tab.next()).toMatchObject({
    type: 'ticket_status_changed',
    ticket: after,
    before: { assigned_to: null, status: 'new', updated_at: ticket.updated_at },
  })
  expect(await tab.next()).toMatchObject({
    type: 'notification_created',
    notification: { kind: 'ticket_assigned', ticket_id: ticket.id, actor_id: anna.id, read: false },
  })
})

test('whoever assigns a ticket to themselves hears it on their tabs, and needs no notification', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const ticket = await desk.ticket()

  await boris.assign(ticket, boris)

  expect(desk.events?.sentToUser(boris.id)).toMatchObject([{ type: 'ticket_assigned', assigned_by: boris.id }])
  expect(desk.events).toHaveSentToAgents({ type: 'ticket_status_changed', changed_by: boris.id })
})

test('a status set by hand with the assignee stays as it was set', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const ticket = await desk.ticket()

  expect(
    await boris.patch(`/tickets/${ticket.id}`, { version: 1, assigned_to: boris.id, status: 'new' }),
  ).toMatchObject({
    body: { status: 'new', assigned_to: boris.id },
  })
})

test('a ticket that is taken from someone is nobody’s and keeps its status', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const ticket = await boris.assign(await desk.ticket(), boris)

  expect(await boris.post(`/tickets/${ticket.id}/assign`, { user_id: null })).toMatchObject({
    body: { assigned_to: null, status: 'in_progress', version: 3 },
  })
})

test('a ticket that is not there is not found, whatever is asked of it', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const asked = [
    ['GET', ''],
    ['PATCH', '', { version: 1 }],
    ['POST', '/assign', { user_id: boris.id }],
    ['POST', '/status', { status: 'closed' }],
    ['GET', '/messages'],
    ['POST', '/messages', { body: 'Hello?' }],
    ['GET', '/activity'],
  ] as const

  for (const [method, path, body] of asked) {
    expect(await boris.send(method, `/tickets/999${path}`, body)).toMatchObject({
      status: 404,
      body: { type: '/api/docs#not_found', detail: 'There is no ticket 999.' },
    })
  }
})
