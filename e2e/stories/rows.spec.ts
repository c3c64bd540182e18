import { expect, test } from '../people/desk.ts'
import { seriousFindings } from '../people/sight.ts'

test('someone chooses what rows show and how close they stand, and finds it so again', async ({ desk }) => {
  const ticket = await desk.ticket('The rows of one’s own', { priority: 'urgent' })
  const anna = await desk.signIn('anna')
  await anna.openView('All')
  const heads = anna.page.getByRole('group', { name: 'Columns, and how to sort by them' })
  const names = heads.locator('> *:not([aria-hidden])')
  await expect(names).toHaveText(['Status', 'Title', 'Tags', 'Requester', 'Priority', 'Assignee', /^Updated/u])

  await anna.page.getByRole('button', { name: 'Columns', exact: true }).click()
  const choice = anna.page.getByRole('dialog', { name: 'Columns' })
  await expect(choice.getByRole('checkbox', { name: 'Title' })).toBeDisabled()
  expect.soft(await seriousFindings(anna.page)).toEqual([])
  await choice.getByRole('checkbox', { name: 'Tags' }).press('Space')
  await choice.getByRole('checkbox', { name: 'Created' }).press('Space')
  const earlier = choice.getByRole('button', { name: 'Move “Created” left' })
  await earlier.press('Enter')
  await expect(earlier).toBeFocused()
  await earlier.press('Enter')
  const chosen = ['Status', 'Title', 'Requester', 'Priority', 'Created', 'Assignee', /^Updated/u]
  await expect(names).toHaveText(chosen)

  const height = async () => (await anna.row(ticket).boundingBox())?.height
  const before = await height()
  await choice.getByRole('radio', { name: 'Comfortable' }).press('ArrowRight')
  await expect.poll(height).toBeLessThan(before ?? 0)
  const compact = await height()
  await anna.page.keyboard.press('Escape')
  await expect(anna.page.getByRole('button', { name: 'Columns', exact: true })).toBeFocused()

  await heads.getByRole('button', { name: 'Created' }).click()
  await expect(heads.getByRole('button', { name: 'Created (Newest first)' })).toBeVisible()
  await expect(anna.page).toHaveURL(/sort=-created_at/u)
  await heads.getByRole('button', { name: 'Created' }).click()
  await expect(anna.page).toHaveURL(/sort=created_at/u)
  await heads.getByRole('button', { name: 'Created' }).click()

  await anna.page.reload()
  await expect(names).toHaveText(['Status', 'Title', 'Requester', 'Priority', /^Created/u, 'Assignee', 'Updated'])
  await expect.poll(height).toBe(compact)
})

test('rows that become higher leave the reader where they read', async ({ desk }) => {
  const anna = await desk.signIn('anna', { viewport: { width: 1200, height: 700 } })
  await anna.openView('All')
  const list = anna.page.getByRole('list', { name: 'Tickets' })
  const scroller = list.locator('..')
  const first = () =>
    scroller.evaluate((element) => {
      const { left, top } = element.getBoundingClientRect()
      return document
        .elementFromPoint(left + 200, top + 40)
        ?.closest('li')
        ?.getAttribute('aria-posinset')
    })
  await expect
    .poll(() => scroller.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight))
    .toBeGreaterThan(400)
  await scroller.evaluate((element) => element.scrollTo({ top: 400 }))
  await expect.poll(first).toBe('11')

  await anna.page.getByRole('button', { name: 'Columns', exact: true }).click()
  for (const density of ['Compact', 'Comfortable']) {
    await anna.page.getByRole('dialog', { name: 'Columns' }).getByText(density, { exact: true }).click()
    await expect(anna.page.getByRole('radio', { name: density })).toBeChecked()
    await expect.poll(first).toBe('11')
  }
})

test('a row says who is at its ticket and who writes in it, and does not move for it', async ({ desk }) => {
  const ticket = await desk.ticket('Seen from the queue')
  const other = await desk.ticket('Nobody is here')
  const anna = await desk.signIn('anna', { worker: 0 })
  const boris = await desk.signIn('boris', { worker: 1 })
  await anna.openView('All')
  const row = anna.row(ticket)
  const place = () => row.boundingBox()
  const empty = await place()

  await boris.open(ticket)
  const people = row.getByRole('img', { name: /^Also looking/u })
  await expect(people).toHaveAccessibleName('Also looking at it: Boris Volkov')
  await boris.page.getByRole('textbox', { name: 'Reply' }).pressSequentially('Hm')
  await expect(people).toHaveAccessibleName('Also looking at it: Boris Volkov (writing now)')
  expect(await place()).toEqual(empty)
  await people.hover()
  await expect(anna.page.getByRole('tooltip')).toHaveText(/Boris Volkov/u)
  await expect(people).toHaveAccessibleName('Also looking at it: Boris Volkov')
  // To look at a row is not to open it.
  await expect(boris.viewers(ticket)).toHaveCount(0)

  await boris.open(other)
  await expect(people).toHaveCount(0)
  await expect(anna.row(other).getByRole('img', { name: /Boris/u })).toBeVisible()
  expect(await place()).toEqual(empty)
})

test('who touches nothing for five minutes is away, in rows and at the ticket, until they touch something', async ({
  desk,
}) => {
  const ticket = await desk.ticket('Left for lunch')
  const anna = await desk.signIn('anna', { worker: 0 })
  // His time is the story's: a browser has one that a worker of its own would not know of.
  const boris = await desk.signIn('boris', { worker: 1, home: 'leader' })
  const clara = await desk.signIn('clara', { worker: 1 })
  await boris.page.clock.install()
  await anna.openView('All')
  await boris.open(ticket)
  const people = anna.row(ticket).getByRole('img', { name: /^Also looking/u })
  await expect(people).toHaveAccessibleName('Also looking at it: Boris Volkov')

  await boris.page.clock.fastForward('05:30')
  await expect(people).toHaveAccessibleName('Also looking at it: Boris Volkov (away)')
  await clara.open(ticket)
  await expect(clara.viewers(ticket)).toHaveAccessibleName(/Boris Volkov \(away\)/u)
  for (const { page } of [anna, clara]) expect.soft(await seriousFindings(page)).toEqual([])

  await boris.isLive()
  await boris.page.mouse.move(200, 200)
  await boris.page.mouse.move(220, 220)
  await expect(people).toHaveAccessibleName('Also looking at it: Boris Volkov and Clara Weiss')
})
