import type { Locator, TestInfo } from '@playwright/test'
import { expect, test } from '../people/desk.ts'
import { overhang, seriousFindings } from '../people/sight.ts'

/** How what opens and what goes wrong is looked at: each width once, each colours once. */
const looks = [
  { name: 'wide and light', viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'narrow and dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const

for (const { name, ...look } of looks) {
  test(`what opens, is empty or goes wrong around lists fits and is open to everyone: ${name}`, async ({
    desk,
  }, info) => {
    await desk.ask('anna', 'post', '/api/saved-views', { name: `Bare, ${name}`, query: 'tag=bare', shared: false })
    const anna = await desk.signIn('anna', look)
    const { page } = anna
    const button = (said: string) => page.getByRole('button', { name: said, exact: true })
    const lookAt = openLook(info)

    await anna.visit('/tickets?view=open&priority=urgent')
    await button('Save as a view').click()
    await lookAt('save-view', page.getByRole('dialog', { name: 'Save as a view' }))
    await page.keyboard.press('Escape')

    const views = await desk.savedViewRows()
    await anna.visit(`/tickets?saved=${views.find((view) => view.name === `Bare, ${name}`)?.id}&view=all&tag=bare`)
    await lookAt('empty-saved-view', page.getByText(`Nothing is in “Bare, ${name}”`))
    await anna.visit('/search?q=zzzzqqq')
    await lookAt('nothing-found', page.getByText('Nothing was found'))

    for (const [path, opens] of [
      ['canned', 'New canned reply'],
      ['teams', 'New team'],
      ['people', 'Add someone'],
    ] as const) {
      await anna.visit(`/settings/${path}`)
      await button(opens).click()
      await page.getByRole('dialog').locator('button[type=submit]').click()
      await lookAt(`new-${path}`, page.getByRole('dialog', { name: opens }))
    }
    await page.route('**/api/canned-replies', (route) => route.abort())
    await anna.visit('/settings/canned')
    await lookAt('failed-list', page.getByRole('alert').filter({ hasText: 'could not be loaded' }))
    await page.unroute('**/api/canned-replies')

    const stranger = await desk.stranger(look)
    const door = stranger.page
    await door.route('**/api/session', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status: 429,
            headers: { 'Retry-After': '600' },
            contentType: 'application/problem+json',
            body: JSON.stringify({
              type: '/problems#too_many_requests',
              title: 'Too many',
              status: 429,
              detail: 'Wait.',
            }),
          })
        : route.continue(),
    )
    await door.goto('/')
    await door.getByRole('button', { name: /^Anna/u }).click()
    await lookAt('too-many-tries', door.getByText(/Try again at \d/u))
  })

  test(`what opens or goes wrong at a ticket fits and is open to everyone: ${name}`, async ({ desk }, info) => {
    const [ticket, other] = [await desk.ticket(`Asked twice, ${name}`), await desk.ticket(`Asked again, ${name}`)]
    const anna = await desk.signIn('anna', look)
    const { page } = anna
    const button = (said: string) => page.getByRole('button', { name: said, exact: true })
    const lookAt = openLook(info)
    await anna.open(ticket)
    await button('Snooze').click()
    await page.getByLabel('Another time').fill('2020-01-01T09:00')
    await lookAt('snooze', page.getByRole('dialog', { name: 'Snooze' }))
    await page.keyboard.press('Escape')

    await page.route('**/api/attachments?*', (route) => route.abort())
    await page.locator('input[type=file]').setInputFiles({
      name: 'a log with a name that is longer than any telephone is wide, from the printer in the hall.log',
      mimeType: 'text/plain',
      buffer: Buffer.from('12:04 paper jam'),
    })
    await lookAt('not-uploaded', page.getByText('Not uploaded.'))
    await page.unroute('**/api/attachments?*')

    if (look.viewport.width < 1000) await page.getByRole('tab', { name: 'Details' }).click()
    await button('Link…').click()
    await page.getByRole('combobox', { name: 'What this ticket has to do with another' }).selectOption('merge')
    await page.getByRole('combobox', { name: 'The other ticket' }).fill(`${other.id}`)
    // A number may stand in the words of others, too.
    const found = page.getByRole('listbox').getByRole('option').filter({ hasText: other.title })
    await expect(found).toBeVisible()
    await lookAt('merge', page.getByRole('dialog', { name: 'Link…' }))
    await found.click()
    await lookAt('merged', button('Undo the merge'))
    await button('Undo the merge').click()
    await expect(button('Undo the merge')).toHaveCount(0)

    // Written in two places, while one of them heard nothing.
    await anna.open(other)
    const field = page.getByRole('textbox', { name: 'Reply' })
    await field.fill('Please clean the glass')
    await expect(page.getByText('Draft kept', { exact: true })).toBeVisible()
    await anna.loseConnection()
    await desk.ask('anna', 'put', `/api/tickets/${other.id}/drafts/reply`, {
      body: 'Please clean the glass with a soft cloth and a drop of alcohol, then print the page that comes with it.',
      version: (await desk.draftsOf('anna')).find(({ ticket_id }) => ticket_id === other.id)?.version ?? null,
    })
    await field.fill('Please clean it twice')
    await anna.regainConnection()
    await lookAt('drafts-apart', page.getByRole('alert').filter({ hasText: 'another draft' }))
    await button('Keep mine').click()

    await anna.enterTunnel()
    await anna.reply('It is on its way.')
    await expect(anna.unsent).toHaveText('1 thing waits to be sent')
    await desk.ask('boris', 'post', `/api/tickets/${other.id}/messages`, { body: 'It left us today.' })
    await anna.leaveTunnel()
    await lookAt('refused', page.getByRole('alert').filter({ hasText: 'Not done' }))
  })
}

/** Looks at what a page shows, which must be there wholly, and takes its picture. */
const openLook = (info: TestInfo) => async (what: string, seen: Locator) => {
  const page = seen.page()
  await expect(seen).toBeVisible()
  await expect(page.locator('[data-mantine-transition], [aria-busy=true]')).toHaveCount(0)
  await page.screenshot({ path: info.outputPath(`${what}.png`), animations: 'disabled' })
  expect.soft(await overhang(page), what).toBeLessThanOrEqual(0)
  await expect.soft(seen, what).toBeInViewport({ ratio: 0.99 })
  expect.soft(await seriousFindings(page), what).toEqual([])
}
