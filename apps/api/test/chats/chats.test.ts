import { Chat, ChatMessage as Said, Ticket } from '@livedesk/events'
import { ChatList } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'
import type { Answer } from '../person.ts'

const statuses = (answers: readonly Answer[]) =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other)

test('a group is opened with its members, and each of them hears the chat from there on', async () => {
  await using desk = await openDesk({ workers: 2 })
  const [anna, boris, clara] = [await desk.agent('Anna'), await desk.agent('Boris'), await desk.agent('Clara')]
  const tabs = [await anna.connect(), await boris.connect({ worker: 1 })]
  const outside = await clara.connect({ worker: 1 })

  const chat = await anna.do(
    '/chats',
    { kind: 'group', title: 'Night shift', member_ids: [boris.id, anna.id, boris.id] },
    Chat,
  )

  expect(chat).toMatchObject({ kind: 'group', title: 'Night shift', ticket_id: null, member_ids: [anna.id, boris.id] })
  for (const tab of tabs) expect(await tab.until('chat_member_added')).toMatchObject({ chat_id: chat.id, chat })
  await anna.do(`/chats/${chat.id}/messages`, { body: 'Who is awake?' }, Said)
  for (const tab of tabs)
    expect(await tab.until('message_posted')).toMatchObject({ message: { body: 'Who is awake?' } })
  await desk.ticket()
  expect(await outside.next()).toMatchObject({ type: 'ticket_created' })
})

test('two people have one direct chat, whoever asks first, also when both ask at once', async () => {
  await using desk = await openDesk({ workers: 2 })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]

  const answers = await Promise.all([
    anna.post('/chats', { kind: 'direct', user_id: boris.id }, { worker: 0 }),
    boris.post('/chats', { kind: 'direct', user_id: anna.id }, { worker: 1 }),
  ])

  expect(statuses(answers)).toEqual([200, 201])
  const [one, other] = answers.map(({ body }) => Chat.parse(body))
  expect(one).toEqual(other)
  expect(one).toMatchObject({ kind: 'direct', title: null, member_ids: [anna.id, boris.id] })
})

test('nobody has a direct chat with themselves or with someone who is not at the desk', async () => {
  await using desk = await openDesk({ events: recorder() })
  const anna = await desk.agent('Anna')

  expect(await anna.post('/chats', { kind: 'direct', user_id: anna.id })).toMatchObject({ status: 400 })
  expect(await anna.post('/chats', { kind: 'direct', user_id: 999 })).toMatchObject({ status: 400 })
  expect(await anna.post('/chats', { kind: 'group', title: 'Ghosts', member_ids: [999] })).toMatchObject({
    status: 400,
  })
  expect(await anna.read('/chats', ChatList)).toEqual({ items: [] })
})

test('of a direct chat or a group, who is not in it knows nothing', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const chat = await anna.do('/chats', { kind: 'group', title: 'Secrets' }, Chat)
  const asked = [
    ['GET', ''],
    ['GET', '/messages'],
    ['POST', '/messages', { body: 'Let me in' }],
    ['POST', '/read', { message_id: 1 }],
    ['POST', '/members', { user_id: boris.id }],
    ['DELETE', `/members/${anna.id}`],
  ] as const

  for (const [method, path, body] of asked) {
    const [there, nowhere] = [
      await boris.send(method, `/chats/${chat.id}${path}`, body),
      await boris.send(method, `/chats/999${path}`, body),
    ]
    expect(there).toMatchObject({ status: 404, body: { detail: `You are in no chat ${chat.id}.` } })
    expect(nowhere.status).toBe(404)
  }
})

