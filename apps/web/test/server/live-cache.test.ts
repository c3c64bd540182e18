import { TicketId, UserId } from '@livedesk/events'
import { viewFor } from '@livedesk/queue'
import { expect, test } from 'vitest'
import { ticketsApi } from '../../src/tickets/tickets-api.ts'
import { settled, Tab, viewer } from '../convergence/tab.ts'
import { changeTicket, createTicket, type Fields } from '../convergence/ticket-acts.ts'

const bob = UserId.parse(2)
const first = TicketId.parse(1)
const open = viewFor('open', viewer)
const { ticket, tickets, viewCounts, patchTicket, setTicketStatus, postTicketMessage, conversation } =
  ticketsApi.endpoints

const fields: Fields = {
  title: 'Printer on fire',
  status: 'new',
  priority: 'normal',
  assigned_to: null,
  team_id: null,
  tags: [],
}

/** A tab at rest, on a desk with one ticket that it shows everywhere. */
const openTab = async () => {
  const tab = new Tab()
  tab.desk.commit(() => createTicket(tab.desk, bob, fields, tab.desk.now(true)))
  const { dispatch } = tab.store
  void dispatch(ticket.initiate(first))
  void dispatch(tickets.initiate(open))
  void dispatch(viewCounts.initiate(viewer))
  void dispatch(conversation.initiate(first))
  await tab.rest()
  return tab
}

const shown = ({ store }: Tab) => {
  const state = store.getState()
  return {
    ticket: ticket.select(first)(state).data,
    list: tickets.select(open)(state).data?.pages[0],
    counts: viewCounts.select(viewer)(state).data?.counts,
    messages: conversation.select(first)(state).data?.pages[0]?.items,
  }
}

/** Somebody else changes the ticket, and the tab hears of it. */
const changed = async (tab: Tab, change: Partial<Fields>) => {
  tab.desk.commit(() => changeTicket(tab.desk, bob, first, change, tab.desk.now(true)))
  tab.log.number(1, [])
  tab.connection.hear(1)
  tab.screen.draw()
  await settled()
}

/** The desk takes and answers what the tab asks now. */
const answered = async (tab: Tab, mood: Parameters<Tab['network']['take']>[1] = 'answers') => {
  for (const request of tab.network.requests) {
    tab.network.take(request, mood, 0, tab.desk.now(true))
    tab.network.arrive(request)
  }
  await settled()
}

test('[S5] one event changes the ticket, its row, the total and the counters', async () => {
  await using tab = await openTab()
  await changed(tab, { status: 'resolved' })
  expect(shown(tab).ticket).toMatchObject({ status: 'resolved', version: 2 })
  expect(shown(tab).list).toMatchObject({ items: [], total: 0 })
  expect(shown(tab).counts).toMatchObject({ open: 0, resolved: 1 })
  expect(tab.network.requests).toEqual([])
})

test('[S4] an answer that was read before an event and comes after it does not take the event back', async () => {
  await using tab = await openTab()
  void tab.store.dispatch(ticket.initiate(first, { subscribe: false, forceRefetch: true }))
  await settled()
  const [late] = tab.network.requests
  if (!late) throw new Error('Nothing was asked.')
  tab.network.take(late, 'answers', 0, tab.desk.now(false))
  await changed(tab, { title: 'Printer was on fire' })

  tab.network.arrive(late)
  await settled()
  expect(tab.network.requests).toEqual([])
  expect(shown(tab).ticket).toMatchObject({ title: 'Printer was on fire', version: 2 })
})

test('a storm of events costs one change of the store for each picture', async () => {
  await using tab = await openTab()
  let changes = 0
  tab.store.subscribe(() => (changes += 1))
  for (let index = 0; index < 100; index += 1) {
    tab.desk.commit(() => changeTicket(tab.desk, bob, first, { title: `Title ${index}` }, tab.desk.now(true)))
  }
  tab.log.number(100, [])
  tab.connection.hear(100)
  expect(changes).toBe(0)
  tab.screen.draw()
  expect(changes).toBe(1)
  expect(shown(tab).list?.items[0]?.title).toBe('Title 99')
})

test('rows that did not change stay the same objects', async () => {
  await using tab = await openTab()
  const before = shown(tab).list?.items[0]
  tab.desk.commit(() => createTicket(tab.desk, bob, fields, tab.desk.now(true)))
  tab.log.number(1, [])
  tab.connection.hear(1)
  tab.screen.draw()
  expect(shown(tab).list?.items).toHaveLength(2)
  expect(shown(tab).list?.items[1]).toBe(before)
})

