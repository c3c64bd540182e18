import { events, UserId } from '@livedesk/events'
import { expect, test } from 'vitest'
import { sessionApi } from '../../src/session/session-api.ts'
import { ticketsApi } from '../../src/tickets/tickets-api.ts'
import { viewFor } from '@livedesk/queue'
import { settled, Tab, viewer } from '../convergence/tab.ts'
import { createTicket } from '../convergence/ticket-acts.ts'

const { session } = sessionApi.endpoints
const { tickets } = ticketsApi.endpoints
const all = viewFor('all', viewer)
const fields = {
  title: 'Printer on fire',
  status: 'new',
  priority: 'normal',
  assigned_to: null,
  team_id: null,
  tags: [],
} as const

test('when somebody else has signed in at this browser, nothing of what the one before was shown is left', async () => {
  await using tab = new Tab()
  tab.desk.commit(() => createTicket(tab.desk, viewer, { ...fields, tags: [] }, tab.desk.now(true)))
  void tab.store.dispatch(tickets.initiate(all))
  await tab.rest()
  expect(tickets.select(all)(tab.store.getState()).data?.pages[0]?.total).toBe(1)

  const bob = UserId.parse(2)
  tab.network.viewer = bob
  tab.connection.signOut()
  await settled()
  for (const request of tab.network.requests) {
    tab.network.take(request, 'answers', 0, tab.desk.now(true))
    tab.network.arrive(request)
  }
  await settled()
  expect(tickets.select(all)(tab.store.getState()).data).toBeUndefined()

  await tab.rest()
  expect(session.select()(tab.store.getState()).data?.user.id).toBe(bob)
  expect(tab.stream.viewer).toBe(bob)
})

test('a listener that fails is reported, and the others hear all the same', async () => {
  const faults: unknown[] = []
  Reflect.set(globalThis, 'reportError', (fault: unknown) => faults.push(fault))
  await using tab = new Tab()
  await tab.rest()
  void tab.store.dispatch(tickets.initiate(all))
  await tab.rest()
  const fault = new Error('This screen is at fault.')
  tab.stream.subscribe((news) => {
    if (news.kind === 'event') throw fault
  })
  const heard: string[] = []
  tab.stream.subscribe((news) => news.kind === 'event' && heard.push(news.event.type))
  tab.desk.commit(() => createTicket(tab.desk, viewer, { ...fields, tags: [] }, tab.desk.now(true)))
  await tab.rest()

  expect(faults).toEqual([fault])
  expect(heard).toEqual([events.ticket_created.type])
  expect(tickets.select(all)(tab.store.getState()).data?.pages[0]?.total).toBe(1)
  Reflect.deleteProperty(globalThis, 'reportError')
})

test('what could not be loaded for want of a network is loaded when the connection is back', async () => {
  await using tab = new Tab()
  tab.desk.commit(() => createTicket(tab.desk, viewer, { ...fields, tags: [] }, tab.desk.now(true)))
  await tab.rest()
  void tab.store.dispatch(tickets.initiate(all))
  await settled()
  tab.connection.cut()
  for (const request of tab.network.requests) {
    tab.network.take(request, 'is_unreachable', 0, tab.desk.now(true))
    tab.network.arrive(request)
  }
  await settled()
  expect(tickets.select(all)(tab.store.getState()).isError).toBe(true)

  await tab.rest()

  expect(tickets.select(all)(tab.store.getState()).data?.pages[0]?.total).toBe(1)
})
