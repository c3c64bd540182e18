import { expect, test } from '../people/desk.ts'
import { Keyboard } from '../people/keyboard.ts'

test('of two who answer at once the second is told, and nothing is said twice', async ({ desk }) => {
  const ticket = await desk.ticket('Invoice was paid twice')
  const [anna, boris] = [await desk.signIn('anna', { worker: 0 }), await desk.signIn('boris', { worker: 1 })]
  const words = new Map([
    [anna, 'We pay the second one back today.'],
    [boris, 'You will have your money back today.'],
  ])
  for (const person of words.keys()) {
    await person.open(ticket)
    await expect(person.conversation).toHaveCount(1)
    // Nobody hears of the other before they send.
    await person.loseConnection()
  }

  await Promise.all([...words].map(([person, text]) => person.reply(text)))
  const whoWasTold = async () => {
    const told = await Promise.all([anna, boris].map((person) => person.unseen.isVisible()))
    return [anna, boris].filter((_, index) => told[index])
  }
  await expect.poll(async () => (await whoWasTold()).length).toBe(1)
  const [second = anna] = await whoWasTold()
  const first = second === anna ? boris : anna

  const [opening, said] = [`${ticket.title}. Please help.`, words.get(first) ?? '']
  await expect(second.unseen.getByRole('listitem')).toContainText(said)
  expect(await desk.wordsOf(ticket.id)).toEqual([opening, said])

  // To have a look changes nothing: whoever edits what they wrote is where they were, and knows what is new.
  await second.unseen.getByRole('button', { name: 'Edit mine' }).last().click()
  await expect(second.page.getByRole('textbox', { name: 'Reply' })).toHaveText(words.get(second) ?? '')
  await second.reply('My colleague was faster than I.')
  await expect.poll(() => desk.wordsOf(ticket.id)).toEqual([opening, said, 'My colleague was faster than I.'])
})

test('what was held back is sent when its author insists, or forgotten when they do not', async ({ desk }) => {
  const ticket = await desk.ticket('Two keys for one door')
  const boris = await desk.signIn('boris')
  await boris.open(ticket)
  await expect(boris.conversation).toHaveCount(1)
  await boris.loseConnection()
  const path = `/api/tickets/${ticket.id}/messages`
  const opening = `${ticket.title}. Please help.`

  await desk.ask('anna', 'post', path, { body: 'One is at the gate.' })
  await boris.reply('The other is with me.')
  await boris.unseen.getByRole('button', { name: 'Send anyway' }).click()
  await expect.poll(() => desk.wordsOf(ticket.id)).toEqual([opening, 'One is at the gate.', 'The other is with me.'])

  await desk.ask('anna', 'post', path, { body: 'Both are at the gate.' })
  await boris.reply('Neither is here.')
  await boris.unseen.getByRole('button', { name: 'Discard mine' }).click()
  await expect(boris.unseen).toHaveCount(0)
  await expect(boris.page.getByRole('textbox', { name: 'Reply' })).toHaveText('')
  expect(await desk.wordsOf(ticket.id)).toHaveLength(4)
})

test('one key sends, resolves and opens the next ticket of the list; after the last the list is back', async ({
  desk,
}) => {
  const tag = 'one-key'
  const tickets = [
    await desk.ticket('First of two', { tags: [tag] }),
    await desk.ticket('Last of two', { tags: [tag] }),
  ]
  const boris = await desk.signIn('boris')
  await boris.visit(`/tickets/${tickets[0]?.id}?view=open&tag=${tag}&sort=created_at`)
  const keys = await Keyboard.of(boris.page, 'QWERTY')

  for (const ticket of tickets) {
    await expect(boris.ticket(ticket)).toBeVisible()
    await boris.page.getByRole('textbox', { name: 'Reply' }).fill(`Done: ${ticket.title}.`)
    await keys.press('Control+Shift+Enter')
    await expect(boris.ticket(ticket)).toHaveCount(0)
  }
  await expect(boris.page).toHaveURL(/\/tickets\?/u)

  const ids = tickets.map(({ id }) => id)
  expect((await desk.ticketRows(ids)).map(({ status }) => status)).toEqual(['resolved', 'resolved'])
  for (const ticket of tickets) expect((await desk.wordsOf(ticket.id)).at(-1)).toBe(`Done: ${ticket.title}.`)
})

