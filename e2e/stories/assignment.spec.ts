import { NotificationPage } from '@livedesk/resources'
import { expect, test } from '../people/desk.ts'
import { toastsIn } from '../people/person.ts'

test('Anna assigns a ticket, and Boris on another worker sees it in both of his tabs, and is told once', async ({
  desk,
}) => {
  const ticket = await desk.ticket('Printer on fire on the third floor')
  const anna = await desk.signIn('anna', { worker: 0 })
  const boris = await desk.signIn('boris', { worker: 1 })
  const tabs = [boris, await boris.anotherTab()]
  for (const tab of tabs) await tab.openView('Mine')
  await anna.open(ticket)
  const before = await boris.count('Mine')

  await anna.assign(ticket, 'Boris')

  await expect.poll(() => toastsIn(tabs, ticket.title)).toBe(1)
  for (const tab of tabs) {
    await expect(tab.row(ticket)).toBeVisible()
    await expect(tab.row(ticket)).toContainText('In progress')
    await expect.poll(() => tab.count('Mine')).toBe(before + 1)
    await tab.wasNotReloaded()
  }
})

test('a toast opens its ticket, and the bell keeps what was missed', async ({ desk }) => {
  const ticket = await desk.ticket('Card reader does not wake up')
  const boris = await desk.signIn('boris', { worker: 1 })
  await boris.openView('Mine')

  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/assign`, { user_id: await desk.idOf('boris') })
  await boris
    .toast('New ticket')
    .filter({ hasText: ticket.title })
    .getByRole('button', { name: 'Open the ticket' })
    .click()

  await expect(boris.ticket(ticket)).toBeVisible()
  await boris.page.getByRole('button', { name: /Notifications/u }).click()
  await expect(boris.page.getByText(ticket.title).last()).toBeVisible()
})

test('what happens at one ticket is one row of the notifications, and read when it is followed', async ({ desk }) => {
  const ticket = await desk.ticket('Kettle never stops', { assigned_to: null })
  const clara = await desk.signIn('clara')
  await clara.openView('Mine')
  const bell = clara.page.getByRole('button', { name: /^Notifications/u })
  const { unread_count: before } = NotificationPage.parse(await desk.ask('clara', 'get', '/api/notifications'))
  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/assign`, { user_id: await desk.idOf('clara') })
  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/messages`, { body: 'Pull the plug.' })
  await expect(bell).toHaveAccessibleName(`Notifications: ${before + 2} unread`)

  await bell.click()
  const rows = clara.page.getByRole('list', { name: 'Notifications' }).getByRole('listitem')
  const row = rows.filter({ hasText: ticket.title })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('Anna Lindgren wrote in a ticket you follow')
  await row.getByRole('button', { name: '1 more about this ticket' }).click()
  await expect(row.getByRole('listitem')).toContainText('Anna Lindgren assigned you a ticket')
  await row.getByRole('link').click()
  await expect(clara.ticket(ticket)).toBeVisible()
  await expect(bell).toHaveAccessibleName(before === 0 ? 'Notifications' : `Notifications: ${before} unread`)
})

test('a ticket taken from Boris leaves his list without a reload', async ({ desk }) => {
  const ticket = await desk.ticket('Scanner sends empty pages', { assigned_to: null })
  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/assign`, { user_id: await desk.idOf('boris') })
  const boris = await desk.signIn('boris', { worker: 1 })
  await boris.openView('Mine')
  await expect(boris.row(ticket)).toBeVisible()
  const before = await boris.count('Mine')

  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/assign`, { user_id: await desk.idOf('clara') })

  await expect(boris.row(ticket)).toHaveCount(0)
  await expect.poll(() => boris.count('Mine')).toBe(before - 1)
  await boris.wasNotReloaded()
})
