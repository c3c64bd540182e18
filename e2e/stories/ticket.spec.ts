import { TicketActivityPage } from '@livedesk/resources'
import { expect, test } from '../people/desk.ts'

test('a new status is seen at once in the open ticket and in every list of everyone', async ({ desk }) => {
  const ticket = await desk.ticket('Invoice shows last year’s address')
  const anna = await desk.signIn('anna', { worker: 0 })
  const boris = await desk.signIn('boris', { worker: 1 })
  const clara = await desk.signIn('clara', { worker: 0 })
  await anna.open(ticket)
  await boris.open(ticket)
  await clara.openView('Resolved')
  const [open, resolved] = [await clara.count('Open'), await clara.count('Resolved')]

  await anna.setStatus(ticket, 'Resolved')

  await expect(boris.status(ticket)).toContainText('Resolved')
  await expect(clara.row(ticket)).toBeVisible()
  await expect.poll(() => clara.count('Open')).toBe(open - 1)
  await expect.poll(() => clara.count('Resolved')).toBe(resolved + 1)
  for (const person of [boris, clara]) await person.wasNotReloaded()
})

test('a reply and a note appear for everyone who has the ticket open, once', async ({ desk }) => {
  const ticket = await desk.ticket('Refund for a returned keyboard')
  const anna = await desk.signIn('anna', { worker: 0 })
  const boris = await desk.signIn('boris', { worker: 1 })
  await anna.open(ticket)
  await boris.open(ticket)
  await expect(boris.conversation).toHaveCount(1)

  await anna.reply('The refund is on its way.')
  await expect(boris.conversation).toHaveCount(2)
  await anna.addNote('Sent by bank transfer.')

  for (const person of [anna, boris]) {
    await expect(person.conversation).toHaveCount(3)
    await expect(person.conversation.nth(1)).toContainText('The refund is on its way.')
    await expect(person.conversation.nth(2)).toHaveAccessibleName(/Internal note from Anna/u)
  }
  await boris.wasNotReloaded()
})

test('a new ticket enters the lists of those who look', async ({ desk }) => {
  const boris = await desk.signIn('boris', { worker: 1 })
  await boris.openView('Unassigned')
  const before = await boris.count('Unassigned')

  const anna = await desk.signIn('anna', { worker: 0 })
  await anna.openView('All')
  await anna.page.getByRole('button', { name: 'New ticket' }).first().click()
  const dialog = anna.page.getByRole('dialog', { name: 'New ticket' })
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Headset is silent after the update')
  await dialog.getByRole('textbox', { name: 'Requester’s name' }).fill('Max Weber')
  await dialog.getByRole('textbox', { name: 'Requester’s e-mail' }).fill('max.weber@example.com')
  await dialog.getByRole('textbox', { name: 'First message' }).fill('No sound at all since this morning.')
  await dialog.getByRole('button', { name: 'Create ticket' }).click()

  await expect(boris.row({ title: 'Headset is silent after the update' })).toBeVisible()
  await expect.poll(() => boris.count('Unassigned')).toBe(before + 1)
})

test('a draft survives a reload, and an edit of someone else meanwhile', async ({ desk }) => {
  const ticket = await desk.ticket('Router restarts every hour')
  const boris = await desk.signIn('boris')
  await boris.open(ticket)
  await boris.page.getByRole('textbox', { name: 'Reply' }).fill('Which firmware does it')

  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/status`, { status: 'waiting' })
  await expect(boris.status(ticket)).toContainText('Waiting')
  await expect(boris.page.getByRole('textbox', { name: 'Reply' })).toHaveText('Which firmware does it')
  await boris.open(ticket)

  await expect(boris.page.getByRole('textbox', { name: 'Reply' })).toHaveText('Which firmware does it')
})

test('a page that is older than its desk tells who did what it does not know, and misses nothing else of it', async ({
  desk,
}) => {
  const ticket = await desk.ticket('The clock runs backwards')
  const boris = await desk.signIn('boris')
  await boris.page.route('**/activity?*', async (route) => {
    const answer = await route.fetch()
    const { items, ...page } = TicketActivityPage.parse(await answer.json())
    const escalated = { ...items[0], id: 900_000, what: 'escalated', before: { level: 1 }, after: { level: 2 } }
    await route.fulfill({ response: answer, json: { ...page, items: [escalated, ...items] } })
  })
  await boris.open(ticket)
  await boris.page.getByRole('tab', { name: 'History' }).click()
  const history = boris.page.getByRole('region', { name: 'History' }).getByRole('listitem')
  await expect(history.first()).toContainText('Changed something that this page does not know yet')
  await desk.ask('boris', 'post', `/api/tickets/${ticket.id}/status`, { status: 'waiting' })
  await expect(history).toContainText(['does not know yet', 'New → Waiting', 'Opened the ticket'])
})
