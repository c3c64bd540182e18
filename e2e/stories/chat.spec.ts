import { expect, test } from '../people/desk.ts'

test('a chat message reaches every member at once, and no one else', async ({ desk }) => {
  const chat = await desk.group('Evening shift', ['anna', 'boris'])
  const anna = await desk.signIn('anna', { worker: 0 })
  const boris = await desk.signIn('boris', { worker: 1 })
  const clara = await desk.signIn('clara', { worker: 1 })
  await anna.openChat(chat)
  await boris.openChat(chat)
  await clara.openView('All')
  const heardByClara: string[] = []
  clara.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heardByClara.push(String(payload))),
  )
  await clara.openView('All')

  await anna.say('Who takes the phones tonight?')
  await expect(boris.messages.filter({ hasText: 'Who takes the phones tonight?' })).toHaveCount(1)
  await expect(anna.messages.filter({ hasText: 'Who takes the phones tonight?' })).toHaveCount(1)

  // Something audible afterwards shows that Clara's silence was silence.
  await desk.ticket('Audible to all')
  await expect(clara.row({ title: 'Audible to all' })).toBeVisible()
  expect(heardByClara.join('\n')).not.toContain('Who takes the phones')
  expect((await desk.chatsOf('clara')).map(({ id }) => id)).not.toContain(chat.id)
})

test('unread messages are counted until they are read, in every tab', async ({ desk }) => {
  const chat = await desk.group('Returns desk', ['anna', 'boris'])
  const boris = await desk.signIn('boris', { worker: 1 })
  const other = await boris.anotherTab()
  await boris.openView('Mine')
  await other.openView('Mine')
  const link = (person: typeof boris) =>
    person.page.getByRole('navigation', { name: 'Chats' }).getByRole('link', { name: /Returns desk/u })

  await desk.ask('anna', 'post', `/api/chats/${chat.id}/messages`, { body: 'Two parcels are here.' })
  for (const tab of [boris, other]) await expect(link(tab)).toContainText('1')

  await boris.openChat(chat)
  await expect(boris.messages.filter({ hasText: 'Two parcels are here.' })).toBeVisible()
  await expect(link(other)).not.toContainText('1')
})

test('whoever is taken out of a chat hears nothing said after that', async ({ desk }) => {
  const chat = await desk.group('Night shift', ['anna', 'boris'])
  const boris = await desk.signIn('boris', { worker: 1 })
  await boris.openChat(chat)

  await desk.ask('anna', 'delete', `/api/chats/${chat.id}/members/${await desk.idOf('boris')}`)
  await desk.ask('anna', 'post', `/api/chats/${chat.id}/messages`, { body: 'Not for Boris.' })

  await expect(boris.page.getByText('You are not in this chat')).toBeVisible()
  await expect(boris.page.getByText('Not for Boris.')).toHaveCount(0)
})
