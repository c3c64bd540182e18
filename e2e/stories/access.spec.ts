import { expect, test } from '../people/desk.ts'
import { seriousFindings } from '../people/sight.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen is open to everyone, in ${colorScheme} colours`, async ({ desk }) => {
    const stranger = await desk.stranger({ colorScheme })
    await stranger.page.goto('/')
    await expect(stranger.page.getByRole('heading', { name: 'Sign in to Livedesk' })).toBeVisible()
    expect.soft(await seriousFindings(stranger.page)).toEqual([])

    const ticket = await desk.ticket('Accessible to everyone')
    const chat = await desk.group('Open to all', ['anna', 'boris'])
    const anna = await desk.signIn('anna', { colorScheme })
    for (const path of [
      '/tickets?view=open',
      `/tickets/${ticket.id}`,
      '/chats',
      `/chats/${chat.id}`,
      '/notifications',
      '/search?q=hallway',
      '/settings/people',
      '/settings/preferences',
      '/settings/keys',
      '/nowhere',
    ]) {
      await anna.visit(path)
      await expect(anna.page.getByRole('main')).toBeVisible()
      expect.soft(await seriousFindings(anna.page), path).toEqual([])
    }
  })

  test(`whatever a key opens is open to everyone, in ${colorScheme} colours`, async ({ desk }) => {
    const anna = await desk.signIn('anna', { colorScheme })
    const { page } = anna
    await anna.openView('Open')
    await page.keyboard.press('j')
    for (const [key, opened] of [
      ['Control+KeyK', page.getByRole('dialog')],
      ['Shift+Slash', page.getByRole('dialog')],
      ['KeyS', page.getByRole('listbox')],
      ['Space', page.getByRole('log')],
      ['KeyX', page.getByRole('toolbar')],
    ] as const) {
      await page.keyboard.press(key)
      await expect(opened).toBeVisible()
      expect.soft(await seriousFindings(page), key).toEqual([])
      await page.keyboard.press('Escape')
      await expect(opened).toBeHidden()
    }
  })

  test(`whatever stands in the way of a reply is open to everyone, in ${colorScheme} colours`, async ({ desk }) => {
    const ticket = await desk.ticket(`Answered by two, ${colorScheme}`)
    const anna = await desk.signIn('anna', { colorScheme })
    const { page } = anna
    await anna.open(ticket)
    await expect(anna.conversation).toHaveCount(1)

    await anna.reply('Your number is ___.')
    await expect(page.getByRole('alert').filter({ hasText: 'Nothing was sent' })).toBeVisible()
    expect.soft(await seriousFindings(page), 'an open gap').toEqual([])

    await anna.loseConnection()
    await desk.ask('boris', 'post', `/api/tickets/${ticket.id}/messages`, { body: 'Your number is 42.' })
    await anna.reply('Your number is 43.')
    await expect(anna.unseen).toBeVisible()
    expect.soft(await seriousFindings(page), 'what is unseen').toEqual([])
    await anna.unseen.getByRole('button', { name: 'Send anyway' }).click()
    await expect(page.getByRole('button', { name: 'Take back' })).toBeVisible()
    expect.soft(await seriousFindings(page), 'what was sent').toEqual([])

    await page.getByText('Note', { exact: true }).click()
    await page.getByRole('textbox', { name: 'Note' }).fill('@bor')
    await expect(page.getByRole('listbox', { name: 'Colleagues to mention' })).toBeVisible()
    expect.soft(await seriousFindings(page), 'colleagues').toEqual([])
  })
}
