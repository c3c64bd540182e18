import { Chat, ChatMessage } from '@livedesk/events'
import { ChatList, ChatMessagePage } from '@livedesk/resources'
import { expect, test } from 'vitest'
import { openDesk, recorder } from '../desk.ts'

const openLunch = async (options: Parameters<typeof openDesk>[0]) => {
  const desk = await openDesk(options)
  const [anna, boris] = [await desk.agent('Anna'), await desk.agent('Boris')]
  const chat = await anna.do('/chats', { kind: 'group', title: 'Lunch', member_ids: [boris.id] }, Chat)
  const say = (body: string) => anna.do(`/chats/${chat.id}/messages`, { body }, ChatMessage)
  return { ...desk, anna, boris, chat, say }
}

test('a message is said to the members, once, also when it is retried', async () => {
  await using desk = await openLunch({ events: recorder() })
  const { anna, chat } = desk
  const post = () =>
    anna.post(`/chats/${chat.id}/messages`, { body: ' Soup? ' }, { headers: { 'Idempotency-Key': 'soup' } })

  const answers = await Promise.all([post(), post(), post()])

  const message = ChatMessage.parse(answers[0].body)
  expect(message).toMatchObject({ chat_id: chat.id, author_id: anna.id, body: 'Soup?' })
  expect(answers).toMatchObject([1, 2, 3].map(() => ({ status: 201, body: message })))
  expect(desk.events).toHaveSentToChat(chat.id, { type: 'message_posted', chat_id: chat.id, message })
})

test('a chat is read from its end, page by page, each page in the order it was said', async () => {
  await using desk = await openLunch({ events: recorder() })
  const { boris, chat } = desk
  for (const body of ['one', 'two', 'three', 'four', 'five']) await desk.say(body)

  const last = await boris.read(`/chats/${chat.id}/messages?limit=2`, ChatMessagePage)
  const middle = await boris.read(`/chats/${chat.id}/messages?limit=2&cursor=${last.previous_cursor}`, ChatMessagePage)
  const first = await boris.read(`/chats/${chat.id}/messages?limit=2&cursor=${middle.previous_cursor}`, ChatMessagePage)

  expect([last, middle, first].map(({ items }) => items.map(({ body }) => body))).toEqual([
    ['four', 'five'],
    ['two', 'three'],
    ['one'],
  ])
  expect(first.previous_cursor).toBeNull()
})

test('what others said and one has not read is counted, until one says how far one has read', async () => {
  await using desk = await openLunch({ workers: 2 })
  const { anna, boris, chat } = desk
  const [, two, three] = [await desk.say('one'), await desk.say('two'), await desk.say('three')]
  const unread = async (person: typeof anna) => (await person.read('/chats', ChatList)).items[0]
  expect(await unread(anna)).toMatchObject({ unread_count: 0 })
  expect(await unread(boris)).toMatchObject({ unread_count: 3, read_up_to: null, last_message: three })
  const elsewhere = await boris.connect({ worker: 1 })

  expect(await boris.post(`/chats/${chat.id}/read`, { message_id: two.id })).toMatchObject({ status: 204 })

  expect(await elsewhere.next()).toMatchObject({ type: 'chat_read', chat_id: chat.id, message_id: two.id })
  expect(await unread(boris)).toMatchObject({ unread_count: 1, read_up_to: two.id })
})

test('a read mark moves forward only, and only to what was said in that chat', async () => {
  await using desk = await openLunch({ events: recorder() })
  const { anna, boris, chat } = desk
  const [one, two] = [await desk.say('one'), await desk.say('two')]
  const other = await anna.do('/chats', { kind: 'group', title: 'Elsewhere' }, Chat)
  const foreign = await anna.do(`/chats/${other.id}/messages`, { body: 'far' }, ChatMessage)

  for (const message_id of [two.id, one.id, foreign.id, 999_999]) {
    expect(await boris.post(`/chats/${chat.id}/read`, { message_id })).toMatchObject({ status: 204 })
  }

  expect(desk.events?.sentToUser(boris.id)).toEqual([{ type: 'chat_read', chat_id: chat.id, message_id: two.id }])
})

test('who comes into a chat has read what was said before', async () => {
  await using desk = await openLunch({ events: recorder() })
  const clara = await desk.agent('Clara')
  await desk.say('Soup?')

  await desk.anna.do(`/chats/${desk.chat.id}/members`, { user_id: clara.id }, Chat)
  await desk.say('Salad?')

  expect(await clara.read('/chats', ChatList)).toMatchObject({ items: [{ unread_count: 1 }] })
})

test('chats are listed by who spoke last', async () => {
  await using desk = await openLunch({ events: recorder() })
  const { anna, chat } = desk
  const later = await anna.do('/chats', { kind: 'group', title: 'Later' }, Chat)
  const order = async () => (await anna.read('/chats', ChatList)).items.map(({ id }) => id)
  expect(await order()).toEqual([later.id, chat.id])

  await desk.say('Soup?')

  expect(await order()).toEqual([chat.id, later.id])
})

test('over the socket, reading is kept and typing is told to the members, and a stranger’s typing to nobody', async () => {
  await using desk = await openLunch({ workers: 2 })
  const { anna, boris, chat } = desk
  const clara = await desk.agent('Clara')
  const message = await desk.say('Soup?')
  const [annas, boriss, claras] = [await anna.connect(), await boris.connect({ worker: 1 }), await clara.connect()]

  boriss.say({ type: 'read', chat_id: chat.id, message_id: message.id })
  expect(await boriss.next()).toMatchObject({ type: 'chat_read', chat_id: chat.id, message_id: message.id })

  claras.say({ type: 'typing', chat_id: chat.id })
  boriss.say({ type: 'typing', chat_id: chat.id })
  expect(await annas.inPassing('typing')).toMatchObject({ chat_id: chat.id, user_id: boris.id })
})
