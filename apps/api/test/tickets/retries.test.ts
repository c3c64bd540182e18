import { Ticket } from '@livedesk/events'
import { TicketMessagePage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'
import { ask } from '../person.ts'

const key = (value: string) => ({ headers: { 'Idempotency-Key': value } })
const opening = { title: 'Printer on fire', body: 'It burns.', requester: { name: 'Rosa', email: 'rosa@example.com' } }

test('a retry of a reply is answered the same and says nothing twice', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const ticket = await desk.ticket()
  const post = () => boris.post(`/tickets/${ticket.id}/messages`, { body: 'On it.' }, key('k1'))

  const [first, again] = [await post(), await post()]

  expect(first.status).toBe(201)
  expect(again).toMatchObject({ status: 201, body: first.body })
  expect((await boris.read(`/tickets/${ticket.id}/messages`, TicketMessagePage)).items).toHaveLength(2)
  expect(desk.events?.sentToAgents().map(({ type }) => type)).toEqual(['ticket_created', 'ticket_message_posted'])
})

test('ten retries at once, on two workers, open one ticket', async () => {
  await using desk = await openDesk({ workers: 2 })
  const boris = await desk.agent('Boris')

  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, index) => boris.post('/tickets', opening, { worker: index % 2, ...key('open-it') })),
  )

  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set(answers.map(({ body }) => Ticket.parse(body).id)).size).toBe(1)
  expect(await boris.get('/tickets')).toMatchObject({ body: { total: 1 } })
})

test('a key that comes with another request is refused, and another person’s keys are their own', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [boris, clara] = [await desk.agent('Boris'), await desk.agent('Clara')]
  await boris.do('/tickets', opening, Ticket, key('k'))

  expect(await boris.post('/tickets', { ...opening, title: 'Another' }, key('k'))).toMatchObject({
    status: 422,
    body: { type: '/api/docs#key_reused' },
  })
  const ticket = await clara.do('/tickets', { ...opening, title: 'Another' }, Ticket, key('k'))
  expect(await clara.post(`/tickets/${ticket.id}/messages`, { body: 'Hello' }, key('k'))).toMatchObject({ status: 422 })
})

test('a request that failed can be tried again with its key', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  expect(await boris.post('/tickets', { ...opening, assigned_to: 999 }, key('k'))).toMatchObject({ status: 400 })

  expect(await boris.post('/tickets', opening, key('k'))).toMatchObject({ status: 201 })
})

test('a request that is withdrawn is not done when it comes, on any worker; one that was done is told with its answer', async () => {
  await using desk = await openDesk({ events: recorder(), workers: 2 })
  const [boris, clara] = [await desk.agent('Boris'), await desk.agent('Clara')]
  for (let tries = 0; tries < 2; tries += 1)
    expect(await boris.delete(`/requests/${encodeURIComponent('late?/1')}`)).toMatchObject({ status: 204 })

  expect(await boris.post('/tickets', opening, { worker: 1, ...key('late?/1') })).toMatchObject({
    status: 409,
    body: { type: '/api/docs#withdrawn' },
  })
  const ticket = await clara.do('/tickets', opening, Ticket, key('late?/1'))
  expect(await clara.delete(`/requests/${encodeURIComponent('late?/1')}`, { worker: 1 })).toMatchObject({
    status: 409,
    body: { type: '/api/docs#done_already', answer: { id: ticket.id } },
  })
  expect(await clara.post('/tickets', opening, key('late?/1'))).toMatchObject({ status: 201, body: { id: ticket.id } })
  expect(await boris.get('/tickets')).toMatchObject({ body: { total: 1 } })
  expect(await boris.delete('/requests/two%20words')).toMatchObject({ status: 400 })
})

test('a request and its withdrawal at once: it is either done and told, or never done', async () => {
  await using desk = await openDesk({ events: recorder(), workers: 2 })
  const boris = await desk.agent('Boris')
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, async (_, index) => {
      const [opened, withdrawn] = await Promise.all([
        boris.post('/tickets', opening, { worker: 0, ...key(`race-${index}`) }),
        boris.delete(`/requests/race-${index}`, { worker: 1 }),
      ])
      return `${opened.status} ${withdrawn.status}`
    }),
  )
  const done = outcomes.filter((outcome) => outcome === '201 409')
  expect(outcomes.every((outcome) => outcome === '201 409' || outcome === '409 204')).toBe(true)
  expect(await boris.get('/tickets')).toMatchObject({ body: { total: done.length } })
})

test('a key that is no key is refused', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')

  for (const bad of ['two words', 'x'.repeat(256)]) {
    expect(await boris.post('/tickets', opening, key(bad))).toMatchObject({ status: 400 })
  }
  expect(await ask(`${desk.at(0)}/api/tickets`, 'POST', opening, { 'Idempotency-Key': 'k' })).toMatchObject({
    status: 401,
  })
})
