import { expect, test } from '../people/desk.ts'

test('what was said long ago is found in any form of its words, and opens where it was said', async ({ desk }) => {
  const ticket = await desk.ticket('A question about wood')
  const anna = await desk.signIn('anna', { worker: 0 })
  const boris = await desk.signIn('boris', { worker: 1 })
  await anna.open(ticket)
  await anna.addNote('The marmosets gnawed the banisters.')
  for (const note of ['We will come.', 'On Monday.', 'At nine.', 'With tools.', 'And paint.', 'See you then.'])
    await anna.addNote(`${note} ${'It takes a while. '.repeat(30)}`)
  await expect(anna.conversation).toHaveCount(8)

  await boris.openView('Mine')
  await boris.page.keyboard.press('/')
  await boris.page.keyboard.type('marmoset gnaws')
  await boris.page.keyboard.press('Enter')
  const found = boris.page.getByRole('list', { name: 'Found tickets' })
  await expect(found.getByRole('link', { name: 'A question about wood' })).toBeVisible()
  await expect(found.locator('mark')).toHaveText(['marmosets', 'gnawed'])
  await boris.page.getByRole('searchbox', { name: 'Search everything' }).press('ArrowDown')
  await boris.page.keyboard.press('ArrowDown')
  await boris.page.keyboard.press('Enter')

  const note = boris.conversation.filter({ hasText: 'marmosets' })
  await expect(note).toHaveAttribute('aria-current', 'true')
  await expect(note).toBeInViewport()

  await anna.setStatus(ticket, 'Resolved')
  await expect(found.getByRole('link', { name: 'A question about wood' })).toContainText('Resolved')
  await boris.wasNotReloaded()
})

test('what is typed before the palette’s field is there is in it, and does nothing else', async ({ desk }) => {
  const ticket = await desk.ticket('Rail is bent')
  const boris = await desk.signIn('boris')
  const { page } = boris
  await boris.open(ticket)
  for (const words of ['resolved', 'zeist']) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(words)
    const field = page.getByRole('dialog', { name: 'Find anything' }).getByRole('combobox')
    await expect(field).toHaveValue(words)
    await expect(field).toBeFocused()
    await page.keyboard.type('?')
    await expect(field).toHaveValue(`${words}?`)
    await page.keyboard.press('Escape')
    await expect(field).toHaveCount(0)
  }
  expect(await desk.statusesOf(ticket.id)).toEqual([])
})
