import { expect, test } from '../people/desk.ts'

test('a screen that lost its connection shows what was said meanwhile, once', async ({ desk }) => {
  const ticket = await desk.ticket('Freezer alarm at night')
  const boris = await desk.signIn('boris', { worker: 1 })
  await boris.open(ticket)
  const before = await boris.count('Mine')

  await boris.loseConnection()
  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/messages`, { kind: 'reply', body: 'Is it still warm?' })
  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/assign`, { user_id: await desk.idOf('boris') })
  await boris.regainConnection()

  await expect(boris.conversation.filter({ hasText: 'Is it still warm?' })).toHaveCount(1)
  await expect(boris.toast('New ticket').filter({ hasText: ticket.title })).toHaveCount(1)
  await expect.poll(() => boris.count('Mine')).toBe(before + 1)
  await boris.wasNotReloaded()
})

test('whoever loses the connection is told, and told again when it is back', async ({ desk }) => {
  const boris = await desk.signIn('boris')
  await boris.openView('All')

  await boris.loseConnection()
  await expect(boris.page.getByText(/Reconnecting/u).first()).toBeVisible()

  await boris.regainConnection()
  await expect(boris.page.getByText(/Reconnecting/u)).toHaveCount(0)
})

test('signing out in one tab ends the sockets of all, and each shows the door', async ({ desk }) => {
  const boris = await desk.signIn('boris', { worker: 1 })
  const other = await boris.anotherTab()
  await boris.openView('Mine')
  await other.openView('Mine')

  await boris.signOut()

  await expect(boris.page.getByRole('heading', { name: 'Sign in to Livedesk' })).toBeVisible()
  await expect(other.page.getByText(/signed out|Sign in/iu).first()).toBeVisible()
  const { status } = await boris.page.evaluate(async () => ({ status: (await fetch('/api/session')).status }))
  expect(status).toBe(401)
})
