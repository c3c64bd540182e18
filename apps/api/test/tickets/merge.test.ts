import { Ticket } from '@livedesk/events'
import { PostedTicketMessage, TicketActivityPage, TicketMessagePage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'

const inAYear = () => new Date(Date.now() + 300 * 24 * 60 * 60 * 1000).toISOString()

test('a duplicate is closed and goes on in another ticket; undone, it is exactly as it was', async () => {
  const events = recorder()
  await using desk = await openDesk({ events })
  const anna = await desk.agent('Anna')
  const [target, duplicate] = [await desk.ticket(), await desk.ticket()]
  await anna.do(`/tickets/${duplicate.id}/status`, { status: 'waiting' }, Ticket)
  const before = await anna.do(`/tickets/${duplicate.id}/snooze`, { until: inAYear() }, Ticket)

  const merged = await anna.do(`/tickets/${duplicate.id}/merge`, { into: target.id }, Ticket)

  expect(merged).toMatchObject({ status: 'closed', snoozed_until: null, merged_into: target.id })
  expect(await anna.read(`/tickets/${target.id}`, Ticket)).toMatchObject({ took_in: [duplicate.id], status: 'new' })
  expect(events.sentToAgents().slice(-2)).toMatchObject([
    { type: 'ticket_status_changed', ticket_id: duplicate.id, before: { status: 'waiting', merged_into: null } },
    { type: 'ticket_changed', ticket_id: target.id, activity: [{ what: 'took_in', after: duplicate.id }] },
  ])
  const { items } = await anna.read(`/tickets/${duplicate.id}/messages`, TicketMessagePage)
  expect(items).toHaveLength(1)

  const undone = Ticket.parse((await anna.delete(`/tickets/${duplicate.id}/merge`)).body)

  const { version, updated_at, ...rest } = before
  expect(undone).toMatchObject(rest)
  expect(undone.version).toBe(version + 2)
  expect(undone.updated_at >= updated_at).toBe(true)
  expect(await anna.read(`/tickets/${target.id}`, Ticket)).toMatchObject({ took_in: [] })
  expect((await anna.read(`/tickets/${target.id}/activity?sort=-id&limit=1`, TicketActivityPage)).items).toMatchObject([
    { what: 'took_in', before: duplicate.id, after: null },
  ])
})

test('what is answered to a duplicate: a colleague is shown the way, the requester’s words go there by themselves', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')
  const max = { name: 'Max Weber', email: 'max@example.com' }
  const [last, target, duplicate] = [await desk.ticket(), await desk.ticket(), await desk.ticket({ requester: max })]
  await anna.do(`/tickets/${duplicate.id}/merge`, { into: target.id }, Ticket)
  await anna.do(`/tickets/${target.id}/merge`, { into: last.id }, Ticket)

  const refused = await anna.post(`/tickets/${duplicate.id}/messages`, { body: 'On my way.' })
  const answer = { body: 'It burns again.', from: 'requester' }
  const posted = await anna.do(`/tickets/${duplicate.id}/messages`, answer, PostedTicketMessage)

  expect(refused).toMatchObject({ status: 409, body: { ticket: { merged_into: target.id } } })
  expect(posted).toMatchObject({
    message: { ticket_id: last.id, author: { kind: 'requester', id: duplicate.requester.id } },
    ticket: { id: last.id, message_count: 2 },
  })
})

test('a duplicate stays closed until it is taken out, is merged once, and never into itself or into a duplicate', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')
  const [target, duplicate, other] = [await desk.ticket(), await desk.ticket(), await desk.ticket()]
  await anna.do(`/tickets/${duplicate.id}/merge`, { into: target.id }, Ticket)

  expect((await anna.post(`/tickets/${duplicate.id}/status`, { status: 'new' })).status).toBe(409)
  expect((await anna.post(`/tickets/${duplicate.id}/merge`, { into: other.id })).status).toBe(409)
  expect((await anna.post(`/tickets/${duplicate.id}/merge`, { into: target.id })).status).toBe(200)
  for (const into of [other.id, duplicate.id, 999])
    expect(await anna.post(`/tickets/${other.id}/merge`, { into })).toMatchObject({
      status: 400,
      body: { errors: { into: expect.any(String) } },
    })
  expect((await anna.post(`/tickets/${other.id}/merge`, { into: target.id })).status).toBe(200)
  expect(await anna.read(`/tickets/${target.id}`, Ticket)).toMatchObject({ took_in: [duplicate.id, other.id] })
})

test('of two who merge two tickets into each other at once, one is first', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const [one, other] = [await desk.ticket(), await desk.ticket()]

  const answers = await Promise.all([
    anna.post(`/tickets/${one.id}/merge`, { into: other.id }),
    boris.post(`/tickets/${other.id}/merge`, { into: one.id }),
  ])

  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 400])
})
