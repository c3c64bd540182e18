import { expect, test } from '../people/desk.ts'

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
  let bring = () => {}
  const brought = new Promise<void>((resolve) => (bring = resolve))
  await boris.page.route(/WritingEditor[^/]*\.js$/u, async (route) => {
    await brought
    await route.continue()
  })
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
