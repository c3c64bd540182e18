import { expect, test } from '../people/desk.ts'

test('a Russian browser is spoken to in Russian, toasts and counts included', async ({ desk }) => {
  const ticket = await desk.ticket('Не работает касса')
  const boris = await desk.signIn('boris', { worker: 1, locale: 'ru-RU' })
  await boris.visit('/tickets?view=mine')

  await expect(boris.page.locator('html')).toHaveAttribute('lang', 'ru')
  await desk.ask('anna', 'post', `/api/tickets/${ticket.id}/assign`, { user_id: await desk.idOf('boris') })

  await expect(boris.page.getByRole('alert').filter({ hasText: 'Не работает касса' })).toContainText(/[Нн]ов/u)
  await expect(boris.page.getByRole('status').filter({ hasText: /\d+ (обращени|заяв|тикет|запрос)/u })).toBeVisible()
})

test('the language is changed without a reload, and remembered', async ({ desk }) => {
  const boris = await desk.signIn('boris')
  await boris.openView('All')

  await boris.page.getByRole('button', { name: /profile and preferences/u }).click()
  await boris.page.getByRole('menuitemradio', { name: 'Русский' }).click()
  await expect(boris.page.locator('html')).toHaveAttribute('lang', 'ru')
  await boris.wasNotReloaded()
  await boris.visit('/tickets')

  await expect(boris.page.locator('html')).toHaveAttribute('lang', 'ru')
})
