import { expect, PASSWORD, test } from '../people/desk.ts'

test('whoever signs in comes to where they were going', async ({ desk }) => {
  const boris = await desk.stranger()
  await boris.page.goto('/tickets?view=mine')

  await boris.page.getByRole('textbox', { name: 'E-mail' }).fill('boris@livedesk.test')
  await boris.page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await boris.page.getByRole('button', { name: 'Sign in' }).click()

  await boris.isLive()
  await expect(boris.page.getByRole('link', { name: /^Mine/u })).toHaveAttribute('aria-current', 'page')
})

test('a wrong password is refused in words, and what was typed stays', async ({ desk }) => {
  const boris = await desk.stranger()
  await boris.page.goto('/')

  await boris.page.getByRole('textbox', { name: 'E-mail' }).fill('boris@livedesk.test')
  await boris.page.getByLabel('Password', { exact: true }).fill('not it')
  await boris.page.getByRole('button', { name: 'Sign in' }).click()

  await expect(boris.page.getByText('You are not signed in.')).toBeVisible()
  await expect(boris.page.getByRole('textbox', { name: 'E-mail' })).toHaveValue('boris@livedesk.test')
})

test('at a demo desk one click lets anyone in as one of its people', async ({ desk }) => {
  const guest = await desk.stranger()
  await guest.page.goto('/tickets?view=mine')

  await guest.page
    .getByRole('region', { name: /^A demo/u })
    .getByRole('button', { name: /^Clara Weiss/u })
    .click()

  await guest.isLive()
  await expect(guest.page.getByRole('button', { name: /^Clara Weiss/u })).toBeVisible()
  await expect(guest.page.getByRole('link', { name: /^Mine/u })).toHaveAttribute('aria-current', 'page')
})