test('[D3] after a gap, what is on screen is loaded anew and the rest is dropped', async () => {
  await using tab = await openTab()
  const hidden = tab.store.dispatch(tickets.initiate(viewFor('resolved', viewer)))
  await tab.rest()
  hidden.unsubscribe()
  tab.connection.cut()
  tab.desk.commit(() => changeTicket(tab.desk, bob, first, { title: 'Missed' }, tab.desk.now(true)))
  tab.log.number(1, [])
  tab.connection.connect(false)
  await settled()

  const asked = tab.network.requests.map(({ address }) => address.pathname)
  expect(asked.toSorted()).toEqual([
    '/api/session',
    '/api/tickets',
    '/api/tickets/1',
    '/api/tickets/1/messages',
    '/api/views',
  ])
  expect(tickets.select(viewFor('resolved', viewer))(tab.store.getState()).isUninitialized).toBe(true)
  await answered(tab)
  expect(shown(tab).ticket?.title).toBe('Missed')
})

test('what a person does shows everywhere at once, and is the same when the desk has agreed', async () => {
  await using tab = await openTab()
  void tab.store.dispatch(setTicketStatus.initiate({ id: first, status: 'resolved' }))
  await settled()
  const early = shown(tab)
  expect(early.ticket?.status).toBe('resolved')
  expect(early.list).toMatchObject({ items: [], total: 0 })
  expect(early.counts).toMatchObject({ open: 0, resolved: 1 })

  await answered(tab)
  expect(shown(tab)).toMatchObject({
    ticket: { status: 'resolved', version: 2 },
    list: { total: 0 },
    counts: { open: 0, resolved: 1 },
  })
  await tab.rest()
  expect(shown(tab)).toMatchObject({
    ticket: { status: 'resolved', version: 2 },
    list: { total: 0 },
    counts: { open: 0, resolved: 1 },
  })
})

test('what the desk does not agree to is taken back, and what others did meanwhile stays', async () => {
  await using tab = await openTab()
  const doing = tab.store.dispatch(setTicketStatus.initiate({ id: first, status: 'resolved' }))
  await settled()
  await changed(tab, { title: 'Mouse is gone' })
  expect(shown(tab).ticket).toMatchObject({ status: 'resolved', title: 'Mouse is gone' })

  await answered(tab, 'refuses')
  expect(await doing).toMatchObject({ error: { kind: 'problem', status: 422 } })
  expect(shown(tab).ticket).toMatchObject({ status: 'new', title: 'Mouse is gone', version: 2 })
  expect(shown(tab).counts).toMatchObject({ open: 1, resolved: 0 })
})

test('a reply is in the conversation once: before it is answered, when it is heard, and when the answer comes late', async () => {
  await using tab = await openTab()
  void tab.store.dispatch(postTicketMessage.initiate({ id: first, kind: 'reply', body: 'On my way', key: 'k' }))
  await settled()
  const bodies = () => shown(tab).messages?.map(({ body }) => body)
  expect(bodies()).toEqual(['Opening 1', 'On my way'])

  const [posting] = tab.network.requests
  if (!posting) throw new Error('Nothing was asked.')
  tab.network.take(posting, 'answers', 0, tab.desk.now(true))
  tab.log.number(1, [])
  tab.connection.hear(1)
  tab.screen.draw()
  expect(bodies()).toEqual(['Opening 1', 'On my way'])

  tab.network.arrive(posting)
  await settled()
  expect(bodies()).toEqual(['Opening 1', 'On my way'])
  expect(shown(tab).ticket?.message_count).toBe(2)
})

test('two edits of different fields both survive, without a word to the second person', async () => {
  await using tab = await openTab()
  const seen = shown(tab).ticket
  if (!seen) throw new Error('The ticket is not shown.')
  tab.desk.commit(() => changeTicket(tab.desk, bob, first, { title: 'Bob’s title', tags: ['red'] }, tab.desk.now(true)))
  const doing = tab.store.dispatch(patchTicket.initiate({ ticket: seen, edit: { priority: 'high', tags: ['blue'] } }))
  await settled()
  await answered(tab)
  await answered(tab)
  expect(await doing).toMatchObject({ data: { title: 'Bob’s title', priority: 'high', tags: ['red', 'blue'] } })
})

test('two edits of one field: the second person is told what the first made of it', async () => {
  await using tab = await openTab()
  const seen = shown(tab).ticket
  if (!seen) throw new Error('The ticket is not shown.')
  tab.desk.commit(() => changeTicket(tab.desk, bob, first, { title: 'Bob’s title' }, tab.desk.now(true)))
  const doing = tab.store.dispatch(patchTicket.initiate({ ticket: seen, edit: { title: 'My title' } }))
  await settled()
  expect(shown(tab).ticket?.title).toBe('My title')
  await answered(tab)
  expect(await doing).toMatchObject({
    error: { kind: 'problem', status: 409, data: { ticket: { title: 'Bob’s title' } } },
  })
  await tab.rest()
  expect(shown(tab).ticket?.title).toBe('Bob’s title')
})
