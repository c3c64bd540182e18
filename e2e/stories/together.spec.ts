import { expect, test } from '../people/desk.ts'

test('two agents at one ticket see each other, what the other does, and can take it back', async ({ desk }) => {
  const ticket = await desk.ticket('Two people look at one ticket')
  const anna = await desk.signIn('anna', { worker: 0 })
  const boris = await desk.signIn('boris', { worker: 1 })
  await anna.open(ticket)
  await boris.open(ticket)
  await expect(anna.viewers(ticket)).toHaveAccessibleName(/Boris/u)
  await expect(boris.viewers(ticket)).toHaveAccessibleName(/Anna/u)

  const words = anna.page.getByRole('textbox', { name: 'Reply' })
  // Letters that are keys elsewhere are letters here.
  await words.pressSequentially('Hm, jar me a rest')
  await expect(words).toHaveText('Hm, jar me a rest')
  await expect(boris.viewers(ticket)).toHaveAccessibleName(/Anna Lindgren \(writing now\)/u)
  await expect(boris.viewers(ticket)).not.toHaveAccessibleName(/writing/u)

  await boris.page.getByRole('tab', { name: 'History' }).click()
  await anna.setStatus(ticket, 'Waiting')
  const history = boris.page.getByRole('region', { name: 'History' }).getByRole('listitem')
  await expect(history.first()).toContainText(/Anna.*Status: New → Waiting/su)
  await boris.page.getByRole('tab', { name: 'Details' }).click()
  await boris.page.getByRole('button', { name: 'Undo the change of status' }).click()
  await expect(anna.status(ticket)).toContainText('New')

  await boris.page.getByRole('button', { name: 'Watch', exact: true }).click()
  await expect(anna.page.getByRole('group', { name: 'Watchers' })).toContainText('Boris')
  await anna.ticket(ticket).getByRole('heading').first().focus()
  await anna.page.keyboard.press('z')
  await anna.page.getByRole('button', { name: /^Tomorrow/u }).click()
  for (const { page } of [anna, boris]) await expect(page.getByText(/^Snoozed until/u).first()).toBeVisible()
  await boris.page.getByRole('button', { name: 'Bring it back now' }).click()
  await expect(anna.page.getByRole('button', { name: 'Bring it back now' })).toBeHidden()

  await expect
    .poll(() => desk.ticketRows([ticket.id]))
    .toMatchObject([{ status: 'new', snoozed_until: null, watcher_ids: [await desk.idOf('boris')] }])
  for (const person of [anna, boris]) await person.wasNotReloaded()
})

test('a duplicate is merged, answered where it goes on, and taken out again', async ({ desk }) => {
  const target = await desk.ticket('The scanner is out of paper')
  const duplicate = await desk.ticket('Scanner: paper is out')
  const anna = await desk.signIn('anna', { worker: 0 })
  const boris = await desk.signIn('boris', { worker: 1 })
  await anna.open(duplicate)
  await boris.open(target)

  await anna.page.getByRole('button', { name: 'Link…' }).click()
  await anna.page.getByRole('combobox', { name: 'What this ticket has to do with another' }).selectOption('merge')
  await anna.page.getByRole('combobox', { name: 'The other ticket' }).fill(`#${target.id}`)
  await anna.page.getByRole('option', { name: target.title }).click()

  await expect(anna.page.getByText('This ticket was merged and goes on in')).toBeVisible()
  await expect(anna.page.getByRole('textbox', { name: 'Reply' })).toBeHidden()
  await expect(boris.page.getByRole('log')).toContainText('Scanner: paper is out. Please help.')
  await desk.ask('anna', 'post', `/api/tickets/${duplicate.id}/messages`, { body: 'Any news?', from: 'requester' })
  await expect(boris.page.getByRole('log')).toContainText('Any news?')

  await boris.page.getByRole('button', { name: `Take #${duplicate.id} out again` }).click()
  await expect(anna.page.getByRole('textbox', { name: 'Reply' })).toBeVisible()
  await expect(boris.page.getByRole('log')).not.toContainText('Scanner: paper is out. Please help.')

  await expect
    .poll(() => desk.ticketRows([target.id, duplicate.id]))
    .toMatchObject([
      { id: target.id, took_in: [], message_count: 2 },
      { id: duplicate.id, status: 'new', merged_into: null, message_count: 1 },
    ])
})

test('a ticket that is merged under someone’s words keeps them, says what to do instead of each key, and takes them along', async ({
  desk,
}) => {
  const target = await desk.ticket('The gate stays open')
  const duplicate = await desk.ticket('Gate: does not close')
  const boris = await desk.signIn('boris', { worker: 1 })
  await boris.open(duplicate)
  const { page } = boris
  await page.getByRole('textbox', { name: 'Reply' }).fill('Is there a stone in the rail?')
  await expect(page.getByText('Draft kept', { exact: true })).toBeVisible()
  await desk.ask('anna', 'post', `/api/tickets/${duplicate.id}/merge`, { into: target.id })

  const end = page.getByRole('region', { name: 'Write' })
  await expect(end).toContainText(`This ticket goes on in #${target.id}.`)
  await expect(end).toContainText('Is there a stone in the rail?')
  await expect(boris.status(duplicate)).toHaveAccessibleDescription(/Undo the merge to change its status/u)
  for (const [key, why] of [
    ['s', 'Undo the merge to change its status.'],
    ['e', 'Undo the merge to change its status.'],
    ['z', 'Undo the merge to change its status.'],
    ['r', `It was merged into #${target.id}: write there.`],
    ['n', `It was merged into #${target.id}: write there.`],
  ] as const) {
    await page.keyboard.press(key)
    const told = boris.toast(why)
    await expect(told).toBeVisible()
    await told.getByRole('button').click()
    await expect(told).toHaveCount(0)
  }
  // What does not bring it back can be changed.
  await page.keyboard.press('i')
  await expect
    .poll(() => desk.ticketRows([duplicate.id]))
    .toMatchObject([{ status: 'closed', assigned_to: await desk.idOf('boris') }])

  await end.getByRole('button', { name: `Write in #${target.id}` }).click()
  await expect(boris.ticket(target)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveText('Is there a stone in the rail?')
  await expect(page.getByRole('textbox', { name: 'Reply' })).toBeFocused()
  await expect
    .poll(async () => (await desk.draftsOf('boris')).filter(({ body }) => body === 'Is there a stone in the rail?'))
    .toMatchObject([{ ticket_id: target.id }])
})
