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
