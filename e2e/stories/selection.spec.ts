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

test('a whole view is changed, also what is not loaded: asked first, told what did not work, taken back but for what others changed', async ({
  desk,
}) => {
  const tickets = await Promise.all(
    Array.from({ length: 120 }, (_, n) => desk.ticket(`Voice ${n + 1}`, { tags: ['choir'] })),
  )
  const ids = tickets.map(({ id }) => id).toSorted((a, b) => a - b)
  const [kept = 0, twin = 0, disputed = 0] = ids.slice(-3)
  await desk.ask('anna', 'post', `/api/tickets/${twin}/merge`, { into: kept })
  const statuses = async () => {
    const rows = await desk.ticketRows(ids)
    return Object.fromEntries(
      ['new', 'waiting', 'closed', 'resolved'].map((one) => [one, rows.filter(({ status }) => status === one).length]),
    )
  }
  const boris = await desk.signIn('boris', { worker: 1 })
  const { page } = boris
  await boris.visit('/tickets?view=all&tag=choir&sort=created_at')
  await expect(boris.row({ title: 'Voice' }).first()).toBeVisible()
  const keys = await Keyboard.of(page, 'QWERTY')
  const bar = page.getByRole('toolbar', { name: 'What to do with the selected tickets' })

  await keys.press('KeyJ', 'KeyX', 'Control+KeyA')
  await expect(bar).toContainText('All 120 selected')
  await keys.press('KeyS', 'KeyW', 'Enter')
  const asked = page.getByRole('dialog', { name: 'Change 120 tickets?' })
  await expect(asked).toContainText('Status: Waiting')
  await page.keyboard.press('Escape')
  await expect(asked).toHaveCount(0)
  expect(await statuses()).toEqual({ new: 119, waiting: 0, closed: 1, resolved: 0 })

  await keys.press('KeyS', 'KeyW', 'Enter')
  await expect(asked).toBeVisible()
  await page.keyboard.press('Enter')
  await expect.poll(statuses).toEqual({ new: 0, waiting: 119, closed: 1, resolved: 0 })
  const told = page.getByRole('alert', { name: 'A change of many tickets' })
  await expect(told).toContainText('119 tickets · Status: Waiting. 1 could not be changed.')
  await told.getByRole('button', { name: 'Show which' }).click()
  await expect(told.getByRole('listitem')).toHaveText(
    `#${twin} It was merged into another ticket, and stays closed while it is.`,
  )

  await desk.ask('anna', 'post', `/api/tickets/${disputed}/status`, { status: 'resolved' })
  await keys.press('Control+KeyZ')
  await expect.poll(statuses).toEqual({ new: 118, waiting: 0, closed: 1, resolved: 1 })
  await expect(told).toContainText(
    '118 tickets are as they were before. 1 was changed by someone else meanwhile, and stays so.',
  )

  // What one does for oneself, and to when it is seen again.
  await told.getByRole('button', { name: 'Close' }).click()
  await keys.press('Escape', 'KeyJ', 'KeyX', 'Shift+KeyJ', 'KeyW')
  // Tickets that were made together stand in any order.
  const watched = async () => (await desk.ticketRows(ids)).filter(({ watcher_ids }) => watcher_ids.length > 0).length
  await expect(bar).toContainText('2 selected')
  await expect.poll(watched).toBe(2)
  await keys.press('KeyZ')
  await page.getByRole('dialog', { name: 'Snooze' }).getByRole('button', { name: 'Tomorrow' }).press('Enter')
  const aside = async () => (await desk.ticketRows(ids)).filter(({ snoozed_until }) => snoozed_until !== null).length
  await expect.poll(aside).toBe(2)
  await expect(page.getByRole('region', { name: 'What was just done' })).toContainText('2 tickets · Snoozed until')
  await keys.press('Control+KeyZ')
  await expect.poll(aside).toBe(0)
})
