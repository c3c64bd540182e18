import { expect, PASSWORD, test } from '../people/desk.ts'
import { editorAddress, holdBack } from '../people/hold-back.ts'

test('a draft goes on at another machine as it is written, and ends everywhere when it is sent', async ({ desk }) => {
  const ticket = await desk.ticket('Scanner prints blank pages')
  const office = await desk.signIn('boris', { worker: 0 })
  const home = await desk.signIn('boris', { worker: 1 })
  const [written, read] = [office, home].map((person) => person.page.getByRole('textbox', { name: 'Reply' }))
  if (!written || !read) throw new Error('There are two fields.')
  await office.open(ticket)
  await home.open(ticket)

  await written.fill('Please clean the glass')
  await expect(read).toHaveText('Please clean the glass')
  await expect(office.page.getByText('Draft kept', { exact: true })).toBeVisible()

  // Both write on while one of them hears nothing: no word of either is lost.
  await home.loseConnection()
  await written.fill('Please clean the glass with alcohol')
  await expect(office.page.getByText('Draft kept', { exact: true })).toBeVisible()
  await read.fill('Please clean the glass twice')
  await home.regainConnection()
  await home.page.getByRole('button', { name: 'Put it below mine' }).click()
  for (const field of [written, read]) {
    await expect(field).toContainText('Please clean the glass twice')
    await expect(field).toContainText('Please clean the glass with alcohol')
  }

  await home.page.getByRole('button', { name: 'Send reply' }).click()
  await expect(office.conversation).toHaveCount(2)
  for (const field of [written, read]) await expect(field).toHaveText('')
})

test('words that are typed while the editor comes are all in it, in their order', async ({ desk }) => {
  const ticket = await desk.ticket('Bell rings twice')
  const boris = await desk.signIn('boris')
  const bring = await holdBack(boris.page, editorAddress)
  await boris.open(ticket)
  const words = 'See the shelf: every part is there, and a spare one. '.repeat(4)
  await boris.page.getByRole('textbox', { name: 'Reply' }).click()
  await boris.page.keyboard.type(words.slice(0, 20))
  bring()
  await boris.page.keyboard.type(words.slice(20), { delay: 10 })
  await expect(boris.page.getByRole('textbox', { name: 'Reply' })).toHaveAttribute('contenteditable', 'true')
  await expect(boris.page.getByRole('textbox', { name: 'Reply' })).toHaveText(words.trimEnd())
  await expect(boris.status(ticket)).toContainText('New')
})

test('a gap that is selected while the editor comes is selected in it, and what is typed fills it', async ({
  desk,
}) => {
  const ticket = await desk.ticket('Bell: when do you come?')
  const boris = await desk.signIn('boris')
  const bring = await holdBack(boris.page, editorAddress)
  await boris.open(ticket)
  await boris.reply('We come at ___ today.')
  await expect(boris.page.getByRole('alert').filter({ hasText: 'Nothing was sent' })).toBeVisible()
  bring()
  const field = boris.page.getByRole('textbox', { name: 'Reply' })
  await expect(field).toHaveAttribute('contenteditable', 'true')
  await boris.page.keyboard.type('noon')
  await expect(field).toHaveText('We come at noon today.')
})

test('who has just come to the field keeps it when the editor comes: no key falls through to the desk', async ({
  desk,
}) => {
  const ticket = await desk.ticket('Doorbell: batteries')
  const boris = await desk.signIn('boris')
  const { page } = boris
  const bring = await holdBack(page, editorAddress)
  await boris.open(ticket)
  const atOnce = await page.getByRole('textbox', { name: 'Reply' }).evaluateHandle((plain: HTMLTextAreaElement) => {
    const focused = Promise.withResolvers<boolean>()
    const observer = new MutationObserver(() => {
      if (plain.isConnected) return
      observer.disconnect()
      focused.resolve(document.activeElement?.matches('[contenteditable=true]') === true)
    })
    observer.observe(document.body, { childList: true, subtree: true })
    plain.focus()
    // Boxed: what is returned as a promise would be waited for.
    return { focused: focused.promise }
  })
  bring()
  expect(await atOnce.evaluate(({ focused }) => focused)).toBe(true)
  await page.keyboard.type('Two of size AA')
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveText('Two of size AA')
})

test('letters that are being composed are nobody else’s: no list opens over them, and Enter takes the letters', async ({
  desk,
}) => {
  const ticket = await desk.ticket('キーボードが動かない')
  const boris = await desk.signIn('boris')
  await boris.open(ticket)
  const { page } = boris
  const words = page.locator('[contenteditable=true]')
  const offers = page.getByRole('listbox', { name: 'Canned replies' })
  const devtools = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const pressWhileComposing = (key: string) =>
    devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229 })

  await words.click()
  await compose('/')
  await pressWhileComposing('Enter')
  await expect(words).toHaveText('/')
  await expect(offers).toHaveCount(0)
  await devtools.send('Input.insertText', { text: '・' })
  await expect(words).toHaveText('・')

  // What is offered stays; what chooses it, chooses letters first.
  await words.fill('')
  await words.press('/')
  await expect(offers.getByRole('option').first()).toBeVisible()
  await compose('か')
  await pressWhileComposing('Enter')
  await pressWhileComposing('Tab')
  await expect(words).toHaveText('/か')
  expect(await desk.wordsOf(ticket.id)).toHaveLength(1)
  await devtools.send('Input.insertText', { text: '過' })
  await expect(words).toHaveText('/過')
})

test('words outlive the tab, the session, the assignee and the status of their ticket', async ({ desk }) => {
  const ticket = await desk.ticket('The shutter sticks')
  const boris = await desk.signIn('boris')
  await boris.open(ticket)
  const words = 'Which of the two motors turns, and does it hum?'
  const reply = (person: typeof boris) => person.page.getByRole('textbox', { name: 'Reply' })
  await reply(boris).fill(words)
  // At once: nothing was waited for.
  await boris.crash()
  const again = await boris.anotherTab()
  await again.open(ticket)
  await expect(reply(again)).toHaveText(words)

  await reply(again).press('End')
  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/assign`, { user_id: await desk.idOf('clara') })
  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/status`, { status: 'closed' })
  await expect(again.status(ticket)).toContainText('Closed')
  await reply(again).pressSequentially(' Any smell?')
  await expect(reply(again)).toHaveText(`${words} Any smell?`)

  // The session ends while the words are before their author.
  await again.page.context().request.delete('/api/session')
  await expect(again.page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await again.page.getByRole('textbox', { name: 'E-mail' }).fill('boris@livedesk.test')
  await again.page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await again.page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(again.ticket(ticket)).toBeVisible()
  await expect(reply(again)).toHaveText(`${words} Any smell?`)
})
