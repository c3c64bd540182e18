import type { Page } from '@playwright/test'
import { expect, test } from '../people/desk.ts'

/** From the next page on, remembers what jumps on it without anybody having touched it, and each time that bones were drawn in a ticket. */
const watchForJumps = (page: Page) =>
  page.addInitScript(() => {
    const seen = { jumps: 0, bones: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        // Types of the DOM know no such entries.
        if (Reflect.get(entry, 'hadRecentInput') === false) seen.jumps += Number(Reflect.get(entry, 'value'))
      }
    }).observe({ type: 'layout-shift', buffered: true })
    new MutationObserver(() => {
      seen.bones += document.querySelectorAll('article [aria-busy=true]').length
    }).observe(document, { childList: true, subtree: true })
  })

const seenOn = (page: Page): Promise<{ readonly jumps: number; readonly bones: number }> =>
  page.evaluate(() => Reflect.get(window, 'seen'))

test('nothing jumps when a ticket opens and when others work on it; the next one is there before it is wanted', async ({
  desk,
}) => {
  const last = await desk.ticket('Steady: the last', { tags: ['steady'] })
  const first = await desk.ticket('Steady: the first', { tags: ['steady'] })
  for (const { id } of [last, first])
    await desk.ask('boris', 'post', `/api/tickets/${id}/messages`, {
      body: 'Please send us a picture of it. '.repeat(9),
    })
  const anna = await desk.signIn('anna')
  const { page } = anna
  await watchForJumps(page)
  const ahead = page.waitForResponse((answer) => answer.url().endsWith(`/api/tickets/${last.id}/messages`))
  await page.goto(`/tickets/${first.id}?view=open&tag=steady`)
  await expect(anna.conversation).toHaveCount(2)
  await ahead

  // What the next ticket shows was asked for while this one was read.
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.evaluate(() => Object.assign(Reflect.get(window, 'seen'), { bones: 0 }))
  await page.keyboard.press(']')
  await expect(anna.ticket(last)).toBeVisible()
  await expect(anna.conversation).toHaveCount(2)
  expect(asked.filter((path) => path.startsWith(`/api/tickets/${last.id}`))).toEqual([])
  expect((await seenOn(page)).bones).toBe(0)

  await desk.ask('boris', 'post', `/api/tickets/${last.id}/messages`, { body: 'And which firmware has it? '.repeat(9) })
  await expect(anna.conversation).toHaveCount(3)
  await desk.ask('boris', 'post', `/api/tickets/${last.id}/status`, { status: 'waiting' })
  await expect(anna.status(last)).toContainText('Waiting')
  const boris = await desk.signIn('boris')
  await boris.open(last)
  await expect(anna.viewers(last)).toBeVisible()
  // Of all this together: half of what counts as good for a page.
  expect((await seenOn(page)).jumps).toBeLessThan(0.05)
})

test('the focus stays with the work: after sending, failing, undoing, removing, merging and closing what had opened', async ({
  desk,
}) => {
  const target = await desk.ticket('Focus: the original')
  const ticket = await desk.ticket('Focus: the duplicate')
  const anna = await desk.signIn('anna')
  const { page } = anna
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const heading = anna.ticket(ticket).getByRole('heading', { level: 1 })
  const send = page.getByRole('button', { name: 'Send reply' })
  const reply = page.getByRole('textbox', { name: 'Reply' })
  await anna.open(ticket)
  await expect(heading).toBeFocused()

  await reply.fill('It is on its way.')
  await send.click()
  await expect(anna.conversation).toHaveCount(2)
  await expect(reply).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(reply).toHaveText('It is on its way.')
  await expect(reply).toBeFocused()

  await page.route('**/messages', (route) => route.fulfill({ status: 500, body: 'No.' }))
  await send.click()
  await expect(page.getByRole('alert').filter({ hasText: 'It was not sent. Your words are kept.' })).toBeVisible()
  await expect(reply).toBeFocused()
  await page.unroute('**/messages')
  await reply.fill('')

  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('a') })
  await button('Remove a.txt').click()
  await expect(reply).toBeFocused()
  await reply.press('Escape')
  await expect(page.getByRole('region', { name: 'Write' })).toBeFocused()

  await button('Snooze').click()
  await page
    .getByRole('dialog', { name: 'Snooze' })
    .getByRole('button', { name: /^Tomorrow/u })
    .click()
  await button('Bring it back now').click()
  await expect(button('Bring it back now')).toHaveCount(0)
  await expect(heading).toBeFocused()
  await page.keyboard.press('s')
  await page.keyboard.press('Escape')
  await expect(heading).toBeFocused()

  await button('Link…').click()
  await page.getByRole('combobox', { name: 'What this ticket has to do with another' }).selectOption('merge')
  await page.getByRole('combobox', { name: 'The other ticket' }).fill(`#${target.id}`)
  await page.getByRole('option', { name: target.title }).click()
  await expect(button('Link…')).toBeFocused()
  await button('Undo the merge').click()
  await expect(reply).toBeVisible()
  await expect(heading).toBeFocused()
})
