import { expect, test } from '../people/desk.ts'
import { Keyboard } from '../people/keyboard.ts'

test('many tickets are chosen by keys or mouse, changed in one act, and changed back by one key', async ({ desk }) => {
  const tickets = []
  for (const title of ['Choir', 'Drums', 'Gong', 'Horn', 'Lute'])
    tickets.push(await desk.ticket(title, { tags: ['band'] }))
  const ids = tickets.map(({ id }) => id)
  const boris = await desk.signIn('boris', { worker: 1 })
  const clara = await desk.signIn('clara', { worker: 0 })
  await clara.openView('Mine')
  const { page } = boris
  await boris.visit('/tickets?view=all&tag=band&sort=created_at')
  await expect(boris.row({ title: 'Lute' })).toBeVisible()
  const keys = await Keyboard.of(page, 'QWERTY')
  const bar = page.getByRole('toolbar', { name: 'What to do with the selected tickets' })
  const statuses = async () => (await desk.ticketRows(ids)).map(({ status }) => status)

  await keys.press('KeyJ', 'KeyX', 'Shift+KeyJ', 'Shift+KeyJ')
  await expect(bar).toContainText('3 selected')
  await keys.press('KeyS', 'KeyW', 'Enter')
  await expect.poll(statuses).toEqual(['waiting', 'waiting', 'waiting', 'new', 'new'])
  await expect(page.getByRole('region', { name: 'What was just done' })).toContainText('3 tickets')
  await keys.press('Control+KeyZ')
  await expect.poll(statuses).toEqual(['new', 'new', 'new', 'new', 'new'])

  // By mouse: from one to another, one of them not.
  await keys.press('Escape')
  await expect(bar).toHaveCount(0)
  const check = (title: string) => page.getByRole('checkbox', { name: new RegExp(`Select #\\d+ ${title}`, 'u') })
  await check('Drums').click()
  await check('Lute').click({ modifiers: ['Shift'] })
  await check('Horn').click()
  await expect(bar).toContainText('3 selected')
  await bar.getByRole('button', { name: 'Assign' }).click()
  await page.keyboard.type('Clara')
  await page.keyboard.press('Enter')
  const id = await desk.idOf('clara')
  await expect
    .poll(async () => (await desk.ticketRows(ids)).map(({ assigned_to }) => assigned_to))
    .toEqual([null, id, id, null, id])
  await expect(clara.toast('3 new tickets')).toBeVisible()
  expect(await clara.toast('new ticket').count()).toBe(1)

  // What someone else resolves leaves the list, and what is chosen.
  await boris.openView('Open')
  await check('Drums').click()
  await check('Lute').click()
  await expect(bar).toContainText('2 selected')
  await desk.ask('anna', 'post', `/api/tickets/${ids[4]}/status`, { status: 'closed' })
  await expect(bar).toContainText('1 selected')
})
