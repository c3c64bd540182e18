import { expect, test } from '../people/desk.ts'

test('a part of the page that breaks leaves the rest whole and live, and is tried again', async ({ desk }) => {
  const ticket = await desk.ticket('Lid does not shut')
  const other = await desk.ticket('Lid squeaks')
  const boris = await desk.signIn('boris', { worker: 1 })
  const { page } = boris
  // What is loaded in its place works once it is told to.
  await page.route(/WritingEditor[^/]*\.js$/u, (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: 'export const WritingEditor = () => { if (!window.mended) throw new Error("It broke."); return "Mended" }',
    }),
  )
  await boris.open(ticket)
  const broken = page.getByRole('alert').filter({ hasText: 'This part of the page broke. What you wrote is kept.' })
  await expect(broken).toHaveCount(1)

  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/messages`, { body: 'Oil the hinge.' })
  await expect(boris.conversation.filter({ hasText: 'Oil the hinge.' })).toHaveCount(1)
  await boris.setStatus(ticket, 'Waiting')
  await expect.poll(() => desk.statusesOf(ticket.id)).toEqual(['waiting'])
  await page.keyboard.press(']')
  await expect(boris.ticket(other)).toBeVisible()
  await expect(broken).toHaveCount(1)

  await page.evaluate(() => Object.assign(window, { mended: true }))
  await broken.getByRole('button', { name: 'Try again' }).click()
  await expect(broken).toHaveCount(0)
  await expect(page.getByRole('region', { name: 'Write' })).toContainText('Mended')
})

test('a screen that cannot be loaded leaves the way to the others', async ({ desk }) => {
  const boris = await desk.signIn('boris')
  const { page } = boris
  await page.route(/NotificationsScreen[^/]*\.js$/u, (route) => route.abort())
  await boris.openView('Open')
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page.getByRole('alert')).toContainText('This page broke.')
  await page.getByRole('link', { name: /^Mine/u }).click()
  await expect(page.getByRole('heading', { name: 'Mine' })).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('screens that nobody has opened yet are there without a network', async ({ desk }) => {
  const boris = await desk.signIn('boris')
  const { page } = boris
  await boris.openView('Open')
  const loaded = () =>
    performance.getEntriesByType('resource').filter(({ name }) => /(?:Chats|Notifications)Screen[^/]*\.js$/u.test(name))
      .length
  await expect.poll(() => page.evaluate(loaded)).toBe(2)
  await boris.enterTunnel()
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { name: 'Notifications' })).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { name: 'Chats' })).toBeVisible()
  await boris.leaveTunnel()
  await boris.isLive()
  await boris.wasNotReloaded()
})
