// @vitest-environment jsdom
import { UserId } from '@livedesk/events'
import { viewFor } from '@livedesk/queue'
import { notificationsStore } from '@mantine/notifications'
import i18next from 'i18next'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { Provider } from 'react-redux'
import { MemoryRouter } from 'react-router'
import { beforeEach, expect, test } from 'vitest'
import { words } from '../../src/app/english.ts'
import { useDeskEvents } from '../../src/app/use-desk-events.ts'
import { Teller } from '../../src/notifications/Teller.tsx'
import { ticketsApi } from '../../src/tickets/tickets-api.ts'
import { settled, Tab, viewer } from '../convergence/tab.ts'
import { changeTicket, createTicket } from '../convergence/ticket-acts.ts'

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)

beforeEach(async () => {
  notificationsStore.setState((state) => ({ ...state, notifications: [], queue: [] }))
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: words }, defaultNS: 'app' })
})

const Listener = () => {
  useDeskEvents(viewer)
  return null
}

/** A tab at which someone listens, on a desk where Bob has just given them a ticket. */
const openTab = async () => {
  await using opening = new AsyncDisposableStack()
  const tab = opening.use(new Tab())
  await tab.rest()
  void tab.store.dispatch(ticketsApi.endpoints.tickets.initiate(viewFor('mine', viewer)))
  await tab.rest()
  const root = createRoot(document.createElement('div'))
  opening.defer(() => act(async () => root.unmount()))
  await act(async () =>
    root.render(
      <Provider store={tab.store}>
        <MemoryRouter>
          <Teller>
            <Listener />
          </Teller>
        </MemoryRouter>
      </Provider>,
    ),
  )

  const bob = UserId.parse(2)
  const fields = {
    title: 'Printer on fire',
    status: 'new',
    priority: 'normal',
    assigned_to: null,
    team_id: null,
    tags: [],
  } as const
  const { id } = tab.desk.commit(() => createTicket(tab.desk, bob, { ...fields, tags: [] }, tab.desk.now(true)))
  tab.desk.commit(() => changeTicket(tab.desk, bob, id, { assigned_to: viewer }, tab.desk.now(true)))
  tab.log.number(2, [])
  const open = opening.move()
  return { tab, [Symbol.asyncDispose]: () => open.disposeAsync() }
}

test('a ticket that was given to someone is told to them, once, and their lists are asked for again', async () => {
  await using desk = await openTab()
  const { tab } = desk
  await act(async () => tab.connection.hear(10))
  await act(async () => tab.connection.repeat(10))
  await settled()

  const { notifications } = notificationsStore.getState()
  expect(notifications.map(({ title }) => title)).toEqual(['New ticket'])
  expect(tab.network.requests.map(({ address }) => address.pathname)).toEqual(['/api/tickets'])
})

test('many tickets that are given in one breath are told as one, each counted once', async () => {
  await using desk = await openTab()
  const { tab } = desk
  const bob = UserId.parse(2)
  for (let number = 2; number <= 5; number += 1) {
    const fields = { status: 'new', priority: 'normal', assigned_to: null, team_id: null } as const
    const made = { title: `Lamp ${number}`, tags: [], ...fields }
    const { id } = tab.desk.commit(() => createTicket(tab.desk, bob, made, tab.desk.now(true)))
    tab.desk.commit(() => changeTicket(tab.desk, bob, id, { assigned_to: viewer }, tab.desk.now(true)))
  }
  tab.log.number(8, [])
  await act(async () => tab.connection.hear(20))
  await act(async () => tab.connection.repeat(20))
  await settled()

  const { notifications, queue } = notificationsStore.getState()
  expect([...notifications, ...queue].map(({ title }) => title)).toEqual(['5 new tickets'])
})

test('the list is right without the answer', async () => {
  await using desk = await openTab()
  const { tab } = desk
  await act(async () => tab.connection.hear(10))
  await act(async () => tab.screen.draw())
  const { data } = ticketsApi.endpoints.tickets.select(viewFor('mine', viewer))(tab.store.getState())
  expect(data?.pages).toMatchObject([{ items: [{ title: 'Printer on fire' }], total: 1 }])
})