test('a canned reply is put where the caret is, its gaps filled, and its changes are made with it', async ({
  desk,
}) => {
  const ticket = await desk.ticket('Router blinks red')
  const boris = await desk.signIn('boris')
  await boris.visit('/settings/canned')
  const page = boris.page
  await page.getByRole('button', { name: 'New canned reply' }).click()
  await page.getByRole('textbox', { name: 'Name' }).fill('Restart it')
  await page
    .getByRole('textbox', { name: 'Words' })
    .fill('Dear {{requester.first_name}}, pull the <plug>.\n\n{{agent.name}}')
  await page.getByRole('combobox', { name: 'Sets the status' }).click()
  await page.getByRole('option', { name: 'Waiting' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('list', { name: 'Mine' }).getByText('Restart it')).toBeVisible()

  await boris.open(ticket)
  const keys = await Keyboard.of(page, 'QWERTY')
  await keys.press('KeyM')
  await page.getByRole('combobox', { name: 'Canned replies and macros' }).fill('rest')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Reply' })).toContainText('Dear Rosa, pull the <plug>.')
  await expect(page.getByText('With it: Status: Waiting')).toBeVisible()
  await keys.press('Control+Enter')

  await expect(boris.status(ticket)).toContainText('Waiting')
  await expect(page.getByText('With it:')).toHaveCount(0)
  expect((await desk.wordsOf(ticket.id)).at(-1)).toContain('Dear Rosa, pull the <plug>.')
  expect(await desk.ticketRows([ticket.id])).toMatchObject([{ status: 'waiting', message_count: 2 }])
})

test('what was sent and resolved is taken back by one key, for everyone, and its words are where they were', async ({
  desk,
}) => {
  const ticket = await desk.ticket('Sent to the wrong Rosa')
  const anna = await desk.signIn('anna', { worker: 0 })
  const boris = await desk.signIn('boris', { worker: 1 })
  const elsewhere = await desk.signIn('anna', { worker: 1 })
  await anna.visit(`/tickets/${ticket.id}?view=open&tag=none-of-these`)
  for (const person of [boris, elsewhere]) await person.open(ticket)
  const words = 'Dear Rosa, here is your neighbour’s invoice.'
  const field = anna.page.getByRole('textbox', { name: 'Reply' })
  await field.fill(words)
  const keys = await Keyboard.of(anna.page, 'QWERTY')

  await keys.press('Control+Shift+Enter')
  await expect(boris.conversation).toHaveCount(2)
  await expect(boris.status(ticket)).toContainText('Resolved')
  // The list has no next ticket: hers is closed behind her.
  await expect(anna.ticket(ticket)).toHaveCount(0)
  await keys.press('Control+KeyZ')

  await expect(field).toHaveText(words)
  await expect(field).toBeFocused()
  await expect(boris.conversation).toHaveCount(1)
  await expect(boris.status(ticket)).toContainText('New')
  await expect(elsewhere.page.getByRole('textbox', { name: 'Reply' })).toHaveText(words)
  expect(await desk.wordsOf(ticket.id)).toHaveLength(1)
  expect(await desk.ticketRows([ticket.id])).toMatchObject([{ status: 'new', message_count: 1 }])

  // The caret is behind the last word, and what is sent now is sent once.
  await anna.page.keyboard.type(' Excuse me.')
  await keys.press('Control+Enter')
  await expect(field).toHaveText('')
  await expect(anna.page.getByRole('region', { name: 'What was just done' })).toContainText('Reply sent')
  expect(await desk.wordsOf(ticket.id)).toEqual([expect.any(String), `${words} Excuse me.`])

  // In the empty field the same key takes it back again; from another machine of hers, the message itself offers it.
  await keys.press('Control+KeyZ')
  await expect(field).toHaveText(`${words} Excuse me.`)
  await keys.press('Control+Enter')
  await elsewhere.page.getByRole('button', { name: 'Take back' }).click()
  await expect(elsewhere.page.getByRole('textbox', { name: 'Reply' })).toHaveText(`${words} Excuse me.`)
  await expect(field).toHaveText(`${words} Excuse me.`)
  expect(await desk.wordsOf(ticket.id)).toHaveLength(1)
})

test('a reply that is undone while it is being sent is taken back when it has been, its words where they were', async ({
  desk,
}) => {
  const ticket = await desk.ticket('Is it safe?')
  const opening = `${ticket.title}. Please help.`
  const anna = await desk.signIn('anna')
  await anna.open(ticket)
  let answer = () => {}
  const answered = new Promise<void>((resolve) => (answer = resolve))
  await anna.page.route('**/messages', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    const response = await route.fetch()
    await answered
    await route.fulfill({ response })
  })
  const field = anna.page.getByRole('textbox', { name: 'Reply' })
  await expect(field).toHaveAttribute('contenteditable', 'true')

  await field.fill('It is safe.')
  await anna.page.keyboard.press('ControlOrMeta+Enter')
  await expect.poll(() => desk.wordsOf(ticket.id)).toEqual([opening, 'It is safe.'])
  await anna.page.keyboard.press('ControlOrMeta+z')
  answer()

  await expect.poll(() => desk.wordsOf(ticket.id)).toEqual([opening])
  await expect(field).toHaveText('It is safe.')
  await expect(anna.conversation).toHaveCount(1)
})