test('anyone at the desk may come into a ticket’s chat; only who is in it reads, speaks, and brings others', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris, clara] = [await desk.agent('Anna'), await desk.agent('Boris'), await desk.agent('Clara')]
  const { chat_id, title } = await desk.ticket()
  const chat = `/chats/${chat_id}`
  expect(await boris.read(chat, Chat)).toMatchObject({ kind: 'ticket', title, member_ids: [] })
  expect(await boris.get(`${chat}/messages`)).toMatchObject({ status: 403 })
  expect(await boris.post(`${chat}/messages`, { body: 'Hello?' })).toMatchObject({ status: 403 })
  expect(await boris.post(`${chat}/members`, { user_id: clara.id })).toMatchObject({ status: 403 })

  expect(await boris.do(`${chat}/members`, { user_id: boris.id }, Chat)).toMatchObject({ member_ids: [boris.id] })

  expect(await boris.post(`${chat}/messages`, { body: 'Hello?' })).toMatchObject({ status: 201 })
  expect(await boris.do(`${chat}/members`, { user_id: clara.id }, Chat)).toMatchObject({
    member_ids: [boris.id, clara.id],
  })
  expect(await clara.get(`${chat}/messages`)).toMatchObject({ status: 200 })
  expect(await anna.get(`${chat}/messages`)).toMatchObject({ status: 403 })
})

test('who comes twice comes once', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const { chat_id } = await desk.ticket()

  const answers = await Promise.all([1, 2, 3].map(() => boris.post(`/chats/${chat_id}/members`, { user_id: boris.id })))

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(desk.events).toHaveSentToChat(chat_id, { type: 'chat_member_added', user_id: boris.id, added_by: boris.id })
})

test('[D6] who leaves hears that they left, and nothing said afterwards; who comes hears nothing said before', async () => {
  await using desk = await openDesk({ workers: 2 })
  const [anna, boris, clara] = [await desk.agent('Anna'), await desk.agent('Boris'), await desk.agent('Clara')]
  const chat = await anna.do('/chats', { kind: 'group', title: 'Lunch', member_ids: [boris.id] }, Chat)
  const [leaver, newcomer] = [await boris.connect({ worker: 1 }), await clara.connect({ worker: 1 })]
  await anna.do(`/chats/${chat.id}/messages`, { body: 'Soup?' }, Said)
  expect(await leaver.next()).toMatchObject({ type: 'message_posted' })

  expect(await boris.delete(`/chats/${chat.id}/members/${boris.id}`)).toMatchObject({ status: 204 })
  await anna.do(`/chats/${chat.id}/members`, { user_id: clara.id }, Chat)
  await anna.do(`/chats/${chat.id}/messages`, { body: 'Salad?' }, Said)
  await desk.ticket()

  expect(await leaver.next()).toMatchObject({ type: 'chat_member_removed', user_id: boris.id, removed_by: boris.id })
  expect(await leaver.next()).toMatchObject({ type: 'ticket_created' })
  expect(await newcomer.next()).toMatchObject({ type: 'chat_member_added', user_id: clara.id })
  expect(await newcomer.next()).toMatchObject({ type: 'message_posted', message: { body: 'Salad?' } })
})

test('nobody leaves a direct chat or is brought into one, and who is not in a chat cannot be taken out of it', async () => {
  await using desk = await openDesk({ events: recorder() })
  const [anna, boris, clara] = [await desk.agent('Anna'), await desk.agent('Boris'), await desk.agent('Clara')]
  const direct = await anna.do('/chats', { kind: 'direct', user_id: boris.id }, Chat)
  const group = await anna.do('/chats', { kind: 'group', title: 'Lunch' }, Chat)

  expect(await anna.delete(`/chats/${direct.id}/members/${anna.id}`)).toMatchObject({ status: 400 })
  expect(await anna.post(`/chats/${direct.id}/members`, { user_id: clara.id })).toMatchObject({ status: 400 })
  expect(await anna.delete(`/chats/${group.id}/members/${clara.id}`)).toMatchObject({ status: 404 })
})

test('a ticket’s chat is called what the ticket is called now', async () => {
  await using desk = await openDesk({ events: recorder() })
  const boris = await desk.agent('Boris')
  const ticket = await desk.ticket()
  await boris.do(`/chats/${ticket.chat_id}/members`, { user_id: boris.id }, Chat)

  Ticket.parse((await boris.patch(`/tickets/${ticket.id}`, { version: 1, title: 'Printer is out' })).body)

  expect(await boris.read('/chats', ChatList)).toMatchObject({
    items: [{ id: ticket.chat_id, title: 'Printer is out' }],
  })
})
