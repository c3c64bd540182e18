import { Ticket } from '@livedesk/events'
import { PostedTicketMessage, TicketActivityPage, TicketPage, ViewCounts } from '@livedesk/resources'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openTransact } from '../../src/live/transact.ts'
import { notify } from '../../src/notifications/queries.ts'
import { wakeNext } from '../../src/tickets/wake.ts'
import { openDesk, recorder } from '../desk.ts'

const inAYear = () => new Date(Date.now() + 300 * 24 * 60 * 60 * 1000).toISOString()
const soon = () => new Date(Date.now() + 1500).toISOString()

test('a ticket that is put aside leaves the open views, and is found among those that are', async () => {
  await using desk = await openDesk()
  const anna = await desk.agent('Anna')
  const ticket = await desk.ticket()
  const until = inAYear()

  const aside = await anna.do(`/tickets/${ticket.id}/snooze`, { until }, Ticket)

  expect(aside).toMatchObject({ snoozed_until: until, version: 2, status: 'new' })
  expect((await anna.read('/views', ViewCounts)).counts).toMatchObject({ open: 0, unassigned: 0, snoozed: 1, all: 1 })
  expect(await anna.get('/tickets?view=snoozed')).toMatchObject({ body: { items: [{ id: ticket.id }], total: 1 } })
  expect(await anna.get('/tickets?snoozed=false')).toMatchObject({ body: { total: 0 } })
  const back = await anna.do(`/tickets/${ticket.id}/snooze`, { until: null }, Ticket)
  expect(back.snoozed_until).toBeNull()
  expect((await anna.read('/views', ViewCounts)).counts).toMatchObject({ open: 1, snoozed: 0 })
})

test('its time come, each ticket is back once, however many workers look, and those who follow it are told', async () => {
  await using desk = await openDesk({ workers: 2 })
  const anna = await desk.agent('Anna')
  const tickets = [await desk.ticket(), await desk.ticket(), await desk.ticket()]
  const tab = await anna.connect({ worker: 1 })
  for (const { id } of tickets) {
    await anna.do(`/tickets/${id}/watchers`, { user_id: anna.id }, Ticket)
    await anna.do(`/tickets/${id}/snooze`, { until: soon() }, Ticket)
  }

  for (const _ of tickets) expect(await tab.until('ticket_woke')).toMatchObject({ ticket: { snoozed_until: null } })
  await desk.ticket({ title: 'The end' })
  await tab.until('ticket_created')

  const woken = tab.received.filter(({ type }) => type === 'ticket_woke').map((frame) => frame['ticket_id'])
  expect(woken).toHaveLength(tickets.length)
  expect(new Set(woken)).toEqual(new Set(tickets.map(({ id }) => id)))
  expect(tab.received.filter(({ type }) => type === 'notification_created')).toHaveLength(tickets.length)
  for (const { id } of tickets) {
    const { items } = await anna.read(`/tickets/${id}/activity?sort=-id&limit=1`, TicketActivityPage)
    expect(items).toMatchObject([{ what: 'snoozed_until', actor_id: null, after: null }])
  }
})

test('what is due is had by one worker alone: each ticket is woken once, by however many who look at the same moment', async () => {
  const events = recorder()
  await using desk = await openDesk({ events })
  const anna = await desk.agent('Anna')
  const tickets = await Promise.all(Array.from({ length: 6 }, () => desk.ticket()))
  for (const { id } of tickets) await anna.do(`/tickets/${id}/watchers`, { user_id: anna.id }, Ticket)
  await sql`update tickets set snoozed_until = now() - interval '1 minute'`.execute(desk.db)
  const worker = { tx: openTransact(desk.db, events), notify }

  const rounds = await Promise.all(
    Array.from({ length: 10 }, async () => {
      let woken = 0
      while (await wakeNext(worker)) woken += 1
      return woken
    }),
  )

  expect(rounds.reduce((all, woken) => all + woken, 0)).toBe(tickets.length)
  const said = events.sentToAgents().filter(({ type }) => type === 'ticket_woke')
  const woken = said.map((event) => 'ticket_id' in event && event.ticket_id)
  expect(woken).toHaveLength(tickets.length)
  expect(new Set(woken)).toEqual(new Set(tickets.map(({ id }) => id)))
  expect(events.sentToUser(anna.id).filter(({ type }) => type === 'notification_created')).toHaveLength(tickets.length)
  expect(await anna.get('/tickets?snoozed=true')).toMatchObject({ body: { total: 0 } })
})

test('lists and counters agree while tickets are being put aside and brought back', async () => {
  await using desk = await openDesk()
  const anna = await desk.agent('Anna')
  const tickets = await Promise.all(Array.from({ length: 6 }, () => desk.ticket()))
  const move = async ({ id }: Ticket) => {
    for (let turn = 0; turn < 10; turn += 1)
      await anna.do(`/tickets/${id}/snooze`, { until: turn % 2 === 0 ? inAYear() : null }, Ticket)
  }
  const totals = new Set<number>()
  const look = async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      const { items, total } = await anna.read('/tickets?view=open', TicketPage)
      const { counts } = await anna.read('/views', ViewCounts)
      expect(total).toBe(items.length)
      expect(counts.open + counts.snoozed).toBe(tickets.length)
      totals.add(total)
    }
  }

  await Promise.all([look(), ...tickets.map(move)])

  expect(totals.size).toBeGreaterThan(1)
})

test('the requester’s answer brings a ticket back early, in the same change, and so does its end', async () => {
  await using desk = await openDesk()
  const anna = await desk.agent('Anna')
  const ticket = await desk.ticket()
  await anna.do(`/tickets/${ticket.id}/snooze`, { until: inAYear() }, Ticket)

  const answer = { body: 'It burns again.', from: 'requester' }
  const answered = await anna.do(`/tickets/${ticket.id}/messages`, answer, PostedTicketMessage)
  await anna.do(`/tickets/${ticket.id}/snooze`, { until: inAYear() }, Ticket)
  const resolved = await anna.do(`/tickets/${ticket.id}/status`, { status: 'resolved' }, Ticket)

  expect(answered).toMatchObject({
    message: { author: { kind: 'requester', id: ticket.requester.id } },
    ticket: { snoozed_until: null, version: 3 },
  })
  expect(resolved.snoozed_until).toBeNull()
  expect((await anna.post(`/tickets/${ticket.id}/snooze`, { until: inAYear() })).status).toBe(409)
})

test('a ticket is put aside until a moment to come, within a year', async () => {
  await using desk = await openDesk()
  const anna = await desk.agent('Anna')
  const { id } = await desk.ticket()

  for (const until of ['2020-01-01T00:00:00.000Z', '2999-01-01T00:00:00.000Z', 'tomorrow'])
    expect(await anna.post(`/tickets/${id}/snooze`, { until })).toMatchObject({
      status: 400,
      body: { errors: { until: expect.any(String) } },
    })
})