test('a gap that nobody has filled stops a reply, with the caret in it, and its author may insist', async ({
  desk,
}) => {
  const ticket = await desk.ticket('When do you call?')
  const opening = `${ticket.title}. Please help.`
  const anna = await desk.signIn('anna')
  await anna.open(ticket)
  const field = anna.page.getByRole('textbox', { name: 'Reply' })
  const told = anna.page.getByRole('alert').filter({ hasText: 'Nothing was sent' })

  await anna.reply('We call you at ___ today.')
  await expect(told).toBeVisible()
  await anna.page.keyboard.type('noon')
  await expect(field).toHaveText('We call you at noon today.')
  await expect(told).toHaveCount(0)
  expect(await desk.wordsOf(ticket.id)).toEqual([opening])
  await anna.page.getByRole('button', { name: 'Send reply' }).click()
  await expect.poll(() => desk.wordsOf(ticket.id)).toEqual([opening, 'We call you at noon today.'])

  await anna.reply('Write ___ on it.')
  await told.getByRole('button', { name: 'Send anyway' }).click()
  await expect.poll(async () => (await desk.wordsOf(ticket.id)).at(-1)).toBe('Write ___ on it.')
})

test('a slash offers canned replies where the caret is; Escape leaves the letters alone', async ({ desk }) => {
  const ticket = await desk.ticket('The slash knows')
  await desk.ask('boris', 'post', '/api/canned-replies', {
    name: 'Slash greeting',
    body: 'Dear {{requester.first_name}}, thank you.',
    changes: { status: 'waiting' },
  })
  const boris = await desk.signIn('boris')
  await boris.open(ticket)
  const { page } = boris
  const field = page.getByRole('textbox', { name: 'Reply' })
  const offered = page.getByRole('listbox', { name: 'Canned replies' })
  await field.click()

  await page.keyboard.type('and/or 1 /sla')
  await expect(offered.getByRole('option')).toHaveText(['Slash greetingDear {{requester.first_name}}, thank you.'])
  await page.keyboard.press('Escape')
  await expect(offered).toHaveCount(0)
  await expect(field).toHaveText('and/or 1 /sla')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/greet')
  await expect(offered.getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(offered).toHaveCount(0)
  await expect(field.getByRole('paragraph')).toHaveText(['and/or 1 /sla', 'Dear Rosa, thank you.'])
  await expect(page.getByText('With it: Status: Waiting')).toBeVisible()
  await page.getByRole('button', { name: 'Send reply' }).click()

  await expect.poll(async () => (await desk.wordsOf(ticket.id)).at(-1)).toBe('and/or 1 /sla\nDear Rosa, thank you.')
  expect(await desk.ticketRows([ticket.id])).toMatchObject([{ status: 'waiting' }])
})

test('a reply that is sent before its conversation is here waits for it, and stops at what is new in it', async ({
  desk,
}) => {
  const ticket = await desk.ticket('Faster than the page')
  const anna = await desk.signIn('anna')
  let bring = () => {}
  let held = new Promise<void>((resolve) => (bring = resolve))
  await anna.page.route(/\/api\/tickets\/\d+\/messages/u, async (route) => {
    if (route.request().method() === 'GET') await held
    await route.continue()
  })
  await anna.open(ticket)
  await anna.reply('We are looking into it.')
  await desk.ask('boris', 'post', `/api/tickets/${ticket.id}/messages`, { body: 'It is mended.' })
  await expect(anna.conversation).toHaveCount(0)
  bring()

  // Nothing is sent past what its author could not have read.
  await expect(anna.unseen.getByText('It is mended.')).toBeVisible()
  expect(await desk.wordsOf(ticket.id)).toEqual([`${ticket.title}. Please help.`, 'It is mended.'])
  await anna.unseen.getByRole('button', { name: 'Discard mine' }).click()
  await expect(anna.conversation).toHaveCount(2)

  // Where nothing is new, the words leave by themselves, once, as soon as the conversation is here.
  const quiet = await desk.ticket('Faster than the page, and alone')
  let bringQuiet = () => {}
  held = new Promise<void>((resolve) => (bringQuiet = resolve))
  await anna.open(quiet)
  await expect(anna.page.getByRole('textbox', { name: 'Reply' })).toHaveAttribute('contenteditable', 'true')
  await anna.reply('We are looking into it.')
  await expect(anna.conversation).toHaveCount(0)
  bringQuiet()
  await expect(anna.conversation).toHaveCount(2)
  await expect(anna.page.getByRole('textbox', { name: 'Reply' })).toHaveText('')
  await expect.poll(() => desk.wordsOf(quiet.id)).toEqual([`${quiet.title}. Please help.`, 'We are looking into it.'])
})
