import { expect, test } from '../people/desk.ts'

/** Where the one socket of a browser may be. */
const homes = ['worker', 'leader'] as const

for (const home of homes) {
  test(`what was written and changed in a tunnel is at the desk once, in its order, on return (${home})`, async ({
    desk,
  }) => {
    const ticket = await desk.ticket(`Points are frozen (${home})`)
    const chat = await desk.group(`Night train (${home})`, ['boris', 'anna'])
    const boris = await desk.signIn('boris', { worker: 1, home })
    const other = await boris.anotherTab()
    await boris.open(ticket)
    await expect(boris.conversation).toHaveCount(1)
    await other.openChat(chat)

    await boris.enterTunnel()
    for (const tab of [boris, other]) await expect(tab.state).toHaveAttribute('data-state', 'offline')
    await boris.reply('We send someone with a torch.')
    await boris.reply('They are on their way.')
    await boris.setStatus(ticket, 'Waiting')
    await boris.setStatus(ticket, 'Resolved')
    await other.say('Still in the tunnel.')

    // It shows as done, also that it waits; the other tab knows of it, too.
    await expect(boris.conversation).toHaveCount(3)
    await expect(boris.status(ticket)).toContainText('Resolved')
    for (const tab of [boris, other]) await expect(tab.unsent).toHaveText('5 things wait to be sent')
    expect(await desk.ticketRows([ticket.id])).toMatchObject([{ status: 'new', message_count: 1 }])

    await boris.leaveTunnel()
    for (const tab of [boris, other]) await expect(tab.unsent).toHaveCount(0)
    await expect(boris.conversation).toHaveCount(3)
    await expect(boris.conversation.nth(1)).toContainText('with a torch')
    await expect(boris.conversation.nth(2)).toContainText('on their way')
    await boris.wasNotReloaded()
    expect(await desk.ticketRows([ticket.id])).toMatchObject([{ status: 'resolved', message_count: 3 }])
    expect(await desk.wordsOf(ticket.id)).toEqual([
      `${ticket.title}. Please help.`,
      'We send someone with a torch.',
      'They are on their way.',
    ])
    expect(await desk.statusesOf(ticket.id)).toEqual(['waiting', 'resolved'])
    await expect(other.messages.filter({ hasText: 'Still in the tunnel.' })).toHaveCount(1)
  })
}

test('what waits outlives its tab, and is sent by the next that this person opens', async ({ desk }) => {
  const ticket = await desk.ticket('Window does not close')
  const boris = await desk.signIn('boris')
  await boris.open(ticket)
  await expect(boris.conversation).toHaveCount(1)
  await boris.enterTunnel()
  await boris.reply('Pull the handle twice.')
  await expect(boris.unsent).toHaveText('1 thing waits to be sent')
  const next = await boris.anotherTab()
  await boris.page.close()

  await next.leaveTunnel()
  await next.open(ticket)
  await expect(next.conversation.filter({ hasText: 'Pull the handle twice.' })).toHaveCount(1)
  await expect(next.unsent).toHaveCount(0)
  expect(await desk.wordsOf(ticket.id)).toEqual([`${ticket.title}. Please help.`, 'Pull the handle twice.'])
})

test('what waits is taken back before it is sent, and its words are where they were written', async ({ desk }) => {
  const ticket = await desk.ticket('Torch is empty')
  const boris = await desk.signIn('boris')
  await boris.open(ticket)
  await expect(boris.conversation).toHaveCount(1)
  await boris.enterTunnel()
  await boris.setStatus(ticket, 'Waiting')
  await boris.reply('Buy batteries.')
  await boris.reply('The round ones.')
  await expect(boris.unsent).toHaveText('3 things wait to be sent')

  await boris.unsent.click()
  const waiting = boris.page.getByRole('list', { name: 'Waiting to be sent' })
  await waiting.getByRole('listitem').filter({ hasText: 'Buy batteries.' }).getByRole('button').click()
  await expect(boris.unsent).toHaveText('2 things wait to be sent')
  await expect(boris.conversation.filter({ hasText: 'Buy batteries.' })).toHaveCount(0)
  await expect(boris.page.getByRole('textbox', { name: 'Reply' })).toHaveText('Buy batteries.')

  await boris.leaveTunnel()
  await expect(boris.unsent).toHaveCount(0)
  await expect(boris.conversation.filter({ hasText: 'The round ones.' })).toHaveCount(1)
  await expect(boris.page.getByRole('textbox', { name: 'Reply' })).toHaveText('Buy batteries.')
  expect(await desk.wordsOf(ticket.id)).toEqual([`${ticket.title}. Please help.`, 'The round ones.'])
  expect(await desk.statusesOf(ticket.id)).toEqual(['waiting'])
})

