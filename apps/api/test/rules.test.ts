import { Chat, ChatMessage, type EventOf, Ticket } from '@livedesk/events'
import { beforeChange } from '@livedesk/queue'
import { PostedTicketMessage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from './desk.ts'

type Change = EventOf<'ticket_changed' | 'ticket_status_changed' | 'ticket_message_posted'>
const isChange = (event: { type: string }): event is Change => 'before' in event

test('[S5] whatever is done to a ticket is told to the desk once, with all of it after, and what it replaced', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const opened = await desk.ticket({ tags: ['printer'] })
  const at = `/tickets/${opened.id}`
  const patched = async (wanted: Partial<Ticket>, version: number) =>
    Ticket.parse((await anna.patch(at, { ...wanted, version })).body)

  const states = [
    opened,
    await anna.assign(opened, boris),
    await patched({ title: 'Printer smokes', priority: 'urgent', tags: [] }, 2),
    await patched({ title: 'Printer smoulders', status: 'waiting' }, 3),
    await anna.do(`${at}/status`, { status: 'resolved' }, Ticket),
    (await anna.do(`${at}/messages`, { body: 'Is it still burning?' }, PostedTicketMessage)).ticket,
    await anna.do(`${at}/assign`, { user_id: null }, Ticket),
  ]

  const [first, ...changes] = desk.events?.sentToAgents() ?? []
  expect(first).toMatchObject({ type: 'ticket_created', ticket: opened })
  expect(changes.map(({ type }) => type)).toEqual([
    'ticket_status_changed',
    'ticket_changed',
    'ticket_status_changed',
    'ticket_status_changed',
    'ticket_message_posted',
    'ticket_changed',
  ])
  for (const [index, { ticket, before }] of changes.filter(isChange).entries()) {
    const [was, is] = states.slice(index)
    expect(ticket).toEqual(is)
    expect({ ...beforeChange(ticket, before), version: index + 1, message_count: was?.message_count }).toEqual(was)
  }
})

test('[C3, C4] typing is told to the others of a chat, with one’s own name; who is not in it tells nobody anything', async () => {
  await using desk = await openDesk({ workers: 2 })
  const [anna, boris, clara] = [await desk.agent('Anna'), await desk.agent('Boris'), await desk.agent('Clara')]
  const chat = await anna.do('/chats', { kind: 'group', title: 'Night shift', member_ids: [boris.id] }, Chat)
  const [annas, boriss, claras] = [
    await anna.connect(),
    await boris.connect({ worker: 1 }),
    await clara.connect({ worker: 1 }),
  ]

  claras.say({ type: 'typing', chat_id: chat.id })
  claras.say({ type: 'ping' })
  expect(await claras.next()).toMatchObject({ type: 'pong' })
  annas.say({ type: 'typing', chat_id: chat.id })

  expect(await boriss.inPassing('typing')).toEqual({ type: 'typing', chat_id: chat.id, user_id: anna.id })
})

test('[C5] a read mark holds for good, on every tab, and never moves back', async () => {
  await using desk = await openDesk({ workers: 2 })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const chat = await anna.do('/chats', { kind: 'group', title: 'Night shift', member_ids: [boris.id] }, Chat)
  const tabs = [await boris.connect(), await boris.connect({ worker: 1 })]
  const [tab] = tabs
  const say = (body: string) => anna.do(`/chats/${chat.id}/messages`, { body }, ChatMessage)
  const [one, two] = [await say('one'), await say('two')]
  for (const each of tabs) await each.until('message_posted')
  for (const each of tabs) await each.until('message_posted')

  tab?.say({ type: 'read', chat_id: chat.id, message_id: two.id })
  for (const each of tabs) expect(await each.until('chat_read')).toMatchObject({ chat_id: chat.id, message_id: two.id })
  tab?.say({ type: 'read', chat_id: chat.id, message_id: one.id })
  tab?.say({ type: 'ping' })
  await tab?.until('pong')
  await say('audible')

  for (const each of tabs) expect(await each.next()).toMatchObject({ type: 'message_posted' })
})

test('[S1] whatever is read says a position, and holds every event up to it', async () => {
  await using desk = await openDesk({ workers: 2 })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const { id } = await desk.ticket()
  const tab = await boris.connect({ worker: 1 })
  const statuses = ['in_progress', 'waiting', 'resolved', 'closed']

  const writing = Array.from({ length: 40 }, (_, index) =>
    anna.post(`/tickets/${id}/status`, { status: statuses[index % 4] }),
  )
  const answers = []
  for (let count = 0; count < 40; count += 1) answers.push(await boris.get(`/tickets/${id}`, { worker: count % 2 }))
  await Promise.all(writing)
  await anna.post(`/tickets/${id}/messages`, { body: 'audible' })

  const heard = []
  for (let frame = await tab.next(); frame.type !== 'ticket_message_posted'; frame = await tab.next()) heard.push(frame)
  expect(heard.length).toBeGreaterThan(1)
  for (const { headers, body } of answers) {
    const cursor = Number(headers.get('Livedesk-Cursor') ?? Number.NaN)
    expect(cursor).toBeGreaterThan(0)
    const { version } = Ticket.parse(body)
    const missing = heard.filter(({ seq = Infinity, ...event }) => seq <= cursor && Number(event['version']) > version)
    expect(missing).toEqual([])
  }
  for (const path of [
    'tickets',
    'views',
    'tags',
    'users',
    'chats',
    'notifications',
    'session',
    `tickets/${id}/messages`,
  ]) {
    const { headers } = await boris.get(`/${path}`)
    expect(headers.get('Livedesk-Epoch'), path).toMatch(/^[0-9a-f]{32}$/u)
  }
})