test('what was taken back in a tunnel is taken back at the desk, too, where its answer alone was lost', async ({
  desk,
}) => {
  const ticket = await desk.ticket('Light flickers')
  const boris = await desk.signIn('boris')
  const anna = await desk.signIn('anna', { worker: 1 })
  await boris.open(ticket)
  await anna.open(ticket)
  await expect(boris.conversation).toHaveCount(1)
  const posting = `**/api/tickets/${ticket.id}/messages`
  let hasArrived = false
  await boris.page.route(posting, async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    if (!hasArrived) await route.fetch()
    hasArrived = true
    await route.abort()
  })
  await boris.reply('Change the bulb.')
  await expect(boris.unsent).toHaveText('1 thing waits to be sent')
  await expect(anna.conversation.filter({ hasText: 'Change the bulb.' })).toHaveCount(1)
  await boris.enterTunnel()
  await boris.page.unroute(posting)
  await boris.reply('Call an electrician.')
  await expect(boris.unsent).toHaveText('2 things wait to be sent')

  await boris.unsent.click()
  const waiting = boris.page.getByRole('list', { name: 'Waiting to be sent' })
  await waiting.getByRole('listitem').filter({ hasText: 'Change the bulb.' }).getByRole('button').click()
  await expect(boris.page.getByRole('textbox', { name: 'Reply' })).toHaveText('Change the bulb.')
  await boris.leaveTunnel()

  await expect(boris.unsent).toHaveCount(0)
  for (const { conversation } of [boris, anna]) {
    await expect(conversation.filter({ hasText: 'Call an electrician.' })).toHaveCount(1)
    await expect(conversation.filter({ hasText: 'Change the bulb.' })).toHaveCount(0)
  }
  await expect(boris.page.getByRole('textbox', { name: 'Reply' })).toHaveText('Change the bulb.')
  expect(await desk.wordsOf(ticket.id)).toEqual([`${ticket.title}. Please help.`, 'Call an electrician.'])
})

test('what waits is undone by one key like anything else, whether it is sent meanwhile or not', async ({ desk }) => {
  const ticket = await desk.ticket('Fan is loud')
  const boris = await desk.signIn('boris')
  await boris.open(ticket)
  await expect(boris.conversation).toHaveCount(1)
  await boris.enterTunnel()
  await boris.setStatus(ticket, 'Waiting')
  await boris.reply('Clean its blades.')
  await expect(boris.page.getByText(`Reply waits in #${ticket.id}`, { exact: true })).toBeVisible()
  await boris.page.keyboard.press('Control+z')
  await expect(boris.page.getByRole('textbox', { name: 'Reply' })).toHaveText('Clean its blades.')
  await expect(boris.conversation.filter({ hasText: 'Clean its blades.' })).toHaveCount(0)
  await expect(boris.unsent).toHaveText('1 thing waits to be sent')
  await boris.leaveTunnel()
  await expect(boris.unsent).toHaveCount(0)
  await expect.poll(() => desk.statusesOf(ticket.id)).toEqual(['waiting'])

  await boris.page.keyboard.press('Escape')
  await boris.page.keyboard.press('Control+z')
  await expect(boris.status(ticket)).toContainText('New')
  await expect.poll(() => desk.statusesOf(ticket.id)).toEqual(['waiting', 'new'])
  expect(await desk.wordsOf(ticket.id)).toEqual([`${ticket.title}. Please help.`])
})

test('what the desk refuses on return is told, with what was kept, and done when its person insists', async ({
  desk,
}) => {
  const ticket = await desk.ticket('Two answers to one question')
  const boris = await desk.signIn('boris')
  await boris.open(ticket)
  await expect(boris.conversation).toHaveCount(1)
  await boris.enterTunnel()
  await boris.setStatus(ticket, 'Resolved')
  await expect(boris.unsent).toHaveText('1 thing waits to be sent')
  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/status`, { status: 'waiting' })
  await boris.leaveTunnel()

  const told = boris.page.getByRole('alert').filter({ hasText: `change of ticket ${ticket.id} (Status: Resolved)` })
  await expect(told).toBeVisible()
  await expect(boris.status(ticket)).toContainText('Waiting')
  await expect(boris.unsent).toHaveCount(0)

  await told.getByRole('button', { name: 'Send it now' }).click()
  await expect(told).toHaveCount(0)
  await expect(boris.status(ticket)).toContainText('Resolved')
  expect(await desk.ticketRows([ticket.id])).toMatchObject([{ status: 'resolved' }])
})

test('a part of the page that was lost on its way is had by a new page, by itself', async ({ desk }) => {
  const boris = await desk.signIn('boris')
  const { page } = boris
  const part = /TicketPeek[^/]*\.js$/u
  await page.route(part, (route) => route.abort())
  const lost = page.waitForEvent('requestfailed', (request) => part.test(request.url()))
  await boris.openView('Open')
  await lost
  await page.unroute(part)

  await expect(boris.rows.first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await expect.poll(() => page.evaluate(() => 'neverReloaded' in window).catch(() => true)).toBe(false)
  await boris.isLive()
  await expect(boris.rows.first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('Space')
  await expect(page.getByRole('log')).toBeVisible()
})
